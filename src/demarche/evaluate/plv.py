"""Relations on PLV: what the marked source does to the marked target, among PLOVER's roots.

PATH is a TSV with `marked_sentence` (`<s>source</s>`, `<t>target</t>`) and `gold_root`. Two readings of the shipped
reader are taken together, half and half: one that is shown the pair (`Reader.relate`), and one that looks for a word
which links the two (`SentenceReading.pair_acts`), which also says whether the act is so. Each type with each status is
then put into the conventions of the set, those of PLOVER 0.8 (2021) and of CAMEO under it, and the likeliest root is
the answer:

* CONCEDE and RETREAT are one root, YIELD;
* cooperation or yielding that is only planned is AGREE (CAMEO 030 to 039, "express intent to", 035 for yielding);
  refused cooperation is REJECT (12), threatened conflict THREATEN (13), as the status head has it;
* to impose sanctions is COERCE (163; ours SANCTION without a mode), to convict is ACCUSE (116), to sign an agreement is
  SUPPORT (057), as its conversion table of CAMEO has it (CAMEO2PLOVER-2021);
* blockades, occupations and captures are ASSAULT (CAMEO's root 19, against that table), and so are cyber attacks;
* to withdraw peacekeepers, observers or inspectors is SANCTION (CAMEO 166).

Which of these rules matter was seen on the training part, so that its figure is one of development.

Every pair of the set stands for an act, so that "none" is no answer. Quads follow the set's own: YIELD is material
cooperation (2), SANCTION material conflict (4); binary is cooperation against conflict. A macro-F1 is the mean over
the classes that occur in the gold.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt

from demarche.annotate.reader import ACT_TYPES, MODES, STATUSES, SentenceReading
from demarche.errors import UnknownFormat
from demarche.evaluate import loaded
from demarche.evaluate.conllu import text_of
from demarche.evaluate.result import Evaluation, f1

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["NAME", "Marked", "evaluate", "macro_f1", "marked", "mixed", "quad", "root"]

NAME = "plv"
Floats = npt.NDArray[np.float32]
Words = Mapping[str, tuple[str, ...]]
BATCH = 64
SHOWN = 0.5
"""Weight of the reading that is shown the pair; the other has the rest."""

QUADS: Mapping[str, int] = {
    "AGREE": 1,
    "CONSULT": 1,
    "SUPPORT": 1,
    "COOPERATE": 2,
    "AID": 2,
    "YIELD": 2,
    "REQUEST": 3,
    "ACCUSE": 3,
    "REJECT": 3,
    "THREATEN": 3,
    "PROTEST": 4,
    "SANCTION": 4,
    "MOBILIZE": 4,
    "COERCE": 4,
    "ASSAULT": 4,
}
FRIENDLY = {"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"}
PROMISES = FRIENDLY - {"AGREE"}
THREATENED = {"PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
BY_MODE: Mapping[str, str] = {
    "SANCTION": "COERCE",
    "SANCTION/convict": "ACCUSE",
    "COERCE/cyber": "ASSAULT",
}
"""Modes that the set files under another root; a type that stands alone is that without a mode."""
BY_WORD: Mapping[str, tuple[tuple[str, ...], str]] = {
    "AGREE": (("sign", "ink", "initial", "ratif", "agreement", "accord", "treat", "pact", "deal"), "SUPPORT"),
    "COERCE": (("blockad", "siege", "besieg", "occup", "captur"), "ASSAULT"),
    "RETREAT": (("peacekeep", "observer", "monitor", "inspector"), "SANCTION"),
}
"""Types that the set files under another root where their word, or its object, begins like one of these: a formal
agreement is 057, a blockade 191, an occupation 192, the withdrawal of peacekeepers or inspectors 166 in CAMEO."""
OWN_MODES: Mapping[str, list[int]] = {
    type_: [i for i, mode in enumerate(MODES) if mode.partition("/")[0] == type_] for type_ in ACT_TYPES[1:]
}
_PLAIN = np.zeros((len(MODES), len(STATUSES)), dtype=np.float32)
_PLAIN[0, STATUSES.index("happened")] = 1
_MARK = re.compile(r"</?([st])>")


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A sentence as words, and which of them are the source and the target."""

    words: tuple[str, ...]
    source: tuple[int, ...]
    target: tuple[int, ...]


def evaluate(path: Path) -> Evaluation:
    """Measure the reader on a TSV of marked pairs; raises `UnknownFormat` when the columns are not there."""
    rows = list(_rows(path))
    items = [marked(text) for text, _ in rows]
    answers = [answer for at in range(0, len(items), BATCH) for answer in _answers(items[at : at + BATCH])]
    gold = [label for _, label in rows]
    return Evaluation(
        name=NAME,
        path=str(path),
        items=len(rows),
        measures={
            "root_macro_f1": macro_f1(gold, answers),
            "quad_macro_f1": macro_f1([quad(g) for g in gold], [quad(a) for a in answers]),
            "binary_macro_f1": macro_f1([quad(g) > 2 for g in gold], [quad(a) > 2 for a in answers]),
            "root_accuracy": sum(g == a for g, a in zip(gold, answers, strict=True)) / len(gold),
            **{f"f1_{label.lower()}": _class_f1(label, gold, answers) for label in sorted(set(gold))},
        },
        words=sum(len(item.words) for item in items),
        answers=tuple(
            json.dumps({"sentence": text, "gold": g, "answer": a}, ensure_ascii=False)
            for (text, g), a in zip(rows, answers, strict=True)
        ),
    )


def _rows(path: Path) -> Iterator[tuple[str, str]]:
    rows = csv.DictReader(io.StringIO(text_of(path), newline=""), delimiter="\t")
    if not {"marked_sentence", "gold_root"} <= set(rows.fieldnames or ()):
        msg = "a PLV file is a TSV with the columns marked_sentence and gold_root"
        raise UnknownFormat(msg, where=str(path))
    for row in rows:
        yield row["marked_sentence"], _canonical(row["gold_root"])


def _canonical(label: str) -> str:
    return "YIELD" if label in {"CONCEDE", "RETREAT"} else label


def marked(text: str) -> Marked:
    """Cut a marked sentence into words, as the language layer does; the marks themselves are no words."""
    ends = [(found.start(), found.end(), found.group(1)) for found in _MARK.finditer(text)]
    plain = _MARK.sub("", text)
    taken = 0
    places: dict[str, list[int]] = {"s": [], "t": []}
    for start, end, mark in ends:
        places[mark].append(start - taken)
        taken += end - start
    doc = _tokenizer()(plain)
    return Marked(words=tuple(t.text for t in doc), source=_words(doc, places["s"]), target=_words(doc, places["t"]))


@lru_cache(maxsize=1)
def _tokenizer() -> Callable[[str], Doc]:
    from spacy.lang.en import English

    return English().tokenizer


def _words(doc: Doc, ends: Sequence[int]) -> tuple[int, ...]:
    if len(ends) < 2:
        return ()
    return tuple(t.i for t in doc if not t.is_space and t.idx < ends[1] and t.idx + len(t) > ends[0])


def _answers(items: Sequence[Marked]) -> Iterator[str]:
    reader = loaded.reader()
    relations = reader.relate([(item.words, item.source, item.target) for item in items])
    readings = reader.read([item.words for item in items])
    for item, relation, reading in zip(items, relations, readings, strict=True):
        scores = mixed(relation, reading.pair_modes(item.source, item.target))
        yield root(scores, _words_of(item, reading))


def mixed(relation: Floats, acts: Floats) -> Floats:
    """Return chances, modes by statuses, of both readings together.

    The reading that is shown the pair knows types only: each is divided as the other reading divides it, or counts as
    happened without a mode where the other does not see the type at all.
    """
    shown = np.zeros_like(acts)
    for type_, own in OWN_MODES.items():
        seen = acts[own].sum()
        shares = acts[own] / seen if seen > 0 else _PLAIN[: len(own)]
        shown[own] = relation[ACT_TYPES.index(type_)] * shares
    return np.asarray(SHOWN * _normal(shown) + (1 - SHOWN) * _normal(acts), dtype=np.float32)


def _normal(scores: Floats) -> Floats:
    total = scores.sum()
    return scores / total if total else scores


def root(scores: Floats, words: Words | None = None) -> str:
    """Return the likeliest root for chances of modes by statuses; `words` are those of some types, with objects."""
    totals: dict[str, float] = {}
    for mode, chances in zip(MODES, scores, strict=True):
        for status, chance in zip(STATUSES, chances, strict=True):
            name = _convention(mode, status, words or {})
            totals[name] = totals.get(name, 0.0) + float(chance)
    return max(totals, key=lambda name: totals[name])


def _convention(mode: str, status: str, words: Words) -> str:
    """Return the root under which the set files such an act."""
    type_ = mode.partition("/")[0]
    if status == "denied" and type_ in FRIENDLY:
        return "REJECT"
    if status == "planned" and type_ in PROMISES:
        return "AGREE"
    if status == "threatened" and type_ in THREATENED:
        return "THREATEN"
    beginnings, other = BY_WORD.get(type_, ((), ""))
    if any(word.startswith(beginnings) for word in words.get(type_, ())):
        return other
    return BY_MODE.get(mode, _canonical(type_))


def _words_of(item: Marked, reading: SentenceReading) -> Words:
    """Return the likeliest word of each type whose root hangs on its word, and that word's objects."""
    if not item.words:
        return {}
    likeliest = {type_: int(reading.act_types[:, ACT_TYPES.index(type_)].argmax()) for type_ in BY_WORD}
    return {
        type_: tuple(
            word.lower()
            for i, word in enumerate(item.words)
            if i == at or (reading.heads[i] == at and reading.deprels[i] in {"obj", "nsubj:pass"})
        )
        for type_, at in likeliest.items()
    }


def quad(label: str) -> int:
    """Return the quad of a root, 1 to 4, as the set has it."""
    return QUADS[label]


def macro_f1(gold: Sequence[object], answers: Sequence[object]) -> float:
    """Return the mean F1 over the classes of the gold."""
    kinds = sorted(set(gold), key=str)
    return sum(_class_f1(kind, gold, answers) for kind in kinds) / len(kinds) if kinds else 0.0


def _class_f1(kind: object, gold: Sequence[object], answers: Sequence[object]) -> float:
    hits = sum(g == a == kind for g, a in zip(gold, answers, strict=True))
    return f1(hits, sum(a == kind for a in answers), sum(g == kind for g in gold))
