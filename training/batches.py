"""Sentences to tensors, by batches of like length."""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol, TypedDict, TypeVar

import torch

from demarche.annotate.pieces import CASES, encode
from training.corpora import UNKNOWN
from training.labels import ACT_TYPES, MODES, NAME_TAGS, ROLES, STATUSES, UPOS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from torch import Tensor

    from demarche.annotate.pieces import Pieces
    from training.corpora import Sentence
    from training.sentences import Act, Range

IGNORED: Final = -100
TAG_ID: Final = {tag: i for i, tag in enumerate(NAME_TAGS)}
UPOS_ID: Final = {tag: i for i, tag in enumerate(UPOS)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One sentence as numbers; lists over words, IGNORED where unlabelled; heads: word plus one, root 0."""

    pieces: list[int]
    kinds: list[int]
    firsts: list[int]
    upos: list[int]
    heads: list[int]
    deprels: list[int]
    tags: list[int]
    has_misc: bool
    acts: list[int]
    modes: list[int]
    status: list[int]
    roles: tuple[tuple[int, list[int]], ...] = ()
    """For each trigger word, as its place among root and words, the role of every word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """Rows side by side; words have place 1 and on in the axis of words, place 0 being the root."""

    pieces: Tensor
    kinds: Tensor
    mask: Tensor
    firsts: Tensor
    words: Tensor
    upos: Tensor
    heads: Tensor
    deprels: Tensor
    tags: Tensor
    has_misc: Tensor
    acts: Tensor
    modes: Tensor
    status: Tensor
    role_rows: Tensor
    role_places: Tensor
    roles: Tensor


class _ActLabels(TypedDict):
    acts: list[int]
    modes: list[int]
    status: list[int]
    roles: tuple[tuple[int, list[int]], ...]


def bioes(length: int, names: Sequence[tuple[int, int, str]] | None) -> list[int]:
    """Tag numbers of names; words of an unknown class are ignored, and all are where names is None."""
    if names is None:
        return [IGNORED] * length
    tags = [0] * length
    for first, last, kind in names:
        if kind == UNKNOWN:
            tags[first:last] = [IGNORED] * (last - first)
        elif last - first == 1:
            tags[first] = TAG_ID[f"S-{kind}"]
        else:
            tags[first:last] = [TAG_ID[f"I-{kind}"]] * (last - first)
            tags[first], tags[last - 1] = TAG_ID[f"B-{kind}"], TAG_ID[f"E-{kind}"]
    return tags


def row(sentence: Sentence, pieces: Pieces, deprels: dict[str, int]) -> Row:
    """The sentence as numbers."""
    length = len(sentence.words)
    nothing = [IGNORED] * length
    ids, kinds, firsts = encode(sentence.words, pieces)
    return Row(
        pieces=ids,
        kinds=kinds,
        firsts=firsts,
        upos=[UPOS_ID[tag] for tag in sentence.upos] if sentence.upos else nothing,
        heads=list(sentence.heads) if sentence.heads else nothing,
        deprels=[deprels.get(d, IGNORED) for d in sentence.deprels] if sentence.deprels else nothing,
        tags=bioes(length, sentence.names),
        has_misc=sentence.has_misc,
        **_act_labels(length, sentence.acts),
    )


def _act_labels(length: int, acts: Sequence[Act] | None) -> _ActLabels:
    """Labels of acts; where two share a word, the first names its type and both give it roles."""
    nothing = [IGNORED] * length
    kinds, modes, status = ([0] * length if acts is not None else nothing), [*nothing], [*nothing]
    roles: dict[int, list[int]] = {}
    for act in acts or ():
        for word in range(*act.trigger):
            if not kinds[word]:
                kinds[word] = ACT_TYPES.index(act.kind)
                modes[word] = MODES.index(f"{act.kind}/{act.mode}" if act.mode else act.kind)
                status[word] = STATUSES.index(act.status)
            _mark_roles(roles.setdefault(word + 1, [0] * length), act)
    return {"acts": kinds, "modes": modes, "status": status, "roles": tuple(roles.items())}


def _mark_roles(roles: list[int], act: Act) -> None:
    for role, sides in (("other", act.others), ("target", act.targets), ("source", act.sources)):
        for first, last in sides:
            roles[first:last] = [ROLES.index(role)] * (last - first)


def _padded(lists: Sequence[Sequence[int]], value: int) -> Tensor:
    width = max(len(items) for items in lists)
    return torch.tensor([[*items, *[value] * (width - len(items))] for items in lists])


def collate(rows: Sequence[Row]) -> Batch:
    """Tensors of rows; labels get a place for the root that is ignored."""
    pieces = _padded([r.pieces for r in rows], 0)
    words = _padded([[0] + [1] * len(r.upos) for r in rows], 0)

    def labels(lists: list[list[int]]) -> Tensor:
        return _padded([[IGNORED, *items] for items in lists], IGNORED)

    return Batch(
        pieces=pieces,
        kinds=_padded([r.kinds for r in rows], 0),
        mask=_padded([[1] * len(r.pieces) for r in rows], 0),
        firsts=_padded([r.firsts for r in rows], 0),
        words=words.bool(),
        upos=labels([r.upos for r in rows]),
        heads=labels([r.heads for r in rows]),
        deprels=labels([r.deprels for r in rows]),
        tags=labels([r.tags for r in rows]),
        has_misc=torch.tensor([r.has_misc for r in rows]),
        acts=labels([r.acts for r in rows]),
        modes=labels([r.modes for r in rows]),
        status=labels([r.status for r in rows]),
        role_rows=torch.tensor([i for i, r in enumerate(rows) for _ in r.roles], dtype=torch.long),
        role_places=torch.tensor([place for r in rows for place, _ in r.roles], dtype=torch.long),
        roles=labels([roles for r in rows for _, roles in r.roles] or [[IGNORED]]),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class PairRow:
    """A sentence with source and target marked in `kinds`; weights of the types of the act between them."""

    pieces: list[int]
    kinds: list[int]
    types: list[float]


@dataclass(frozen=True, slots=True, kw_only=True)
class PairBatch:
    """Marked sentences side by side."""

    pieces: Tensor
    kinds: Tensor
    mask: Tensor
    types: Tensor


def pair_row(
    words: Sequence[str], source: Range | None, target: Range | None, types: dict[str, float], pieces: Pieces
) -> PairRow:
    """The sentence marked, as numbers; `types` weigh the acts of this pair, none of them meaning no act."""
    ids, kinds, firsts = encode(words, pieces)
    ends = [*firsts, len(ids) - 1]
    for mark, span in ((2, target), (1, source)):
        for piece in range(ends[span[0] + 1], ends[span[1] + 1]) if span else ():
            kinds[piece] = kinds[piece] % len(CASES) + mark * len(CASES)
    total = sum(types.values())
    weights = [types.get(kind, 0.0) / total for kind in ACT_TYPES] if total else [1.0, *[0.0] * (len(ACT_TYPES) - 1)]
    return PairRow(pieces=ids, kinds=kinds, types=weights)


def collate_pairs(rows: Sequence[PairRow]) -> PairBatch:
    """Tensors of marked sentences."""
    return PairBatch(
        pieces=_padded([r.pieces for r in rows], 0),
        kinds=_padded([r.kinds for r in rows], 0),
        mask=_padded([[1] * len(r.pieces) for r in rows], 0),
        types=torch.tensor([r.types for r in rows]),
    )


class _Long(Protocol):
    @property
    def pieces(self) -> list[int]: ...


Any_Row = TypeVar("Any_Row", bound=_Long)


def batches(rows: Sequence[Any_Row], size: int, rng: random.Random | None = None) -> Iterator[list[Any_Row]]:
    """Groups of at most size pieces, padding included, of like length; shuffled when rng is given."""
    noise = rng.random if rng else lambda: 0.0
    order = sorted(rows, key=lambda r: len(r.pieces) * (1 + 0.1 * noise()))
    groups: list[list[Any_Row]] = [[]]
    longest = 0
    for item in order:
        longest = max(longest, len(item.pieces))
        if groups[-1] and longest * (len(groups[-1]) + 1) > size:
            groups.append([])
            longest = len(item.pieces)
        groups[-1].append(item)
    if rng:
        rng.shuffle(groups)
    yield from groups
