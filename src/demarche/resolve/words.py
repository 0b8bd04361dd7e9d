"""Closed lists of words that the rules of this room go by."""

from __future__ import annotations

from demarche.codebook.world import Gender

__all__: list[str] = []

QUANTITIES = frozenset(
    "hundreds thousands dozens scores tens millions number majority handful couple score dozen hundred thousand lot "
    "some many most several few all both none each one two three four five six group team crowd group "
    "family families "
    "crowds column convoy rest remainder remnants half third quarter percent bulk".split()
)
"""Heads that only count or bundle the people after `of` ("hundreds of protesters")."""
SOME = frozenset("hundreds thousands dozens scores tens others those".split())
"""Words that stand for people where no noun follows ("killed dozens", "those who fled")."""
COUNTING = QUANTITIES - frozenset("group team family families column convoy crowd crowds".split())
GOVERNMENTS = frozenset("government regime administration authorities leadership junta govt".split())
"""Nouns that with a country's name stand for the state itself."""
CLASSES = frozenset(
    "movement group organization organisation militia faction party agency newspaper daily company firm broadcaster "
    "network magazine newspaper channel website government regime administration authorities leadership "
    "bloc alliance "
    "terrorists militants fighters gunmen insurgents guerrillas rebels network army state".split()
)
"""Nouns after a name that only say what it is ("the Maariv newspaper", "Hamas fighters")."""
FIGHTERS = frozenset("fighter militant gunman insurgent guerrilla rebel terrorist operative jihadist extremist".split())
NOT_PARTIES = frozenset(
    "palace mission campaign hospital clinic mosque church school college university ambulance "
    "settlement outpost power "
    "industry house synagogue diocese seminary force authority intelligence community press market bank "
    "radio television "
    "embassy consulate state congress assembly service bureau campaign prosecution presidency exile "
    "general minor charity foundation publication "
    "church factory plant body convoy business trade youth branch chapter wing".split()
)
"""Role nouns that are more often places or things; they count only with a country, a name or an article."""
UNNAMED = frozenset("official source analyst expert observer diplomat critic insider aide".split())
"""Nouns of people who stay nameless: without a country of their own they get none."""
CIVILIAN = frozenset("CVL REF MED EDU AGR LAB REL SOC COP CRM HLH".split())
"""Sectors of those who are merely there: they are of the place, not of who rules or speaks."""
COUNTRY_NOUNS = frozenset("country nation kingdom republic state homeland".split())
COLLECTIVES = frozenset(
    "side party country nation leader man male state minister president government ally neighbor neighbour "
    "army people power "
    "foe enemy rival official woman capital superpower foreigner".split()
)
"""Nouns that with "two", "both" or "all" stand for those just named."""
ANAPHORS = frozenset(
    "group movement organization organisation militia faction party agency newspaper company firm "
    "broadcaster network "
    "court team coalition alliance bloc army ministry council commission committee body union department parliament "
    "paper magazine daily delegation mission watchdog charity militants fighters rebels forces troops soldiers "
    "inspectors protesters demonstrators insurgents gunmen terrorists".split()
)
KEPT_ADJECTIVES = frozenset(
    "international foreign military armed naval religious political medical civil civilian local "
    "regional federal public "
    "royal presidential special national provincial humanitarian diplomatic opposition parliamentary nuclear secret "
    "moderate other joint grassroots ethnic democratic liberal conservative left-wing right-wing chemical".split()
)
LOCATIVE = frozenset(
    "in at near outside inside around across into off along through toward towards throughout within via beyond "
    "above under beside amid".split()
)
MEETING = frozenset("with between against by among from".split())
PERSONAL = {
    "he": Gender.MALE,
    "him": Gender.MALE,
    "his": Gender.MALE,
    "she": Gender.FEMALE,
    "her": Gender.FEMALE,
    "hers": Gender.FEMALE,
    "himself": Gender.MALE,
    "herself": Gender.FEMALE,
}
THEY = frozenset("they them their theirs themselves".split())
IT = frozenset("it its itself".split())
REFLEXIVE = frozenset("himself herself itself themselves".split())
"""Pronouns that mean the subject of their own clause, or the noun beside which they stand."""
SPEAKING = frozenset("i me my mine myself we us our ours ourselves".split())
SPEAKING_ALONE = frozenset("i me my mine myself".split())
HEARING = frozenset("you your yours yourself".split())
HONORIFIC = {
    "mr": Gender.MALE,
    "mrs": Gender.FEMALE,
    "ms": Gender.FEMALE,
    "miss": Gender.FEMALE,
    "sir": Gender.MALE,
    "king": Gender.MALE,
    "queen": Gender.FEMALE,
    "prince": Gender.MALE,
    "princess": Gender.FEMALE,
    "lady": Gender.FEMALE,
    "lord": Gender.MALE,
    "sheikh": Gender.MALE,
    "emir": Gender.MALE,
}
GENDERED_KIN = {
    **dict.fromkeys("father brother son husband uncle grandfather nephew boy widower".split(), Gender.MALE),
    **dict.fromkeys("mother sister daughter wife widow aunt grandmother niece girl".split(), Gender.FEMALE),
}
"""Nouns that tell the gender of one person."""
GENDERED_ENDS = {"woman": Gender.FEMALE, "women": Gender.FEMALE, "man": Gender.MALE, "men": Gender.MALE}
MEDIA_ENDS = frozenset(
    "times post news agency newspaper tv television radio journal herald tribune gazette press channel".split()
)
COMPANY_ENDS = frozenset(
    "inc corp ltd co company corporation group holdings plc bank airlines motors oil energy gmbh llc".split()
)
BODY_ENDS = frozenset(
    "ministry department office council committee commission agency bureau administration authority court army navy "
    "force forces police guard parliament assembly senate congress cabinet embassy directorate service".split()
)
PARTY_ENDS = frozenset("party bloc front".split())
NGO_ENDS = frozenset(
    "watch foundation institute association university center centre federation union fund society trust".split()
)
THINGS = frozenset(
    "resolution act treaty agreement agreements accord accords convention protocol war operation "
    "communique plan report "
    "bill law pact deal declaration award prize cup crisis summit conference convoy day night".split()
)
"""Last words of names that are no bodies."""
SHORT = {
    f"{side}ern": side
    for side in ("north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest")
}
MEMBERS = frozenset(
    "member source associate victim worshipper participant supporter backer guarantor signatory customer "
    "ally passenger "
    "crew survivor hostage prisoner captive leader colleague counterpart relative delegate "
    "offshoot branch chapter wing "
    "friend partner enemy foe rival adversary opponent follower adherent sympathizer companion loyalist".split()
)
"""Nouns of people that tell nothing of what they do; they take the side of whoever stands with them."""
OTHERS = frozenset("neighbor neighbour partner ally enemy foe rival adversary opponent competitor counterpart".split())
"""Nouns of those beside whom or against whom a state or an army stands: they are not of it."""
WORLDWIDE = frozenset({"international community", "world community", "world leader", "world power", "major power"})
ACROSS = frozenset("around across throughout all".split())
"""Words between people and the world where they are everywhere in it."""
MIXED = frozenset("foreign international multinational global world western regional other".split())
"""Adjectives of people from more than one country."""
CRAFT = frozenset(
    "carrier ship frigate destroyer submarine tanker vessel cruiser warship airport stadium uss hms "
    "ferry freighter boat "
    "cruise hospital bridge center centre street avenue school university library museum award prize".split()
)
"""Nouns before or after a person's name that make it the name of a thing."""
PLAIN_WITH_COUNTRY = frozenset(
    "other military armed opposition civilian religious naval foreign nuclear secret".split()
)
"""Adjectives that still tell a group apart when its country is named."""
OFFICIAL_SECTORS = frozenset("GOV MIL LEG SPY JUD COP OPP".split())
NEVER = frozenset(
    "reserve plane carrier tanker ship tank outlet casualty aircraft fleet vehicle weapon missile car "
    "truck train bus boat "
    "p.m. rocket drone post base camp head".split()
)
"""Role nouns that are things where they stand alone as heads; "head" is one only as a title with what it heads."""
ABSTRACT = frozenset("opposition resistance leadership assembly force defense defence security intelligence".split())
"""Nouns that are bodies, but a mere doing where `to` or `against` follows ("opposition to the plan")."""
BODY_NOUNS = frozenset(
    "newspaper media press agency television radio broadcaster network magazine paper court tribunal parliament "
    "legislature senate congress assembly ministry army navy military police union company firm bank hospital church "
    "government cabinet council committee commission party movement militia group team delegation force airline "
    "jury judiciary prosecution chamber subcommittee embassy consulate mission unit division battalion brigade "
    "regiment squadron cell gang cartel tribe clan faction bloc agency charity university college school".split()
)
"""Nouns of bodies, which are no single person although they are singular."""
STAFF = frozenset(
    "team aide adviser advisor associate staff supporter family friend ally lawyer colleague deputy "
    "workforce government "
    "force son wife brother follower opponent critic loyalist predecessor successor spokesman bodyguard "
    "administration".split()
)
"""Nouns of those who belong to one person, and are called by his name ("Saddam's associates")."""
TITLES_OF = {
    "USA": frozenset("senator sen. sen rep. rep congressman congresswoman".split()),
    "GBR": frozenset("lord baroness viscount".split()),
}
"""Titles before a name that tell a country where a text speaks of it."""
FACILITIES = frozenset(
    "mosque church hospital school palace airport base camp clinic synagogue university college seminary "
    "temple airbase "
    "checkpoint crossing prison jail barracks compound outpost settlement monastery".split()
)
"""Nouns of buildings and grounds: places, not parties."""
FAMILY = frozenset(
    "sister brother mother father wife husband son daughter widow parent uncle aunt cousin nephew".split()
)
"""Nouns of relatives; some are also titles of the clergy."""
