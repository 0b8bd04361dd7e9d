"""Where sentences and paragraphs end, on characters, before any word is looked at."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from demarche.read.heading import dateline_end
from demarche.record import Sentence, Span

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["level", "split"]

# A block of lines is hard-wrapped prose, not a list of one-line paragraphs, when its lines are about as long as one
# another and do not end where sentences do. The shares were set on the wire stories of TimeBank, which are wrapped,
# and on the Guardian stories of T17, which have a sentence a line.
WRAPPED_WIDTH = (38, 130)
WRAPPED_UNFINISHED = 0.5
WIDE = "  "  # a gap that only sentences have between them, in texts without capitals too
LONGEST_WORD = 40  # characters looked back at for an abbreviation
AT_HAND = 8  # texts that stay known as levelled: the words and the sentences are cut from the same

# Abbreviations that never end a sentence: something they belong to always follows.
_BEFORE_A_NAME = frozenset(
    "mr mrs ms messrs mme dr drs gen lt col maj sgt capt cmdr adm brig cpl pvt sen sens rep reps gov govs prof rev hon "
    "st ste ft mt pres amb sec supt det insp cllr mgr msgr fr vs viz cf al ca approx e.g i.e".split()
)
# Abbreviations of a number.
_BEFORE_A_NUMBER = frozenset("no nos art arts fig figs vol vols pp p sec ch para paras tel ext est".split())
_MONTHS = frozenset("jan feb mar apr jun jul aug sep sept oct nov dec".split())
# Abbreviations that may end a sentence: they do when a word follows that likes to begin one.
_MAY_END = (
    frozenset(
        "inc corp co cos ltd bros jr sr etc dept univ assn u.s u.n u.k u.s.a e.u d.c a.m p.m a.d b.c ph.d n.y n.j "
        "n.c s.c n.h n.m l.a calif fla conn mass mich minn miss tenn ala ariz ark colo ga ill ind kan ky la md mo "
        "mont neb nev okla ore pa tex va wash wis wyo ont que est edt cst pst gmt".split()
    )
    | _MONTHS
)
_STARTERS = frozenset(
    "the a an in on at it its he she they we you i but and so however this that these those there when while "
    "after before if as for from to by with since his her their our my one two some many most both no not last "
    "meanwhile also still now then earlier later according what who how why where although though despite under "
    "over during until among asked officials such other others only even yet once instead all "
    "more".split()
)
_OPENING = "\"'“‘«([{`"
_CLOSERS = r"(?:''|[\"”’»)\]}']|-RRB-)"
_END = re.compile(
    r"(?P<stop>[.!?…]+)"
    rf"(?P<close>{_CLOSERS}*(?:[ ](?:''|”|’|»|\)|\]|-RRB-|\"(?=[ \n]|$))(?=[ \n]|$))*)"
    r"(?P<gap>\s+|(?=[A-Z“][a-z])|$)"
)
_WORD_BEFORE = re.compile(r"[\w.’'&-]*$")
_BLANK = re.compile(r"\n[ \t]*\n\s*")
_LEVEL = {ord(c): " " for c in "\t\r\v\f\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000"} | dict.fromkeys(
    range(8192, 8203), " "
)


@lru_cache(maxsize=AT_HAND)
def level(text: str) -> str:
    """Return `text`, character for character as long, with the newlines of wrapped prose and odd spaces as spaces."""
    plain = text = text.translate(_LEVEL)
    for start, end in _blocks(text):
        if _is_wrapped(text[start:end]):
            plain = plain[:start] + text[start:end].replace("\n", " ") + plain[end:]
    return plain


def split(text: str) -> tuple[Sentence, ...]:
    """Return the sentences of `text`, in order, without the white space around them.

    A paragraph break (a blank line, or the end of a line where lines are paragraphs) always ends a sentence; closing
    quotation marks and brackets stay with the sentence they close.
    """
    plain = level(text)
    return tuple(
        Sentence(span=Span.of(text, start, end), paragraph=number)
        for number, (first, last) in enumerate(_paragraphs(plain))
        for start, end in _sentences(plain, first, last)
    )


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the runs of lines between blank lines."""
    start = 0
    for blank in _BLANK.finditer(text):
        yield start, blank.start()
        start = blank.end()
    yield start, len(text)


def _is_wrapped(block: str) -> bool:
    """Say whether the lines of a block are pieces of one paragraph."""
    lines = block.strip().split("\n")
    body = [line.strip() for line in lines[:-1]]
    if not body:
        return False
    low, high = WRAPPED_WIDTH
    fitting = sum(low <= len(line) <= high for line in body)
    unfinished = sum(not line.endswith((".", "?", "!", '"', "”", "''", ":")) for line in body)
    return fitting >= 0.7 * len(body) and unfinished >= WRAPPED_UNFINISHED * len(body)


def _paragraphs(plain: str) -> Iterator[tuple[int, int]]:
    """Yield the lines that hold words, without the white space around them."""
    for line in re.finditer(r"[^\n]+", plain):
        words = line.group().strip()
        if words:
            start = line.start() + line.group().index(words[0])
            yield start, start + len(words)


def _sentences(plain: str, first: int, last: int) -> Iterator[tuple[int, int]]:
    """Yield the sentences of one paragraph; a dateline at its head stands alone."""
    start = first + dateline_end(plain[first:last])
    if start > first:
        yield first, first + len(plain[first:start].rstrip())
    for end in _END.finditer(plain, start, last):
        stop = end.end("close")
        if stop < last and _ends(plain, start, end):
            yield start, stop
            start = end.end()
    if start < last:
        yield start, last


def _ends(plain: str, start: int, end: re.Match[str]) -> bool:
    """Judge one full stop, question or exclamation mark by the word before and what follows."""
    at = end.start("stop")
    before = _WORD_BEFORE.search(plain, max(start, at - LONGEST_WORD), at)
    word = before.group().lower() if before else ""
    following = plain[end.end() : end.end() + 40].split(" ")
    mark = end["stop"]
    if not end["gap"]:
        return mark == "." and len(word) > 1 and word.isalpha() and word not in _BEFORE_A_NAME
    after = following[0].lstrip(_OPENING) or (following[1] if len(following) > 1 else "")
    if after[:1].islower():
        return WIDE in end["gap"] and word.strip("'’-") not in _BEFORE_A_NAME | _MAY_END and "." not in word
    if mark != "." or end["close"].strip():
        return True
    return _full_stop_ends(word, after)


def _full_stop_ends(word: str, after: str) -> bool:
    """Judge a single full stop that no quotation mark follows."""
    word = word.strip("'’-")
    if word in _BEFORE_A_NAME or (word in _BEFORE_A_NUMBER | _MONTHS and after[:1].isdigit()):
        return False
    starter = after.rstrip(",;:.'’").lower() in _STARTERS
    if word in _MAY_END or ("." in word and len(word) <= 7):
        return starter or after.startswith("-LRB-")
    if len(word) == 1 and word.isalpha():
        return word != "i" and starter and after.lower() in {"the", "he", "she", "but", "in", "it", "they"}
    return True
