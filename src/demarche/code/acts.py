"""Which words report an act, and of what type: the lexicon proposes and explains, the model judges."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from demarche.annotate.reader import ACT_TYPES, MODES
from demarche.annotate.time.words import MONTHS, WEEKDAYS
from demarche.code.confidence import chance, odds
from demarche.code.function_words import is_negated
from demarche.code.no_act import barred_types, barred_words, is_attributive, is_mere_state
from demarche.code.senses import is_disarming, words_around
from demarche.code.syntax import AT_HAND, arguments, case_of, children, objects
from demarche.code.words import Words
from demarche.codebook import ActEntry, Match, Pos
from demarche.codebook.lexicon import Need, Slot
from demarche.record import EventType

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from demarche.annotate.doc import Doc, Token
    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.codebook import Codebook

__all__ = ["Act", "find_acts"]

# The chance that a word reports an act of a type: logistic function of START + MODEL * log odds + LEXICON * weight.
# Fitted on 30 November to the development articles and to 900 reports of 78 unseen articles marked by hand, together
# (docs/evaluation.md); the two kinds of text ask for the same numbers. START was lowered when the reader had learned
# from realistic sentences and saw more acts: annotated articles and PETRARCH2's tests both ask for it.
START = 0.05
MODEL = 0.35
"""What the log odds that the model gives to the type are worth."""
LEXICON = 2.25
"""What the weight of its entry in the lexicon is worth."""
ACT_FLOOR = 0.55
"""Chance from which a word is taken to report an act, its sides considered."""
DOUBT_FLOOR = 0.47
"""Chance of its own from which a word may report one; if it is not taken, it goes to `unsure`."""
LEAST = 0.01
"""Distance from 0 and 1 that the model's probabilities are taken to keep."""

CONFLICT = 0.6
"""How far a lexicon entry of full weight damps a type that the model alone gives to its word."""
KIN = {EventType.AGREE: EventType.CONCEDE, EventType.CONCEDE: EventType.AGREE}
"""Types between which the model chooses: who agrees to withdraw agrees and yields, and the lexicon names only one."""
ONE_ACT = frozenset({"obj", "nsubj", "nsubj:pass", "acl:relcl", "acl", "advcl"})
"""How one word of two hangs on the other where both tell one act of one type."""
BLOWS = frozenset(
    "attack airstrike strike raid bombing shelling blast explosion shooting ambush assault bombardment massacre".split()
)
"""Nouns of the one blow by which, or in which, somebody is killed or hit."""
RELATIVE = frozenset({"acl:relcl", "acl"})
"""Words that only say more of an act already named: the noun above them tells whether it is so."""
CALENDAR = frozenset({*WEEKDAYS, *MONTHS})
"""Days and months, which fill no need of a phrase: "called the president on Friday" is no "call on"."""
ACCESS = "access"
DISARM = "disarm"
LENDING = frozenset({"give", "grant", "allow", "permit", "get", "have", "provide", "receive", "obtain", "gain"})
"""Verbs that lend their negation to the access that is their object."""
TRACE = 0.1
"""Model probability below which a type is not considered."""

SURE = 0.85
"""Model probability from which it is believed of these types without the lexicon."""
LISTED = frozenset({EventType.ACCUSE, EventType.ASSAULT})
"""Types whose words the lexicon has, so that another word needs a model that is sure ("pointed to", "slashes")."""

COLUMN = {type_: ACT_TYPES.index(type_.value) for type_ in EventType}
OWN_MODES = {
    type_: tuple((name, n) for n, name in enumerate(MODES) if name.split("/")[0] == type_) for type_ in EventType
}
_POS = {"VERB": Pos.VERB, "AUX": Pos.VERB, "NOUN": Pos.NOUN, "PROPN": Pos.NOUN, "ADJ": Pos.ADJ}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A trigger: words `first` to `last` of the doc, half-open, with its head, type, mode, and score in [0, 1].

    It is `refused` where not to let is to reject, so that a negation makes the act ("has not been given access").
    `twins` are other words of the sentence that tell the same act.
    """

    first: int
    last: int
    head: int
    type: EventType
    mode: str | None
    score: float
    entry: ActEntry | None
    why: tuple[str, ...]
    refused: bool = False
    twins: tuple[Act, ...] = ()


def find_acts(reading: Reading, sentence: ReadSentence, codebook: Codebook, *, floor: float = DOUBT_FLOOR) -> list[Act]:
    """Return what may be acts of a sentence in the order of the text, one for each trigger; none overlap."""
    nouns = _noun_phrases(reading, sentence, codebook)
    words = _worth_judging(reading.doc, sentence, codebook, nouns)
    found = [act for word in words if (act := _act_at(reading.doc, sentence, word, codebook, nouns, floor))]
    barred = barred_words(reading, sentence, codebook, [act.head for act in found])
    told = [_turned(reading.doc, act) for act in found if act.head not in barred]
    return _without_repeats(reading.doc, told)


def _worth_judging(
    doc: Doc, sentence: ReadSentence, codebook: Codebook, nouns: Mapping[int, Match[ActEntry]]
) -> Iterator[int]:
    """Yield the words of which the model suspects something or the lexicon has a row."""
    columns = doc.columns
    for word, silence in enumerate(sentence.reading.act_types[:, 0].tolist(), start=sentence.first):
        known = word in nouns or columns.low_lemmas[word] in codebook.acts.heads
        if columns.pos[word] in _POS and (known or silence < 1 - TRACE):
            yield word


def _turned(doc: Doc, act: Act) -> Act:
    """Return an act as what it is where its word stands.

    Not to let is to refuse ("did not allow the inspectors to enter"); to destroy weapons of one's own is to disarm.
    """
    word = doc[act.head]
    if act.type is EventType.ASSAULT and is_disarming(word):
        return replace(act, type=EventType.RETREAT, mode=DISARM)
    if act.type is EventType.REJECT and act.entry is None and is_negated(word):
        return replace(act, refused=True)
    lent = word.dep_ in {"obj", "nsubj:pass"} and word.head.lemma_.lower() in LENDING
    if act.type is EventType.RETREAT and act.mode == ACCESS and (is_negated(word) or (lent and is_negated(word.head))):
        return replace(act, type=EventType.REJECT, mode=None, refused=True)
    return act


def _noun_phrases(reading: Reading, sentence: ReadSentence, codebook: Codebook) -> Mapping[int, Match[ActEntry]]:
    """Map the head words of the noun phrases of the lexicon to where they stand."""
    out: dict[int, Match[ActEntry]] = {}
    for match in Words.of(reading, sentence).find(codebook.acts.nouns):
        lemma = match.entries[0].lemma
        inside = reading.doc[match.start : match.end]
        head = next((t.i for t in inside if lemma in {t.lemma_.lower(), t.norm_.lower()}), match.end - 1)
        out[head] = match
    return out


def _without_repeats(doc: Doc, acts: Sequence[Act]) -> list[Act]:
    """Keep the surest of acts that one telling made twice."""
    kept: list[Act] = []
    for act in sorted(acts, key=lambda a: (a.entry is None, _is_below(doc[a.head]), -a.score)):
        same = next((n for n, other in enumerate(kept) if _is_same(doc, act, other)), None)
        if same is None:
            kept.append(act)
        elif act.type is kept[same].type:
            kept[same] = replace(kept[same], twins=(*kept[same].twins, act))
    return sorted(kept, key=lambda a: a.first)


def _is_same(doc: Doc, act: Act, other: Act) -> bool:
    """Whether two acts share words, or are of one type and told as one: side by side, or one by the other.

    "Paid a visit"; "engage in talks"; "an attack that killed ten"; "a strike targeted the airport"; "ten were killed in
    a raid"; "fired rockets, hitting a school".
    """
    overlap = act.first < other.last and other.first < act.last
    beside = act.first <= other.last and other.first <= act.last
    joined = any(
        doc[a.head].head.i == b.head and (doc[a.head].dep_ in ONE_ACT or _is_blow(doc[a.head]))
        for a, b in ((act, other), (other, act))
    )
    phrased = any(_is_in_phrase(doc[b.head], a) for a, b in ((act, other), (other, act)))
    guessed = any(a.entry is None and doc[a.head].head.i == b.head for a, b in ((act, other), (other, act)))
    return overlap or ((beside or joined or phrased or guessed) and act.type is other.type)


def _is_below(word: Token) -> bool:
    """Whether a word only says more of an act that the word above it tells."""
    return word.dep_ in RELATIVE or _is_blow(word)


def _is_blow(noun: Token) -> bool:
    """Whether a noun is the blow that its verb tells from the side of those who suffer it ("killed in a raid")."""
    struck = noun.dep_ in {"obl", "obl:agent"} and case_of(noun) in {"in", "by"}
    return struck and noun.lemma_.lower() in BLOWS and noun.pos_ == "NOUN"


def _is_in_phrase(word: Token, act: Act) -> bool:
    """Whether a word is the noun of the phrase by which a verb tells its act ("engage in talks")."""
    named = act.entry is not None and act.entry.pos is Pos.VERB and word.lemma_.lower() in act.entry.phrase[1:]
    return named and word.head.i == act.head


def _act_at(
    doc: Doc, sentence: ReadSentence, word: int, codebook: Codebook, nouns: Mapping[int, Match[ActEntry]], floor: float
) -> Act | None:
    """Judge one word: the type with the best joint score of model and lexicon, or None where it is below the floor.

    The scores come first, for what grammar says takes longer.
    """
    token = doc[word]
    if token.dep_ == "compound:prt":
        return None
    entries = _entries(token, codebook, nouns.get(word))
    if not entries and token.pos_ in {"ADJ", "PROPN"}:
        return None
    probabilities = sentence.reading.act_types[word - sentence.first].tolist()
    types = _candidates(probabilities, entries)
    if not types or (token.dep_ == "amod" and probabilities[0] >= 1 - TRACE):
        return None
    rival = max((e.weight for e in entries), default=0.0)
    scored = [item for type_ in types if (item := _scored(type_, probabilities, entries, rival))[0] >= floor]
    if not scored or is_mere_state(token, entries) or is_attributive(token):
        return None
    no = barred_types(token)
    best = max((item for item in scored if item[1] not in no), key=lambda item: item[0], default=None)
    return _made(doc, sentence, word, best, nouns.get(word)) if best else None


def _mode(modes: Sequence[float], type_: EventType, entry: ActEntry | None) -> str | None:
    """Return the lexicon's mode where it has one, else the model's likeliest mode of the type."""
    if entry and entry.mode:
        return entry.mode
    likeliest, _ = max(OWN_MODES[type_], key=lambda mode: modes[mode[1]])
    return likeliest.partition("/")[2] or None


def _candidates(probabilities: Sequence[float], entries: Sequence[ActEntry]) -> list[EventType]:
    """Types worth scoring: those the model gives more than a trace, and those of the lexicon."""
    if not entries and probabilities[0] >= 1 - TRACE:
        return []
    listed = {e.type for e in entries}
    return [type_ for type_, column in COLUMN.items() if type_ in listed or probabilities[column] > TRACE]


def _scored(
    type_: EventType, probabilities: Sequence[float], entries: Sequence[ActEntry], rival: float
) -> tuple[float, EventType, ActEntry | None]:
    """Return the chance of a type with the entry of the lexicon that speaks for it."""
    entry = next((e for e in entries if e.type in {type_, KIN.get(type_)}), None)
    return _score(type_, probabilities[COLUMN[type_]], entry, rival), type_, entry


def _score(type_: EventType, model: float, entry: ActEntry | None, rival: float) -> float:
    """Return the chance of a type: `rival` is the weight of the surest entry of the word, of this type or another."""
    if entry is None and type_ in LISTED and model < SURE:
        return 0.0
    known = model if entry else model * (1 - CONFLICT * rival)
    return chance(START + MODEL * odds(known, LEAST) + LEXICON * (entry.weight if entry else 0.0))


def _made(
    doc: Doc,
    sentence: ReadSentence,
    word: int,
    best: tuple[float, EventType, ActEntry | None],
    noun: Match[ActEntry] | None,
) -> Act:
    score, type_, entry = best
    probabilities = sentence.reading.act_types[word - sentence.first]
    first, last = (noun.start, noun.end) if noun and entry in noun.entries else _extent(doc[word], entry)
    model = float(probabilities[COLUMN[type_]])
    why = [f"model {model:.2f}"] if model > TRACE else []
    if entry:
        why.append(f"lexicon {entry.pos} '{' '.join(entry.phrase)}' {entry.frame.code}")
    mode = _mode(sentence.reading.modes[word - sentence.first], type_, entry)
    return Act(first=first, last=last, head=word, type=type_, mode=mode, score=score, entry=entry, why=tuple(why))


def _extent(token: Token, entry: ActEntry | None) -> tuple[int, int]:
    """The trigger is the head word, with what of its phrase or its particle stands right behind it."""
    last = token.i + 1
    for part in entry.phrase[1:] if entry else ():
        if last >= token.sent.end or part not in {token.doc[last].norm_.lower(), token.doc[last].lemma_.lower()}:
            break
        last += 1
    particle = children(token, "compound:prt")
    return token.i, max(last, particle[0].i + 1) if particle and particle[0].i == token.i + 1 else last


def _entries(token: Token, codebook: Codebook, noun: Match[ActEntry] | None) -> list[ActEntry]:
    """Lexicon entries that stand here, most specific first, one for each type.

    A noun is found by its phrase, a verb or adjective by its head and its needs, which may stand anywhere about it.
    """
    kind = _POS[token.pos_]
    rows = codebook.acts.get(token.lemma_.lower(), kind) if kind is not Pos.NOUN else noun.entries if noun else ()
    if not rows:
        return []
    out: dict[EventType, ActEntry] = {}
    words = words_around(token.doc, token.sent.start, token.sent.end)
    for entry in rows:
        if entry.type in out:
            continue
        if not entry.needs or (_may_be_met(entry, words) and all(_met(token, n) for n in entry.needs)):
            out[entry.type] = entry
    specific = max((len(e.phrase) + len(e.needs) for e in out.values()), default=0)
    return [e for e in out.values() if len(e.phrase) + len(e.needs) == specific]


def _may_be_met(entry: ActEntry, words: frozenset[str]) -> bool:
    return not any(map(words.isdisjoint, [need.lemmas for need in entry.needs if need.lemmas]))


def _met(token: Token, need: Need) -> bool:
    if need.relation == "plural":
        return token.norm_.lower() != token.lemma_.lower()
    found = _needed(token, need.relation, need.preposition)
    return bool(found & need.lemmas) if need.lemmas else bool(found)


@lru_cache(maxsize=AT_HAND)
def _needed(token: Token, relation: str, preposition: str | None) -> frozenset[str]:
    """The lemmas and forms of the dependents among which a need looks: the rows of one verb ask for the same ones."""
    found = _dependents(token, relation, preposition)
    return frozenset(word for t in found for word in (t.lemma_.lower(), t.norm_.lower()))


def _dependents(token: Token, relation: str, preposition: str | None) -> Sequence[Token]:
    if relation == "prt":
        return children(token, "compound:prt", "advmod")
    if relation == "obj":
        return objects(token)
    if relation in {"xcomp", "ccomp"}:
        return children(token, relation)
    if preposition:
        found = arguments(token, Slot(relation=relation, prepositions=(preposition,)))
        return [t for t in found if t.lemma_.lower() not in CALENDAR]
    return [t for t in children(token, "obl", "nmod") if case_of(t)]
