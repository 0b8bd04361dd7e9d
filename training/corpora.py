"""The licensed corpora, read into one shape of sentence."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final
from xml.etree import ElementTree as ET

from training.labels import NAME_CLASSES
from training.sentences import Act

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

UNKNOWN: Final = "?"
Name = tuple[int, int, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """Words with what a corpus says about them; None where it says nothing.

    heads: number of the head word plus one, 0 for the root. names: [first, last) and class; class "?" means
    that the words bear no usable label. has_misc: the corpus labels MISC, so that O is sure.
    """

    words: tuple[str, ...]
    upos: tuple[str, ...] | None = None
    heads: tuple[int, ...] | None = None
    deprels: tuple[str, ...] | None = None
    names: tuple[Name, ...] | None = None
    has_misc: bool = True
    acts: tuple[Act, ...] | None = None


def blocks(path: Path) -> Iterator[list[str]]:
    """The file's blocks of lines between blank lines."""
    for block in re.split(r"\n\s*\n", path.read_text(encoding="utf-8")):
        if lines := [line for line in block.split("\n") if line.strip()]:
            yield lines


def conllu(path: Path) -> Iterator[tuple[str, Sentence, list[list[str]]]]:
    """Sentence id, sentence and raw rows of every sentence of a CoNLL-U file."""
    for lines in blocks(path):
        rows = [line.split("\t") for line in lines if line[0].isdigit()]
        rows = [row for row in rows if row[0].isdigit()]
        ids = [line.split("=", 1)[1].strip() for line in lines if line.startswith("# sent_id")]
        if rows:
            yield ids[0] if ids else "", _tree(rows), rows


def _tree(rows: list[list[str]]) -> Sentence:
    return Sentence(
        words=tuple(row[1] for row in rows),
        upos=tuple(row[3] for row in rows),
        heads=tuple(int(row[6]) for row in rows),
        deprels=tuple(row[7] for row in rows),
    )


def spans(tags: Sequence[str], classes: dict[str, str]) -> tuple[Name, ...]:
    """Names of a row of BIO tags; classes maps the corpus's class to ours, and one left out is no name."""
    found: list[list[int | str]] = []
    before = "O"
    for i, tag in enumerate([*tags, "O"]):
        starts = tag != "O" and (tag[0] == "B" or before[2:] != tag[2:] or before == "O")
        if before != "O" and (starts or tag == "O"):
            found[-1][1] = i
        if starts:
            found.append([i, i + 1, tag[2:]])
        before = tag
    return tuple((int(a), int(b), classes[str(c)]) for a, b, c in found if str(c) in classes)


def two_column(path: Path, classes: dict[str, str], word: int = 0, tag: int = 1) -> Iterator[tuple[str, Sentence]]:
    """Sentence id and named sentence of a file with one word and its tag a line."""
    for lines in blocks(path):
        rows = [line.rstrip("\n").split("\t") for line in lines if "\t" in line]
        ids = [line.split("=", 1)[1].strip() for line in lines if line.startswith("# sent_id")]
        if rows:
            names = spans([row[tag].strip() for row in rows], classes)
            yield ids[0] if ids else "", Sentence(words=tuple(row[word] for row in rows), names=names)


PLAIN: Final = {kind: kind for kind in NAME_CLASSES}
WNUT: Final = {
    "person": "PER",
    "location": "LOC",
    "corporation": "ORG",
    "group": "ORG",
    "product": "MISC",
    "creative-work": "MISC",
}
POLITICS: Final = {
    "politician": "PER", "person": "PER", "organisation": "ORG", "politicalparty": "ORG", "country": "LOC",
    "location": "LOC", "event": "MISC", "election": "MISC", "misc": "MISC",
}  # fmt: skip


def uner(path: Path) -> dict[str, Sentence]:
    """UNER sentences by id; MISC is not labelled there."""
    read = two_column(path, {kind: kind for kind in ("PER", "ORG", "LOC")}, 1, 2)
    return {key: replace(sentence, has_misc=False) for key, sentence in read}


def ewt(data: Path, part: str) -> list[Sentence]:
    """EWT trees with the names of UNER where the words agree; UNER's other sentences stand alone."""
    named = uner(data / "uner_ewt" / f"en_ewt-ud-{part}.iob2")
    out = []
    for key, tree, _ in conllu(data / "ud_ewt" / f"en_ewt-ud-{part}.conllu"):
        same = key in named and named[key].words == tree.words
        out.append(replace(tree, names=named.pop(key).names, has_misc=False) if same else tree)
    return [*out, *named.values()]


GUM_CLASSES: Final = {"person": "PER", "organization": "ORG", "place": "LOC"}
_JOINS: Final = {
    "PER": {"de", "del", "della", "di", "da", "van", "von", "der", "al", "el", "bin", "ibn", "-", "'", "."},
    "ORG": {"of", "the", "for", "and", "&", "in", "on", "-", "'", "'s", "de", "la", "."},
    "LOC": {"of", "the", "and", "de", "la", "del", "el", "al", "-", "'s", "'", "."},
}
_TITLES: Final = frozenset(
    "mr mrs ms dr sir lord lady president prime minister senator king queen prince princess pope general colonel"
    " captain judge justice mayor governor secretary chairman chancellor ambassador professor prof rev saint dame"
    " emperor sultan imam bishop archbishop cardinal father sister brother vice-president premier doctor".split()
)


def gum(files: Iterable[Path]) -> list[Sentence]:
    """GUM trees; names are the capitalised runs round the head of a person, organisation or place."""
    return [
        replace(tree, names=gum_names(tree, rows), has_misc=False) for path in files for _, tree, rows in conllu(path)
    ]


def gum_names(tree: Sentence, rows: list[list[str]]) -> tuple[Name, ...]:
    """Names that follow from entity spans with a proper noun at their head; other proper nouns stay unknown."""
    proper = [tag == "PROPN" for tag in tree.upos or ()]
    label: list[str | None] = [UNKNOWN if p else None for p in proper]
    # A name in a name ("Boston" in "Boston Red Sox") yields to the longer one, which comes later.
    for first, last, kind in sorted(_entities(rows), key=lambda e: e[1] - e[0]):
        head = _head(tree, first, last)
        if proper[head] and kind in GUM_CLASSES:
            a, b = _run(tree, head, (first, last), GUM_CLASSES[kind])
            people = kind == "person" and rows[head][4] == "NNPS"
            label[a:b] = [UNKNOWN if people else f"{GUM_CLASSES[kind]}@{first}:{last}"] * (b - a)
    return tuple((a, b, k.split("@")[0]) for a, b, k in _stretches(label) if k)


def _run(tree: Sentence, head: int, span: tuple[int, int], kind: str) -> tuple[int, int]:
    """The words of the name round its head, without titles before a person's name."""
    capital = [
        word[0].isupper() and tag in {"PROPN", "ADJ", "NOUN", "NUM", "VERB", "X"} and i in range(*span)
        for i, (word, tag) in enumerate(zip(tree.words, tree.upos or (), strict=True))
    ]
    small = [word.lower() in _JOINS[kind] for word in tree.words]
    a, b = _reach(capital, small, head, -1), _reach(capital, small, head, 1) + 1
    return (_untitled(tree.words, a, b), b) if kind == "PER" else (a, b)


def _untitled(words: Sequence[str], first: int, last: int) -> int:
    """Where a person's name starts, titles left out; a title alone is kept."""
    while first < last - 1 and words[first].lower().rstrip(".") in _TITLES:
        first += 1
    return first


def _reach(capital: list[bool], small: list[bool], at: int, step: int) -> int:
    """The farthest capitalised word in one direction, over at most two small words at a time."""
    end = -1 if step < 0 else len(capital)
    ahead = list(range(at + step, end, step))[:3]
    for gap, i in enumerate(ahead):
        if capital[i] and all(small[j] for j in ahead[:gap]):
            return _reach(capital, small, i, step)
    return at


def _entities(rows: list[list[str]]) -> Iterator[Name]:
    stack: list[tuple[str, int, str]] = []
    for i, row in enumerate(rows):
        value = next((m[7:] for m in row[9].split("|") if m.startswith("Entity=")), "") if len(row) > 9 else ""
        for part in re.findall(r"\([^()]+|\d*\)", value):
            if part.startswith("("):
                fields = part[1:].split("-")
                stack.append((fields[0], i, fields[1] if len(fields) > 1 else ""))
            elif stack:
                key = part[:-1]
                at = next(
                    (n for n in range(len(stack) - 1, -1, -1) if not key or stack[n][0] == key),
                    len(stack) - 1,
                )
                _, first, kind = stack.pop(at)
                yield first, i + 1, kind


def _head(tree: Sentence, first: int, last: int) -> int:
    assert tree.heads is not None
    heads = tree.heads
    return next((i for i in range(first, last) if not first <= heads[i] - 1 < last), first)


def _stretches(label: list[str | None]) -> Iterator[tuple[int, int, str | None]]:
    start = 0
    for i in range(1, len(label) + 1):
        if i == len(label) or label[i] != label[start]:
            yield start, i, label[start]
            start = i


def politics(path: Path) -> list[Sentence]:
    """CrossNER politics in our classes."""
    return [sentence for _, sentence in two_column(path, POLITICS)]


def wnut(path: Path) -> list[Sentence]:
    """WNUT-17 in our classes."""
    return [sentence for _, sentence in two_column(path, WNUT)]


RE3D_FOLDERS: Final = (
    "Australian_Department_of_Foreign_Affairs", "CENTCOM", "Delegation_of_the_European_Union_to_Syria",
    "UK_Government", "US_State_Department", "Wikipedia",
)  # fmt: skip
RE3D_CLASSES: Final = {"Person": "PER", "Organisation": "ORG", "Location": "LOC", "Nationality": "MISC"}
_WORD: Final = re.compile(r"(?:[A-Z]\.)+(?=\W)|\w+(?=[’']s\b)|[’']s\b|\w+(?:[.’']\w+)*|[^\w\s]")
_SENTENCE_END: Final = re.compile(
    r"(?<!\b[A-Z])(?<!Brig)(?<!Gen)(?<!Col)(?<!Capt)(?<!Lt)(?<!Nov)(?<!Jan)(?<!Feb)(?<!Sept)(?<!Oct)(?<!Dec)(?<!Mr)"
    r"[.!?][\"”]?\s+(?=[A-Z“\"])|\n+"
)


def re3d(folder: Path) -> list[Sentence]:
    """Sentences of one re3d folder; names are the spans capitalised throughout, without the article."""
    lines = (folder / "entities.json").read_text(encoding="utf-8").splitlines()
    marked: dict[str, list[Name]] = {}
    for line in filter(str.strip, lines):
        row = json.loads(line)
        marked.setdefault(row["documentId"], []).append((row["begin"], row["end"], row["type"]))
    documents = (folder / "documents.json").read_text(encoding="utf-8").splitlines()
    out: list[Sentence] = []
    for line in filter(str.strip, documents):
        row = json.loads(line)
        out.extend(_re3d_document(row["text"], marked.get(row["_id"], [])))
    return out


def _re3d_document(text: str, marked: list[Name]) -> Iterator[Sentence]:
    start = 0
    for end in [*(m.end() for m in _SENTENCE_END.finditer(text)), len(text)]:
        words = list(_WORD.finditer(text[start:end]))
        if 3 <= len(words) <= 90:
            places = [(start + m.start(), start + m.end()) for m in words]
            names = tuple(_re3d_names([m.group() for m in words], places, marked))
            yield Sentence(words=tuple(m.group() for m in words), names=names)
        start = end


_SMALL: Final = {"of", "the", "and", "for", "al", "de", "-", "’s", "'s", ".", "in", "on", "bin", "el"}


def _re3d_names(words: list[str], places: list[tuple[int, int]], marked: list[Name]) -> Iterator[Name]:
    """The marked names; other capitalised words stay unknown, since not all names are marked."""
    label: list[str | None] = [UNKNOWN if w[0].isupper() and i else None for i, w in enumerate(words)]
    for begin, end, kind in sorted(marked, key=lambda m: m[0] - m[1]):
        inside = [i for i, (a, b) in enumerate(places) if a >= begin and b <= end]
        while inside and words[inside[0]].lower() in {"the", "a", "an"}:
            inside.pop(0)
        if inside and kind in RE3D_CLASSES and _named(words[inside[0] : inside[-1] + 1]):
            a, b = inside[0], inside[-1] + 1
            a = _untitled(words, a, b) if kind == "Person" else a
            label[a:b] = [f"{RE3D_CLASSES[kind]}@{a}"] * (b - a)
    return ((a, b, k.split("@")[0]) for a, b, k in _stretches(label) if k)


_PRONOUNS: Final = {"i", "we", "you", "he", "she", "it", "they", "us", "our", "his", "their", "who"}


def _named(words: Sequence[str]) -> bool:
    if " ".join(words).lower() in _PRONOUNS:
        return False
    ends = words[0][0].isupper() and words[-1][0].isupper()
    return ends and all(word[0].isupper() or word in _SMALL for word in words)


MEANTIME_CLASSES: Final = {
    "PER": "PER",
    "ORG": "ORG",
    "LOC": "LOC",
    "PRO": "MISC",
    "MIX": UNKNOWN,
    "FIN": UNKNOWN,
}


def meantime(folder: Path) -> list[Sentence]:
    """Named sentences of MEANTIME: title and the first five sentences, which alone are annotated in full."""
    out: list[Sentence] = []
    for path in sorted(folder.glob("*/*.xml")):
        out.extend(_meantime_document(ET.parse(path).getroot()))  # noqa: S314 - a corpus that the user chose
    return out


def _meantime_document(root: ET.Element) -> Iterator[Sentence]:
    tokens = {t.get("t_id", ""): (int(t.get("sentence", "0")), t.text or "") for t in root.iter("token")}
    kinds = {e.get("m_id"): e.get("ent_type") or UNKNOWN for e in root.iter("ENTITY")}
    of: dict[str | None, str] = {}
    for link in root.iter("REFERS_TO"):
        target = link.find("target")
        for source in link.findall("source"):
            of[source.get("m_id")] = kinds.get(target.get("m_id") if target is not None else None, UNKNOWN)
    label: dict[str, str] = {}
    for mention in root.iter("ENTITY_MENTION"):
        if mention.get("syntactic_type") in {"NAM", "PRE.NAM"}:
            anchors = [a.get("t_id", "") for a in mention.findall("token_anchor")]
            kind = MEANTIME_CLASSES.get(of.get(mention.get("m_id"), UNKNOWN), UNKNOWN)
            label.update({a: f"{kind}@{mention.get('m_id')}" for a in anchors})
    for number in range(6):
        ids = [key for key, (sentence, _) in tokens.items() if sentence == number]
        words = tuple(tokens[key][1] for key in ids)
        rows = list(_stretches([label.get(key) for key in ids]))
        names = tuple(_trimmed(words, a, b, k.split("@")[0]) for a, b, k in rows if k)
        if ids and (names or number):
            yield Sentence(words=words, names=tuple(name for name in names if name[0] < name[1]))


def _trimmed(words: tuple[str, ...], first: int, last: int, kind: str) -> Name:
    """The span without articles, possessives, titles and other small words at its ends."""
    while first < last and (not words[first][0].isupper() or words[first] in {"The", "A", "Its"}):
        first += 1
    while first < last and not (words[last - 1][0].isupper() or words[last - 1][0].isdigit()):
        last -= 1
    return _untitled(words, first, last) if kind == "PER" else first, last, kind
