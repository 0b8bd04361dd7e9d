"""Figures of exported weights, through the product's own runtime, on test sets that nothing was tuned on."""

from __future__ import annotations

import argparse
import csv
import json
import re
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np
import numpy.typing as npt

from demarche.annotate.reader import ACT_TYPES, ROLES, STATUSES, Reader
from training import corpora
from training.corpora import UNKNOWN, Sentence
from training.measure_acts import ROOT_OF, macro_f1
from training.sentences import Act, cut
from training.stage2 import own

NO_MISC: Final = frozenset({"PER", "ORG", "LOC"})
Floats = npt.NDArray[np.float32]
ALL: Final = NO_MISC | {"MISC"}


def syntax(reader: Reader, sentences: Sequence[Sentence]) -> dict[str, float]:
    """UPOS, UAS and LAS over universal labels, gold words."""
    hits = np.zeros(3)
    words = 0
    for gold, read in zip(sentences, reader.read([s.words for s in sentences]), strict=True):
        assert gold.upos
        assert gold.heads
        assert gold.deprels
        head = np.array(gold.heads) - 1 == read.heads
        pairs = zip(gold.deprels, read.deprels, strict=True)
        label = np.array([a.split(":")[0] == b.split(":")[0] for a, b in pairs])
        hits += (
            sum(a == b for a, b in zip(gold.upos, read.upos, strict=True)),
            head.sum(),
            (head & label).sum(),
        )
        words += len(gold.words)
    return dict(zip(("upos", "uas", "las"), (hits / words).round(4).tolist(), strict=True))


def names(reader: Reader, sentences: Sequence[Sentence], classes: frozenset[str]) -> dict[str, float]:
    """F1 of names of these classes, whole and by class; names over words that are unlabelled do not count."""
    counts: Counter[str] = Counter()
    for gold, read in zip(sentences, reader.read([s.words for s in sentences]), strict=True):
        assert gold.names is not None
        unknown = {i for a, b, kind in gold.names if kind == UNKNOWN for i in range(a, b)}
        right = {name for name in gold.names if name[2] in classes}
        found = {(n.first, n.last, n.label) for n in read.names if n.label in classes}
        found = {n for n in found if not unknown & set(range(n[0], n[1]))}
        for part, of in (("gold", right), ("found", found), ("both", right & found)):
            counts.update(f"{part} {kind}" for *_, kind in of)
            counts[part] += len(of)
    return {kind or "all": _f1(counts, kind) for kind in ("", *sorted(classes))}


def _f1(counts: Counter[str], kind: str) -> float:
    both, gold, found = (counts[f"{part} {kind}".strip()] for part in ("both", "gold", "found"))
    return round(2 * both / max(1, gold + found), 4)


def plv(reader: Reader, path: Path) -> dict[str, float]:
    """Macro-F1 over the 15 roots, source and target given: by the marked pass, by the triggers, by both.

    PLV codes by CAMEO's book: cooperation that is only intended is AGREE, refused is REJECT, and a conflict that is
    only announced is THREATEN; so the types are read together with the status of the act.
    """
    rows = list(_plv(path))
    marked = reader.relate([(words, source, target) for words, source, target, _ in rows])
    readings = reader.read([words for words, *_ in rows])
    acts = np.stack([r.pair_acts(s, t) for r, (_, s, t, _) in zip(readings, rows, strict=True)])
    total = acts.sum(2, keepdims=True)
    shares = np.where(total > LEAST_SHARE, acts / (total + 1e-6), 1 / len(STATUSES))
    first, second = _by_book(marked[:, :, None] * shares), _by_book(acts) + 1e-3
    second /= second.sum(1, keepdims=True)
    gold = [root for *_, root in rows]
    scores = {"marked": first, "triggers": second, "both": first + second}
    plain = {"marked, types alone": marked, "triggers, types alone": acts.sum(2)}
    return {name: macro_f1(gold, _roots(values)) for name, values in (scores | plain).items()}


LEAST_SHARE: Final = 0.01
_COOPERATION: Final = ("CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT")
_CONFLICT: Final = ("SANCTION", "COERCE", "ASSAULT", "PROTEST", "MOBILIZE", "REJECT")
_BOOK: Final = (
    ("denied", ("AGREE", *_COOPERATION), "REJECT"),
    ("planned", _COOPERATION, "AGREE"),
    ("threatened", _CONFLICT, "THREATEN"),
)


def _by_book(acts: Floats) -> Floats:
    """Types of n x types x statuses by CAMEO's book, n x types."""
    out = acts.copy()
    for status, kinds, instead in _BOOK:
        place = STATUSES.index(status)
        for kind in map(ACT_TYPES.index, kinds):
            out[:, ACT_TYPES.index(instead), place] += out[:, kind, place]
            out[:, kind, place] = 0
    return np.asarray(out.sum(2))


def _plv(path: Path) -> Iterator[tuple[tuple[str, ...], list[int], list[int], str]]:
    with path.open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            parts = re.split(r"(</?[st]>)", row["marked_sentence"])
            text, places = "", dict[str, int]()
            for part in parts:
                if re.fullmatch(r"</?[st]>", part):
                    places[part] = len(text)
                else:
                    text += part
            words = cut(text)
            source, target = (
                [i for i, at in enumerate(words.starts) if places.get(f"<{k}>", 0) <= at < places.get(f"</{k}>", 0)]
                for k in "st"
            )
            yield words.words, source, target, row["gold_root"]


def _roots(scores: Floats) -> list[str]:
    scores = scores.copy()
    concede, retreat = ACT_TYPES.index("CONCEDE"), ACT_TYPES.index("RETREAT")
    scores[:, retreat] += scores[:, concede]
    scores[:, [0, concede]] = 0
    return [ROOT_OF[i] for i in scores.argmax(1)]


def own_acts(reader: Reader, sentences: Sequence[Sentence], least: float = 0.5) -> dict[str, float]:
    """Held-out sentences of our own: triggers by overlap, with and without type, status and parties' words."""
    counts: Counter[str] = Counter()
    for gold, read in zip(sentences, reader.read([s.words for s in sentences]), strict=True):
        found = [(t.first, t.last, t.type) for t in read.triggers(least)]
        acts = {(*act.trigger, act.kind) for act in gold.acts or ()}
        for name, typed in (("trigger", False), ("typed", True)):
            counts[f"{name} gold"] += len(acts)
            counts[f"{name} found"] += len(found)
            counts[f"{name} hit"] += sum(_met(act, found, typed=typed) for act in acts)
            counts[f"{name} met"] += sum(_met(one, acts, typed=typed) for one in found)
        for act in gold.acts or ():
            word = max(range(*act.trigger), key=lambda i: read.act_types[i, ACT_TYPES.index(act.kind)])
            counts["acts"] += 1
            counts["status"] += STATUSES[int(read.status[word].argmax())] == act.status
            _count_parties(read.roles(word).argmax(axis=1).tolist(), act, counts)
    out = {f"{name}_f1": _share(counts, name) for name in ("trigger", "typed", "party")}
    return {**out, "status": round(counts["status"] / max(1, counts["acts"]), 4)}


def _met(one: tuple[int, int, str], others: Iterable[tuple[int, int, str]], *, typed: bool) -> bool:
    return any(one[0] < b and a < one[1] and (not typed or kind == one[2]) for a, b, kind in others)


def _count_parties(guessed: list[int], act: Act, counts: Counter[str]) -> None:
    sides = {"source": act.sources, "target": act.targets, "other": act.others}
    gold = {(i, role) for role, spans in sides.items() for a, b in spans for i in range(a, b)}
    found = {(i, ROLES[role]) for i, role in enumerate(guessed) if role}
    counts["party gold"] += len(gold)
    counts["party found"] += len(found)
    counts["party hit"] += len(gold & found)
    counts["party met"] += len(gold & found)


def _share(counts: Counter[str], name: str) -> float:
    both = counts[f"{name} hit"] + counts[f"{name} met"]
    return round(both / max(1, counts[f"{name} gold"] + counts[f"{name} found"]), 4)


def everything(reader: Reader, data: Path) -> Iterator[tuple[str, dict[str, float]]]:
    """Each set's name and figures, and at last the speed."""
    began = time.perf_counter()
    trees = {"ud_ewt": "ud_ewt/en_ewt-ud-test.conllu", "ud_gum": "ud_gum/en_gum-ud-test.no-news.conllu"}
    count = 0
    for name, path in trees.items():
        sentences = [tree for _, tree, _ in corpora.conllu(data / path)]
        count += sum(len(s.words) for s in sentences)
        yield name, syntax(reader, sentences)
    speed = count / (time.perf_counter() - began)
    uner = list(corpora.uner(data / "uner_ewt/en_ewt-ud-test.iob2").values())
    yield "uner_ewt", names(reader, uner, NO_MISC)
    wikigold = [s for _, s in corpora.two_column(data / "wikigold/wikigold.conllu", corpora.PLAIN, 1, 2)]
    yield "wikigold", names(reader, wikigold, ALL)
    yield "crossner_politics", names(reader, corpora.politics(data / "crossner_politics/test.txt"), ALL)
    yield "re3d BBC_Online", names(reader, corpora.re3d(data / "re3d/BBC_Online"), NO_MISC)
    held_out = own(Path(__file__).parent / "sentences")[1]
    yield "own sentences, held out", own_acts(reader, held_out)
    yield "own sentences, held out, names", names(reader, held_out, ALL)
    yield "plv train", plv(reader, data / "plover_plv/PLV_train.tsv")
    yield "speed", {"words_per_second": round(speed)}


def main() -> None:
    """Print the figures of a folder of weights."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--weights", type=Path)
    args = parser.parse_args()
    for name, figures in everything(Reader.load(args.weights), args.data):
        print(name, json.dumps(figures), flush=True)


if __name__ == "__main__":
    main()
