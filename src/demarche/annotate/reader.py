"""The one reader: every learned decision about a sentence, from one pass of one small encoder."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from itertools import pairwise
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol, Self

import numpy as np
import numpy.typing as npt
import onnxruntime

from demarche.annotate.pieces import CASES, Pieces, encode
from demarche.annotate.trees import BARRED, best_tags, may_follow, tree
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

PIECES_A_WINDOW: Final = 320
"""Longest stretch read at once; the encoder has 512 places and saw few sentences above 200 in training."""
OVERLAP_WORDS: Final = 48
"""Words that neighbouring windows of a longer sentence share."""
PIECES_A_BATCH: Final = 256
"""Pieces read at once, padding included; larger batches leave a core's cache. What is read does not depend on it."""
PIECES_A_RUN: Final = 32
"""What starting the model costs, in pieces read: on one slow core a run took 1.6 ms and 0.05 ms a piece."""
WORDS_A_LABELLING: Final = 256
"""Arcs labelled at once; their scores with all labels fit into a core's cache."""
LEAST_NAME: Final = 0.5
"""Less probable names are dropped: F1 on UNER-EWT dev rose from 78.4 to 79.0."""
LEAST_ACT: Final = 0.02
"""Words whose probability of bearing an act is lower do not count towards a pair's relation."""
_ONE: Final = np.ones(1, dtype=np.float32)
_TINY: Final = 1e-6
_MODE_TYPES: Final = np.array([[mode.split("/")[0] == kind for kind in ACT_TYPES] for mode in MODES], dtype=np.float32)
_SOURCE, _TARGET = len(CASES), 2 * len(CASES)


class Session(Protocol):
    """What runs a model: onnxruntime's InferenceSession, or a stand-in."""

    def run(self, names: list[str], feed: Mapping[str, npt.NDArray[Any]]) -> list[Floats]:
        """The outputs of these names."""
        ...


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
    the act that the word bears, if it bears one.
    """

    upos: list[str]
    heads: Ints
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
        trigger = np.concatenate([self.trigger_vectors[trigger_word], _ONE])
        mapped = (trigger @ self.role_weights).reshape(len(ROLES), -1)
        return _softmax(_with_one(self.party_vectors) @ mapped.T)

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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Raw:
    """The model's outputs for one sentence or window; first axis: the root, then the words.

    acts, modes and status are probabilities already, names their logarithms: made for a whole batch at once.
    """

    upos: Floats
    arcs: Floats
    label_child: Floats
    label_head: Floats
    names: Floats
    acts: Floats
    modes: Floats
    status: Floats
    role_trigger: Floats
    role_party: Floats


_OUTPUTS: Final = tuple(field.name for field in fields(_Raw))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Window:
    """Words `first` to `last` of a sentence; `own_first` to `own_last` are taken from this window."""

    sentence: int
    first: int
    last: int
    own_first: int
    own_last: int
    pieces: list[int]
    kinds: list[int]
    firsts: list[int]


class Reader:
    """The model, ready to read. Safe to share between threads."""

    def __init__(self, *, session: Session, label_session: Session, pieces: Pieces, role_weights: Floats) -> None:
        """Keep the parts; `load` finds them."""
        self._session = session
        self._label_session = label_session
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
                session=_session(folder / "model.onnx", threads),
                label_session=_session(folder / "labels.onnx", threads),
                pieces=Pieces(folder / "vocab.txt"),
                role_weights=np.load(folder / "roles.npy").astype(np.float32),
            )
        except Exception as error:  # each of the three libraries raises errors of its own
            msg = f"the reader's weights cannot be loaded ({error}); install demarche again"
            raise ModelError(msg, where=str(folder)) from error

    def read(self, sentences: Sequence[Sequence[str]]) -> list[SentenceReading]:
        """Read each sentence, given as words; one of no words gives a reading of none."""
        windows = [window for i, words in enumerate(sentences) for window in self._windows(i, words)]
        raws: dict[int, list[tuple[_Window, _Raw]]] = {}
        for batch in _batches(windows):
            for window, raw in zip(batch, self._run(batch), strict=True):
                raws.setdefault(window.sentence, []).append((window, raw))
        whole = [_stitched(raws.get(i, []), len(words)) for i, words in enumerate(sentences)]
        return self._readings(whole)

    def relate(self, items: Sequence[tuple[Sequence[str], Sequence[int], Sequence[int]]]) -> Floats:
        """Probabilities, items x 17, of what each sentence's source words do to its target words.

        A second pass of the encoder in which source and target are marked: slower and surer than
        `SentenceReading.pair`. Of a very long sentence the words nearest to the two are read.
        """
        out = np.zeros((len(items), len(ACT_TYPES)), dtype=np.float32)
        windows = [self._marked(i, words, source, target) for i, (words, source, target) in enumerate(items)]
        for batch in _batches(windows):
            scores = self._session.run(["pair"], _feed(batch))[0]
            out[[window.sentence for window in batch]] = _softmax(scores)
        return out

    def _windows(self, sentence: int, words: Sequence[str]) -> Iterator[_Window]:
        first = 0
        while first < len(words):
            last = self._reach(words, first)
            ids, kinds, firsts = encode(words[first:last], self._pieces)
            yield _Window(
                sentence=sentence,
                first=first,
                last=last,
                own_first=first + OVERLAP_WORDS // 2 if first else 0,
                own_last=last - OVERLAP_WORDS // 2 if last < len(words) else last,
                pieces=ids,
                kinds=kinds,
                firsts=firsts,
            )
            first = last - OVERLAP_WORDS if last < len(words) else last

    def _reach(self, words: Sequence[str], first: int) -> int:
        """End of the longest window from `first`; it always holds more words than two windows share."""
        room = PIECES_A_WINDOW
        for i in range(first, len(words)):
            room -= len(self._pieces.of(words[i]))
            if room < 0 and i > first + OVERLAP_WORDS:
                return i
        return len(words)

    def _marked(self, item: int, words: Sequence[str], source: Sequence[int], target: Sequence[int]) -> _Window:
        kept = self._nearest(words, [*source, *target])
        ids, kinds, firsts = encode([words[i] for i in kept], self._pieces)
        marks = dict.fromkeys(target, _TARGET) | dict.fromkeys(source, _SOURCE)
        ends = [*firsts[2:], len(ids) - 1]
        for place, word in enumerate(kept):
            for piece in range(firsts[place + 1], ends[place]):
                kinds[piece] += marks.get(word, 0)
        last = len(kept)
        return _Window(
            sentence=item,
            first=0,
            last=last,
            own_first=0,
            own_last=last,
            pieces=ids,
            kinds=kinds,
            firsts=firsts,
        )

    def _nearest(self, words: Sequence[str], marked: Sequence[int]) -> list[int]:
        """The words that fit into one window, nearest to the marked ones first, in their order."""
        if sum(len(self._pieces.of(word)) for word in words) <= PIECES_A_WINDOW:
            return list(range(len(words)))
        kept: list[int] = []
        room = PIECES_A_WINDOW
        for i in sorted(range(len(words)), key=lambda i: min(abs(i - m) for m in marked)):
            room -= len(self._pieces.of(words[i]))
            if room < 0:
                break
            kept.append(i)
        return sorted(kept)

    def _run(self, batch: Sequence[_Window]) -> Iterator[_Raw]:
        outputs = dict(zip(_OUTPUTS, self._session.run(list(_OUTPUTS), _feed(batch)), strict=True))
        outputs["names"] = _log_softmax(outputs["names"])
        outputs.update((name, _softmax(outputs[name])) for name in ("acts", "modes", "status"))
        for i, window in enumerate(batch):
            places = len(window.firsts)
            parts = {name: value[i, :places] for name, value in outputs.items() if name != "arcs"}
            yield _Raw(arcs=outputs["arcs"][i, :places, :places], **parts)

    def _readings(self, raws: Sequence[_Raw]) -> list[SentenceReading]:
        heads = [tree(raw.arcs[1:]) for raw in raws]
        labels = iter(self._deprels(raws, heads))
        return [self._reading(raw, of, [next(labels) for _ in of]) for raw, of in zip(raws, heads, strict=True)]

    def _reading(self, raw: _Raw, heads: Ints, deprels: list[str]) -> SentenceReading:
        return SentenceReading(
            upos=[UPOS[i] for i in raw.upos[1:].argmax(axis=1)],
            heads=heads,
            deprels=deprels,
            names=list(_names(raw.names[1:])),
            act_types=raw.acts[1:],
            modes=raw.modes[1:],
            status=raw.status[1:],
            trigger_vectors=raw.role_trigger[1:],
            party_vectors=raw.role_party[1:],
            role_weights=self._role_weights,
        )

    def _deprels(self, raws: Sequence[_Raw], heads: Sequence[Ints]) -> Iterator[str]:
        """Labels of the chosen arcs of all sentences, one after the other; many words share each product."""
        pairs = [(raw, of) for raw, of in zip(raws, heads, strict=True) if len(of)]
        if not pairs:
            return
        child = np.concatenate([raw.label_child[1:] for raw, _ in pairs])
        head = np.concatenate([raw.label_head[of + 1] for raw, of in pairs])
        is_root = np.concatenate([of < 0 for _, of in pairs])
        for first in range(0, len(child), WORDS_A_LABELLING):
            part = slice(first, first + WORDS_A_LABELLING)
            scores = self._label_scores(child[part], head[part])
            scores[:, _ROOT] = np.where(is_root[part], -BARRED, BARRED)
            yield from (DEPRELS[i] for i in scores.argmax(axis=1))

    def _label_scores(self, child: Floats, head: Floats) -> Floats:
        return self._label_session.run(["scores"], {"child": child, "head": head})[0]


def _session(path: Path, threads: int) -> Session:
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    session: Session = onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    return session


_ROOT: Final = DEPRELS.index("root")
_ALLOWED: Final = may_follow(NAME_TAGS)


def _batches(windows: Sequence[_Window]) -> Iterator[list[_Window]]:
    """Windows of like length together, so that little is read in vain."""
    ordered = sorted(windows, key=lambda w: len(w.pieces))
    for first, last in pairwise(_cuts([len(window.pieces) for window in ordered])):
        yield ordered[first:last]


def _cuts(lengths: Sequence[int]) -> list[int]:
    """Where batches of windows, the shortest first, begin and end, so that padding and runs cost the least together."""
    costs, firsts = [0], [0]
    for last, longest in enumerate(lengths, start=1):
        lowest = max(0, last - max(1, PIECES_A_BATCH // longest))
        cost, first = min((costs[i] + longest * (last - i), i) for i in range(lowest, last))
        costs.append(cost + PIECES_A_RUN)
        firsts.append(first)
    cuts = [len(lengths)]
    while cuts[-1]:
        cuts.append(firsts[cuts[-1]])
    return cuts[::-1]


def _feed(batch: Sequence[_Window]) -> dict[str, Ints]:
    pieces = _padded([window.pieces for window in batch])
    mask = _padded([[1] * len(window.pieces) for window in batch])
    kinds = _padded([window.kinds for window in batch])
    return {
        "pieces": pieces,
        "kinds": kinds,
        "mask": mask,
        "firsts": _padded([window.firsts for window in batch]),
    }


def _padded(rows: Sequence[Sequence[int]]) -> Ints:
    out = np.zeros((len(rows), max(len(row) for row in rows)), dtype=np.int64)
    for i, row in enumerate(rows):
        out[i, : len(row)] = row
    return out


def _stitched(parts: Sequence[tuple[_Window, _Raw]], words: int) -> _Raw:
    """One sentence of its windows: each word from the window that owns it, arcs within that window only."""
    if len(parts) == 1:
        return parts[0][1]
    ordered = sorted(parts, key=lambda part: part[0].first)
    whole = {name: _joined(ordered, name) for name in _OUTPUTS if name != "arcs"}
    arcs = np.full((words + 1, words + 1), BARRED, dtype=np.float32)
    for window, raw in ordered:
        own = slice(window.own_first - window.first + 1, window.own_last - window.first + 1)
        arcs[window.own_first + 1 : window.own_last + 1, window.first + 1 : window.last + 1] = raw.arcs[own, 1:]
        arcs[window.own_first + 1 : window.own_last + 1, 0] = raw.arcs[own, 0]
    return _Raw(arcs=arcs, **whole)


def _joined(parts: Sequence[tuple[_Window, _Raw]], name: str) -> Floats:
    if not parts:
        return np.zeros((1, len(_LABELS.get(name, "-"))), dtype=np.float32)
    rows = [getattr(parts[0][1], name)[:1]]
    for window, raw in parts:
        start, end = window.own_first - window.first + 1, window.own_last - window.first + 1
        rows.append(getattr(raw, name)[start:end])
    return np.concatenate(rows)


def _names(log_probabilities: Floats) -> Iterator[NameReading]:
    if not len(log_probabilities):
        return
    tags = best_tags(log_probabilities, _ALLOWED)
    sure = np.exp(log_probabilities[np.arange(len(tags)), tags])
    first = 0
    for i in np.flatnonzero(tags):
        tag = NAME_TAGS[tags[i]]
        if tag[0] in "BS":
            first = int(i)
        if tag[0] in "ES":
            probability = float(sure[first : i + 1].mean())
            if probability >= LEAST_NAME:
                yield NameReading(first=first, last=int(i) + 1, label=tag[2:], probability=probability)


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


def _log_softmax(scores: Floats) -> Floats:
    shifted = scores - scores.max(axis=-1, keepdims=True)
    return np.asarray(shifted - np.log(np.exp(shifted).sum(axis=-1, keepdims=True)), dtype=np.float32)


def _softmax(scores: Floats) -> Floats:
    return np.exp(_log_softmax(scores))
