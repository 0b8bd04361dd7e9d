"""From chains to the actors of a record and the mentions that the coder reads."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from demarche.codebook.world import World
from demarche.record import Actor, ActorKind, Form, Mention, Role
from demarche.resolve.chain import Chain, Link
from demarche.resolve.phrase import Phrase
from demarche.resolve.resolution import ResolvedMention
from demarche.resolve.words import COUNTRY_NOUNS

if TYPE_CHECKING:
    from demarche.annotate.reading import Reading
    from demarche.resolve.roles import Said
    from demarche.resolve.view import View

__all__ = ["identities", "make_actors", "make_mentions"]

NOBODY = frozenset({"party", "side"})
"""Nouns of all who are in a matter; they name nobody by themselves."""
PLACED = frozenset("in at near outside inside around across into off along through toward towards within".split())
"""Prepositions under which a town is where something is, not whom it is done to."""


def identities(chains: Iterable[Chain]) -> dict[str, str]:
    """Return a stable id for each chain: the slug of its name, with a number where two are called the same."""
    ids: dict[str, str] = {}
    taken: set[str] = set()
    for chain in chains:
        base = "a-" + slug(chain.name)
        same = base if base not in taken else next(f"{base}-{n}" for n in range(2, 1000) if f"{base}-{n}" not in taken)
        taken.add(same)
        ids[chain.key] = same
    return ids


def slug(name: str) -> str:
    """Return ASCII letters and digits of a name in lower case, words joined by hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall(r"[a-z0-9]+", plain.replace(".", "").replace("'", ""))) or "unnamed"


def make_actors(
    chains: Sequence[Chain], ids: Mapping[str, str], said: Sequence[tuple[Chain, Said]], reading: Reading, view: View
) -> dict[str, Actor]:
    """Return the actors by id, in the order of their first mention."""
    roles: dict[str, list[Role]] = {}
    for chain, one in said:
        roles.setdefault(chain.key, []).append(_role(chain, one, ids, reading, view))
    made = {}
    for chain in sorted(chains, key=lambda c: min(p.first for p in c.phrases)):
        mentions = sorted({(p.first, p.last): p for p in chain.phrases}.values(), key=lambda p: (p.first, -p.last))
        made[ids[chain.key]] = Actor(
            id=ids[chain.key],
            name=chain.name,
            kind=chain.badge.kind,
            country=chain.badge.country,
            base=chain.badge.base,
            sector=chain.badge.sector,
            roles=tuple(_once(roles.get(chain.key, ()))),
            wikidata=chain.wikidata,
            mentions=tuple(_mention(p, reading, view) for p in mentions),
        )
    return made


def _once(roles: Iterable[Role]) -> list[Role]:
    kept: dict[str, Role] = {}
    for role in roles:
        kept.setdefault(role.title.lower(), role)
    return list(kept.values())


def _role(chain: Chain, said: Said, ids: Mapping[str, str], reading: Reading, view: View) -> Role:
    state = f"state:{chain.badge.country}"
    first, last = said.title.first, max(said.title.last, said.last if not said.before else said.title.last)
    return Role(title=view.text(first, last), of=ids.get(state), evidence=reading.span(said.first, said.last))


def _mention(phrase: Phrase, reading: Reading, view: View) -> Mention:
    span = reading.span(phrase.first, phrase.last)
    plain = view.words[phrase.first : phrase.last]
    as_written = reading.doc.columns.texts[phrase.first : phrase.last]
    differs = any(a != b and b.isalpha() for a, b in zip(as_written, plain, strict=True))
    return Mention(span=span, form=phrase.form, repaired=view.text(phrase.first, phrase.last) if differs else None)


def make_mentions(links: Sequence[Link], ids: Mapping[str, str], view: View) -> tuple[ResolvedMention, ...]:
    """Return the mentions in the order of the text, outer before nested; where something merely is, is none."""
    kept = [k for k in links if not _is_where(k, view)]
    kept.sort(key=lambda k: (k.phrase.first, -k.phrase.last))
    out: list[ResolvedMention] = []
    end = -1
    for link in kept:
        nested = link.phrase.last <= end or link.phrase.modifies is not None
        out += _mentions_of(link, ids, nested=nested)
        end = max(end, link.phrase.last)
    return tuple(out)


def _mentions_of(link: Link, ids: Mapping[str, str], *, nested: bool) -> Iterator[ResolvedMention]:
    """Yield the mention of a link; for "the two leaders" one of each, for "all parties" of nobody known none."""
    phrase, chain = link.phrase, link.chain
    members = [m for m in link.members if m.key in ids]
    if chain is None and phrase.noun in NOBODY and not members:
        return
    several: Sequence[Chain | None] = members or [chain]
    for one in several:
        badge = one.badge if one and (members or link.badge.country is None) else link.badge
        yield ResolvedMention(
            first=phrase.first,
            last=phrase.last,
            head=phrase.head,
            form=phrase.form,
            actor=ids[one.key] if one else None,
            country=badge.country,
            base=badge.base,
            sector=(None if members else phrase.badge.sector) or badge.sector,
            plural=phrase.plural,
            nested=nested,
            members=tuple(ids[m.key] for m in members),
        )


def _is_where(link: Link, view: View) -> bool:
    """Say whether a town or region is only where something happens."""
    chain, phrase = link.chain, link.phrase
    if chain is None or chain.badge.kind is not ActorKind.PLACE:
        return False
    return phrase.modifies is not None or view.case(phrase.head) in PLACED or phrase.form is Form.PRONOUN


def renamed_government(chain: Chain, world: World, view: View) -> str | None:
    """Return the name of a government that a text only calls so, and never by its country as one who acts."""
    row = world.country(chain.badge.country or "")
    if row is None or not row.adjectives:
        return None
    named = [p for p in chain.phrases if p.form in {Form.NAME, Form.METONYM} and p.modifies is None]
    called = [p for p in chain.phrases if p.form is Form.NOMINAL and p.noun not in COUNTRY_NOUNS]
    acting = [
        p for p in named if view.role(p.head).startswith("nsubj") or view.case(p.head) in {"by", "with", "against"}
    ]
    return f"{row.adjectives[0]} government" if called and not acting else None
