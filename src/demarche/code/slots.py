"""Which mentions fill the slots of a frame, and so on which side grammar puts them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.code.mentions import mention_of
from demarche.code.pairs import listed_behind
from demarche.code.syntax import arguments, children, is_passive, subjects
from demarche.codebook.lexicon import Frame, Slot
from demarche.record import EventType

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from demarche.annotate.doc import Token
    from demarche.code.acts import Act
    from demarche.resolve import Resolution, ResolvedMention

__all__ = ["SOURCE", "TARGET", "framed", "placed", "unnamed"]

SOURCE, TARGET = "source", "target"
VERB_FRAME = Frame.parse("subj>obj/iobj/obl:against|with|on|to|at")
NOUN_FRAME = Frame.parse("poss/nmod:by|from/subj>nmod:on|against|with|to|of|for")
"""Where the parties of an act usually stand, for words that the lexicon does not know."""
NAMED_FRAME = Frame.parse("poss/nmod:by/obl:by>nmod:of|on|against/obl:of|on|against")
"""Where they stand around a gerund that is a noun ("the bombing of the town"), whatever verb is above it."""
LOCAL_TARGETS = Frame.parse(">nmod:in|at|near/obl:in|at|near").target
"""Where those are who cease to be fought when nobody is named: a truce in a country is one with its people."""
ENDS = frozenset({"end", "halt", "stop", "cessation"})
ENDED = Frame.parse("nmod:to.poss/nmod:to.nmod:by>").source
"""Who stops doing something stands with what ends ("an end to the army's raids")."""
ANYBODY = frozenset("someone somebody anyone anybody everyone everybody nobody others".split())
"""Pronouns that name a doer nobody knows; others, such as "all", take up one who was named before."""
SUBJECT, OBJECT, RECIPIENT = Slot(relation="subj"), Slot(relation="obj"), Slot(relation="iobj")


def framed(token: Token, act: Act, resolution: Resolution) -> Mapping[ResolvedMention, str]:
    """Map mentions to the side that the frame of an act puts them on; the subject of a duty is the one who is asked."""
    if token.dep_ == "aux":
        return {m: TARGET for t in subjects(token.head) if (m := mention_of(t, resolution))}
    frame = frame_of(token, act)
    helped = (OBJECT,) if RECIPIENT in frame.target and is_passive(token) else ()
    local = LOCAL_TARGETS if act.mode == "ceasefire" else ()
    doers = _filled(token, _sources(token, frame), resolution)
    hit = _filled(token, (*frame.target, *helped, *local), resolution, taken=doers)
    return dict.fromkeys(hit, TARGET) | dict.fromkeys(doers, SOURCE)


def _sources(token: Token, frame: Frame) -> tuple[Slot, ...]:
    """Return where the doers stand: those of a noun may be the subject of its verb too."""
    if token.pos_ in {"VERB", "AUX"} or not frame.source:
        return frame.source
    ended = ENDED if token.lemma_.lower() in ENDS else ()
    return (*frame.source, *ended, SUBJECT)


def _filled(
    token: Token, slots: Iterable[Slot], resolution: Resolution, taken: Iterable[ResolvedMention] = ()
) -> list[ResolvedMention]:
    """Return the mentions in the first slot that is filled by any, other than those taken."""
    for slot in slots:
        held = [m for t in arguments(token, slot) if (m := mention_of(t, resolution))]
        listed = [m for mention in held for m in (mention, *listed_behind(mention, token.doc, resolution))]
        if found := [m for m in dict.fromkeys(listed) if m not in taken]:
            return found
    return []


def placed(token: Token, act: Act, resolution: Resolution) -> bool:
    """Whether violence is said to be in a country, so that it is told though nobody is named for it."""
    heads = [t for slot in LOCAL_TARGETS for t in arguments(token, slot)] if act.type is EventType.ASSAULT else []
    return any(place and place.country for place in (mention_of(t, resolution) for t in heads))


def unnamed(token: Token, act: Act) -> list[Token]:
    """Return the subject of a verb that its frame takes for the doer, though it stands for nobody known."""
    if token.pos_ != "VERB" or SUBJECT not in frame_of(token, act).source:
        return []
    return [t for t in subjects(token) if t.pos_ in {"NOUN", "PROPN"} or t.norm_.lower() in ANYBODY]


def frame_of(token: Token, act: Act) -> Frame:
    """Return where the parties of an act stand around its head word."""
    if token.pos_ == "VERB" and children(token, "det", "nmod:poss"):
        return NAMED_FRAME
    if act.entry:
        return act.entry.frame
    return VERB_FRAME if token.pos_ == "VERB" else NOUN_FRAME
