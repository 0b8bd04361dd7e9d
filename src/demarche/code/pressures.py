"""Means that a verb or an adjective tells without their name: who stops giving, offers help, besieges, depends."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from demarche.code.function_words import has_negator
from demarche.code.holding import Held, Holders
from demarche.code.means import INFLUENCE, SANCTIONS, is_supposed, modifiers, use_of
from demarche.code.sides import NOBODY
from demarche.code.syntax import case_of, children, objects, with_conjuncts
from demarche.code.words import Rules, Words
from demarche.record import LeverUse

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from demarche.annotate.doc import Doc, Token
    from demarche.code.sides import Side

__all__ = ["PRESSURES", "Pressures"]

STOPPING = frozenset({"stop", "fail", "refuse", "cease"})
HOLDING_OUT = frozenset({"offer", "promise", "pledge", "vow"})
HELPING = frozenset("help assist aid fund finance supply provide pay compensate train arm protect defend".split())
"""What one who offers to do it holds out to another."""
RESISTING = frozenset("resist block refuse reject bar hinder obstruct thwart".split())
TRIES = frozenset("attempt effort request demand bid".split())
ENTERING = frozenset("inspect visit enter access search examine monitor verify reach".split())
"""What needs the leave of those who hold a place, so that who resists it withholds access."""
DEPENDING = frozenset({"dependent", "reliant", "depend", "rely"})
PRESSURES = {
    **dict.fromkeys(("blockade", "barricade", "besiege", "embargo", "interdict", "quarantine"), "embargo and blockade"),
    **dict.fromkeys(("occupy", "annex"), "territory"),
    **dict.fromkeys(("sanction", "blacklist"), SANCTIONS),
    "boycott": "trade",
}
"""Verbs that are themselves the use of a means, and its kind."""
DENIABLE = frozenset("provide supply pay deliver allow grant release permit sell give".split())
COOPERATING = frozenset({"cooperate", "co-operate", "co", "comply"})
"""What one can fail to do to somebody though it is not told to whom; tokenizers cut "co-operate" at its hyphen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressures:
    """Finds the means that verbs and adjectives of one article tell."""

    holders: Holders

    def told(self, words: Words, doc: Doc) -> Iterator[Held]:
        """Yield the means that the words of a sentence tell."""
        for word, rule in self.ACTED.at(words):
            yield from rule(self, doc[word])

    def _denied(self, token: Token) -> Iterator[Held]:
        """Yield the good that somebody stops or fails to give ("stopped providing the team with escorts")."""
        act = next((c for c in children(token, "xcomp", "obj") if c.pos_ == "VERB"), None)
        if act is None or act.lemma_.lower() not in DENIABLE | COOPERATING:
            return
        holder = self.holders.sides.doer(token)
        below = [*children(act, "iobj", "obj", "obl")]
        over = self.holders.receiver(below, holder)
        if holder and (over or act.lemma_.lower() in COOPERATING):
            yield _held(token, act, LeverUse.WITHHELD, "access", (holder, over))

    def _offered(self, token: Token) -> Iterator[Held]:
        """Yield the help that somebody holds out ("offered to help offset Jordan's costs")."""
        act = next((c for c in children(token, "xcomp") if c.lemma_.lower() in HELPING), None)
        if act is None or has_negator(token) or is_supposed(token):
            return
        holder = self.holders.sides.doer(token)
        below = [c for verb in (act, *children(act, "xcomp")) for c in children(verb, "iobj", "obj", "obl")]
        over = self.holders.receiver(below, holder)
        if holder and over:
            yield _held(token, act, LeverUse.THREATENED, "aid", (holder, over))

    def _resisted(self, token: Token) -> Iterator[Held]:
        """Yield the access that somebody withholds ("resisted attempts to inspect the barracks")."""
        tried = next((c for c in children(token, "obj", "nsubj:pass") if c.lemma_.lower() in TRIES), None)
        act = next((c for c in children(tried, "acl") if c.lemma_.lower() in ENTERING), None) if tried else None
        holder = self.holders.sides.doer(token)
        if tried is None or act is None or not holder:
            return
        owners = (s for t in (*children(tried, "nmod:poss"), *modifiers(tried)) if (s := self.holders.own(t)))
        over = next((s for s in owners if not s.meets(holder)), NOBODY)
        yield _held(token, act, LeverUse.WITHHELD, "access", (holder, over))

    def _pressed(self, token: Token) -> Iterator[Held]:
        """Yield what a verb of pressure does to a side ("will barricade the port", "the zone that it occupies")."""
        kind = PRESSURES.get(token.lemma_.lower())
        if kind is None or token.pos_ != "VERB":
            return
        holder = self.holders.sides.doer(token)
        things = objects(token)
        aims = () if kind == SANCTIONS else (token, *things)
        below = [*things, *[c for t in aims for c in children(t, "obl", "nmod")]]
        over = self.holders.receiver(below, holder)
        if holder and over:
            yield Held(
                lever=token.lemma_.lower(),
                kind=kind,
                holder=holder,
                over=over,
                used=use_of(token, token, kind),
                first=token.i,
                last=token.i + 1,
            )

    def _depended(self, token: Token) -> Iterator[Held]:
        """Yield that on which somebody depends: a means in the hand of the one who gives it."""
        if token.pos_ not in {"ADJ", "VERB"}:
            return
        over = self.holders.sides.doer(token)
        given = [c for c in children(token, "obl", "nmod") if case_of(c) in {"on", "upon"}]
        for thing in with_conjuncts(given):
            owners = (self.holders.own(t) for t in (thing, *children(thing, "nmod:poss", "amod")))
            holder = next((s for s in owners if s), NOBODY)
            if over and holder and not holder.meets(over):
                yield Held(
                    lever=thing.text.lower(),
                    kind=INFLUENCE,
                    holder=holder,
                    over=over,
                    used=LeverUse.NO,
                    first=token.i if thing == given[0] else thing.left_edge.i,
                    last=thing.i + 1,
                )

    ACTED: ClassVar[Rules[Callable[..., Iterator[Held]]]] = Rules(
        (STOPPING, _denied),
        (HOLDING_OUT, _offered),
        (RESISTING, _resisted),
        (PRESSURES.keys(), _pressed),
        (DEPENDING, _depended),
    )
    """How a means is told without its name, by the words that open it."""


def _held(verb: Token, act: Token, used: LeverUse, kind: str, sides: tuple[Side, Side]) -> Held:
    """Return the lever that an act below a verb names ("stopped providing"), of a holder over somebody."""
    holder, over = sides
    return Held(lever=act.lemma_.lower(), kind=kind, holder=holder, over=over, used=used, first=verb.i, last=act.i + 1)
