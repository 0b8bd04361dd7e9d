"""Who stands where around a verb or noun, read off Universal Dependencies: voice, control, sharing, light verbs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from demarche.codebook import Slot

if TYPE_CHECKING:
    from demarche.annotate.doc import Token

__all__ = [
    "EARLIER",
    "NOMINAL",
    "OCCASION",
    "PHRASAL",
    "RAISING",
    "SUBJECTS",
    "arguments",
    "case_of",
    "children",
    "first_listed",
    "is_listed",
    "is_part_of",
    "is_passive",
    "is_reciprocal",
    "is_topic",
    "objects",
    "subjects",
    "with_conjuncts",
]

SUBJECTS = {"nsubj", "nsubj:outer", "csubj"}
OBJECTS = ("obj", "iobj")
BEHIND = ("advcl", "xcomp", "ccomp")
"""Labels of clauses behind a verb."""
RELATIVES = {"who", "which", "that", "whom"}
NOMINAL = {"NOUN", "PROPN", "PRON", "NUM", "ADJ", "SYM"}
EARLIER = frozenset({"after", "before", "since", "following"})
OCCASION = EARLIER | {"despite", "amid", "over", "about", "against", "because of", "due to", "ahead of", "until"}
"""Prepositions of when, why or about what somebody does something."""
NOT_LENT = OCCASION | {"for"}
"""Prepositions under which a noun gets no subject from a verb that lends its own ("called for an inquiry")."""
LIGHT_VERBS = frozenset(
    "make hold have give launch conduct stage carry impose issue pay lodge reach sign offer take mount send deliver "
    "provide enter begin start open resume continue extend express voice file show put place order announce declare "
    "undertake perform win secure seek lead host wage strike keep step build join attend schedule commit inflict exert "
    "apply deploy unleash plan arrange call do suspend break end halt stop cancel lift ease cause subject".split()
)
"""Verbs that lend their subject to the act that their object names ("lodged a protest", "ended its blockade")."""
SUFFERING = frozenset("face suffer endure undergo withstand sustain receive survive fear".split())
"""Verbs whose subject suffers the act that their object names ("faced sanctions", "received an invitation")."""
FIGHTING = frozenset("fight battle combat resist repel".split())
"""Verbs whose object is who kills those that die at it ("killed fighting the rebels")."""
OBJECTLESS = frozenset("call appeal vote protest demonstrate rally respond talk speak gather march".split())
"""Verbs that take no object, so that no noun before their participle suffers it ("leaders called for a vote")."""
OBJECT_NEEDING = frozenset(
    "charge arrest kill injure wound detain sentence jail indict convict accuse kidnap imprison abduct deport".split()
)
"""Verbs that never stand without an object except in the passive."""
HOLDING = frozenset("charge accuse suspect convict arrest detain blame indict sentence link implicate jail".split())
"""Verbs of holding somebody to account."""
CHARGES = frozenset("charge accusation allegation suspicion count".split())
"""Nouns that say what somebody is held to have done."""
LINKING = frozenset({"to", "of", "for", "from", "into"})
"""Marks of a clause that is done by the object of the verb above ("blamed them for starting it")."""
HAPPENING = frozenset("occur happen begin start resume continue open proceed erupt".split())
"""Verbs whose subject is what takes place, so that its parties stand under the verb ("talks began with Oman")."""
COUNTS = frozenset("series round number spate wave string set couple range".split())
"""Nouns that count the acts under their `of`."""
QUANTITIES = frozenset("hundred thousand dozen score ten million number lot group handful scores tens".split())
"""Nouns that count those who stand under their `of`."""
SUBJECT_CONTROL = frozenset("promise threaten vow pledge agree refuse decline offer swear undertake".split())
"""Verbs whose infinitive is done by their subject even where they have an object ("promised him to leave")."""
ADDRESSING: Mapping[str, frozenset[str]] = {
    "call": frozenset({"on", "upon"}),
    "appeal": frozenset({"to"}),
    "plead": frozenset({"with"}),
    "rely": frozenset({"on", "upon"}),
    "count": frozenset({"on", "upon"}),
    "depend": frozenset({"on", "upon"}),
    "look": frozenset({"to"}),
}
"""Verbs whose infinitive is done by what stands under one of these prepositions ("called on them to leave")."""
RAISING = frozenset("discuss raise review debate address cover".split())
"""Verbs whose object is the topic of a talk."""
TOPIC = frozenset("on about over against regarding concerning from toward towards as like including".split())
"""What stands under these is what the talk is about, not a side of it."""
EXAMPLES = frozenset({"including", "like", "such as"})
"""What stands under these is one of those named before ("militias like Hezbollah")."""
PHRASAL = frozenset({"nmod", "nmod:poss", "nmod:desc", "conj", "appos", "flat", "list", "compound", "amod", "nummod"})
"""Labels by which a word belongs to the noun phrase above it."""
JUDGING = frozenset(
    "worth important necessary vital essential crucial possible impossible difficult easy hard right wrong good better "
    "early premature imperative urgent unacceptable acceptable appropriate reasonable illegal unclear".split()
)
"""Words that judge a deed behind them, whose "it" is nobody ("it was wrong to attack")."""
RECIPROCAL = frozenset({("each", "other"), ("one", "another")})
RECIPROCAL_REACH = 4
"""Words behind a verb among which its reciprocal pronoun stands."""
AT_HAND = 4096
"""Words whose case, voice and parties are remembered: those of the sentences at hand, of which all rules ask."""
MAX_STEPS = 6
"""Steps of sharing and control that are followed; deeper chains are misparses more often than grammar."""


def children(token: Token, *labels: str) -> list[Token]:
    """Return the dependents with one of these labels, in the order of the text."""
    kids = token.children
    return [child for child in kids if child.dep_ in labels] if kids else []


def with_conjuncts(tokens: list[Token]) -> list[Token]:
    """Return the tokens, all nominal conjuncts below them ("Egypt, Qatar and Oman"), and their examples."""
    out: list[Token] = []
    for token in tokens:
        out.append(token)
        out += with_conjuncts([c for c in children(token, "conj", "nmod") if is_listed(c)])
        counted = children(token, "nmod") if token.lemma_.lower() in QUANTITIES else []
        out += [c for noun in counted if case_of(noun) == "of" for c in with_conjuncts([noun])[1:]]
    return out


def is_listed(token: Token) -> bool:
    """Whether a noun stands in a list after another ("militias and police", "militias like Hezbollah")."""
    if token.pos_ not in NOMINAL or token.head.pos_ not in NOMINAL:
        return False
    return token.dep_ == "conj" or (token.dep_ == "nmod" and case_of(token) in EXAMPLES)


def first_listed(token: Token) -> Token:
    """Return the noun with which the list of a noun begins."""
    while is_listed(token):
        token = token.head
    return token


def is_part_of(token: Token, whole: Token) -> bool:
    """Whether a noun stands inside the noun phrase of another, its list and its possessors included."""
    while token != whole:
        if token.dep_ not in PHRASAL or token.head == token:
            return False
        token = token.head
    return True


@lru_cache(maxsize=AT_HAND)
def case_of(token: Token) -> str | None:
    """Return the preposition of a noun ("with", "against"); of a fixed phrase the words joined by a blank."""
    cases = children(token, "case")
    if not cases:
        return None
    words = [cases[-1] if len(cases) > 1 and cases[0].i + 1 == cases[-1].i else cases[0]]
    words += children(words[0], "fixed")
    return " ".join(word.norm_.lower() for word in words)


def is_participle(token: Token) -> bool:
    """Whether this is a bare past participle after its noun ("hostages seized by Hamas")."""
    if token.dep_ not in {"acl", "advcl"} or token.pos_ != "VERB" or token.norm_.lower().endswith("ing"):
        return False
    bare = token.lemma_.lower() not in OBJECTLESS and not children(token, "aux", "mark", *SUBJECTS)
    return bare and (token.dep_ == "acl" or _named_before(token) is not None)


def _named_before(participle: Token) -> Token | None:
    """Return the noun right before a participle that the parser hung on the verb of that noun behind it.

    "Parents of sailors killed at sea called for an inquiry": the noun stands inside the subject of that verb.
    """
    verb = participle.head
    before = participle.nbor(-1) if 0 < participle.i < verb.i else participle
    while before.dep_ in {"flat", "compound"} and before.head.pos_ in {"NOUN", "PROPN"}:
        before = before.head
    named = before.pos_ in {"NOUN", "PROPN"} and not children(participle, "obj")
    return before if named and any(is_part_of(before, t) for t in children(verb, "nsubj")) else None


@lru_cache(maxsize=AT_HAND)
def is_passive(token: Token) -> bool:
    """Whether a verb is in the passive, with or without an auxiliary."""
    if children(token, "nsubj:pass", "aux:pass") or is_participle(token) or _has_agent(token) or _is_headline(token):
        return True
    shares = token.dep_ == "conj" and not children(token, *SUBJECTS, "aux", "obj") and token.head.pos_ == "VERB"
    return shares and token.norm_.lower().endswith(("ed", "en")) and is_passive(token.head)


def _has_agent(token: Token) -> bool:
    """Whether this is a participle that names its doer and has no object ("troops, assisted by rebels, moved in")."""
    if token.pos_ != "VERB" or not token.norm_.lower().endswith(("ed", "en")) or children(token, "obj", *SUBJECTS):
        return False
    return token.dep_ in {"advcl", "conj", "acl"} and bool(children(token, "obl:agent"))


def _is_headline(token: Token) -> bool:
    """Whether a verb that needs an object has none, as headlines leave out the auxiliary ("2 charged in a raid")."""
    if token.lemma_.lower() not in OBJECT_NEEDING or not token.norm_.lower().endswith(("ed", "en")):
        return False
    full = children(token, "aux", "obj", "iobj", "ccomp", "xcomp", "conj", "compound:prt")
    return token.dep_ == "root" and not full and bool(children(token, "nsubj")) and bool(children(token, "obl"))


def _fronted(token: Token, *labels: str) -> list[Token]:
    """Return what belongs to the verb above, though the parser gave it to an infinitive or gerund behind it.

    "Accused the guards of killing ten", "apologized to her for doing it": the mark stands between them.
    """
    mark = next((c for c in children(token, "mark") if c.norm_.lower() in LINKING), None)
    return [c for c in children(token, *labels) if mark is not None and c.i < mark.i < token.i]


def _behind(token: Token) -> list[Token]:
    """Return what the parser takes for a second subject behind a verb, which is its object."""
    own = children(token, "nsubj")
    return [t for t in own if t.i > token.i] if own and own[0].i < token.i and not children(token, "obj") else []


def subjects(token: Token, steps: int = MAX_STEPS) -> list[Token]:
    """Return the heads of those who do what a word says; empty where the text names nobody."""
    return list(_subjects(token, steps))


@lru_cache(maxsize=AT_HAND)
def _subjects(token: Token, steps: int) -> tuple[Token, ...]:
    if is_passive(token):
        return tuple(_agents(token))
    own = children(token, *SUBJECTS) or _fronted(token, *OBJECTS)
    if own:
        named = [t for t in own if t.norm_.lower() not in RELATIVES and t not in _behind(token)]
        return tuple(with_conjuncts(named or [_antecedent(token, own[0])]))
    return tuple(_shared_subject(token, steps - 1)) if steps and not _is_judged(token.head) else ()


def _is_judged(head: Token) -> bool:
    """Whether a word judges a deed behind it, so that its "it" stands for the deed."""
    return head.lemma_.lower() in JUDGING and any(t.norm_.lower() == "it" for t in children(head, "nsubj"))


def objects(token: Token, steps: int = MAX_STEPS) -> list[Token]:
    """Return the heads of those to whom it is done."""
    return list(_objects(token, steps))


@lru_cache(maxsize=AT_HAND)
def _objects(token: Token, steps: int) -> tuple[Token, ...]:
    if is_passive(token):
        return tuple(with_conjuncts(_passive_subject(token, steps)))
    fronted = _fronted(token, *OBJECTS)
    own = [t for t in children(token, "obj") if t not in fronted]
    own = own or _behind(token) or [t for c in children(token, *BEHIND) for t in _fronted(c, *OBJECTS)]
    own = own or children(token, "iobj")
    return tuple(with_conjuncts([_antecedent(token, own[0])]) if own else _shared_object(token))


def arguments(token: Token, slot: Slot) -> list[Token]:
    """Return the heads that fill a slot of a frame around a trigger's head word, with their conjuncts."""
    found = _fill(token, slot.relation, slot.prepositions)
    return [inner for head in found for inner in arguments(head, slot.then)] if slot.then else found


def _fill(token: Token, relation: str, prepositions: tuple[str, ...]) -> list[Token]:
    if relation == "subj":
        return subjects(token) if token.pos_ in {"VERB", "AUX"} else _noun_subject(token)
    if relation == "obj":
        return objects(token)
    if relation == "iobj":
        return with_conjuncts(children(token, "iobj"))
    if relation in {"xcomp", "ccomp"}:
        return children(token, relation, *(("csubj", "advcl") if relation == "ccomp" else ()))
    if relation == "poss":
        return _owners(token)
    under = _by_preposition(token)
    return with_conjuncts(next((under[p] for p in prepositions if p in under), []))


@lru_cache(maxsize=AT_HAND)
def _by_preposition(token: Token) -> Mapping[str | None, list[Token]]:
    """Return the prepositional phrases of a word by their prepositions: all its frames ask for them."""
    found: dict[str | None, list[Token]] = {}
    for head in _obliques(token):
        found.setdefault(case_of(head), []).append(head)
    return found


def _obliques(token: Token) -> Iterator[Token]:
    """Prepositional phrases of a word and, since their place is often misread, of its object or its light verb.

    Also of a participle after a noun ("sanctions imposed on Iran"), and of the noun before which the word stands
    ("sanctions listings on Syria").
    """
    labels = ("obl", "nmod", "obl:agent", "obl:arg")
    yield from children(token, *labels)
    if token.pos_ == "VERB":
        yield from (t for t in children(token, "conj") if t.pos_ in NOMINAL and case_of(t))
        yield from (t for clause in children(token, *BEHIND) for t in _fronted(clause, "obl"))
    for participle in children(token, "acl"):
        if is_participle(participle):
            yield from children(participle, "obl")
    if token.dep_ == "compound" and token.pos_ == "NOUN":
        yield from children(token.head, *labels)
    for noun in children(token, "obj"):
        yield from children(noun, *labels)
    top = _counted(token)
    verb = top.head
    if verb.pos_ == "VERB" and (top.dep_ in {"obj", "nsubj:pass"} or (top.dep_ == "nsubj" and _is_happening(verb))):
        yield from children(verb, *labels)


def _counted(token: Token) -> Token:
    """Return the noun that counts a noun ("a series of talks"), else the noun itself."""
    counts = token.dep_ == "nmod" and case_of(token) == "of" and token.head.lemma_.lower() in COUNTS
    return token.head if counts else token


def _is_happening(verb: Token) -> bool:
    """Whether a verb only says that its subject takes place."""
    places = verb.lemma_.lower() == "take" and any(t.lemma_.lower() == "place" for t in children(verb, "obj"))
    return places or verb.lemma_.lower() in HAPPENING


def _owners(token: Token) -> list[Token]:
    """Return the owners of a noun, else the names before it; of a noun before another, also the other's."""
    own = with_conjuncts(children(token, "nmod:poss")) or _modifiers(token)
    return own or (_owners(token.head) if token.dep_ == "compound" and token.pos_ == "NOUN" else [])


def _modifiers(token: Token) -> list[Token]:
    return with_conjuncts([child for child in children(token, "amod", "compound") if child.text[:1].isupper()])


def _agents(token: Token) -> list[Token]:
    by = [t for t in children(token, "obl:agent", "obl") if t.dep_ == "obl:agent" or case_of(t) == "by"]
    fought = [] if by else [f for f in children(token, "advcl", "xcomp", "dep") if f.lemma_.lower() in FIGHTING]
    return with_conjuncts(by) or [foe for fight in fought for foe in with_conjuncts(children(fight, "obj"))]


def _antecedent(verb: Token, token: Token) -> Token:
    """Return the noun that a relative pronoun stands for."""
    if token.norm_.lower() not in RELATIVES:
        return token
    if verb.dep_ == "acl:relcl":
        return verb.head
    return _noun_before(token) or token


def _noun_before(relative: Token) -> Token | None:
    """Return the noun right before a "who" whose clause the parser hung elsewhere; "who" asks nothing there."""
    before = relative.nbor(-1) if relative.i > relative.sent.start else relative
    if relative.norm_.lower() != "who" or before.pos_ not in {"NOUN", "PROPN"}:
        return None
    while before.dep_ in {"flat", "appos", "compound"} and before.head.pos_ in {"NOUN", "PROPN"}:
        before = before.head
    return before


def _passive_subject(token: Token, steps: int) -> list[Token]:
    own = children(token, "nsubj:pass", *SUBJECTS)
    if own:
        return [_antecedent(token, own[0])]
    if token.dep_ in {"acl", "acl:relcl"}:
        return [token.head]
    if token.dep_ == "conj" and steps:
        return _passive_subject(token.head, steps - 1)
    if token.dep_ == "advcl" and (noun := _named_before(token)):
        return [noun]
    if token.dep_ == "advcl" and steps:
        kept = objects(token.head, steps - 1) if _linking(token) == "from" else []
        return kept or subjects(token.head, steps - 1) or _passive_subject(token.head, steps - 1)
    return _controller(token.head, steps - 1) if token.dep_ == "xcomp" and steps else []


def _shared_object(token: Token) -> list[Token]:
    """Take the object of a later conjunct ("seized and burned the ship"), or the antecedent of an object relative."""
    first = token.head if token.dep_ == "conj" and token.head.pos_ == "VERB" else token
    if any(t.i > token.i for t in children(first, "obj")) and not children(token, *SUBJECTS, "ccomp", "xcomp", "obl"):
        return objects(first) if first != token else []
    for verb in children(token, "conj"):
        if verb.pos_ == "VERB" and not children(verb, *SUBJECTS) and children(verb, "obj"):
            return objects(verb)
    if token.dep_ == "acl:relcl" and children(token, *SUBJECTS) and token.head not in subjects(token, 0):
        return [token.head]
    return []


def _shared_subject(token: Token, steps: int) -> list[Token]:
    head = token.head
    if token.dep_ in {"xcomp", "ccomp"} and head.pos_ in {"VERB", "ADJ", "AUX", "NOUN"}:
        return _controller(head, steps)
    linked = _linking(token) in LINKING - {"to"}
    if token.dep_ in {"advcl", "obl"} and token.norm_.lower().endswith("ing") and linked:
        return objects(head, steps) or subjects(head, steps)
    if token.dep_ in {"conj", "advcl", "parataxis"} and head.pos_ in {"VERB", "AUX", "ADJ"}:
        return subjects(head, steps) or (_passive_subject(head, steps) if token.dep_ == "advcl" else [])
    if token.dep_ == "acl":
        return _acl_subject(token, steps)
    if token.dep_ == "obj":
        return subjects(head, steps)
    return []


def _linking(clause: Token) -> str | None:
    """Return the word that joins a clause to the verb above it."""
    return next((c.norm_.lower() for c in children(clause, "mark")), None)


def _controller(verb: Token, steps: int) -> list[Token]:
    """Return who does the infinitive under a verb: its object where it has one, else its subject."""
    if is_passive(verb):
        return with_conjuncts(_passive_subject(verb, steps))
    asked = ADDRESSING.get(verb.lemma_.lower(), frozenset())
    bound = children(verb, *OBJECTS)[:1] or [t for t in children(verb, "obl") if case_of(t) in asked]
    if bound and verb.lemma_ not in SUBJECT_CONTROL:
        return with_conjuncts(bound)
    return subjects(verb, steps)


def _acl_subject(token: Token, steps: int) -> list[Token]:
    """A participle is done by its noun; an infinitive by the noun's owner ("Israel's decision to strike")."""
    active = token.norm_.lower().endswith("ing") or token.lemma_.lower() in OBJECTLESS
    if active and not children(token, "mark"):
        return with_conjuncts([token.head])
    if token.head.lemma_.lower() in CHARGES and (blamed := _charged(token.head)):
        return blamed
    return _noun_subject(token.head) or (subjects(token.head, steps) if token.head.pos_ == "VERB" else [])


def _noun_subject(token: Token) -> list[Token]:
    """Return who does what a noun names: its possessor, its `by` phrase, or the subject of its light verb."""
    owners = children(token, "nmod:poss") or [t for t in children(token, "nmod") if case_of(t) == "by"]
    if owners:
        return with_conjuncts(owners)
    clauses = [c for c in children(token, "acl", "acl:relcl") if c.lemma_.lower() in LIGHT_VERBS]
    doers = [t for verb in clauses for t in _doers_of(verb)]
    if doers:
        return doers
    if children(token, "cop"):
        return with_conjuncts(children(token, *SUBJECTS))
    verb = token.head
    done = token.dep_ in {"obj", "xcomp"} or (token.dep_ == "obl" and case_of(token) not in NOT_LENT)
    if done and verb.pos_ == "VERB" and verb.lemma_ in LIGHT_VERBS:
        return subjects(verb)
    if token.dep_ == "nsubj:pass" and verb.lemma_ in LIGHT_VERBS:
        return _agents(verb)
    return _noun_subject(verb) if is_listed(token) else []


def _charged(charge: Token) -> list[Token]:
    """Return who has done it, as a charge has it ("faces a charge of killing", "held on charges of killing")."""
    against = [t for t in children(charge, "nmod") if case_of(t) == "against"]
    held = objects(charge.head) if charge.dep_ == "obl" and charge.head.lemma_.lower() in HOLDING else []
    faced = charge.dep_ == "obj" and charge.head.lemma_.lower() in SUFFERING
    return (subjects(charge.head) if faced else held) or with_conjuncts(against)


def _doers_of(verb: Token) -> list[Token]:
    """Return who does what a clause after a noun says of it ("raids carried out by rebels", "the war they waged")."""
    own = children(verb, *SUBJECTS)
    if own and own[0].norm_.lower() in RELATIVES:
        return []
    return with_conjuncts(own) or _agents(verb)


def is_topic(token: Token, head: Token) -> bool:
    """Whether a noun hangs on a contact's word only through what the talk is about."""
    while token != head:
        raised = token.dep_ == "obj" and token.head.lemma_.lower() in RAISING
        if raised or case_of(token) in TOPIC or (token.pos_ == "VERB" and token.dep_ in {"acl", "advcl", "acl:relcl"}):
            return True
        if token.head == token:
            return False
        token = token.head
    return False


def is_reciprocal(verb: Token) -> bool:
    """Whether several do something to each other ("accused each other", "spoke with one another")."""
    behind = [t.norm_.lower() for t in verb.doc[verb.i + 1 : min(verb.i + 1 + RECIPROCAL_REACH, verb.sent.end)]]
    return any(pair in RECIPROCAL for pair in pairwise(behind))
