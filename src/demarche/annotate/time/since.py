"""Stretches of time that begin with an event: "since Iraq's invasion", "since the war began in 2011"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from demarche.annotate.lemma import verb_tag

if TYPE_CHECKING:
    from demarche.annotate.doc import Doc, Token

__all__ = ["event_end"]

_PERFECT = frozenset({"has", "have", "had", "'ve", "’ve", "'s", "’s"})
LONGEST = 14  # words of the phrase


def event_end(doc: Doc, since: int, last: int) -> int | None:
    """Return the index after the phrase that "since" at word `since` begins, or None where it means "because".

    `last` ends the sentence. A noun after it always makes a time; a clause does when the main clause is in the
    perfect ("has bombed ... since the war began").
    """
    word = doc[since]
    head = word.head
    if head.i <= since or head.i >= last or word.dep_ == "advmod":  # "it has since grown"
        return None
    if word.dep_ == "mark" and not (_main_is_perfect(head) and _is_past(head)):
        return None
    end = max(child.i for child in head.subtree if child.i < last) + 1
    commas = (i for i in range(since + 1, end) if doc[i].text in {",", ";", "–", "_", "(", "."})
    end = min(next(commas, end), since + LONGEST)
    return end if end > since + 1 else None


def _is_past(verb: Token) -> bool:
    helpers = [child for child in verb.children if child.dep_.startswith(("aux", "cop"))]
    return any(verb_tag(word.text) == "past" or word.lower_ in {"was", "were", "had"} for word in [verb, *helpers])


def _main_is_perfect(clause: Token) -> bool:
    """Say whether the clause above is in the perfect, or is a noun phrase without a verb of its own."""
    main = clause.head
    if main.i == clause.i:
        return False
    if main.pos_ not in {"VERB", "AUX"}:
        return True
    near = [main, *main.ancestors, *main.children]  # "is thought to have bombed it since the war began"
    return any(child.lower_ in _PERFECT for verb in near for child in verb.children if child.dep_.startswith("aux"))
