"""What looks like a time and is none: parts of names, counts, modal verbs, ages."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from demarche.annotate.doc import Stretch
from demarche.annotate.time.eras import ERA_WORDS
from demarche.annotate.time.tense import direction
from demarche.annotate.time.words import LEXICON

if TYPE_CHECKING:
    from collections.abc import Sequence

    from demarche.annotate.doc import Doc, Token
    from demarche.annotate.time.words import Lexeme

__all__ = ["Site", "vetoed"]

# Words before a number that make it the number of a thing.
_NUMBERED = frozenset(
    "resolution resolutions no nos number article section chapter page flight channel room route highway boeing airbus "
    "model unit paragraph bill proposition psalm studio $ # £ € ¥ nearly about almost approximately roughly".split()
)
_BEFORE_YEAR = frozenset(
    "in since of from until till by for to before after during between and or the mid early late around about ( , - "
    "post pre circa through into a an his her its their this that 's ' year fiscal as on says dated ; : season".split()
) | {'"'}
_BEFORE_SHORT_YEAR = frozenset("in since of until till by before after from the".split())
_COUNTED = frozenset(
    "people men women troops soldiers children dead persons deaths police civilians percent killed".split()
)
_BEFORE_MONTH = frozenset(
    "in since of from until till by for to before after during between and or the mid early late last next this each "
    "every around through into ( , - ; on a an his her its their 's with".split()
)
_AMBIGUOUS_MONTHS = frozenset("may march august april june".split())
_ENDS_CLAUSE = frozenset({"", ",", ".", ";", ")", "and", "-", "but"})
_SIDES = frozenset({"before", "after"})
_QUOTES = frozenset({'"', "“", "``", "`", "''", "'"})
# Words after which a bare plural is a length of time: "for weeks", "within days".
_MEASURING = frozenset("for within over in after took take takes lasted lasting spent several".split())
_ALONG = frozenset({"over", "through", "throughout", "down"})  # "over the years"
_BESIDE = frozenset("before after since that leading preceding following".split())  # "the weeks before the raid"
_DURING = frozenset("in during throughout through by into late early".split())
_DATING = frozenset("in during throughout since until till from through by".split())
_OF_THE_YEAR = frozenset("for of in during throughout".split())
_OF_ANOTHER = frozenset("of that when ended ending before after since following leading".split())
_TOLD_BEFORE = frozenset({"the", "this", "that", "these", "those"})
_PARTS = frozenset({"a", "one", "two", "three"})  # of four, before "quarters of": "several quarters of losses" last
_EDGES = frozenset({"early", "late", "mid", "-"})
_OWNERS = frozenset({"his", "her", "their", "my", "your", "our"})
_SOME_DAY = (["one", "day"], ["some", "day"])
_STEPS = frozenset({"coming", "following", "next", "last", "past", "previous"})
_TODAYS = frozenset(
    "world society youth generation generations children standards technology".split()
)  # of the present
_BEFORE_SEASON = frozenset("by until till since before after".split())
_COUNTING = frozenset("before after earlier later ago a per or of -".split())  # after "one day": it is a day's length
HHMM = 4  # digits of an hour and its minutes
_AT_HAND = 8  # docs of which it is remembered whether they are rows of entries
_RATES = frozenset({("a", "day"), ("a", "week"), ("a", "year"), ("per", "day"), ("per", "week"), ("per", "year")})


class Site(NamedTuple):
    """Lexemes `first` to `last`, half-open, of a sentence of `doc`."""

    words: Sequence[Lexeme]
    doc: Doc
    first: int
    last: int

    @property
    def size(self) -> int:
        """How many lexemes there are."""
        return self.last - self.first

    @property
    def before(self) -> str:
        """The lexeme before, or nothing."""
        return self.words[self.first - 1].word if self.first else ""

    @property
    def phrase(self) -> list[str]:
        """The lexemes themselves."""
        return [w.word for w in self.words[self.first : self.last]]

    def after(self, n: int = 0) -> str:
        """Return the n-th lexeme after, or nothing."""
        return self.words[self.last + n].word if self.last + n < len(self.words) else ""

    def token(self, at: int) -> Token:
        """Return the word of the doc that holds a lexeme."""
        return self.doc[self.words[at].token]


def vetoed(site: Site, category: str) -> bool:
    """Say whether the words cannot be a time although the grammar would take them for one."""
    first, last = site.words[site.first].word, site.words[site.last - 1].word
    if first == "last" and site.token(site.first).pos_ == "VERB":
        return True
    if last in _SIDES and site.after() not in _ENDS_CLAUSE:  # "the day before the vote": of an event that has no date
        return True
    check = _CHECKS.get(category)
    return bool(check and check(site))


def _year(site: Site) -> bool:
    """Refuse a bare four-digit number that is a count or the number of a thing, and "the year" of other things."""
    if site.phrase[0] == "the":
        return _is_another_year(site)
    word = site.words[site.first].word
    if word == "'":
        return site.before not in _BEFORE_SHORT_YEAR or site.words[site.first + 1].start != site.words[site.first].end
    if site.size > 1 or not word.isdigit():
        return False
    numbers = site.before in _NUMBERED | {"/", ":", "."} or site.after() in _COUNTED | {"/", ":", "%"}
    if numbers or _is_an_hour(site) or _ends_a_name(site.token(site.first)):
        return True
    if not 1700 <= int(word) <= 2099:
        return site.before not in {"in", "since", "by", "until"}
    return site.before not in _BEFORE_YEAR and _counts(site.token(site.first))


def _is_another_year(site: Site) -> bool:
    """Say whether "the year" or "the fiscal year" is not the one that runs."""
    if site.phrase == ["the", "year"]:
        return site.before not in _OF_THE_YEAR or site.after() in _OF_ANOTHER or _ends_in_a_month(site)
    return site.phrase == ["the", "fiscal", "year"] and (site.before != "for" or site.after() in _OF_ANOTHER)


def _ends_a_name(number: Token) -> bool:
    """Say whether a number is the last word of a name: "a plan called Vision 2030"."""
    name = number.head
    if name.i != number.i - 1 or not name.text[0].isupper():
        return False
    return number.dep_ == "flat" or name.ent_type_ in {"ORG", "MISC"} or name.dep_ == "xcomp"


def _is_an_hour(site: Site) -> bool:
    """Say whether a number that no preposition dates by is the hour of an entry."""
    word = site.words[site.first].word
    return site.before not in _BEFORE_SHORT_YEAR and _is_clock(word) and _has_entries(site.doc)


def _is_clock(word: str) -> bool:
    return word.isdigit() and len(word) == HHMM and word < "2400" and word[2:] < "60"


@lru_cache(maxsize=_AT_HAND)
def _has_entries(doc: Doc) -> bool:
    """Say whether a text is a row of entries, each with its hour: "0942 The minister said" can be no year."""
    texts = doc.columns.texts
    hours = (word for word, text in enumerate(texts) if text < "1660" and _is_clock(text))
    return any(doc[word].is_sent_start for word in hours)


def _ends_in_a_month(site: Site) -> bool:
    """Say whether a year is that of accounts: "in the year to March"."""
    month = any(category == "MONTH" for category, _ in LEXICON.get(site.after(1), ()))
    return site.after() in {"to", "ended", "ending"} and month


def _counts(number: Token) -> bool:
    """Say whether a number counts the plural noun that follows it."""
    return number.dep_ == "nummod" and number.head.lower_.endswith("s") and number.head.i == number.i + 1


def _month(site: Site) -> bool:
    """Refuse May, March and their like when they stand alone as a verb or in a name."""
    if site.size > 1:
        return False
    token, word = site.token(site.first), site.words[site.first].word
    if token.ent_type_ or (site.before in _QUOTES and site.after() == "of") or token.pos_ in {"AUX", "VERB", "ADP"}:
        return True
    if len(word) == 3 and word != "may" and not token.text.endswith("."):
        return True
    return word in _AMBIGUOUS_MONTHS and site.before not in _BEFORE_MONTH and token.pos_ not in {"PROPN", "NOUN"}


def _day(site: Site) -> bool:
    """Refuse weekdays in the names of people, parts of fractions, and days counted from an event that is not dated."""
    if site.size == 1:
        token = site.token(site.first)
        person = token.ent_type_ == "PER" and token.pos_ == "PROPN"
        return person or _is_name_of_a_paper(site) or _is_the_present(site)
    if site.phrase[0] == "the" and site.phrase[1].isdigit() and site.phrase[2:3] != ["of"] and site.size <= 3:
        return site.before != "on" or site.after() not in _ENDS_CLAUSE
    if site.phrase in _SOME_DAY:
        return site.after() in _COUNTING
    word = site.words[site.last - 1].word
    return site.before == "/" or (word.isdigit() and site.after() in {"/", "%"})


def _is_name_of_a_paper(site: Site) -> bool:
    """Say whether "Today" ends a name, as in "USA Today said"."""
    today = site.words[site.first]
    return today.word == "today" and today.capital and site.first > 0 and site.words[site.first - 1].capital


def _is_the_present(site: Site) -> bool:
    """Say whether a day is not meant, but what is now or then: "in today's world", "the people of tomorrow"."""
    if site.phrase == ["tomorrow"]:
        return site.before == "of"
    return site.phrase == ["today"] and site.after() == "'s" and site.after(1) in _TODAYS


def _duration(site: Site) -> bool:
    """Refuse ages, rates, fractions, ordinals read as seconds, and units that nothing measures."""
    word = site.words[site.last - 1].word
    if site.size == 1:
        return not word.endswith("long") and not _is_measured(site)
    if _is_part_of_more(site):
        return True
    if site.size == 2 and site.phrase[0] == "the" and _is_plural(word):
        return site.before not in _ALONG and site.after() not in _BESIDE
    if word in _SIDES:
        return False
    steps_to_one = site.phrase[0] in _STEPS and site.phrase[1] in {"a", "an"}  # "coming a year after"
    return steps_to_one or _measures_nothing(site, word) or _is_title(site)


def _is_measured(site: Site) -> bool:
    """Say whether a bare plural is a length of time: "for weeks", "follows months of talks"."""
    measured = site.before in _MEASURING or (site.after() == "of" and _is_governed(site))
    return measured and site.after() not in {"ago", "old"}


def _is_part_of_more(site: Site) -> bool:
    """Say whether the words belong to an age, a rate, a time counted back, or "the third in as many days"."""
    following = (site.after(), site.after(1))
    counted_back = following[0] == "-" and following[1] in {"ago", "earlier", "end", "round"}
    aged = following[0] == "old" or following in {("-", "old"), ("of", "age")}
    counting = site.before == "as" and site.phrase[0] == "many"
    return counted_back or aged or counting or following in _RATES


def _is_governed(site: Site) -> bool:
    """Say whether a verb, a preposition or nothing is right before the words: "follows months of talks"."""
    return not site.first or site.token(site.first - 1).pos_ in {"VERB", "ADP", "SCONJ"}


def _measures_nothing(site: Site, word: str) -> bool:
    """Refuse "the year", "a second", "three-quarters of", and "a year" as a rate ("$2 million a year")."""
    if word == "year" and site.phrase[0] == "the" and not {"past", "last"} & set(site.phrase):
        if "fiscal" in site.phrase and site.before in _OF_THE_YEAR:
            return False
        return site.after() not in {"ended", "ending"} and not _ends_in_a_month(site)
    if word in {"second", "sec"}:
        return True
    if word in {"quarter", "quarters"} and (_is_share(site) or site.words[site.last - 2].word == "-"):
        return True
    one = site.size == 2 and site.phrase[0] in {"a", "an"} and site.first > 0
    if one and site.before == "in" and site.after() in {"that", "when", "where", "which"}:
        return True
    return one and site.token(site.first - 1).pos_ in {"NOUN", "NUM", "SYM", "PROPN"}


def _is_plural(word: str) -> bool:
    return any(category == "UNITS" for category, _ in LEXICON.get(word, ()))


def _is_share(site: Site) -> bool:
    """Say whether something is divided: "a quarter of the staff", "a quarter, of its dealers"."""
    following = site.after(1) if site.after() == "," else site.after()
    return following == "of" and site.words[site.last - 2].word in _PARTS


def _is_title(site: Site) -> bool:
    """Say whether the words are the name of a programme or a paper: "60 Minutes", "This Week"."""
    name = site.token(site.last - 1)
    return site.words[site.last - 1].capital and (site.before in _QUOTES or name.ent_type_ not in {"", "MISC"})


def _season(site: Site) -> bool:
    """Refuse a season that nothing dates by, and the fall of a city: "before summer" is one."""
    if site.size == 1:
        return site.before not in _BEFORE_SEASON or site.token(site.first).pos_ != "NOUN"
    return site.phrase == ["the", "fall"] and site.after() == "of"


def _week(site: Site) -> bool:
    """Refuse "the week" of something else, and the name of a programme."""
    if site.phrase == ["the", "week"] and (site.before not in _OF_THE_YEAR or site.after() in _OF_ANOTHER):
        return site.after() != "'s"
    return _is_title(site)


def _quarter(site: Site) -> bool:
    """Refuse a comparison from quarter to quarter."""
    return (site.after(), site.after(1)) == ("-", "to")


def _decade(site: Site) -> bool:
    """Refuse the age of somebody "in his 30s", and a war that is spoken of without dating anything by it."""
    if site.words[site.last - 1].word in ERA_WORDS and site.size < 6:
        return site.before not in _DATING and "of" not in site.phrase
    short = any(word.isdigit() and len(word) == 2 for word in site.phrase)
    at = site.first
    while at and site.words[at - 1].word in _EDGES:
        at -= 1
    return short and (at < site.first or (at > 0 and site.words[at - 1].word in _OWNERS))


def _reference(site: Site) -> bool:
    """Refuse "soon" in "as soon as", "the future of", "at the time when", and "the past" before a noun."""
    word = site.words[site.last - 1].word
    if word == "soon":
        return site.before == "as" or site.after() == "after" or _is_told(site)
    if site.phrase in (["then"], ["that", "time"]):
        return site.before not in {"until", "till", "by"}
    if word == "term":
        return site.token(site.last - 1).dep_ == "compound"
    if site.phrase == ["at", "the", "time"]:
        return site.after() in {"when", "that"} or _is_of_another(site) or _is_defined(site.token(site.last - 1))
    if site.phrase == ["the", "past"] and site.after() not in _ENDS_CLAUSE:
        return site.token(site.last - 1).pos_ == "ADJ"
    named = site.words[site.last - 1].capital and site.words[site.last - 1].start > site.words[0].start
    return word == "future" and (site.after() == "of" or named)


def _is_told(site: Site) -> bool:
    """Say whether "soon" only tells an order in the past: "he was soon released"."""
    token = site.token(site.first)
    return direction(Stretch(doc=token.doc, start=token.i, end=token.i + 1)) < 0


def _is_of_another(site: Site) -> bool:
    """Say whether it is the time of something not told before: of "its founding", not of "the attack"."""
    return site.after() == "of" and site.after(1) not in _TOLD_BEFORE


def _is_defined(noun: Token) -> bool:
    """Say whether a clause says which time is meant: "at the time he was captured"."""
    return any(child.dep_.startswith("acl") and child.i > noun.i for child in noun.children)


def _set(site: Site) -> bool:
    """Refuse "daily" where it is a newspaper, and a rate: "$2 million annually", "the average daily price"."""
    if site.before == "average":
        return True
    if site.phrase == ["annually"]:
        return _is_amount(site.token(site.first - 1)) if site.first else False
    return site.size == 1 and site.words[site.first].word in {"daily", "weekly", "monthly"} and _names_a_paper(site)


def _is_amount(word: Token) -> bool:
    """Say whether a word ends an amount: "8.5%", "$17.9 million", "10,000 units"."""
    counted = any(child.dep_ == "nummod" for child in word.children)
    return word.pos_ in {"NUM", "SYM"} or word.text == "%" or counted


def _names_a_paper(site: Site) -> bool:
    token = site.token(site.first)
    return token.pos_ == "PROPN" or (token.pos_ == "NOUN" and token.dep_.split(":")[0] in {"nsubj", "obj", "obl"})


def _time(site: Site) -> bool:
    """Refuse "the morning" that no preposition puts the act into, and the "high noon" of a decision."""
    if site.phrase == ["noon"]:
        return site.before == "high"
    return site.size == 2 and site.phrase[0] == "the" and site.before not in _DURING


_CHECKS = {
    "YR": _year,
    "MON": _month,
    "DAY": _day,
    "DUR": _duration,
    "SEA": _season,
    "WK": _week,
    "QT": _quarter,
    "DEC": _decade,
    "REFP": _reference,
    "SET": _set,
    "TIME": _time,
}
