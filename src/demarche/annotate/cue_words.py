"""Verbs and nouns by which somebody is said to say, think, want or judge, sorted by where their content stands.

The codebook says how certain a cue makes its content; these lists say only which grammar to look for. Lemmas.
"""

from __future__ import annotations

__all__ = [
    "AIMING",
    "ALONE",
    "ANSWERING",
    "ASIDE",
    "ASKED_OF",
    "ASPECTS",
    "AT_LARGE",
    "CONTENT_NOUNS",
    "CONVERSING",
    "EPISTEMIC",
    "FIGHTING",
    "HEARSAY",
    "HEARSAY_ADVERBS",
    "INFINITIVE",
    "JUDGED_WITH",
    "JUDGING",
    "LIGHT",
    "NAMING",
    "NOT_SAYING",
    "NOUNS_WITH_INFINITIVE",
    "PHRASAL",
    "PLAIN",
    "POLLS",
    "PREPOSITIONAL",
    "PROMISED_TO",
    "RECEIVING",
    "SAYING",
    "SEEMING",
    "SEEN",
    "STANCES",
    "STUDIES",
    "TOPICAL",
    "UNOWNED",
    "UTTERANCES",
    "UTTERING",
    "VIEWS",
    "WORDED",
]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


SAYING = _set(
    "say tell state remark comment add note observe mention explain declare announce proclaim assert "
    "affirm aver avow "
    "write reply respond answer retort counter quip joke argue contend maintain insist stress emphasize "
    "emphasise "
    "underline underscore reiterate repeat recall recount relate describe conclude testify swear pledge "
    "tweet post "
    "warn caution advise boast brag complain lament admit acknowledge concede confess reassure assure "
    "remind signal hint "
    "indicate suggest imply exclaim shout cry whisper mutter elaborate clarify specify disclose reveal "
    "divulge confide "
    "report claim allege charge ask wonder urge demand plead deny predict forecast promise vow think "
    "continue read "
    "snap interject begin open close chime sigh laugh scoff thunder fume gush crow enthuse intone opine "
    "muse venture "
    "volunteer agree protest object advise inform brief pronounce call chant yell scream inquire enquire "
    "query propose "
    "recommend joke rule theorize theorise speculate estimate ponder marvel ask narrate recite preach "
    "pray demand sneer "
    "counsel instruct order blog email text caption headline summarize summarise sum reason posit bemoan "
    "deadpan"
)
"""Verbs that can stand beside the words that were said."""

PLAIN = _set(
    "say tell state remark comment add note observe explain declare announce assert affirm write reply respond "
    "answer retort counter argue contend maintain insist stress emphasize emphasise underline underscore reiterate "
    "recall testify warn caution complain lament admit acknowledge concede reassure assure remind claim allege "
    "report suggest continue conclude predict quip joke tweet post point believe think"
)
"""Verbs that say so themselves: a clause behind them, or before them and a comma, is what was said."""

ASIDE = _set(
    "show find learn understand know believe hear think see fear hope expect guess figure reckon read agree "
    "discover determine estimate calculate confirm reveal indicate predict project forecast suspect"
)
"""Verbs that may stand with their subject beside what is so known ("..., other studies have shown.")."""

CONVERSING = _set("discuss debate talk confer consult")
"""Verbs whose infinitive of purpose tells what is spoken about ("met to discuss X")."""

UTTERING = _set(
    "release unveil send deliver make publish present unleash outline give post issue air run pen sign write circulate "
    "repeat lay file submit offer put share level launch draft"
    " ask pose tell"
)
"""Verbs that bring somebody's words before others, where their object is such words ("sent a letter opposing X")."""

UTTERANCES = _set(
    "statement message letter tweet ad advertisement speech remark comment claim question report proposal apology "
    "warning analysis document video memo petition complaint declaration communique rebuttal critique endorsement "
    "manifesto editorial article story column essay outline policy plan agenda vision idea view assessment attack"
)
"""Nouns that name words said or written, or what they hold."""

NOT_SAYING = _set(
    "make mean ensure cause help let keep happen follow be have get seem appear look go come take put "
    "turn leave so "
    "guarantee prevent entail require need depend matter do try manage start stop begin happen result "
    "tend use like hate "
    "prove love wait sit stand avoid allow permit enable force cost take sound give lead bring"
)
"""Verbs whose clause is no content of a source."""

INFINITIVE = _set(
    "promise pledge vow threaten refuse decline offer agree hope propose claim demand swear expect urge "
    "ask tell order "
    "call advise warn implore beseech beg encourage request instruct press challenge remind "
    "volunteer undertake "
    "consent profess purport want wish intend expect"
    " plan seek aim yearn aspire prefer like decide resolve dread hesitate plot conspire scheme petition clamor"
    " clamour long vote persuade convince"
    " push strive dare"
)
"""Verbs whose infinitive says what is wanted, asked or promised."""

ASKED_OF = _set(
    "urge ask tell order advise invite warn implore beseech beg encourage persuade request instruct "
    "direct press "
    "pressure challenge remind assure inform notify brief convince reassure caution counsel"
)
"""Verbs whose object hears the content."""

PROMISED_TO = _set("tell promise pledge vow swear threaten offer assure")
"""Verbs whose object only hears what shall be done ("promised them to leave")."""

HEARSAY = _set(
    "say expect believe think know report allege rumour rumor understand claim estimate "
    "presume assume deem quote reckon fear cite "
    "tell ask accuse suspect condemn declare deem see view consider regard perceive project assure"
)
"""Verbs that report hearsay in the passive, mostly without a source ("is said to")."""

RECEIVING = _set("face receive draw get meet encounter attract provoke spark prompt fuel suffer stir")
"""Verbs whose object is said by others than their subject ("drew criticism", "faces questions about")."""

ALONE = _set("report allege rumour rumor claim quote cite deny expect")
"""Verbs that report hearsay in the passive though nothing follows ("clashes were reported")."""

JUDGING = _set(
    "accuse classify criticize criticise praise blame condemn show describe call name dub label predict "
    "forecast view "
    "denounce endorse reject dismiss deny welcome applaud hail laud "
    "commend slam blast decry deplore deride mock ridicule rebuke chide scold lambast lambaste berate "
    "castigate "
    "chastise fault disavow repudiate disown disparage belittle thank congratulate salute question "
    "dispute protest lament "
    "bemoan demand attribute propose recommend advocate suggest foresee promise pledge vow threaten announce "
    "declare reveal disclose acknowledge admit concede confess claim allege assert affirm reaffirm "
    "reiterate repeat stress "
    "emphasize emphasise underline underscore highlight cite quote mention note recall recount detail outline "
    "explain clarify report estimate indicate characterise characterize term refute rebut debunk "
    "contradict echo voice express convey proclaim tout liken compare apologise apologize vilify demonize "
    "demonise malign "
    "assail pillory excoriate tweet write say portray depict brand support oppose attack defend "
    "endorse want "
    "offer reference document favor favour champion fear prefer "
    "admire resent regret doubt recognize recognise claim reveal request expect anticipate "
    "credit insult dislike hate love envision"
    " discuss consider pitch rate judge invoke downplay ignore link identify illustrate understate overstate"
    " exaggerate minimize minimise despise loathe respect value appreciate summarize summarise publish"
    " approve debate signal propound espouse press grill evoke contemplate ponder scrutinize probe decline"
    " abhor adore detest scorn shun lampoon smear taunt heckle jeer boo cheer perceive regard imagine"
    " picture posit infer deduce presume diagnose misrepresent mischaracterize distort preach paraphrase parrot"
    " retract renounce recant disclaim relay critique assess rue mourn extol exalt tease vouch"
    " compliment articulate chronicle sense back list remember confirm justify trash herald trumpet retweet"
    " hammer rip answer utter bash ridicule rubbish promote like peg embrace rebuff savage"
    " challenge refuse eviscerate recite interpret misread revile deem rethink mull reconsider reassess underplay"
    " overplay skewer upbraid reprove admonish reproach caricature mislead quiz query"
)
"""Verbs whose object is what the source says or how it judges."""

WORDED = JUDGING - _set(
    "want fear prefer expect anticipate hate love like doubt admire resent regret value appreciate respect perceive "
    "regard view consider imagine envision infer deduce presume despise loathe abhor adore detest contemplate ponder "
    "sense dislike respect rue mourn remember oppose favor favour recognize recognise reveal examine ignore"
)
"""Verbs that judge in words, not only in the mind."""

SEEMING = _set("seem appear sound")
"""Verbs by which something is told as an impression, mostly nobody's."""

SEEN = _set("see view consider regard perceive know ask")
"""Verbs whose passive without an agent is nobody's claim ("is seen as a test", "was asked about it")."""

AIMING = _set("plan seek aim decide resolve hesitate plot conspire scheme strive")
"""Verbs of what somebody means to do, in words that are the reporter's."""

TOPICAL = _set(
    "discuss debate examine probe review scrutinize identify contemplate ponder discussion question evidence"
)
"""Verbs and nouns that name only what is talked or thought about: nothing is said of it."""

FIGHTING = _set(
    "attack defend back support assail pound grill hit probe hammer rip trash bash echo promote embrace challenge"
)
"""Verbs that judge when a person or a text does so, and otherwise tell of deeds ("rebels attacked the town")."""

NAMING = _set(
    "call describe dub label term brand nickname depict portray paint cast characterize characterise deem classify"
)
"""Verbs that put the source's own word on something."""

PREPOSITIONAL = {
    "call": _set("for on"),
    "speak": _set("of about out against"),
    "talk": _set("of about"),
    "complain": _set("of about"),
    "warn": _set("of about against"),
    "point": _set("to out at"),
    "refer": _set("to"),
    "allude": _set("to"),
    "appeal": _set("for to"),
    "plead": _set("for"),
    "press": _set("for on"),
    "push": _set("for against"),
    "ask": _set("for about"),
    "wonder": _set("about"),
    "worry": _set("about"),
    "care": _set("about"),
    "think": _set("of about"),
    "dream": _set("of about"),
    "hope": _set("for"),
    "wish": _set("for"),
    "long": _set("for"),
    "argue": _set("for against over"),
    "agree": _set("with on to about"),
    "disagree": _set("with on about"),
    "believe": _set("in"),
    "insist": _set("on upon"),
    "object": _set("to"),
    "respond": _set("to"),
    "reply": _set("to"),
    "hint": _set("at"),
    "boast": _set("of about"),
    "brag": _set("about"),
    "joke": _set("about"),
    "lie": _set("about"),
    "comment": _set("on"),
    "remark": _set("on"),
    "remind": _set("of about"),
    "reflect": _set("on"),
    "touch": _set("on"),
    "expand": _set("on"),
    "stand": _set("by"),
    "elaborate": _set("on"),
    "testify": _set("about to"),
    "write": _set("of about"),
    "report": _set("on"),
    "tweet": _set("about"),
    "rail": _set("against"),
    "lash": _set("at out"),
    "protest": _set("against"),
    "threaten": _set("with"),
    "apologize": _set("for"),
    "apologise": _set("for"),
    "admit": _set("to"),
    "confess": _set("to"),
    "plan": _set("for on"),
    "sympathize": _set("with"),
    "sympathise": _set("with"),
    "approve": _set("of"),
    "disapprove": _set("of"),
    "lobby": _set("for against"),
    "accuse": _set("of"),
    "focus": _set("on"),
    "decide": _set("on against"),
    "vote": _set("for against"),
    "campaign": _set("for against"),
    "advocate": _set("for"),
    "weigh": _set("in"),
    "lean": _set("toward towards"),
    "concentrate": _set("on"),
    "dwell": _set("on"),
    "bristle": _set("at"),
    "balk": _set("at"),
    "scoff": _set("at"),
    "laugh": _set("at"),
    "rejoice": _set("in"),
    "rally": _set("for against"),
    "demonstrate": _set("against"),
    "side": _set("with"),
    "quarrel": _set("over"),
    "spar": _set("over on about"),
    "muse": _set("about"),
    "speculate": _set("about on"),
    "fret": _set("about over"),
    "obsess": _set("over about"),
    "gush": _set("about over"),
    "inquire": _set("about into"),
    "learn": _set("of about"),
    "hear": _set("of about"),
    "know": _set("of about"),
    "caution": _set("against"),
    "vouch": _set("for"),
    "attest": _set("to"),
    "sneer": _set("at"),
    "fume": _set("about over at"),
    "seethe": _set("about over at"),
    "grumble": _set("about over"),
    "moan": _set("about"),
    "harp": _set("on"),
    "vacillate": _set("on"),
    "waver": _set("on"),
    "waffle": _set("on"),
    "equivocate": _set("on"),
    "marvel": _set("at"),
    "dissent": _set("from"),
    "concur": _set("with"),
    "acquiesce": _set("in to"),
    "consent": _set("to"),
    "opine": _set("on about"),
    "preach": _set("about"),
    "quibble": _set("with over"),
    "wrangle": _set("over"),
    "bicker": _set("over"),
    "rip": _set("into"),
    "tear": _set("into"),
    "lay": _set("into"),
    "feud": _set("over about"),
    "clash": _set("over on"),
    "squabble": _set("over about"),
    "revel": _set("in"),
    "delight": _set("in"),
    "exult": _set("in over at"),
    "gloat": _set("over about"),
    "crow": _set("about over"),
    "double": _set("on"),
    "zero": _set("on"),
    "jab": _set("at"),
    "snipe": _set("at"),
    "swipe": _set("at"),
    "rave": _set("about"),
    "rant": _set("about against at"),
    "vent": _set("about at"),
    "rage": _set("against about at"),
    "agonize": _set("over about"),
    "despair": _set("of about over"),
    "yearn": _set("for"),
    "clamor": _set("for"),
    "pray": _set("for"),
    "identify": _set("with"),
    "sour": _set("on"),
    "nod": _set("to"),
    "yell": _set("about"),
    "shout": _set("about"),
    "deliberate": _set("on over about"),
    "debate": _set("about over"),
    "bet": _set("on"),
    "root": _set("for"),
    "agitate": _set("for against"),
    "crusade": _set("for against"),
    "recoil": _set("at from"),
    "gripe": _set("about"),
    "whine": _set("about"),
    "carp": _set("about at"),
    "demur": _set("at on"),
    "differ": _set("on over with"),
    "split": _set("on over"),
}
"""Verbs whose content hangs on a preposition."""

PHRASAL = {
    "point": _set("out"),
    "lay": _set("out"),
    "spell": _set("out"),
    "play": _set("down up"),
    "talk": _set("up down through over"),
    "call": _set("out"),
    "rule": _set("out"),
    "sum": _set("up"),
    "put": _set("forward forth"),
    "set": _set("forth out"),
    "brush": _set("off aside"),
    "shrug": _set("off"),
    "wave": _set("off aside"),
    "bring": _set("up"),
    "single": _set("out"),
    "read": _set("out"),
    "write": _set("off"),
    "cheer": _set("on"),
    "back": _set("up"),
}
"""Verbs that say or judge with a particle ("laid out his plan", "played down the threat")."""

JUDGED_WITH = {
    "liken": _set("to with"),
    "compare": _set("to with"),
    "attack": _set("on"),
    "challenge": _set("on to"),
    "press": _set("on"),
    "criticize": _set("on"),
    "criticise": _set("on"),
    "oppose": _set("to"),
}
"""Prepositions, beside "as", "of", "for" and "over", with which a judgement goes on behind its object."""

EPISTEMIC = _set(
    "sure certain confident convinced clear aware unaware afraid hopeful optimistic pessimistic worried "
    "concerned sceptical "
    "skeptical doubtful unsure uncertain adamant glad happy pleased sad sorry angry proud upset "
    "disappointed surprised "
    "unhappy outraged fearful wary cautious supportive critical dismissive eager keen willing unwilling "
    "reluctant "
    "determined anxious opposed committed grateful thankful alarmed shocked appalled horrified delighted "
    "furious relieved"
    " frustrated passionate coy interested vague dedicated incensed excited enthusiastic nervous uneasy"
    " unimpressed impressed mindful dubious hesitant candid frank blunt outspoken bullish bearish uncomfortable"
    " comfortable satisfied dissatisfied embarrassed ashamed apologetic dismayed disgusted saddened heartened"
    " puzzled bewildered baffled amazed stunned apprehensive jubilant remorseful resentful envious jealous"
    " vocal sick ambivalent appreciative unanimous"
    " hostile mad enamored enamoured ecstatic thrilled insistent livid irate indignant frightened scared intrigued"
    " fascinated obsessed disillusioned averse loath leery gloomy sanguine"
)
"""Adjectives of a mind; their clause is what the source thinks ("is sure that")."""

ASPECTS = _set("continue go begin start try seek proceed appear seem come rush hasten")
"""Verbs that add to another only how it is done ("went on to say"): the cue is both."""

LIGHT = _set(
    "express voice show raise have make issue offer give add take cast shed send deliver pay heap lob level launch"
)
"""Verbs that mean little beside the noun that they have as an object ("raised doubts about")."""

STANCES = _set(
    "support concern doubt misgiving question regret confidence hope opposition outrage anger interest alarm fear "
    "disappointment surprise criticism complaint allegation objection case point claim mention note reference light "
    "belief frustration sympathy condolence gratitude scepticism skepticism optimism pessimism worry condemnation "
    "disapproval approval reservation willingness readiness desire wish view opinion illusion accusation warning "
    "threat promise pledge commitment demand appeal plea call argument suspicion clear announcement joke comment "
    "endorsement tribute stance prediction suggestion assurance praise advice insistence swipe"
)
"""Nouns that name what somebody says or holds, where a light verb gives them to him."""

HEARSAY_ADVERBS = _set("allegedly reportedly supposedly purportedly ostensibly rumoredly presumably")

_MATTER = "about on over regarding concerning"
CONTENT_NOUNS = {
    noun: _set(prepositions)
    for nouns, prepositions in (
        ("claim allegation accusation rumor rumour suggestion theory suspicion charge", "of about"),
        ("assertion contention argument insistence conclusion speculation", "about"),
        ("call demand plea request", "for"),
        ("appeal", "for"),
        ("proposal", "for"),
        ("support", "for of"),
        ("favor favour defense defence supporter opponent proponent advocate critic backer", "of"),
        ("enthusiasm passion", "for about"),
        ("comment remark opinion question discussion debate", _MATTER),
        ("statement announcement declaration complaint guess thought", "about on"),
        ("view", "about on"),
        ("idea belief", "about of in"),
        ("confidence interest", "in"),
        ("concern worry doubt anger anxiety", _MATTER),
        ("criticism praise", "of for from over"),
        ("condemnation denunciation admiration rejection denial disapproval critique endorsement chant", "of"),
        ("prediction forecast warning assessment estimate", "of about for"),
        ("description depiction portrayal characterization characterisation mention", "of"),
        ("admission acknowledgment acknowledgement confession recognition", "of"),
        ("promise pledge vow assurance", "of"),
        ("opposition objection reference tribute hostility attention", "to"),
        ("disdain contempt respect", "for"),
        ("hope fear expectation", "of for about"),
        ("threat report definition understanding", "of"),
        ("scepticism skepticism disagreement unease optimism pessimism message rhetoric attitude position", _MATTER),
        ("reluctance pronouncement advice recognition misconception notion plan hint evidence", ""),
        ("refusal offer reminder decision determination desire intention", ""),
        ("estimation judgment judgement account word", ""),
    )
    for noun in nouns.split()
}
"""Nouns whose clause says what their owner says or thinks, with the prepositions that may do so too."""

NOUNS_WITH_INFINITIVE = _set(
    "promise pledge vow threat refusal demand call appeal offer proposal claim decision determination desire "
    "intention reluctance plan"
)
"""Nouns whose infinitive is what is promised, asked or planned."""

UNOWNED = _set("report allegation accusation rumor rumour claim suggestion speculation theory concern fear")
"""Nouns that are somebody's words though the text says not whose."""

VIEWS = _set("view opinion estimation estimate assessment judgment judgement account word")
"""Nouns with which a clause is told as somebody sees it ("in his view")."""
POLLS = _set("poll survey")
"""Nouns of what asks many and tells what they answer ("in a poll")."""

STUDIES = POLLS | _set("study report analysis research investigation inquiry review audit examination paper")
"""Nouns of what finds things out."""

ANSWERING = _set("respond reply answer")
"""Verbs of giving an answer, which the text may leave out."""

AT_LARGE = _set("question criticism call opposition praise chant hope")
"""Nouns that name what is asked, wanted or thought by people whom the text need not name: nobody's claim."""
