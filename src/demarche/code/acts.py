"""Which words report an act, and of what type: the lexicon proposes and explains, the model judges."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from demarche.annotate.reader import ACT_TYPES, MODES
from demarche.code.syntax import AT_HAND, arguments, case_of, children, is_passive, objects, subjects
from demarche.code.words import Words
from demarche.codebook import ActEntry, Match, Pos
from demarche.codebook.lexicon import Need, Slot
from demarche.record import EventType

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from spacy.tokens import Doc, Token

    from demarche.annotate.reading import Reading, ReadSentence
    from demarche.codebook import Codebook

__all__ = ["Act", "find_acts"]

# Calibrated together on the development articles (docs/evaluation.md names the run); do not tune one alone.
MODEL_SHARE = 0.75
"""Weight of the model's probability beside the lexicon's in the score of an act that both know."""
MODEL_ALONE = 0.6
"""What the model's probability is worth where the lexicon has no entry for the word."""
LEXICON_ALONE = 0.6
"""What a lexicon weight is worth where the model is silent."""
ACT_FLOOR = 0.32
"""Score from which a word is taken to report an act."""
DOUBT_FLOOR = 0.22
"""Score from which a word that is not taken goes to `unsure`."""

STANDING = frozenset({EventType.MOBILIZE})
"""Acts that are told only as ended where a verb ends them; a ban that is lifted was in force, and is reported too."""
ENDED = frozenset({"obj", "nsubj:pass", "compound:prt"})
"""How it hangs on the verb; the parser takes a bare noun after the verb for a particle now and then."""
ENDING = frozenset({"end", "lift", "suspend", "stop", "halt", "cancel", "drop", "abandon", "relax", "ease"})
CONFLICT = 0.6
"""How far a lexicon entry of full weight damps a type that the model alone gives to its word."""
FELT = frozenset("encourage hearten embolden reassure dishearten discourage".split())
"""Verbs that in the passive tell a feeling, unless an infinitive says to what one was encouraged."""
DECLINING = frozenset({"decline", "refuse"})
SILENT = frozenset("say comment name give identify elaborate discuss specify speculate answer".split())
"""What one declines to a reporter, which is no act towards anybody."""
AGAINST = Slot(relation="obl", prepositions=("against", "to"))
OWN_WORDS = frozenset({"it", "they", "we", "he", "she", "i"})
BEING = frozenset("pose constitute represent present face counter combat confront address fight meet contain".split())
"""Verbs whose object is a danger, which nobody utters."""
SAYING = frozenset({"say", "state", "add", "note", "read", "tell", "conclude", "find", "show", "describe", "quote"})
"""What documents do: a release, a report or a statement that says something is no act itself."""
ONE_ACT = frozenset({"obj", "nsubj", "nsubj:pass", "acl:relcl", "acl", "advcl"})
"""How one word of two hangs on the other where both tell one act of one type."""
RELATIVE = frozenset({"acl:relcl", "acl"})
"""Words that only say more of an act already named: the noun above them tells whether it is so."""
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december".split()
)
"""Days and months, which fill no need of a phrase: "called the president on Friday" is no "call on"."""
TRACE = 0.1
"""Model probability below which a type is not considered."""

COLUMN = {type_: ACT_TYPES.index(type_.value) for type_ in EventType}
OWN_MODES = {type_: tuple(name for name in MODES if name.split("/")[0] == type_) for type_ in EventType}
_POS = {"VERB": Pos.VERB, "AUX": Pos.VERB, "NOUN": Pos.NOUN, "PROPN": Pos.NOUN, "ADJ": Pos.ADJ}


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """A trigger: words `first` to `last` of the doc, half-open, with its head, type, mode, and score in [0, 1].

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
    twins: tuple[Act, ...] = ()


def find_acts(reading: Reading, sentence: ReadSentence, codebook: Codebook, *, floor: float = ACT_FLOOR) -> list[Act]:
    """Return the acts of a sentence in the order of the text, one for each trigger; none overlap."""
    barred = _barred(reading, sentence, codebook)
    nouns = _noun_phrases(reading, sentence, codebook)
    found = [
        act
        for word in range(sentence.first, sentence.last)
        if word not in barred and (act := _act_at(reading.doc, sentence, word, codebook, nouns))
    ]
    acts = _without_repeats(reading.doc, [act for act in found if act.score >= floor])
    return [act for act in acts if not _is_ended(reading.doc, act, acts)]


def _is_ended(doc: Doc, act: Act, acts: Sequence[Act]) -> bool:
    """Whether a noun names what the act of its verb puts an end to: "ended its alert" puts no forces on alert."""
    noun = doc[act.head]
    if act.type not in STANDING or noun.pos_ != "NOUN" or noun.dep_ not in ENDED:
        return False
    verb = noun.head
    return verb.lemma_.lower() in ENDING and any(a.head == verb.i and a.type is EventType.RETREAT for a in acts)


def _noun_phrases(reading: Reading, sentence: ReadSentence, codebook: Codebook) -> Mapping[int, Match[ActEntry]]:
    """Map the head words of the noun phrases of the lexicon to where they stand."""
    out: dict[int, Match[ActEntry]] = {}
    for match in Words.of(reading, sentence).find(codebook.acts.nouns):
        lemma = match.entries[0].lemma
        inside = reading.doc[match.start : match.end]
        head = next((t.i for t in inside if lemma in {t.lemma_.lower(), t.norm_.lower()}), match.end - 1)
        out[head] = match
    return out


def _barred(reading: Reading, sentence: ReadSentence, codebook: Codebook) -> set[int]:
    """Return the words that report no act: those of discarded phrases and compounds, and a noun that says something."""
    discarded = Words.of(reading, sentence).find(codebook.discards)
    speaking = {
        token.i
        for token in reading.doc[sentence.first : sentence.last]
        if token.pos_ == "NOUN" and token.dep_ == "nsubj" and token.head.lemma_.lower() in SAYING
    }
    backed = {t.i for t in reading.doc[sentence.first : sentence.last] if _is_compounded(t)}
    return speaking.union(backed, *(range(match.start, match.end) for match in discarded))


def _is_compounded(token: Token) -> bool:
    """Whether a word is the second half of a compound modifier ("Soviet-backed", "U.S.-led"), which tells no act."""
    if token.dep_ not in {"amod", "acl", "nmod", "compound"} or token.i < 2 or token.nbor(-1).text != "-":
        return False
    return not token.nbor(-1).whitespace_ and not token.nbor(-2).whitespace_


def _without_repeats(doc: Doc, acts: Sequence[Act]) -> list[Act]:
    """Keep the surest of acts that one telling made twice."""
    kept: list[Act] = []
    for act in sorted(acts, key=lambda a: (a.entry is None, doc[a.head].dep_ in RELATIVE, -a.score)):
        same = next((n for n, other in enumerate(kept) if _is_same(doc, act, other)), None)
        if same is None:
            kept.append(act)
        elif act.type is kept[same].type:
            kept[same] = replace(kept[same], twins=(*kept[same].twins, act))
    return sorted(kept, key=lambda a: a.first)


def _is_same(doc: Doc, act: Act, other: Act) -> bool:
    """Whether two acts share words, or are of one type and told as one: side by side, or one by the other.

    "Paid a visit"; "an attack that killed ten"; "a strike targeted the airport"; "fired rockets, hitting a school".
    """
    overlap = act.first < other.last and other.first < act.last
    beside = act.first <= other.last and other.first <= act.last
    joined = any(doc[a.head].head.i == b.head and doc[a.head].dep_ in ONE_ACT for a, b in ((act, other), (other, act)))
    guessed = any(a.entry is None and doc[a.head].head.i == b.head for a, b in ((act, other), (other, act)))
    return overlap or ((beside or joined or guessed) and act.type is other.type)


def _act_at(
    doc: Doc, sentence: ReadSentence, word: int, codebook: Codebook, nouns: Mapping[int, Match[ActEntry]]
) -> Act | None:
    """Judge one word: the type with the best joint score of model and lexicon, or None where both are silent."""
    token = doc[word]
    if token.pos_ not in _POS:
        return None
    entries = _entries(token, codebook, nouns.get(word))
    if not entries and token.pos_ in {"ADJ", "PROPN"}:
        return None
    probabilities = sentence.reading.act_types[word - sentence.first].tolist()
    if _is_mere_state(token, entries) or (token.dep_ == "amod" and probabilities[0] >= 1 - TRACE):
        return None
    if _is_attributive(token):
        return None
    rival = max((e.weight for e in entries), default=0.0)
    best: tuple[float, EventType, ActEntry | None] | None = None
    for type_ in _candidates(probabilities, entries):
        entry = next((e for e in entries if e.type is type_), None)
        score = _score(probabilities[COLUMN[type_]], entry, rival)
        if best is None or score > best[0]:
            best = score, type_, entry
    return _made(doc, sentence, word, best, nouns.get(word)) if best else None


def _is_attributive(token: Token) -> bool:
    """Whether a participle tagged as a verb only says what the noun behind it is like: "badly wounded males"."""
    last = token.i + 1 >= len(token.doc)
    if last or token.pos_ != "VERB" or not token.lower_.endswith(("ed", "en")):
        return False
    behind, before = token.nbor(1), token.nbor(-1) if token.i else token
    apart = behind.pos_ == "NOUN" and token not in behind.ancestors
    return apart and before.dep_ == "advmod" and before.head.i == token.i


def _is_mere_state(token: Token, entries: Sequence[ActEntry]) -> bool:
    """Whether a word tells how things are, or says no more than it says to a reporter.

    "Poses a threat", "is a threat", "is encouraged by the news", "warned that prices may rise", "declined to comment".
    """
    lemma = token.lemma_.lower()
    felt = lemma in FELT and is_passive(token) and not children(token, "xcomp")
    silent = lemma in DECLINING and any(c.lemma_.lower() in SILENT for c in children(token, "xcomp"))
    if felt or silent or (lemma == "warn" and token.pos_ == "VERB" and not _is_threat(token)):
        return True
    being = children(token, "cop") or (token.dep_ in {"obj", "nsubj:pass"} and token.head.lemma_.lower() in BEING)
    danger = token.pos_ == "NOUN" and any(e.type is EventType.THREATEN for e in entries)
    return danger and bool(being)


def _is_threat(verb: Token) -> bool:
    """Whether one who warns has somebody to warn, or warns of what he himself will do."""
    if objects(verb) or children(verb, "iobj") or arguments(verb, AGAINST):
        return True
    own = {t.norm_.lower() for t in subjects(verb)} | OWN_WORDS
    clauses = [c for c in children(verb, "ccomp") if children(c, "aux")]
    return any(t.norm_.lower() in own for clause in clauses for t in children(clause, "nsubj"))


def _mode(modes: Sequence[float], type_: EventType, entry: ActEntry | None) -> str | None:
    """Return the lexicon's mode where it has one, else the model's likeliest mode of the type."""
    if entry and entry.mode:
        return entry.mode
    return max(OWN_MODES[type_], key=lambda name: modes[MODES.index(name)]).partition("/")[2] or None


def _candidates(probabilities: Sequence[float], entries: Sequence[ActEntry]) -> list[EventType]:
    """Types worth scoring: those the model gives more than a trace, and those of the lexicon."""
    if not entries and probabilities[0] >= 1 - TRACE:
        return []
    listed = {e.type for e in entries}
    return [type_ for type_, column in COLUMN.items() if type_ in listed or probabilities[column] > TRACE]


def _score(model: float, entry: ActEntry | None, rival: float) -> float:
    """Weigh a type: `rival` is the weight of the surest entry of the word, of this type or another."""
    if entry is None:
        return MODEL_ALONE * model * (1 - CONFLICT * rival)
    return max(
        MODEL_SHARE * model + (1 - MODEL_SHARE) * entry.weight,
        LEXICON_ALONE * entry.weight,
        MODEL_ALONE * model,
    )


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
    return Act(
        first=first,
        last=last,
        head=word,
        type=type_,
        mode=mode,
        score=min(score, 1.0),
        entry=entry,
        why=tuple(why),
    )


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
    out: dict[EventType, ActEntry] = {}
    for entry in rows:
        if entry.type not in out and all(_met(token, n) for n in entry.needs):
            out[entry.type] = entry
    specific = max((len(e.phrase) + len(e.needs) for e in out.values()), default=0)
    return [e for e in out.values() if len(e.phrase) + len(e.needs) == specific]


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
