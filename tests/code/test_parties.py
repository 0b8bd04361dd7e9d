"""Who did it and to whom."""

from __future__ import annotations

from dataclasses import replace

from demarche.code.acts import find_acts
from demarche.code.parties import PartyFinder
from demarche.codebook import load
from demarche.record import Actor, ActorKind, Form, Mention, Span
from demarche.resolve import Resolution, ResolvedPlace
from tests.code.stubs import StubReading, mention, reading_of
from tests.code.trees import tree

LIST = (
    "Iraq/Iraq/PROPN/nsubj/2 attacked/attack/VERB/root/0 Iran/Iran/PROPN/obj/2 ,/,/PUNCT/punct/5 "
    "Kuwait/Kuwait/PROPN/conj/3 and/and/CCONJ/cc/7 Oman/Oman/PROPN/conj/3"
)
CONDEMNED_STRIKE = (
    "Paris/Paris/PROPN/nsubj/2 condemned/condemn/VERB/root/0 the/the/DET/det/4 attack/attack/NOUN/obj/2 "
    "by/by/ADP/case/6 Iran/Iran/PROPN/nmod/4 on/on/ADP/case/8 Oman/Oman/PROPN/nmod/4"
)
DUTY = "Iran/Iran/PROPN/nsubj/3 must/must/AUX/aux/3 leave/leave/VERB/root/0"


class Unsure(StubReading):
    """A reader that gives every role a low chance."""

    def roles(self, trigger):
        """Return the roles with a fifth of their chance."""
        return super().roles(trigger) * 0.2


class HalfSure(StubReading):
    """A reader that gives every role less than an even chance."""

    def roles(self, trigger):
        """Return the roles with two fifths of their chance."""
        return super().roles(trigger) * 0.4


def sides_of(sentence, mentions, acts=None, roles=None, trigger=1, *, places=(), actors=None, reader=StubReading):
    """Return the countries of both sides of the act at a word."""
    doc = tree(sentence)
    reading = reading_of(doc, reader(len(doc), acts, roles=roles))
    found = {act.head: act for act in find_acts(reading, reading.sentences[0], load(), floor=0.1)}
    finder = PartyFinder(
        reading=reading,
        sentence=reading.sentences[0],
        resolution=Resolution(actors=actors or {}, mentions=tuple(mentions), places=tuple(places)),
        acts=found,
    )
    parties = finder.find(found[trigger])
    return [p.country for p in parties.sources], [p.country for p in parties.targets]


def test_a_list_has_one_part_in_an_act():
    """What is coordinated stands on one side, even where the model sees only its first member there."""
    mentions = [mention(0, "IRQ"), mention(2, "IRN"), mention(4, "KWT"), mention(6, "OMN")]

    assert sides_of(LIST, mentions, roles={1: {0: 1, 2: 2, 4: 1}}) == (["IRQ"], ["IRN", "KWT", "OMN"])


def test_to_condemn_an_act_is_to_condemn_its_doer():
    """The target of blame for an attack is the attacker, not the attacked."""
    mentions = [mention(0, "FRA"), mention(5, "IRN"), mention(7, "OMN")]

    assert sides_of(CONDEMNED_STRIKE, mentions) == (["FRA"], ["IRN"])


def test_who_must_do_something_is_asked_and_does_not_ask():
    """The subject of a duty is the target of the demand; who demands it is not in the clause."""
    got = sides_of(DUTY, [mention(0, "IRN")], acts={1: ("REQUEST", 0.9)}, roles={1: {0: 1}})

    assert got == ([], ["IRN"])


def test_the_agent_of_a_passive_does_not_suffer_it():
    """Grammar goes before a model that takes those behind `by` for the target."""
    aided = (
        "Oman/Oman/PROPN/nsubj:pass/3 was/be/AUX/aux:pass/3 aided/aid/VERB/root/0 by/by/ADP/case/5 "
        "Iran/Iran/PROPN/obl:agent/3"
    )

    got = sides_of(aided, [mention(0, "OMN"), mention(4, "IRN")], roles={2: {4: 2}}, trigger=2)

    assert got == (["IRN"], ["OMN"])


def test_who_faces_an_act_or_is_its_target_suffers_it():
    """The subject of a verb of suffering is not the doer of what it suffers."""
    faced = "Oman/Oman/PROPN/nsubj/2 faced/face/VERB/root/0 attacks/attack/NOUN/obj/2"
    targeted = (
        "Oman/Oman/PROPN/nsubj/4 was/be/AUX/cop/4 the/the/DET/det/4 target/target/NOUN/root/0 of/of/ADP/case/6 "
        "attacks/attack/NOUN/nmod/4"
    )

    assert sides_of(faced, [mention(0, "OMN")], roles={2: {0: 1}}, trigger=2) == ([], ["OMN"])
    assert sides_of(targeted, [mention(0, "OMN")], roles={5: {0: 1}}, trigger=5) == ([], ["OMN"])


def test_nobody_acts_upon_himself():
    """A target that is the doer under another word is none."""
    defended = "Oman/Oman/PROPN/nsubj/2 shelled/shell/VERB/root/0 its/its/PRON/nmod:poss/4 coast/coast/NOUN/obl/2"

    assert sides_of(defended, [mention(0, "OMN"), mention(2, "OMN")], roles={1: {2: 2}}) == (["OMN"], [])


def test_what_a_talk_is_about_is_no_side_of_it():
    """Those named in the object of a verb of discussing do not take part, whatever the model thinks."""
    discussed = (
        "Oman/Oman/PROPN/nsubj/2 discussed/discuss/VERB/root/0 Syria/Syria/PROPN/obj/2 with/with/ADP/case/5 "
        "Iran/Iran/PROPN/obl/2"
    )
    mentions = [mention(0, "OMN"), mention(2, "SYR"), mention(4, "IRN")]

    assert sides_of(discussed, mentions, acts={1: ("CONSULT", 0.9)}, roles={1: {2: 2}}) == (["OMN"], ["IRN"])


def test_those_who_restore_ties_restore_them_with_each_other():
    """What takes two and names nobody else lies between its doers, the first of whom acts upon the others."""
    restored = (
        "Iran/Iran/PROPN/nsubj/4 and/and/CCONJ/cc/3 Oman/Oman/PROPN/conj/1 restored/restore/VERB/root/0 "
        "ties/tie/NOUN/obj/4"
    )

    got = sides_of(
        restored, [mention(0, "IRN"), mention(2, "OMN")], acts={3: ("SUPPORT", 0.9)}, roles={3: {0: 1, 2: 1}}, trigger=3
    )

    assert got == (["IRN"], ["OMN"])


def test_two_who_agree_or_act_on_each_other_stand_on_both_sides():
    """Where the text names nobody else, the first acts upon the others."""
    agreed = "Iran/Iran/PROPN/nsubj/4 and/and/CCONJ/cc/3 Iraq/Iraq/PROPN/conj/1 agreed/agree/VERB/root/0"
    blamed = (
        "Iran/Iran/PROPN/nsubj/4 and/and/CCONJ/cc/3 Iraq/Iraq/PROPN/conj/1 blamed/blame/VERB/root/0 "
        "each/each/DET/det/6 other/other/ADJ/obj/4"
    )
    mentions = [mention(0, "IRN"), mention(2, "IRQ")]

    assert sides_of(agreed, mentions, trigger=3) == (["IRN"], ["IRQ"])
    assert sides_of(blamed, mentions, trigger=3) == (["IRN"], ["IRQ"])


def test_words_that_mean_several_stand_for_each_of_them():
    """Talks between the two countries are talks of one with the other."""
    talks = "talks/talk/NOUN/root/0 between/between/ADP/case/4 both/both/DET/det/4 countries/country/NOUN/nmod/1"
    both = [replace(mention(3, c, first=2), members=("a-irn", "a-irq")) for c in ("IRN", "IRQ")]

    assert sides_of(talks, both, trigger=0) == (["IRN"], ["IRQ"])


def test_peoples_that_one_noun_joins_are_told_apart():
    """Iranian and Iraqi officials are officials of two countries."""
    met = (
        "Iranian/Iranian/ADJ/amod/4 and/and/CCONJ/cc/3 Iraqi/Iraqi/ADJ/conj/1 officials/official/NOUN/nsubj/5 "
        "met/meet/VERB/root/0"
    )
    nested = [replace(mention(i, c), nested=True) for i, c in ((0, "IRN"), (2, "IRQ"))]

    assert sides_of(met, [mention(3, "IRN", first=0), *nested], trigger=4) == (["IRN"], ["IRQ"])


def test_a_word_that_joins_two_names_is_both_sides():
    """The U.S.-Iraq accord is one of the United States with Iraq, if the article names both elsewhere."""
    hailed = "the/the/DET/det/3 U.S.-Iraq/U.S.-Iraq/PROPN/compound/3 accord/accord/NOUN/root/0"
    actors = {
        f"a-{code}": Actor(
            id=f"a-{code}",
            name=name,
            kind=ActorKind.STATE,
            country=code,
            mentions=(Mention(span=Span(start=0, end=len(name), text=name), form=Form.NAME),),
        )
        for name, code in (("U.S.", "USA"), ("Iraq", "IRQ"))
    }

    assert sides_of(hailed, [mention(1, "USA")], trigger=2, actors=actors) == (["USA"], ["IRQ"])


def test_who_only_tells_of_an_act_has_no_part_in_it():
    """Neither the speaker nor the listener is a party, although the model takes them for one."""
    told = (
        "Germany/Germany/PROPN/nsubj/2 told/tell/VERB/root/0 Poland/Poland/PROPN/iobj/2 that/that/SCONJ/mark/6 "
        "Iran/Iran/PROPN/nsubj/6 shelled/shell/VERB/ccomp/2 Oman/Oman/PROPN/obj/6"
    )
    mentions = [mention(0, "DEU"), mention(2, "POL"), mention(4, "IRN"), mention(6, "OMN")]

    got = sides_of(told, mentions, roles={5: {0: 1, 2: 2, 4: 1, 6: 2}}, trigger=5)

    assert got == (["IRN"], ["OMN"])


def test_a_deed_does_not_fall_on_who_does_something_about_it():
    """Who discusses an attack neither suffers nor does it."""
    discussed = (
        "Oman/Oman/PROPN/nsubj/2 discussed/discuss/VERB/root/0 the/the/DET/det/4 attack/attack/NOUN/obj/2 "
        "on/on/ADP/case/6 Iran/Iran/PROPN/nmod/4"
    )

    got = sides_of(discussed, [mention(0, "OMN"), mention(5, "IRN")], roles={3: {0: 2, 5: 2}}, trigger=3)

    assert got == ([], ["IRN"])


def test_what_a_side_moves_or_gives_up_is_its_own():
    """A country that withdraws its troops does not withdraw from them."""
    withdrew = "Oman/Oman/PROPN/nsubj/2 withdrew/withdraw/VERB/root/0 Omani/Omani/ADJ/amod/4 troops/troop/NOUN/obj/2"
    troops = replace(mention(3, "OMN", first=2), actor="a-troops", sector="MIL")

    assert sides_of(withdrew, [mention(0, "OMN"), troops], roles={1: {3: 2}}) == (["OMN"], [])


def test_who_is_ready_for_a_deed_yields_to_whom_the_deed_concerns():
    """The target of a readiness is the target of the deed."""
    willing = (
        "Oman/Oman/PROPN/nsubj/3 is/be/AUX/cop/3 willing/willing/ADJ/root/0 to/to/PART/mark/5 "
        "withdraw/withdraw/VERB/xcomp/3 from/from/ADP/case/7 Iran/Iran/PROPN/obl/5"
    )

    got = sides_of(willing, [mention(0, "OMN"), mention(6, "IRN")], acts={2: ("CONCEDE", 0.9)}, trigger=2)

    assert got == (["OMN"], ["IRN"])


def test_sanctions_are_named_after_the_country_they_concern():
    """A country before the noun is the target, an adjective the doer."""
    named = "Iran/Iran/PROPN/compound/2 sanctions/sanction/NOUN/root/0"
    owned = "Iranian/Iranian/ADJ/amod/2 sanctions/sanction/NOUN/root/0"
    place = ResolvedPlace(first=0, last=1, name="Iran", country="IRN", lat=None, lon=None, precision="country")

    assert sides_of(named, [mention(0, "IRN")], places=[place]) == ([], ["IRN"])
    assert sides_of(owned, [mention(0, "IRN")]) == (["IRN"], [])


def test_who_dies_fighting_is_killed_by_those_he_fights():
    """The foe is the doer of a passive that names no other."""
    killed = (
        "Omanis/Omani/PROPN/nsubj:pass/3 were/be/AUX/aux:pass/3 killed/kill/VERB/root/0 fighting/fight/VERB/advcl/3 "
        "Iran/Iran/PROPN/obj/4"
    )

    assert sides_of(killed, [mention(0, "OMN"), mention(4, "IRN")], trigger=2) == (["IRN"], ["OMN"])


def test_grammar_gives_a_verb_to_its_subject():
    """Another than the subject does it only if the model is twice as sure of him."""
    shelled = (
        "Oman/Oman/PROPN/nsubj/4 near/near/ADP/case/3 Iran/Iran/PROPN/nmod/4 shelled/shell/VERB/root/0 "
        "Qatar/Qatar/PROPN/obj/4"
    )
    mentions = [mention(0, "OMN"), mention(2, "IRN"), mention(4, "QAT")]

    assert sides_of(shelled, mentions, roles={3: {0: 1, 2: 1, 4: 2}}, trigger=3) == (["OMN"], ["QAT"])


def test_a_list_inside_the_subject_shares_its_part():
    """Envoys of three countries are envoys of each."""
    envoys = (
        "envoys/envoy/NOUN/nsubj/6 of/of/ADP/case/3 Oman/Oman/PROPN/nmod/1 and/and/CCONJ/cc/5 "
        "Iran/Iran/PROPN/conj/3 blamed/blame/VERB/root/0 Qatar/Qatar/PROPN/obj/6"
    )
    mentions = [mention(0, "OMN", first=0, last=3), mention(4, "IRN"), mention(6, "QAT")]

    got = sides_of(envoys, mentions, roles={5: {0: 1, 4: 1, 6: 2}}, trigger=5)

    assert got == (["OMN", "IRN"], ["QAT"])


def test_who_is_shelled_is_the_object():
    """Weapons that are verbs are used on their object."""
    shelled = "Oman/Oman/PROPN/nsubj/2 shelled/shell/VERB/root/0 Iran/Iran/PROPN/obj/2"

    assert sides_of(shelled, [mention(0, "OMN"), mention(2, "IRN")]) == (["OMN"], ["IRN"])


def test_a_participle_before_a_noun_is_suffered_by_it_alone():
    """The kidnapped envoy is kidnapped; who met him is neither kidnapper nor kidnapped."""
    met = (
        "Iran/Iran/PROPN/nsubj/2 met/meet/VERB/root/0 the/the/DET/det/5 kidnapped/kidnap/VERB/amod/5 "
        "envoy/envoy/NOUN/obj/2 of/of/ADP/case/7 Oman/Oman/PROPN/nmod/5"
    )
    mentions = [mention(0, "IRN"), mention(4, "OMN", first=4, last=7)]

    assert sides_of(met, mentions, acts={3: ("ASSAULT", 0.9)}, roles={3: {0: 1, 4: 2}}, trigger=3) == (
        [],
        ["OMN"],
    )


def test_who_rejects_a_demand_is_the_one_asked():
    """The subject of a verb of answering is not the doer of what it answers."""
    rejected = (
        "Oman/Oman/PROPN/nsubj/2 rejected/reject/VERB/root/0 demands/demand/NOUN/obj/2 by/by/ADP/case/5 "
        "Iran/Iran/PROPN/nmod/3"
    )

    assert sides_of(rejected, [mention(0, "OMN"), mention(4, "IRN")], trigger=2) == (["IRN"], ["OMN"])


BY_THE_SIDE = (
    "Iran/Iran/PROPN/nsubj/2 attacked/attack/VERB/root/0 at/at/ADP/case/4 dawn/dawn/NOUN/obl/2 "
    "as/as/SCONJ/mark/7 Oman/Oman/PROPN/nsubj/7 slept/sleep/VERB/advcl/2"
)


def test_a_doubtful_target_outside_the_frame_is_left_open():
    """Whom grammar does not make the target, and the model hardly thinks to be, is none."""
    mentions = [mention(0, "IRN"), mention(5, "OMN")]

    assert sides_of(BY_THE_SIDE, mentions, roles={1: {0: 1, 5: 2}}, reader=Unsure) == (["IRN"], [])
    assert sides_of(BY_THE_SIDE, mentions, roles={1: {0: 1, 5: 2}}) == (["IRN"], ["OMN"])


def test_whom_grammar_names_goes_before_whom_the_model_adds():
    """The subject of a verb acts alone, unless the model is surer of another."""
    struck = (
        "Iran/Iran/PROPN/nsubj/2 attacked/attack/VERB/root/0 Oman/Oman/PROPN/obj/2 near/near/ADP/case/6 "
        "the/the/DET/det/6 Iraqis/Iraqi/PROPN/obl/2"
    )
    mentions = [mention(0, "IRN"), mention(2, "OMN"), mention(5, "IRQ")]

    assert sides_of(struck, mentions, roles={1: {0: 1, 2: 2, 5: 1}}) == (["IRN"], ["OMN"])


def test_an_unknown_subject_leaves_the_doer_open():
    """Where the clause names somebody whom nobody knows, no other is made the doer on a doubt."""
    someone = (
        "Iran/Iran/PROPN/nsubj/2 slept/sleep/VERB/root/0 as/as/SCONJ/mark/5 someone/someone/PRON/nsubj/5 "
        "attacked/attack/VERB/advcl/2 Oman/Oman/PROPN/obj/5"
    )
    mentions = [mention(0, "IRN"), mention(5, "OMN")]

    assert sides_of(someone, mentions, roles={4: {0: 1, 5: 2}}, trigger=4, reader=Unsure) == ([], ["OMN"])


def test_one_party_is_named_once():
    """An apposition, and a second word for the same actor, add nobody to a side."""
    charged = (
        "Paris/Paris/PROPN/nsubj/2 accused/accuse/VERB/root/0 the/the/DET/det/4 envoy/envoy/NOUN/obj/2 "
        ",/,/PUNCT/punct/6 Amin/Amin/PROPN/appos/4"
    )

    got = sides_of(charged, [mention(0, "FRA"), mention(3, "IRN"), mention(5, "OMN")], roles={1: {3: 2, 5: 2}})

    assert got == (["FRA"], ["IRN"])


def test_nobody_else_takes_part_in_what_lies_between_two():
    """Of talks "between Iran and the tribes", Oman, which wants them, is no party, though nobody knows the tribes."""
    between = (
        "Oman/Oman/PROPN/nsubj/2 wants/want/VERB/root/0 talks/talk/NOUN/obj/2 between/between/ADP/case/5 "
        "Iran/Iran/PROPN/nmod/3 and/and/CCONJ/cc/8 the/the/DET/det/8 tribes/tribe/NOUN/conj/5"
    )
    mentions = [mention(0, "OMN"), mention(4, "IRN")]

    assert sides_of(between, mentions, roles={2: {0: 1, 4: 2}}, trigger=2) == (["IRN"], [])


def test_the_town_before_an_attack_is_no_attacker():
    """A bombing is named after the town where it was, not after who did it; who is charged in it did it."""
    charged = (
        "Amin/Amin/PROPN/nsubj:pass/3 was/be/AUX/aux:pass/3 charged/charge/VERB/root/0 in/in/ADP/case/7 "
        "the/the/DET/det/7 Leeds/Leeds/PROPN/compound/7 bombing/bombing/NOUN/obl/3"
    )
    town = ResolvedPlace(first=5, last=6, name="Leeds", country="GBR", lat=None, lon=None, precision="city")
    mentions = [mention(0, "OMN"), mention(5, "GBR")]

    got = sides_of(charged, mentions, roles={6: {5: 1}}, trigger=6, places=[town])

    assert got[0] == ["OMN"]


def test_a_government_does_not_protest_at_home():
    """Those who rule are the target of a protest, and those who oppose them its source, whatever the model thinks."""
    unrest = (
        "police/police/NOUN/nsubj/2 met/meet/VERB/root/0 the/the/DET/det/5 opposition/opposition/NOUN/compound/5 "
        "protests/protest/NOUN/obj/2"
    )
    police = replace(mention(0, "IRN"), sector="COP")
    opposition = replace(mention(3, "IRN"), actor="a-opposition", sector="OPP")

    got = sides_of(unrest, [police, opposition], acts={4: ("PROTEST", 0.9)}, roles={4: {0: 1, 3: 2}}, trigger=4)

    assert got[0] == []


def test_a_mere_place_at_home_is_no_target():
    """Who attacks a town of his own country attacks whoever holds it, which the sentence does not tell."""
    retook = "Iraq/Iraq/PROPN/nsubj/2 attacked/attack/VERB/root/0 Mosul/Mosul/PROPN/obj/2"
    town = ResolvedPlace(first=2, last=3, name="Mosul", country="IRQ", lat=None, lon=None, precision="city")
    mentions = [mention(0, "IRQ"), replace(mention(2, "IRQ"), actor=None)]

    assert sides_of(retook, mentions, roles={1: {0: 1, 2: 2}}, places=[town]) == (["IRQ"], [])


def test_where_it_was_done_is_not_who_did_it():
    """A name under a preposition of place is never the doer, even where the model thinks so."""
    near = (
        "Near/near/ADP/case/2 Oman/Oman/PROPN/obl/4 jets/jet/NOUN/nsubj/4 attacked/attack/VERB/root/0 "
        "Iran/Iran/PROPN/obj/4"
    )

    assert sides_of(near, [mention(1, "OMN"), mention(4, "IRN")], roles={3: {1: 1, 4: 2}}, trigger=3) == ([], ["IRN"])


def test_who_speaks_of_a_deed_has_not_done_it():
    """Who supports a raid is not its doer, though the model thinks so; who admits it may be."""
    supported = (
        "Oman/Oman/PROPN/nsubj/2 supported/support/VERB/root/0 the/the/DET/det/4 raid/raid/NOUN/obj/2 "
        "on/on/ADP/case/6 Iran/Iran/PROPN/nmod/4"
    )

    got = sides_of(supported, [mention(0, "OMN"), mention(5, "IRN")], roles={3: {0: 1, 5: 2}}, trigger=3)

    owned = sides_of(
        supported.replace("supported/support", "admitted/admit"),
        [mention(0, "OMN"), mention(5, "IRN")],
        roles={3: {0: 1, 5: 2}},
        trigger=3,
    )

    assert got == ([], ["IRN"])
    assert owned == (["OMN"], ["IRN"])


def test_support_comes_from_those_under_from():
    """Endorsements from somebody are his, and fall on their owner."""
    cited = (
        "Iran/Iran/PROPN/nsubj/2 cited/cite/VERB/root/0 its/its/PRON/nmod:poss/4 endorsements/endorsement/NOUN/obj/2 "
        "from/from/ADP/case/6 Oman/Oman/PROPN/nmod/4"
    )

    got = sides_of(cited, [mention(2, "IRN"), mention(5, "OMN")], roles={3: {2: 1, 5: 2}}, trigger=3)

    assert got == (["OMN"], ["IRN"])


def test_who_wins_support_is_supported():
    """The subject of a verb of getting is the target of what it gets, whose giver stands under `of`."""
    won = (
        "Iran/Iran/PROPN/nsubj/2 won/win/VERB/root/0 the/the/DET/det/4 support/support/NOUN/obj/2 "
        "of/of/ADP/case/6 Oman/Oman/PROPN/nmod/4"
    )

    got = sides_of(won, [mention(0, "IRN"), mention(5, "OMN")], roles={3: {0: 1, 5: 2}}, trigger=3)

    assert got == (["OMN"], ["IRN"])


def test_who_is_offered_something_is_the_target_of_the_offer():
    """The subject of a passive is its recipient where an act is done to one."""
    offered = "Oman/Oman/PROPN/nsubj:pass/3 was/be/AUX/aux:pass/3 offered/offer/VERB/root/0 a/a/DET/det/5 deal/deal/NOUN/obj/3"

    assert sides_of(offered, [mention(0, "OMN")], roles={2: {0: 1}}, trigger=2) == ([], ["OMN"])


def test_an_unknown_object_is_the_target_of_a_blow():
    """Nobody else stands in for those whom a verb of violence names without saying who they are."""
    killed = (
        "Iran/Iran/PROPN/nsubj/2 killed/kill/VERB/root/0 innocents/innocent/NOUN/obj/2 in/in/ADP/case/6 "
        "the/the/DET/det/6 talks/talk/NOUN/obl/2 with/with/ADP/case/8 Oman/Oman/PROPN/nmod/6"
    )

    got = sides_of(killed, [mention(0, "IRN"), mention(7, "OMN")], roles={1: {0: 1, 7: 2}}, reader=Unsure)

    assert got == (["IRN"], [None])


def test_forces_that_one_moves_are_not_its_target():
    """Who puts his own forces on alert does not act against them."""
    alerted = (
        "Iran/Iran/PROPN/nsubj/2 put/put/VERB/root/0 Oman/Oman/PROPN/obj/2 on/on/ADP/case/5 alert/alert/NOUN/obl/2"
    )

    got = sides_of(alerted, [mention(0, "IRN"), mention(2, "OMN")], roles={1: {0: 1, 2: 2}})

    assert got == (["IRN"], [])


def test_the_scene_of_a_protest_is_not_its_target():
    """A town whose streets people fill is not whom they protest against."""
    town = ResolvedPlace(first=5, last=6, name="Muscat", country="OMN", lat=23.6, lon=58.6, precision="city")
    took = (
        "Iran/Iran/PROPN/nsubj/2 took/take/VERB/root/0 to/to/ADP/case/4 streets/street/NOUN/obl/2 of/of/ADP/case/6 "
        "Muscat/Muscat/PROPN/nmod/4"
    )

    got = sides_of(took, [mention(0, "IRN"), mention(5, "OMN")], roles={1: {0: 1, 5: 2}}, places=[town])

    assert got == (["IRN"], [])


def test_a_number_of_people_is_no_party_beside_them():
    """Dozens of rebels are the rebels."""
    sentence = (
        "dozens/dozen/NOUN/nsubj/4 of/of/ADP/case/3 rebels/rebel/NOUN/nsubj/4 attacked/attack/VERB/root/0 "
        "Iran/Iran/PROPN/obj/4"
    )
    mentions = [mention(0, "IRQ"), mention(2, "IRQ"), mention(4, "IRN")]

    assert sides_of(sentence, mentions, trigger=3) == (["IRQ"], ["IRN"])


def test_who_is_handed_power_did_not_press_for_it():
    """The one to whom a leader hands power is not the one before whom he gave way."""
    sentence = "Iraq/Iraq/PROPN/nsubj/2 resigned/resign/VERB/root/0 to/to/ADP/case/4 Iran/Iran/PROPN/obl/2"
    found = sides_of(sentence, [mention(0, "IRQ"), mention(3, "IRN")], roles={1: {0: 1, 3: 2}})

    assert found == (["IRQ"], [])


def test_who_fills_no_slot_of_an_act_needs_a_model_that_is_sure():
    """A side that grammar does not name stays open rather than be guessed."""
    unrest = "unrest/unrest/NOUN/nsubj/2 alarmed/alarm/VERB/root/0 Oman/Oman/PROPN/obj/2"
    guessed = {"mentions": [mention(2, "OMN")], "roles": {0: {2: 1}}, "trigger": 0}

    assert sides_of(unrest, **guessed) == (["OMN"], [])
    assert sides_of(unrest, **guessed, reader=Unsure) == ([], [])


def test_what_is_disarmed_in_a_place_is_not_disarmed_before_it():
    """The country where missiles are dismantled is not the side that is yielded to."""
    dismantled = (
        "Iran/Iran/PROPN/nsubj/2 dismantled/dismantle/VERB/root/0 missiles/missile/NOUN/obj/2 in/in/ADP/case/5 "
        "Oman/Oman/PROPN/obl/2"
    )

    got = sides_of(
        dismantled, [mention(0, "IRN"), mention(4, "OMN")], acts={1: ("RETREAT", 0.9)}, roles={1: {0: 1, 4: 2}}
    )

    assert got == (["IRN"], [])


def test_a_body_of_which_no_more_is_known_is_a_party():
    """Groups that praise somebody are not left out because nobody knows which they are."""
    praised = "Iran/Iran/PROPN/nsubj:pass/3 was/be/AUX/aux:pass/3 praised/praise/VERB/root/0 "
    praised += "by/by/ADP/case/6 some/some/DET/det/6 groups/group/NOUN/obl:agent/3"

    assert sides_of(praised, [mention(0, "IRN")], roles={2: {0: 2}}, trigger=2) == ([None], ["IRN"])


def test_violence_in_a_country_is_not_against_it():
    """The place of an attack is not its target, though the model thinks so."""
    attack = "attack/attack/NOUN/root/0 in/in/ADP/case/3 Oman/Oman/PROPN/nmod/1"

    assert sides_of(attack, [mention(2, "OMN")], roles={0: {2: 2}}, trigger=0, reader=Unsure) == ([], [])


def test_who_is_likened_to_the_doer_is_not_across_from_him():
    """Who blames like Oman does not blame Oman."""
    alike = (
        "Iran/Iran/PROPN/nsubj/5 ,/,/PUNCT/punct/4 like/like/ADP/case/4 Oman/Oman/PROPN/obl/5 "
        "blamed/blame/VERB/root/0 rebels/rebel/NOUN/obj/5"
    )

    assert sides_of(alike, [mention(0, "IRN"), mention(3, "OMN")], roles={4: {0: 1, 3: 2}}, trigger=4)[1] == []


def test_who_stands_far_from_a_noun_is_its_party_only_if_the_model_is_sure():
    """Whose speech a raid overshadows is no side of it; what the verb of a raid names beside it may be one."""
    shadowed = (
        "the/the/DET/det/2 raid/raid/NOUN/nsubj/3 darkened/darken/VERB/root/0 "
        "Oman/Oman/PROPN/nmod:poss/6 's/'s/PART/case/4 speech/speech/NOUN/obj/3"
    )
    hit = shadowed.replace("raid/NOUN/nsubj/3", "raid/NOUN/obl/3").replace("nmod:poss/6", "obj/3")

    far, sure, near = (
        sides_of(words, [mention(3, "OMN")], {1: ("ASSAULT", 0.9)}, {1: {3: 2}}, reader=reader)[1]
        for words, reader in ((shadowed, HalfSure), (shadowed, StubReading), (hit, HalfSure))
    )

    assert (far, sure, near) == ([], ["OMN"], ["OMN"])


def test_a_gerund_with_an_article_is_not_done_by_the_subject_above():
    """Who condemns the bombing of a town has not bombed it."""
    condemned = (
        "Germany/Germany/PROPN/nsubj/2 condemned/condemn/VERB/root/0 the/the/DET/det/4 "
        "bombing/bomb/VERB/obj/2 of/of/ADP/case/6 Oman/Oman/PROPN/nmod/4"
    )
    acts = {1: ("ACCUSE", 0.9), 3: ("ASSAULT", 0.9)}

    assert sides_of(condemned, [mention(0, "DEU"), mention(5, "OMN")], acts, trigger=3) == ([], ["OMN"])


def test_who_stops_something_stands_with_what_ends():
    """An end to Iran's raids is made by Iran, whoever demands it."""
    end = "an/an/DET/det/2 end/end/NOUN/root/0 to/to/ADP/case/6 Iran/Iran/PROPN/nmod:poss/6 's/'s/PART/case/4 raids/raid/NOUN/nmod/2"

    assert sides_of(end, [mention(3, "IRN")], acts={1: ("RETREAT", 0.9)}, roles={1: {3: 1}}, trigger=1) == (["IRN"], [])


def test_a_person_is_yielded_to_at_home():
    """An apology to a person of the same country has a target, which forces of that country are not."""
    sorry = "Iran/Iran/PROPN/nsubj/2 apologized/apologize/VERB/root/0 to/to/ADP/case/4 Reza/Reza/PROPN/obl/2"
    reza = replace(mention(3, "IRN"), actor="a-reza")
    person = Actor(id="a-reza", name="Reza", kind=ActorKind.PERSON, country="IRN")

    assert sides_of(sorry, [mention(0, "IRN"), reza], actors={"a-reza": person})[1] == ["IRN"]
    assert sides_of(sorry, [mention(0, "IRN"), reza])[1] == []


def test_who_stands_under_by_does_not_suffer_what_others_face():
    """Shelling by Iran is done by Iran, even where the parser takes the two for subjects of who faces it."""
    faced = (
        "civilians/civilian/NOUN/nsubj/2 face/face/VERB/root/0 shelling/shelling/NOUN/obj/2 by/by/ADP/case/5 "
        "Iran/Iran/PROPN/nsubj/2"
    )
    acts = {2: ("ASSAULT", 0.9)}

    assert sides_of(faced, [mention(0, "OMN"), mention(4, "IRN")], acts, trigger=2) == (["IRN"], ["OMN"])


def test_forces_are_moved_towards_others():
    """The men whom Iran sends are its own; it sends them to Oman."""
    sent = (
        "Iran/Iran/PROPN/nsubj/2 sent/send/VERB/root/0 thousands/thousand/NOUN/obj/2 into/into/ADP/case/5 "
        "Oman/Oman/PROPN/obl/2"
    )
    mentions, acts = [mention(0, "IRN"), mention(4, "OMN")], {1: ("MOBILIZE", 0.9)}

    assert sides_of(sent, mentions, acts, {1: {0: 1, 4: 2}}, reader=HalfSure) == (["IRN"], ["OMN"])


def test_a_slot_that_is_filled_bars_nobody_of_whom_the_model_is_surer():
    """The parser's subject, whom the model does not see there, gives way to another whom it does."""
    beside = "rebels/rebel/NOUN/nsubj/2 attacked/attack/VERB/root/0 Iran/Iran/PROPN/obj/2 Oman/Oman/PROPN/parataxis/2"
    mentions = [mention(0, "XYZ"), mention(2, "IRN"), mention(3, "OMN")]

    assert sides_of(beside, mentions, roles={1: {2: 2, 3: 1}}, reader=HalfSure) == (["OMN"], ["IRN"])
