"""The one reader: every learned decision about a sentence, from one pass of one small encoder."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol, Self

import numpy as np
import numpy.typing as npt
import onnxruntime

from demarche.annotate.pieces import Pieces
from demarche.annotate.trees import BARRED, barred, behind, best_tags, log_chances, may_follow, rivals, tree
from demarche.annotate.windows import Window, batches, feed, marked, windows
from demarche.errors import ModelError

__all__ = [
    "ACT_TYPES",
    "DEPRELS",
    "MODES",
    "NAME_TAGS",
    "ROLES",
    "STATUSES",
    "UPOS",
    "WEIGHTS",
    "ActTrigger",
    "NameReading",
    "Reader",
    "SentenceReading",
]

Floats = npt.NDArray[np.float32]
Ints = npt.NDArray[np.int64]

WEIGHTS: Final = Path(__file__).parent / "weights"
_LABELS: Final[Mapping[str, Sequence[str]]] = json.loads((WEIGHTS / "config.json").read_text(encoding="utf-8"))[
    "labels"
]
UPOS: Final = tuple(_LABELS["upos"])
DEPRELS: Final = tuple(_LABELS["deprels"])
NAME_TAGS: Final = tuple(_LABELS["names"])
ACT_TYPES: Final = tuple(_LABELS["acts"])
MODES: Final = tuple(_LABELS["modes"])
STATUSES: Final = tuple(_LABELS["status"])
ROLES: Final = tuple(_LABELS["roles"])

WORDS_AT_ONCE: Final = 256
"""Words decided about at once; their scores fit into a core's cache."""
LEAST_NAME: Final = 0.5
"""Less probable names are dropped: F1 on UNER-EWT dev rose from 78.4 to 79.0."""
LEAST_ACT: Final = 0.02
"""Words whose probability of bearing an act is lower do not count towards a pair's relation."""
LEAST_ARC: Final = 0.02
"""Less probable arcs are no rivals: whether they have a likely label is not asked."""
LABEL_WEIGHT: Final = 2.0
"""What a label's log chance counts beside its arc's where a word has rival heads. UAS and LAS on EWT dev, then GUM dev:
92.48, 90.13, 92.59, 90.49 with 0; 92.51, 90.20, 92.62, 90.58 with 1; 92.60, 90.31, 92.57, 90.58 with 2; 92.53, 90.28,
92.54, 90.56 with 3."""
_TINY: Final = 1e-6
_MODE_TYPES: Final = np.array([[mode.split("/")[0] == kind for kind in ACT_TYPES] for mode in MODES], dtype=np.float32)


class Session(Protocol):
    """What runs a model: onnxruntime's InferenceSession, or a stand-in."""

    def run(self, names: list[str], feed: Mapping[str, npt.NDArray[Any]]) -> list[Floats]:
        """The outputs of these names."""
        ...


class Sessions(NamedTuple):
    """The encoder, and what is decided from its vectors: of words, of arcs, of labels of arcs, of marked pairs."""

    encoder: Session
    heads: Session
    arcs: Session
    labels: Session
    relation: Session


class NameReading(NamedTuple):
    """Words `first` to `last`, half-open, of class `label`; the probability is the mean over its words."""

    first: int
    last: int
    label: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ActTrigger:
    """Words `first` to `last`, half-open, that report an act; `word` is the surest of them."""

    first: int
    last: int
    word: int
    type: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceReading:
    """What the model makes of one sentence of n words.

    heads: n, the number of each word's head, -1 for the one root. act_types (n x 17), modes (n x modes) and
    status (n x 8): probabilities in the order of ACT_TYPES, MODES and STATUSES; modes and status are those of
    the act that the word bears, if it bears one. The vectors of triggers and parties end with a one.
    """

    upos: list[str]
    heads: list[int]
    deprels: list[str]
    names: list[NameReading]
    act_types: Floats
    modes: Floats
    status: Floats
    trigger_vectors: Floats
    party_vectors: Floats
    role_weights: Floats

    def roles(self, trigger_word: int) -> Floats:
        """Probabilities n x 4, in the order of ROLES, of each word's part in the act of the trigger word."""
        mapped = (self.trigger_vectors[trigger_word] @ self.role_weights).reshape(len(ROLES), -1)
        return _softmax(self.party_vectors @ mapped.T)

    def triggers(self, least: float = 0.5) -> list[ActTrigger]:
        """Runs of words of the same likeliest act, each bearing an act with at least this probability."""
        bears = 1 - self.act_types[:, 0] >= least
        kinds = np.where(bears, self.act_types[:, 1:].argmax(axis=1) + 1, 0)
        return [self._trigger(first, last, int(kinds[first])) for first, last in _runs(kinds)]

    def _trigger(self, first: int, last: int, kind: int) -> ActTrigger:
        word = first + int(self.act_types[first:last, kind].argmax())
        probability = float(self.act_types[word, kind])
        return ActTrigger(first=first, last=last, word=word, type=ACT_TYPES[kind], probability=probability)

    def pair(self, source_words: Sequence[int], target_words: Sequence[int]) -> Floats:
        """Probabilities of the 16 types and of none (first) that the source does this to the target."""
        chances = self.pair_acts(source_words, target_words).sum(axis=1)
        chances[0] = (1 - chances[1:]).prod()
        return np.asarray(chances / chances.sum(), dtype=np.float32)

    def pair_acts(self, source_words: Sequence[int], target_words: Sequence[int]) -> Floats:
        """Chances, 17 types x 8 statuses, that a word of the sentence reports such an act between the two.

        Any word may; the best one counts: its probability of the type, times that of the status, times those of
        the parts, each a mean over the party's words. No words at all mean a party that is not named. Row 0 (no
        act) is empty, and the whole does not sum to 1.
        """
        best = self._best(self.act_types, source_words, target_words)
        best[0] = 0
        return best

    def pair_modes(self, source_words: Sequence[int], target_words: Sequence[int]) -> Floats:
        """The same by mode: chances, modes x 8 statuses; a type's own row is that of the type without a mode."""
        of_type = self.modes @ _MODE_TYPES
        chances = self.modes * (self.act_types / (of_type + _TINY) @ _MODE_TYPES.T)
        return self._best(chances.astype(np.float32), source_words, target_words)

    def _best(self, chances: Floats, source_words: Sequence[int], target_words: Sequence[int]) -> Floats:
        best = np.zeros((chances.shape[1], len(STATUSES)), dtype=np.float32)
        for word in np.flatnonzero(1 - self.act_types[:, 0] >= LEAST_ACT):
            parts = self.roles(int(word))
            linked = _mean(parts[list(source_words), 1]) * _mean(parts[list(target_words), 2])
            best = np.maximum(best, linked * np.outer(chances[word], self.status[word]))
        return best


class _Decided(NamedTuple):
    """What the heads say of words, one row each; a sentence begins with the row of its root.

    acts, modes and status are probabilities, names their logarithms, arc_child and arc_head the two sides of a product.
    """

    upos: Floats
    names: Floats
    acts: Floats
    modes: Floats
    status: Floats
    arc_child: Floats
    arc_head: Floats
    label_child: Floats
    label_head: Floats
    role_trigger: Floats
    role_party: Floats

    def of(self, first: int, last: int) -> _Decided:
        """The rows of one sentence, half-open."""
        return _Decided(*(rows[first:last] for rows in self))


class Reader:
    """The model, ready to read. Safe to share between threads."""

    def __init__(self, *, sessions: Sessions, pieces: Pieces, role_weights: Floats) -> None:
        """Keep the parts; `load` finds them."""
        self.sessions = sessions
        self._pieces = pieces
        self._role_weights = role_weights

    @classmethod
    def load(cls, path: Path | None = None, *, threads: int = 1) -> Self:
        """Load the weights in the folder `path`, by default the shipped ones, to read on so many threads.

        Raises ModelError when a file is absent or cannot be read.
        """
        folder = path or WEIGHTS
        try:
            return cls(
                sessions=Sessions(*(_session(folder / f"{name}.onnx", threads) for name in Sessions._fields)),
                pieces=Pieces(folder / "vocab.txt"),
                role_weights=np.load(folder / "roles.npy").astype(np.float32),
            )
        except Exception as error:  # each of the three libraries raises errors of its own
            msg = f"the reader's weights cannot be loaded ({error}); install demarche again"
            raise ModelError(msg, where=str(folder)) from error

    def read(self, sentences: Sequence[Sequence[str]]) -> list[SentenceReading]:
        """Read each sentence, given as words; one of no words gives a reading of none."""
        vectors, ends = self._vectors(sentences)
        groups = _groups(ends)
        return [r for first, group in groups for r in self._decide(vectors[first : first + group[-1]], group)]

    def windows(self, sentences: Sequence[Sequence[str]]) -> list[Window]:
        """What the encoder is given of the sentences, in their order."""
        return [window for i, words in enumerate(sentences) for window in windows(i, words, self._pieces)]

    def relate(self, items: Sequence[tuple[Sequence[str], Sequence[int], Sequence[int]]]) -> Floats:
        """Probabilities, items x 17, of what each sentence's source words do to its target words.

        A second pass of the encoder in which source and target are marked: slower and surer than
        `SentenceReading.pair`. Of a very long sentence the words nearest to the two are read.
        """
        out = np.zeros((len(items), len(ACT_TYPES)), dtype=np.float32)
        pairs = [marked(i, words, (source, target), self._pieces) for i, (words, source, target) in enumerate(items)]
        for batch, vectors, kinds in self._encoded(pairs):
            chances = self.sessions.relation.run(["pair"], {"hidden": vectors, "kinds": kinds})[0]
            out[[window.sentence for window in batch]] = chances
        return out

    def _encoded(self, of: Sequence[Window]) -> Iterator[tuple[list[Window], Floats, Ints]]:
        """Batches of the windows with the vectors and the kinds of their pieces."""
        for batch in batches(of):
            given = feed(batch)
            yield batch, self.sessions.encoder.run(["hidden"], given)[0], given["kinds"]

    def _vectors(self, sentences: Sequence[Sequence[str]]) -> tuple[Floats, list[int]]:
        """Vectors of the root and the words of each sentence, one row each, and where the rows of each sentence end."""
        of = self.windows(sentences)
        lasts = dict(zip(map(_place, of), accumulate(len(window.own) for window in of), strict=True))
        out: Floats = np.empty((0, 0), dtype=np.float32)
        for batch, hidden, _ in self._encoded(of):
            if not len(out):
                out = np.empty((lasts[_place(of[-1])], hidden.shape[-1]), dtype=np.float32)
            for window, vectors in zip(batch, hidden, strict=True):
                last = lasts[_place(window)]
                out[last - len(window.own) : last] = vectors[window.own]
        return out, list({window.sentence: lasts[_place(window)] for window in of}.values())

    def _decide(self, vectors: Floats, ends: Sequence[int]) -> Iterator[SentenceReading]:
        """Readings of sentences from the vectors of their roots and words; sentences end before the rows `ends`."""
        said = _Decided(*self.sessions.heads.run(list(_Decided._fields), {"words": vectors}))
        said = said._replace(role_trigger=_with_one(said.role_trigger), role_party=_with_one(said.role_party))
        decided = [said.of(first, last) for first, last in pairwise((0, *ends))]
        heads = [tree(scores) for scores in self._weighed(decided)]
        labels = iter(self._deprels(decided, heads))
        for one, of in zip(decided, heads, strict=True):
            yield self._reading(one, of, [next(labels) for _ in of])

    def _arcs(self, one: _Decided) -> Floats:
        """Scores of each word's heads; not numpy's own product, whose threads wait in a busy loop for the next."""
        return self.sessions.arcs.run(["arcs"], {"child": one.arc_child[1:], "head": one.arc_head})[0]

    def _weighed(self, decided: Sequence[_Decided]) -> list[Floats]:
        """Log chances of each word's heads; a likely one loses by how much surer a rival is of its label."""
        chances = [log_chances(barred(self._arcs(one))) for one in decided]
        asked = [rivals(one, LEAST_ARC) for one in chances]
        child = np.concatenate([one.label_child[words + 1] for one, (words, _) in zip(decided, asked, strict=True)])
        head = np.concatenate([one.label_head[heads] for one, (_, heads) in zip(decided, asked, strict=True)])
        if len(child):
            surest = self._surest(child, head, np.concatenate([heads for _, heads in asked]) == 0)
            ends = list(accumulate(len(words) for words, _ in asked))
            for one, of, part in zip(chances, asked, np.split(surest, ends[:-1]), strict=True):
                one[of] -= LABEL_WEIGHT * behind(part, of[0])
        return chances

    def _surest(self, child: Floats, head: Floats, is_root: npt.NDArray[np.bool_]) -> Floats:
        """Log chance of the likeliest label of each arc, given by both ends; from the root there is one label."""
        labels = log_chances(self.sessions.labels.run(["scores"], {"child": child, "head": head})[0])
        best: Floats = np.where(is_root, labels[:, _ROOT], np.delete(labels, _ROOT, axis=1).max(axis=1))
        return best

    def _reading(self, one: _Decided, heads: Ints, deprels: list[str]) -> SentenceReading:
        return SentenceReading(
            upos=[UPOS[i] for i in one.upos[1:].argmax(axis=1).tolist()],
            heads=heads.tolist(),
            deprels=deprels,
            names=list(_names(one.names[1:])),
            act_types=one.acts[1:],
            modes=one.modes[1:],
            status=one.status[1:],
            trigger_vectors=one.role_trigger[1:],
            party_vectors=one.role_party[1:],
            role_weights=self._role_weights,
        )

    def _deprels(self, decided: Sequence[_Decided], heads: Sequence[Ints]) -> list[str]:
        """Labels of the chosen arcs of all sentences, one after the other."""
        child = np.concatenate([one.label_child[1:] for one in decided])
        head = np.concatenate([one.label_head[of + 1] for one, of in zip(decided, heads, strict=True)])
        scores = self.sessions.labels.run(["scores"], {"child": child, "head": head})[0]
        is_root = np.concatenate(heads) < 0
        scores[:, _ROOT] = np.where(is_root, -BARRED, BARRED)
        return [DEPRELS[i] for i in scores.argmax(axis=1).tolist()]


def _session(path: Path, threads: int) -> Session:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    session: Session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return session


_ROOT: Final = DEPRELS.index("root")
_ALLOWED: Final = may_follow(NAME_TAGS)


def _place(window: Window) -> tuple[int, int]:
    return window.sentence, window.first


def _groups(ends: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Neighbouring sentences whose words are decided about at once: their first row, and where each ends behind it."""
    first = 0
    group: list[int] = []
    for end in ends:
        if group and end - first > WORDS_AT_ONCE:
            yield first, group
            first, group = first + group[-1], []
        group.append(end - first)
    if group:
        yield first, group


def _names(log_probabilities: Floats) -> Iterator[NameReading]:
    if not len(log_probabilities):
        return
    tags = best_tags(log_probabilities, _ALLOWED)
    first = 0
    for i in (i for i, number in enumerate(tags) if number):
        tag = NAME_TAGS[tags[i]]
        if tag[0] in "BS":
            first = i
        if tag[0] in "ES":
            sure = [math.exp(log_probabilities[word, tags[word]]) for word in range(first, i + 1)]
            if (probability := sum(sure) / len(sure)) >= LEAST_NAME:
                yield NameReading(first=first, last=i + 1, label=tag[2:], probability=probability)


def _runs(kinds: Ints) -> Iterator[tuple[int, int]]:
    """Stretches of one number other than 0, half-open."""
    bounds = np.flatnonzero(np.diff(kinds, prepend=0, append=0))
    for first, last in pairwise(bounds):
        if kinds[first]:
            yield int(first), int(last)


def _mean(chances: Floats) -> float:
    """Mean of a party's words; 1 for a party that is not named."""
    return float(chances.mean()) if len(chances) else 1.0


def _with_one(vectors: Floats) -> Floats:
    return np.concatenate([vectors, np.ones((len(vectors), 1), dtype=np.float32)], axis=1)


def _softmax(scores: Floats) -> Floats:
    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=-1, keepdims=True), dtype=np.float32)
