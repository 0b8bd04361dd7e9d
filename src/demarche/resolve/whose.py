"""Whose somebody is: by the possessor, by who acts nearby, by the place that is spoken of."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from demarche.codebook.world import Country
from demarche.record import ActorKind, Form
from demarche.resolve import words as lists
from demarche.resolve.back import BACK_KINDS
from demarche.resolve.chain import Chain
from demarche.resolve.ground import Ground, is_country
from demarche.resolve.phrase import Badge, Phrase
from demarche.resolve.pronouns import ACTING
from demarche.resolve.theme import INNER, speaks
from demarche.resolve.view import MAX_DEPTH
from demarche.resolve.whereabouts import Whereabouts

if TYPE_CHECKING:
    from demarche.resolve.antecedents import Antecedents

__all__ = ["CREW", "GOVERNING", "PARLIAMENTARY", "VESSELS", "Whose"]

STATELESS = frozenset({ActorKind.MEDIA, ActorKind.COMPANY, ActorKind.NGO})
PRIVATE = frozenset("BUS JRN NGO REL".split())
TOWARDS = frozenset("to against with toward towards from on".split())
AGAINST = frozenset("against on with".split())
"""Prepositions of those to whom somebody turns: who travels to Turkey, or is for sanctions on it, is not of it."""
CREW = frozenset("pilot copilot co-pilot crew captain skipper navigator crewman crewmen sailor".split())
FOR_OWN = frozenset("protect defend serve save govern rule run lead secure return".split())
"""Verbs by which somebody acts for his own land, or goes home to it."""
PRESSING = frozenset(
    "urge call press pressure warn condemn criticize criticise accuse demand appeal push praise thank support back "
    "blame denounce encourage threaten rebuke commend".split()
)
"""Verbs of what a government does to another one, seldom to its own."""
PRAISING = frozenset({"praise", "thank", "support", "back", "commend", "encourage"})
"""Of these, what it does to its own soldiers too."""
FORCES = frozenset({"MIL", "COP"})
"""Sectors of soldiers and policemen."""
ALIKE = FORCES | {"LEG"}
"""Sectors of bodies whose men are called by what they are when they are spoken of again."""
GOVERNING = frozenset({ActorKind.STATE, ActorKind.GOVERNMENT})
PARLIAMENTARY = frozenset("mp backbencher parliamentarian parliament premier".split())
"""Nouns of what many lands have, and America has not."""
LEADING = frozenset("tell urge call ask address thank exhort instruct order lead encourage remind warn rally".split())
"""Verbs of what a leader does to his followers."""
FOLLOWING = frozenset("supporter follower member fan backer loyalist disciple activist".split())
MEETING = frozenset({"meet", "visit", "receive", "host"})
VISITING = frozenset("travel visit go fly arrive tour".split())
CLAUSES_UP = 3
NEAR = 2
"""Sentences back within which somebody acted nearby."""
LATEST = 4
"""Last mentions of somebody that are asked whether he acts in one."""
LAND_BACK = 6
"""Sentences back within which "the country" was named."""
BODY_BACK = 6
"""Sentences back within which "the group" was named."""
LEAST_FOCUS = 0.2
"""Part of the names of a text from which a country is one whose people need no telling."""
SOLDIER = "MIL"
OURS = frozenset("our my".split())
VESSELS = frozenset(
    "aircraft plane jet fighter bomber airliner helicopter drone ship vessel warship destroyer frigate cruiser "
    "submarine tanker freighter boat trawler ferry balloon".split()
)
"""What has a crew, and mostly a flag."""


@dataclass(frozen=True, slots=True)
class Whose:
    """Finds the side of phrases that do not name it."""

    ground: Ground
    antecedents: Antecedents

    def owner(self, phrase: Phrase) -> Badge | None:
        """Return the side of the possessor of a phrase ("his ministers"), the flag of a ship for its captain."""
        if phrase.noun in CREW and phrase.owner is not None and self.ground.view.low[phrase.owner] == "its":
            flag = self.flag(phrase.owner)
            return Badge(kind=ActorKind.STATE, country=flag) if flag else None
        chain = self.possessor(phrase)
        if chain and chain.badge.country:
            beside = phrase.noun in lists.OTHERS and (not chain.is_person or chain.badge.sector == SOLDIER)
            return None if beside else chain.badge
        code = self._said_by(phrase) if phrase.form is not Form.PRONOUN else None
        return Badge(kind=ActorKind.STATE, country=code) if code else self._pointed_at(phrase)

    def _said_by(self, phrase: Phrase) -> str | None:
        """Return the country that "of Iran", "Aleppo's" or the "our" of a speaker says."""
        ground, owner = self.ground, phrase.owner
        if owner is not None and ground.view.low[owner] in OURS:
            return None if phrase.noun in lists.OTHERS else ground.side_of_speaker(owner) or ground.issuer
        if owner is not None and ground.view.lemmas[owner].lower() in lists.COUNTRY_NOUNS:
            acting = self._acting(phrase.head)
            land = ground.recent.before(owner, lambda c: _is_land(c) and c.badge.country not in acting, reach=LAND_BACK)
            return land.badge.country if land else None
        return ground.of_country(phrase.head) or (ground.town(owner) if owner is not None else None)

    def _pointed_at(self, phrase: Phrase) -> Badge | None:
        """Return the side of the body to which a phrase belongs by pointing back ("offshoots of the group")."""
        view = self.ground.view
        owners = (k for k in view.children(phrase.head, "nmod") if view.case(k) == "of" and view.start_of(k) + 1 == k)
        owner = next((k for k in owners if view.lemmas[k].lower() in BACK_KINDS and view.low[k - 1] == "the"), None)
        if owner is None:
            return None
        kinds = BACK_KINDS[view.lemmas[owner].lower()]
        body = self.ground.recent.before(phrase.head, lambda c: c.badge.kind in kinds, reach=BODY_BACK)
        return body.badge if body and body.badge.country else None

    def flag(self, at: int) -> str | None:
        """Return the country of the last vessel before a word ("an American aircraft over Cuba ... its pilot")."""
        view = self.ground.view
        before = ((n.row, view.low[view.heads[n.last - 1]]) for n in self.ground.names if n.last <= at)
        flags = [row.code for row, of in before if isinstance(row, Country) and of in VESSELS]
        return flags[-1] if flags else None

    def possessor(self, phrase: Phrase) -> Chain | None:
        """Return the person to whom a phrase belongs."""
        view = self.ground.view
        owner = phrase.owner
        if owner is None:
            owner = next((k for k in view.children(phrase.head, "nmod") if view.case(k) in {"to", "of", "for"}), None)
        if owner is None and phrase.noun in lists.STAFF | lists.GOVERNMENTS:
            owner = next(iter(view.children(phrase.head, "compound")), None)  # "the Biden team", "the Castro regime"
        if owner is None:
            return self._named_after(phrase) or self._led(phrase)
        low = view.low[owner]
        if low in lists.PERSONAL or low in lists.IT | lists.THEY:
            pronoun = next((p for p in self.ground.phrases if p.head == owner and p.form is Form.PRONOUN), None)
            chain = self.antecedents.of(pronoun) if pronoun else None
        else:
            chain = next(
                (
                    self.ground.persons.get(n)
                    for n, p in enumerate(self.ground.phrases)
                    if p.head == owner and n in self.ground.persons
                ),
                None,
            )
        return chain

    def _named_after(self, phrase: Phrase) -> Chain | None:
        """Return the person named just after "of", wherever the tree hangs him ("supporters of Hosni Mubarak")."""
        if self.ground.view.low[phrase.head + 1 : phrase.head + 2] != ["of"]:
            return None
        start = phrase.head + 2
        return next((c for n, c in self.ground.persons.items() if self.ground.phrases[n].first == start), None)

    def _led(self, phrase: Phrase) -> Chain | None:
        """Return who speaks to followers of whom nothing else is told: "Clinton told supporters"."""
        view = self.ground.view
        verb = view.heads[phrase.head]
        spoken_to = view.dep[phrase.head] in {"obj", "iobj", "obl"} and view.lemmas[verb].lower() in LEADING
        if phrase.noun not in FOLLOWING or not phrase.plural or phrase.first != phrase.head or not spoken_to:
            return None
        subjects = set(self._subjects(verb))
        before = (k.chain for k in reversed(self.ground.recent.links) if k.phrase.head in subjects)
        return next(before, None)

    def context(self, phrase: Phrase) -> str | None:
        """Return the country in focus where a phrase stands: of the last who acted nearby, else of the article."""
        ground = self.ground
        there = Whereabouts(ground).fronted(phrase) if phrase.badge.sector not in FORCES else None
        if there:
            return there
        facing = self._facing(phrase) | self._commanding(phrase)
        facing |= {"USA"} if phrase.noun in PARLIAMENTARY else set()
        own = ground.side_of_speaker(phrase.head)
        if own and ground.theme.home() not in {None, own}:
            facing |= {own}  # of his own government an American says "we", or names it
        facing |= self._dealing(phrase)
        near = self._alike(phrase, facing) or self._near(phrase, facing)
        if near:
            home = None if self._is_plain(near, phrase) else ground.theme.home(facing)
            return home if ground.theme.outweighs(home, near.badge.country or "") else near.badge.country
        if ground.issuer and ground.issuer not in facing:
            return ground.issuer
        army = self._army(phrase, facing)
        if army:
            return army
        least = LEAST_FOCUS * sum(ground.focus.values())
        return next((c for c, n in ground.focus.most_common(3) if c not in facing and n >= least), None)

    def _facing(self, phrase: Phrase) -> set[str]:
        """Return the countries of those to whom a phrase does something: an army that warns Israel is not Israel's."""
        view = self.ground.view
        verb = self._verb_of(phrase.head)
        if verb is None or view.lemmas[verb].lower() in FOR_OWN:
            return set()
        verbs = {verb, *view.children(verb, "xcomp", "advcl")}
        below = {k for v in verbs for k in view.children(v, "obj", "iobj", "obl") if k > phrase.head}
        objects = {k for k in below if view.dep[k] != "obl" or view.case(k) in TOWARDS}
        objects |= {k for o in objects for k in view.children(o, "nmod") if view.case(k) in AGAINST}
        objects |= {k for o in objects for k in view.children(o, "conj")}
        if view.lemmas[verb].lower() in VISITING:
            objects |= set(range(verb + 1, view.ranges[view.sentence[verb]][1]))
        ties = (n for n in self.ground.names if n.first in objects or n.last - 1 in objects)
        return {n.row.code for n in ties if isinstance(n.row, Country)}

    def _commanding(self, phrase: Phrase) -> set[str]:
        """Return the states that are subjects above "the government" in its sentence: their own would be "its"."""
        view, seen = self.ground.view, set()
        if phrase.noun in lists.GOVERNMENTS:
            verbs = [w for w in view.above(view.heads[phrase.head]) if view.pos[w] == "VERB"]
            seen = {s for verb in verbs for s in self._subjects(verb) if s != phrase.head}
        above = (n for n in self.ground.names if n.first in seen or n.last - 1 in seen)
        return {n.row.code for n in above if isinstance(n.row, Country)}

    def _near(self, phrase: Phrase, facing: set[str]) -> Chain | None:
        """Return the last who acted nearby and may have people of his own."""
        ground = self.ground
        return ground.recent.before(
            phrase.head,
            lambda c: c.badge.country not in facing and _may_own(c) and ground.is_land(c.badge.country),
            reach=NEAR,
            acting=True,
        )

    def _alike(self, phrase: Phrase, facing: set[str]) -> Chain | None:
        """Return those of a trade just spoken of: the military is that of the army before it, whoever spoke between.

        So are "the senators" those of the Senate that somebody else went to.
        """
        sector = phrase.badge.sector
        if sector not in ALIKE or not phrase.specific:
            return None
        return self.ground.recent.before(
            phrase.head,
            lambda c: (
                c.badge.sector == sector
                and not c.is_person
                and c.badge.country not in facing
                and self.ground.is_land(c.badge.country)
            ),
            reach=NEAR,
        )

    def _army(self, phrase: Phrase, facing: set[str]) -> str | None:
        """Return the country by which a text calls most soldiers: others that it tells of are of the same army."""
        if phrase.badge.sector != SOLDIER:
            return None
        called = (p.badge.country for p in self.ground.phrases if p.badge.sector == SOLDIER and p.core is None)
        told = Counter(code for code in called if code and code not in facing and self.ground.is_land(code))
        return next((code for code, _ in told.most_common(1)), None)

    def _is_plain(self, near: Chain, phrase: Phrase) -> bool:
        """Say whether a chain acts, or stands in the sentence of a phrase, so that it tells whose the phrase is.

        Who merely says something tells whose forces act only where the text is about his land.
        """
        view = self.ground.view
        here = view.sentence[phrase.head]
        forces = phrase.badge.sector in FORCES and self.ground.side_of_speaker(phrase.head) is None
        acts = [p.head for p in near.phrases[-LATEST:] if not (forces and speaks(p.head, view))]
        away = [(head, here - view.sentence[head]) for head in acts]
        return any(not back or (back <= NEAR and view.role(head) in ACTING) for head, back in away)

    def _dealing(self, phrase: Phrase) -> set[str]:
        """Return the country of a government that meets, presses, blames or praises a phrase: it is seldom its own."""
        view = self.ground.view
        head = view.heads[phrase.head] if view.dep[phrase.head] == "conj" else phrase.head
        verb = view.heads[head]
        lemma = view.lemmas[verb].lower()
        forces = phrase.badge.sector in FORCES and phrase.specific and lemma in PRESSING - PRAISING
        pressed = lemma in MEETING or forces or (lemma in PRESSING and phrase.noun in lists.GOVERNMENTS)
        if view.dep[head] not in {"obj", "obl", "iobj"} or not (pressed or view.case(head) == "with"):
            return set()
        subjects = set(self._subjects(verb))
        doing = (k.chain for k in reversed(self.ground.recent.links) if k.phrase.head in subjects and k.chain)
        chain = next(doing, None)
        governs = chain and (chain.badge.kind in GOVERNING | {ActorKind.PLACE} or chain.badge.sector == "GOV")
        return {chain.badge.country} if chain and governs and chain.badge.country else set()

    def _subjects(self, verb: int) -> Sequence[int]:
        """Return the subjects of a verb, or of the one above it that it shares them with."""
        view = self.ground.view
        for _ in range(CLAUSES_UP):
            subjects = view.children(verb, "nsubj")
            if subjects or view.dep[verb] not in {"advcl", "xcomp", "conj"}:
                return subjects
            verb = view.heads[verb]
        return ()

    def _acting(self, word: int) -> set[str]:
        """Return the countries that do something to a word, as subjects of its verb or of the one above it."""
        view = self.ground.view
        heads = {w for s in self._subjects(view.heads[word]) for w in (s, *view.children(s, "conj", "compound"))}
        ties = (n for n in self.ground.names if n.first in heads or n.last - 1 in heads)
        return {n.row.code for n in ties if isinstance(n.row, Country)}

    def _verb_of(self, word: int) -> int | None:
        """Return the verb of which a word, or the noun that it is said of, is the subject."""
        view = self.ground.view
        for _ in range(MAX_DEPTH):
            if view.dep[word].startswith("nsubj"):
                return view.heads[word]
            if view.dep[word] not in INNER:
                return None
            word = view.heads[word]
        return None

    @staticmethod
    def is_side(chain: Chain) -> bool:
        """Say whether a chain has a side that those near it may share."""
        return bool(chain.badge.country) and (chain.is_person or chain.badge.kind is not ActorKind.MEDIA)

    def where(self, phrase: Phrase) -> str | None:
        """Return the country of people who are merely there."""
        return Whereabouts(self.ground).of(phrase, self._facing(phrase))

    def home(self, phrase: Phrase) -> str | None:
        """Return the country whose rulers somebody opposes."""
        return Whereabouts(self.ground).home(phrase)


def _is_land(chain: Chain) -> bool:
    """Say whether "the country" can mean a chain."""
    return is_country(chain.badge.country) and chain.badge.kind in {ActorKind.STATE, ActorKind.PLACE}


def _may_own(chain: Chain) -> bool:
    """Say whether officials and soldiers spoken of after a chain can be its own: a state's, not a newspaper's."""
    return is_country(chain.badge.country) and chain.badge.kind not in STATELESS and chain.badge.sector not in PRIVATE
