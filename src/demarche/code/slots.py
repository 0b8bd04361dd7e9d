"""Which mentions fill the slots of a frame, and so on which side grammar puts them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.code.mentions import mention_of, nameless
from demarche.code.pairs import listed_behind
from demarche.code.syntax import (
    accused,
    arguments,
    case_of,
    children,
    first_listed,
    is_part_of,
    is_passive,
    objects,
    subjects,
    sufferers,
    writers,
)
from demarche.codebook.lexicon import Frame, Slot
from demarche.record import EventType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from demarche.annotate.doc import Token
    from demarche.code.acts import Act
    from demarche.resolve import Resolution, ResolvedMention

__all__ = ["SOURCE", "TARGET", "Slots", "givers", "placed", "suffering", "unnamed", "unnamed_fallen"]

SOURCE, TARGET = "source", "target"
VERB_FRAME = Frame.parse("subj>obj/iobj/obl:against|with|on|to|at")
NOUN_FRAME = Frame.parse("poss/nmod:by|from/subj>nmod:on|against|with|to|of|for")
"""Where the parties of an act usually stand, for words that the lexicon does not know."""
NAMED_FRAME = Frame.parse("poss/nmod:by/obl:by>nmod:of|on|against/obl:of|on|against")
"""Where they stand around a gerund that is a noun ("the bombing of the town"), whatever verb is above it."""
LOCAL_TARGETS = Frame.parse(">nmod:in|at|near/obl:in|at|near").target
"""Where those are who cease to be fought when nobody is named: a truce in a country is one with its people."""
NAMED_AFTER = frozenset({EventType.SANCTION, EventType.RETREAT, EventType.AID})
"""Types of act whose noun takes the name of the country it concerns."""
WARS = frozenset({"war", "invasion", "occupation"})
"""Nouns of violence that take the name of the country where it is done ("the Iraq war")."""
ANSWERED = frozenset({EventType.REQUEST, EventType.ACCUSE, EventType.THREATEN})
"""Types of act whose noun falls on those who answer it."""
ANSWERING = frozenset(
    "reject rebuff dismiss ignore spurn resist defy heed deny refute accept brush answer shrug acknowledge meet "
    "satisfy grant consider".split()
)
"""Verbs of answering, whose subject is asked, blamed or threatened by what their object names."""
ENDS = frozenset({"end", "halt", "stop", "cessation"})
ENDED = Frame.parse("nmod:to.poss/nmod:to.nmod:by>").source
"""Who stops doing something stands with what ends ("an end to the army's raids")."""
ANYBODY = frozenset("someone somebody anyone anybody everyone everybody nobody others".split())
"""Pronouns that name a doer nobody knows; others, such as "all", take up one who was named before."""
PLAIN = frozenset({"subj", "obj", "iobj"})
"""Relations by which a noun of which no more is known is a party."""
SUBJECT, OBJECT, RECIPIENT = Slot(relation="subj"), Slot(relation="obj"), Slot(relation="iobj")
GIVEN = frozenset({EventType.SUPPORT, EventType.AID})
"""Types of act whose noun names what one gives and another gets."""
GAINING = frozenset(
    "win gain get receive secure enjoy seek lose have need want consolidate attract draw obtain earn court garner "
    "muster command vie compete".split()
)
"""Verbs whose subject gets, or would get, what their object or their `for` names ("won the support of the unions")."""
GIFTS = frozenset({"aid", "help", "assistance", "relief", "loan", "grant", "donation"})
FROM = Slot(relation="nmod", prepositions=("from",))
GIVERS = Frame.parse("nmod:from|by/poss/nmod:of>").source


@dataclass(frozen=True, slots=True, kw_only=True)
class Slots:
    """Finds what fills the slots of the acts of one sentence; `acts` are all acts of the sentence by their words."""

    resolution: Resolution
    acts: Mapping[int, Act]

    def of(self, token: Token, act: Act) -> Mapping[ResolvedMention, str]:
        """Map mentions to the side that the frame puts them on; the subject of a duty is the one who is asked."""
        fallen = subjects(token.head) if token.dep_ == "aux" else suffering(token, act)
        if fallen and token.dep_ == "aux":
            return {m: TARGET for t in fallen if (m := mention_of(t, self.resolution))}
        frame = frame_of(token, act)
        sources = self._sources(token, act, frame)
        doers = [m for m in self._filled(token, sources, act) if not self.is_site(m, token)]
        agents = [t for t in fallen if case_of(first_listed(t)) == "by"]
        doers += [m for t in agents if (m := mention_of(t, self.resolution))]
        fallen = [t for t in fallen if t not in agents]
        out = dict.fromkeys(doers, SOURCE)
        out = out or {m: SOURCE for t in accused(token) if (m := mention_of(t, self.resolution))}
        fallen = fallen or self.named_before(token, act)
        if fallen:
            return out | {m: TARGET for t in fallen if (m := mention_of(t, self.resolution))}
        helped = (OBJECT,) if RECIPIENT in frame.target and is_passive(token) else ()
        local = LOCAL_TARGETS if act.mode == "ceasefire" else ()
        targets = (*frame.target, *helped, *local)
        for mention in self._filled(token, targets, act, taken=out):
            out.setdefault(mention, TARGET)
        return out

    @staticmethod
    def _sources(token: Token, act: Act, frame: Frame) -> tuple[Slot, ...]:
        """Return where the doers stand; those of support that somebody gets stand under its `of` too."""
        if token.pos_ in {"VERB", "AUX"} or not frame.source:
            return frame.source
        if act.type in GIVEN and (gaining(token) or case_of(token) == "with"):
            return GIVERS
        ended = ENDED if token.lemma_.lower() in ENDS else ()
        return (*frame.source, *ended, SUBJECT)

    def is_site(self, mention: ResolvedMention, token: Token) -> bool:
        """Whether a mention is a town before a noun, which says where the act was ("the Birmingham bombing")."""
        word = token.doc[mention.head]
        if token.pos_ not in {"NOUN", "PROPN"} or word.dep_ not in {"compound", "nmod:desc"}:
            return False
        towns = {p.first for p in self.resolution.places if p.precision in {"city", "site"} and not p.metonym}
        return mention.first in towns and is_part_of(word, token)

    def named_before(self, token: Token, act: Act) -> list[Token]:
        """Return the country before a noun that is named after whom it concerns ("Syria sanctions", "Lebanon pullout").

        An adjective or a body there is the doer ("Syrian sanctions", "EU sanctions").
        """
        if token.pos_ != "NOUN" or (act.type not in NAMED_AFTER and token.lemma_.lower() not in WARS):
            return []
        places = {i for p in self.resolution.places if p.country for i in range(p.first, p.last)}
        above = [token.head] if token.dep_ == "compound" and token.head.pos_ == "NOUN" else []
        names = [t for noun in (token, *above) for t in children(noun, "compound") if t.pos_ == "PROPN"]
        return [t for t in names if t.i in places and not t.text.isupper() and "." not in t.text]

    def _filled(
        self, token: Token, slots: Iterable[Slot], act: Act, taken: Mapping[ResolvedMention, str] | None = None
    ) -> list[ResolvedMention]:
        """Return the mentions in the first slot that is filled by any, other than those taken."""
        for slot in slots:
            heads = [inner for t in arguments(token, slot) for inner in self._doers(t, act)]
            held = [m for t in heads if (m := mention_of(t, self.resolution) or self._unheld(t, slot))]
            listed = [m for mention in held for m in (mention, *listed_behind(mention, token.doc, self.resolution))]
            found = [m for m in listed if m not in (taken or {})]
            if found:
                return list(dict.fromkeys(found))
        return []

    def _unheld(self, token: Token, slot: Slot) -> ResolvedMention | None:
        """Return a noun for people or a body, of whom nobody knows more, that does or suffers what a verb says."""
        return nameless(token) if slot.relation in PLAIN and token.i not in self.acts else None

    def _doers(self, token: Token, act: Act) -> list[Token]:
        """What fills a slot, or, where that is an act itself, who does it: to condemn a strike is to condemn them.

        Where nobody is said to have done it, nobody fills the slot: neither its place nor its victims do.
        """
        inner = self.acts.get(token.i)
        if inner is None or inner is act or token.pos_ not in {"NOUN", "PROPN", "VERB"}:
            return writers(token) or [token]
        return [t for slot in frame_of(token, inner).source for t in arguments(token, slot)]


def placed(token: Token, act: Act, resolution: Resolution) -> bool:
    """Whether violence is said to be in a country, so that it is told though nobody is named for it."""
    heads = [t for slot in LOCAL_TARGETS for t in arguments(token, slot)] if act.type is EventType.ASSAULT else []
    return any(place and place.country for place in (mention_of(t, resolution) for t in heads))


def suffering(token: Token, act: Act) -> list[Token]:
    """Return who suffers what a noun names by the word above it, or answers it ("rejected demands")."""
    answered = act.type in ANSWERED and token.dep_ == "obj" and token.head.lemma_.lower() in ANSWERING
    return subjects(token.head) if answered else (act.type in GIVEN and gaining(token)) or sufferers(token)


def givers(token: Token, act: Act) -> list[Token]:
    """Return those from whom what a noun names has come ("endorsements from the unions")."""
    given = act.type is EventType.SUPPORT or token.lemma_.lower() in GIFTS
    return arguments(token, FROM) if given and token.pos_ == "NOUN" else []


def gaining(token: Token) -> list[Token]:
    """Return who gets what a noun names by the verb above it ("vie for the support of the unions")."""
    got = token.dep_ == "obj" or (token.dep_ == "obl" and case_of(token) == "for")
    return subjects(token.head) if got and token.head.lemma_.lower() in GAINING else []


def unnamed(token: Token, act: Act) -> list[Token]:
    """Return the subject of a verb that its frame takes for the doer, though it stands for nobody known."""
    if token.pos_ != "VERB" or SUBJECT not in frame_of(token, act).source:
        return []
    return [t for t in subjects(token) if t.pos_ in {"NOUN", "PROPN"} or t.norm_.lower() in ANYBODY]


def unnamed_fallen(token: Token, act: Act, resolution: Resolution) -> list[Token]:
    """Return the object on which the frame of a verb lets it fall, where no more is known of whom or what it names.

    What only makes the phrase whole ("use weapons") is fallen on by nothing.
    """
    phrased = act.entry is not None and any(need.relation == OBJECT.relation for need in act.entry.needs)
    if token.pos_ != "VERB" or phrased or act.type is EventType.MOBILIZE or OBJECT not in frame_of(token, act).target:
        return []
    fallen = objects(token)
    return [] if any(mention_of(t, resolution) for t in fallen) else fallen


def frame_of(token: Token, act: Act) -> Frame:
    """Return where the parties of an act stand around its head word."""
    if token.pos_ == "VERB" and children(token, "det", "nmod:poss"):
        return NAMED_FRAME
    if act.entry:
        return act.entry.frame
    return VERB_FRAME if token.pos_ == "VERB" else NOUN_FRAME
