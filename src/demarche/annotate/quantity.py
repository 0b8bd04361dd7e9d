"""Quantities: how many or how much, and of what. Dates, names and the numbers of things are none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from demarche.annotate.numerals import FRACTIONS, NUMBER_WORDS, SCALES, Numeral, cardinal, ordinal
from demarche.annotate.time.words import lexemes, pieces_of, speaks_of
from demarche.record import Quantity, Span, TimeType

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from demarche.annotate.doc import Doc, Token
    from demarche.annotate.reading import Reading
    from demarche.annotate.time.words import Lexeme

__all__ = ["find"]

TIME_UNITS = {
    word: unit
    for unit in (
        "second",
        "minute",
        "hour",
        "day",
        "night",
        "week",
        "weekend",
        "month",
        "quarter",
        "year",
        "decade",
        "century",
    )
    for word in (unit, f"{unit}s")
} | {"centuries": "century", "hrs": "hour", "mins": "minute", "fortnight": "fortnight"}
# Units of measure: every way to write one, and its usual name.
MEASURES = {
    word: name
    for name, words in {
        "km": "km kilometer kilometers kilometre kilometres",
        "miles": "mile miles mi",
        "m": "m meter meters metre metres",
        "ft": "ft foot feet",
        "cm": "cm centimeter centimeters",
        "mm": "mm millimeter millimeters millimetre",
        "kg": "kg kilogram kilograms kilo kilos",
        "tons": "ton tons tonne tonnes",
        "pounds": "lb lbs",
        "acres": "acre acres",
        "hectares": "hectare hectares",
        "barrels": "barrel barrels",
        "gallons": "gallon gallons",
        "liters": "liter liters litre litres",
        "degrees": "degree degrees",
        "mph": "mph",
        "kph": "kph",
        "megawatts": "megawatt megawatts mw",
        "percent": "percent % pct",
        "percentage points": "percentage",
    }.items()
    for word in words.split()
}
CURRENCY_SIGNS = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₪": "ILS", "₹": "INR", "#": "GBP"}
CURRENCIES = {
    "dollar": "USD",
    "dollars": "USD",
    "euro": "EUR",
    "euros": "EUR",
    "pound": "GBP",
    "pounds": "GBP",
    "sterling": "GBP",
    "yen": "JPY",
    "yuan": "CNY",
    "ruble": "RUB",
    "rubles": "RUB",
    "roubles": "RUB",
    "shekel": "ILS",
    "shekels": "ILS",
    "rupees": "INR",
    "riyals": "SAR",
    "dinars": "dinars",
    "francs": "francs",
    "marks": "marks",
    "cents": "cents",
    "pesos": "pesos",
    "rials": "IRR",
    "lira": "TRY",
    "liras": "TRY",
}


# Wire services write pounds as "#"; a smaller number after it is a rank or a hash tag.
LEAST_POUNDS = 100
OLDEST = 120  # years of a person


class Bound(NamedTuple):
    """What words before a number do to it: keep its low end, its high end, make it approximate."""

    low: bool
    high: bool
    approximate: bool


_EXACT = Bound(low=True, high=True, approximate=False)
_ABOUT = Bound(low=True, high=True, approximate=True)
_MORE = Bound(low=True, high=False, approximate=False)
_LESS = Bound(low=False, high=True, approximate=False)
BOUNDS: dict[tuple[str, ...], Bound] = {
    tuple(words.split()): bound
    for bound, phrases in (
        (_ABOUT, "about|around|some|roughly|approximately|nearly|almost|virtually|practically|close to"),
        (_ABOUT, "an estimated|estimated|in the region of|somewhere around|perhaps|probably|maybe"),
        (_MORE, "more than|greater than|over|well over|just over|at least|no fewer than|no less than|not less than"),
        (_MORE, "a minimum of|upwards of|in excess of|exceeding|above"),
        (_LESS, "less than|fewer than|under|just under|below|at most|no more than|not more than|a maximum of|within"),
        (_LESS, "up to|as many as|as much as"),
        (_EXACT, "only|just|exactly|a total of|another|one other|the other|a record"),
    )
    for words in phrases.split("|")
}
_LONGEST_BOUND = max(map(len, BOUNDS))

# Numbers that only say about how many: the least that they can mean, or None.
VAGUE: dict[tuple[str, ...], float | None] = {
    ("tens", "of", "thousands"): 10_000,
    ("tens", "of", "millions"): 10_000_000,
    ("tens", "of", "billions"): 10_000_000_000,
    ("hundreds", "of", "thousands"): 100_000,
    ("hundreds", "of", "millions"): 100_000_000,
    ("hundreds", "of", "billions"): 100_000_000_000,
    ("tens", "of", "1000", "'s"): 10_000,
    ("hundreds", "of", "1000", "'s"): 100_000,
    ("several", "dozen"): 24,
    ("several", "hundred"): 200,
    ("several", "thousand"): 2_000,
    ("several", "million"): 2_000_000,
    ("several", "billion"): 2_000_000_000,
    ("a", "few", "dozen"): 24,
    ("a", "few", "hundred"): 200,
    ("a", "few", "thousand"): 2_000,
    ("a", "few", "million"): 2_000_000,
    ("thousands",): 1_000,
    ("hundreds",): 100,
    ("millions",): 1_000_000,
    ("billions",): 1_000_000_000,
    ("dozens",): 24,
    ("scores",): 40,
    ("a", "handful"): None,
    ("a", "few"): None,
    ("very", "few"): None,
    ("several",): 2,
    ("a", "couple"): 2,
    ("many", "dozens"): 24,
}
_OPENERS = frozenset({"since", "from", "between"})  # of stretches that may hold more than their dates
_NUMBERED = frozenset(
    "resolution resolutions no nos number numbers article section chapter page flight channel room route highway "
    "boeing airbus paragraph bill proposition mig psalm apollo level phase group team-no title annex protocol "
    "type model case unit squadron f- m- ak- tu- su- g- iphone windows radio bbc tv area camp sector gate "
    "terminal block grade version".split()
)
_NO_COMPOUND = frozenset(
    "star state way fold sided party tier dimensional prong pronged faced timer thirds headed on".split()
)
_MODIFIERS = frozenset("nummod det det:predet cc:preconj amod advmod nmod compound obl:npmod dep".split())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Number:
    """Lexemes `first` to `last`, half-open, that are a number; `low` and `high` as in `Quantity`."""

    first: int
    last: int
    low: float | None
    high: float | None
    approximate: bool = False
    unit: str | None = None
    kind: str = "cardinal"


def find(reading: Reading) -> tuple[Quantity, ...]:
    """Return the quantities of a reading in the order of the text; needs `reading.times` to keep off dates."""
    blocked = _blocked(reading)
    found: list[Quantity] = []
    for part in reading.sentences:
        if speaks_of(reading.doc, part.first, part.last, _is_of_number):
            words = lexemes(reading.doc, part.first, part.last)
            found.extend(_quantity(reading, words, number) for number in _numbers(words, reading.doc, blocked))
    return tuple(found)


def _blocked(reading: Reading) -> list[tuple[int, int]]:
    """Return the stretches of dates, clock times and sets, whose numbers count nothing."""
    return [
        (time.span.start, time.span.end)
        for time in reading.times
        if time.type in {TimeType.DATE, TimeType.TIME} and time.span.text.split()[0].lower() not in _OPENERS
    ]


def _numbers(words: Sequence[Lexeme], doc: Doc, blocked: Sequence[tuple[int, int]]) -> Iterator[_Number]:
    """Yield the numbers of a sentence that count or measure, from left to right."""
    plain = [w.word for w in words]
    at = 0
    while at < len(words):
        number = _number(plain, words, doc, at)
        if number is None:
            at += 1
        elif _is_name(plain, words, doc, number) or _is_dated(plain, words, number, blocked):
            at = max(number.last, at + 1)
        else:
            number = _bounded(plain, _measured(plain, number))
            yield number
            at = number.last


@lru_cache(maxsize=65_536)
def _is_of_number(word: str) -> bool:
    """Say whether a number may begin with a word, or with an article before it: a sentence without one has none."""
    return any(piece[:1].isdigit() or piece in _SIGNS for piece in pieces_of(word))


def _number(plain: Sequence[str], words: Sequence[Lexeme], doc: Doc, at: int) -> _Number | None:
    """Read whatever kind of number begins at a lexeme."""
    if not (plain[at][:1].isdigit() or plain[at] in _STARTERS):
        return None
    return (
        _vague(plain, at)
        or _money(plain, at)
        or _fraction(plain, at)
        or _plain_number(plain, words, doc, at)
        or _ordinal(plain, words, doc, at)
        or _word(plain, words, doc, at)
    )


_ARTICLES = {"a", "an"}
# The words that can begin a number: whatever is not here needs no look.
_STARTERS = (
    NUMBER_WORDS
    | {phrase[0] for phrase in VAGUE}
    | set(CURRENCY_SIGNS)
    | set(TIME_UNITS)
    | _ARTICLES
    | {"both", "no", "once", "twice", "thrice", "half"}
)
_SIGNS = (_STARTERS - _ARTICLES) | {phrase[1] for phrase in VAGUE if phrase[0] in _ARTICLES}
_VAGUE_BY_WORD = {
    first: [(phrase, least) for phrase, least in VAGUE.items() if phrase[0] == first] for first, *_ in VAGUE
}


def _vague(plain: Sequence[str], at: int) -> _Number | None:
    for phrase, least in _VAGUE_BY_WORD.get(plain[at], ()):
        if tuple(plain[at : at + len(phrase)]) == phrase:
            return _Number(first=at, last=at + len(phrase), low=least, high=None, approximate=True, kind="vague")
    return None


def _money(plain: Sequence[str], at: int) -> _Number | None:
    if plain[at] not in CURRENCY_SIGNS:
        return None
    number = cardinal(plain, at + 1) if at + 1 < len(plain) else None
    if number is None or (plain[at] == "#" and number.value < LEAST_POUNDS):
        return None
    first = at - 1 if at and plain[at - 1] in {"us", "c", "a", "hk"} else at
    low, high, end = _money_range(plain, at, number)
    return _Number(first=first, last=end, low=low, high=high, unit=CURRENCY_SIGNS[plain[at]], kind="money")


def _money_range(plain: Sequence[str], sign: int, number: Numeral) -> tuple[float, float, int]:
    """Return both ends of "$3-4 million" or "$400 million to $500 million", and the index after them."""
    at = number.end + 1 if plain[number.end : number.end + 1] in (["-"], ["to"]) else len(plain)
    at += at < len(plain) and plain[at] == plain[sign]
    second = cardinal(plain, at) if at < len(plain) else None
    if second is None or second.value <= number.value:
        return number.value, number.value, number.end
    return number.value * _shared_scale(plain, number.end, second.end), second.value, second.end


def _fraction(plain: Sequence[str], at: int) -> _Number | None:
    """Read "three-quarters", "two thirds", "half of": shares, told in percent."""
    number = cardinal(plain, at)
    end = number.end if number else at + 1
    name = end + 1 if number and plain[end : end + 1] == ["-"] else end
    if number and name < len(plain) and plain[name] in FRACTIONS and plain[name] not in {"half", "quarter"}:
        if plain[name + 1 : name + 2] not in (["of"], []) and plain[name] in {"seconds", "quarters"}:
            return None
        share = round(100 * number.value * FRACTIONS[plain[name]], 1)
        return _Number(first=at, last=name + 1, low=share, high=share, unit="percent", kind="share")
    if plain[at] == "half" and plain[at + 1 : at + 2] in (["of"], ["the"], ["its"], ["their"]):
        return _Number(first=at, last=at + 1, low=50, high=50, unit="percent", kind="share")
    return None


def _plain_number(plain: Sequence[str], words: Sequence[Lexeme], doc: Doc, at: int) -> _Number | None:
    """Read a cardinal, or a range of two."""
    number = _cardinal(plain, words, doc, at)
    if number is None or (plain[at] == "one" and not _counts_one(plain, words, doc, at, number.end)):
        return None
    if plain[number.end : number.end + 1] and plain[number.end] in {"s", "st", "nd", "rd", "th", "'s", ":"}:
        return None
    second = (
        cardinal(plain, number.end + 1) if plain[number.end : number.end + 1] and number.end + 1 < len(plain) else None
    )
    joined = plain[number.end] if second else ""
    between = at > 0 and plain[at - 1] == "between" and joined == "and"
    if second and second.value > number.value and (joined in {"to", "-", "or"} or between):
        low = number.value * _shared_scale(plain, number.end, second.end)
        return _Number(first=at - between, last=second.end, low=low, high=second.value, kind="range")
    unit = "years" if _is_age(plain, words, doc, at, number) else None
    return _Number(first=at, last=number.end, low=number.value, high=number.value, unit=unit)


def _is_age(plain: Sequence[str], words: Sequence[Lexeme], doc: Doc, at: int, number: Numeral) -> bool:
    """Say whether a number is how old somebody is: "aged 45", "Prakash Shah, 58, a former ambassador"."""
    if at and plain[at - 1] == "aged":
        return True
    apposed = at > 1 and plain[at - 1] == "," and plain[number.end : number.end + 1] == [","]
    return apposed and number.value < OLDEST and doc[words[at - 2].token].ent_type_ == "PER"


def _cardinal(plain: Sequence[str], words: Sequence[Lexeme], doc: Doc, at: int) -> Numeral | None:
    """Read a cardinal; "300m" is a distance unless something counted follows ("1.5m refugees")."""
    number = cardinal(plain, at)
    if number is None or plain[number.end - 1] != "m" or number.end - at != 2:
        return number
    following = doc[words[number.end].token] if number.end < len(words) else None
    counted = (
        following is not None
        and following.pos_ in {"NOUN", "ADJ"}
        and following.text not in {"deep", "high", "long", "wide"}
    )
    return number if counted else cardinal(plain[: at + 1], at)


def _shared_scale(plain: Sequence[str], first: int, second: int) -> float:
    """Return the scale of "3 to 5 million", which counts for both ends."""
    scale = SCALES.get(plain[second - 1], 1)
    return 1 if plain[first - 1] in SCALES else scale


def _counts_one(plain: Sequence[str], words: Sequence[Lexeme], doc: Doc, at: int, end: int) -> bool:
    """Say whether "one" counts: "one soldier", "at least one of", not "one of them" or "no one"."""
    if end > at + 1:
        return True
    token = doc[words[at].token]
    if _bound_before(plain, at):
        return True
    following = plain[at + 1] if at + 1 < len(plain) else ""
    if plain[at + 1 : at + 2] == ["other"] and at + 2 < len(plain) and cardinal(plain, at + 2):
        return False
    return token.dep_ == "nummod" and following not in {"of", "day", "another", "side", "time", "thing", "hand"}


def _ordinal(plain: Sequence[str], words: Sequence[Lexeme], doc: Doc, at: int) -> _Number | None:
    """Read an ordinal that numbers a noun: "second round"; not "first," or "the first to"."""
    number = ordinal(plain, at)
    if number is None:
        return None
    token = doc[words[number.end - 1].token]
    if token.dep_ != "amod" or token.head.i <= token.i or token.head.pos_ != "NOUN":
        return None
    return _Number(first=at, last=number.end, low=number.value, high=number.value, kind="ordinal")


def _word(plain: Sequence[str], words: Sequence[Lexeme], doc: Doc, at: int) -> _Number | None:
    """Read "both countries", "no casualties", "at least once", "over a week", "a month-long war"."""
    word, token = plain[at], doc[words[at].token]
    following = plain[at + 1] if at + 1 < len(plain) else ""
    if word == "both" and token.dep_.startswith(("det", "cc")) and token.head.i > token.i:
        return _Number(first=at, last=at + 1, low=2, high=2, kind="word")
    if word in {"once", "twice", "thrice"} and _bound_before(plain, at):
        count = {"once": 1, "twice": 2, "thrice": 3}[word]
        return _Number(first=at, last=at + 1, low=count, high=count, unit="times", kind="times")
    if word == "no" and token.head.lemma_ in _CASUALTIES and token.head.i == token.i + 1:
        return _Number(first=at, last=at + 1, low=0, high=0, kind="word")
    if word in {"a", "an"} and following in TIME_UNITS and _bound_before(plain, at):
        return _Number(first=at, last=at + 1, low=1, high=1, kind="word")
    if word in TIME_UNITS and plain[at + 1 : at + 3] == ["-", "long"]:
        return _Number(first=at, last=at, low=1, high=1, kind="word")
    return None


_CASUALTIES = frozenset("casualty death injury victim survivor casualties deaths injuries fatality".split())


def _bound_before(plain: Sequence[str], at: int) -> tuple[int, Bound] | None:
    """Return where words that bound the number at a lexeme begin, and what they do."""
    for length in range(min(_LONGEST_BOUND, at), 0, -1):
        bound = BOUNDS.get(tuple(plain[at - length : at]))
        if bound:
            return at - length, bound
    return None


def _bounded(plain: Sequence[str], number: _Number) -> _Number:
    """Take in the words before a number that bound it."""
    article = number.first and plain[number.first - 1] == "a" and plain[number.first] in SCALES
    if article:
        number = replace(number, first=number.first - 1)
    found = _bound_before(plain, number.first)
    if found is None:
        return number
    first, bound = found
    outer = _bound_before(plain, first)
    number = replace(number, first=outer[0] if outer else first, approximate=number.approximate or bound.approximate)
    if number.low != number.high:
        return number
    return replace(number, low=number.low if bound.low else None, high=number.high if bound.high else None)


def _measured(plain: Sequence[str], number: _Number) -> _Number:
    """Take in a unit of measure, of time or of money right after the number, also behind a hyphen."""
    at = number.last + 1 if plain[number.last : number.last + 1] == ["-"] else number.last
    word = plain[at] if at < len(plain) else ""
    if number.kind == "money" or not word:
        return number
    if word in TIME_UNITS:
        return replace(number, last=_behind(plain, at), unit=f"{TIME_UNITS[word]}s".replace("centurys", "centuries"))
    if word in MEASURES or word in CURRENCIES:
        return replace(number, last=at + 1, unit=MEASURES.get(word) or CURRENCIES.get(word))
    return number


def _behind(plain: Sequence[str], at: int) -> int:
    """Return the index after a unit of time, and after "-long" and "-old"."""
    return at + 3 if plain[at + 1 : at + 2] == ["-"] and plain[at + 2 : at + 3] in (["long"], ["old"]) else at + 1


def _is_name(plain: Sequence[str], words: Sequence[Lexeme], doc: Doc, number: _Number) -> bool:
    """Say whether the number belongs to a name or numbers a thing: "Resolution 425", "team no. 225", "Channel One"."""
    token = doc[words[min(number.first, len(words) - 1)].token]
    if number.kind in {"vague", "word", "times", "ordinal"}:
        return number.kind == "ordinal" and token.ent_type_ != ""
    return _is_numbering(plain, number.first) or _is_glued(words, number) or _is_in_entity(token)


def _is_numbering(plain: Sequence[str], first: int) -> bool:
    """Say whether the word before makes it the number of a thing, or a leading zero a telephone number."""
    before = plain[first - 2] if first > 1 and plain[first - 1] == "." else plain[first - 1] if first else ""
    listed = before == "and" and first > 2 and plain[first - 3] in _NUMBERED
    return (
        before in _NUMBERED or listed or (len(plain[first]) > 1 and plain[first].isdigit() and plain[first][0] == "0")
    )


def _is_glued(words: Sequence[Lexeme], number: _Number) -> bool:
    """Say whether letters or a name touch the number ("AK47", "MiG-29"), or it qualifies a rank ("four-star")."""
    at = number.first
    following = [w.word for w in words[number.last : number.last + 2]]
    if following[:1] == ["-"] and following[1:] and following[1] in _NO_COMPOUND:
        return True
    before = words[at - 1] if at else None
    if before is None or before.end != words[at].start:
        return False
    hyphened = before.word == "-" and at > 1 and words[at - 2].capital and words[at - 2].end == before.start
    return hyphened or (before.word.isalpha() and len(before.word) <= 4)


def _is_in_entity(token: Token) -> bool:
    """Say whether the number is a word of a proper name."""
    if not token.ent_type_ or token.pos_ not in {"PROPN", "NUM"}:
        return False
    return token.dep_ != "nummod" or (bool(token.head.ent_type_) and token.head.i < token.i)


def _is_dated(
    plain: Sequence[str], words: Sequence[Lexeme], number: _Number, blocked: Sequence[tuple[int, int]]
) -> bool:
    """Say whether the number is part of a date; "six weeks ago" still counts weeks."""
    last = max(number.last, number.first + 1)
    start, end = words[number.first].start, words[last - 1].end
    if not any(a <= start < b or a < end <= b for a, b in blocked):
        return False
    if number.kind == "ordinal":
        return True
    following = [word for word in plain[number.last : number.last + 2] if word != "-"]
    return not (following and following[0] in TIME_UNITS)


def _quantity(reading: Reading, words: Sequence[Lexeme], number: _Number) -> Quantity:
    """Write a number down with what it counts."""
    doc = reading.doc
    token = doc[words[max(number.first, number.last - 1)].token]
    counted = _counted(doc, words, number)
    unit = number.unit or (counted.lemma_ if counted is not None else None)
    last = _last_word(words, number, counted) if number.unit is None else number.last - 1
    return Quantity(
        span=Span.of(reading.article.text, words[number.first].start, words[max(last, number.first)].end),
        low=number.low,
        high=number.high,
        unit=unit,
        of=_of(counted if counted is not None else token),
        approximate=number.approximate,
    )


def _counted(doc: Doc, words: Sequence[Lexeme], number: _Number) -> Token | None:
    """Return the noun that a number counts: its head, or the noun behind "of"."""
    token = doc[words[max(number.first, number.last - 1)].token]
    whole = token
    while whole.head.pos_ == "NUM" and words[number.first].token <= whole.head.i < whole.i:  # "10 to 12 tanks"
        whole = whole.head
    head = whole.head
    if number.unit is None and head.i > token.i and head.pos_ in {"NOUN", "PROPN", "ADJ"} and whole.dep_ in _MODIFIERS:
        return head
    following = words[number.last].word if number.last < len(words) else ""
    if following == "of":
        return next((child for child in token.children if child.dep_.startswith("nmod") and child.i > token.i), None)
    return None


def _last_word(words: Sequence[Lexeme], number: _Number, counted: Token | None) -> int:
    """Return the last lexeme of the quantity: the noun counted, when it is close by."""
    close = 8
    for at in range(number.last, min(number.last + close, len(words))):
        if counted is not None and words[at].token == counted.i:
            return at
    return number.last - 1


def _of(counted: Token) -> str | None:
    """Return what the quantity is about: a participle on the noun counted, what is "of" it, or the verb over it."""
    for child in counted.children:
        if child.i > counted.i and child.dep_.startswith(("nmod", "acl")):
            return child.lemma_.lower() if child.dep_.startswith("acl") else child.text
    head = counted.head
    if head.i != counted.i and head.pos_ == "VERB" and counted.dep_.startswith(("obj", "nsubj")):
        return head.lemma_.lower()
    return None
