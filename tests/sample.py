"""A small record made by hand, with something in every layer."""

from datetime import date

from demarche.record import (
    Actor,
    ActorKind,
    Article,
    Ask,
    Basis,
    Certainty,
    Channel,
    Claim,
    EventPlace,
    EventTime,
    EventType,
    Form,
    Indicator,
    Lever,
    LeverUse,
    Medium,
    Mention,
    Outcome,
    Party,
    Position,
    Precision,
    Quad,
    Quantity,
    Quote,
    Record,
    Report,
    Sentence,
    SourceKind,
    Span,
    Stance,
    Status,
    TimeExpression,
    TimeInterval,
    TimeType,
    Unsure,
)

TEXT = (
    "Ottawa expels four envoys\n\n"
    "Canada expelled four Iranian diplomats on Monday. "
    "Iran would answer, a spokesman said: “We shall not wait.” 😀\n"
)
MONDAY = date(2018, 6, 11)


def span(words: str) -> Span:
    """The first place of the words."""
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def report(identity: str = "r1", status: Status = Status.HAPPENED, **changes: object) -> Report:
    """Canada expels diplomats of Iran."""
    values: dict[str, object] = {
        "id": identity,
        "type": EventType.SANCTION,
        "mode": "expel",
        "contexts": ("diplomatic",),
        "quad": Quad.MATERIAL_CONFLICT,
        "scale": -5.5,
        "cameo": "166",
        "goldstein": -7.0,
        "trigger": span("expelled"),
        "sentence": span("Canada expelled four Iranian diplomats on Monday."),
        "sources": (Party(actor="a-canada", mention=span("Canada"), country="CAN", sector="GOV"),),
        "targets": (Party(actor="a-iran", mention=span("Iranian diplomats"), country="IRN", sector="GOV"),),
        "time": EventTime(interval=TimeInterval.day(MONDAY), basis=Basis.SAID, evidence=span("Monday")),
        "place": EventPlace(
            name="Ottawa", country="CAN", lat=45.42, lon=-75.7, precision="city", evidence=span("Ottawa")
        ),
        "status": status,
        "quantities": (Quantity(span=span("four Iranian"), low=4.0, high=4.0, of="diplomats"),),
        "confidence": 0.9,
        "why": ("model 0.93",),
    }
    return Report(**(values | changes))  # type: ignore[arg-type]


def record(identity: str = "ottawa", **changes: object) -> Record:
    """The whole record."""
    values: dict[str, object] = {
        "article": Article(
            id=identity,
            text=TEXT,
            sha256=f"{identity:0<64}",
            title="Ottawa expels four envoys",
            title_span=span("Ottawa expels four envoys"),
            outlet="The Northern Post",
            published=TimeInterval.day(date(2018, 6, 12)),
            published_from="given",
            extra=(("desk", "world"),),
        ),
        "sentences": (Sentence(span=span("Canada expelled four Iranian diplomats on Monday."), paragraph=1),),
        "actors": (
            Actor(
                id="a-canada",
                name="Canada",
                kind=ActorKind.STATE,
                country="CAN",
                sector="GOV",
                wikidata="Q16",
                mentions=(
                    Mention(span=span("Ottawa"), form=Form.METONYM),
                    Mention(span=span("Canada"), form=Form.NAME),
                ),
            ),
            Actor(
                id="a-iran",
                name="Iran",
                kind=ActorKind.STATE,
                country="IRN",
                mentions=(Mention(span=span("Iran would"), form=Form.NAME),),
            ),
        ),
        "times": (
            TimeExpression(
                id="t1",
                span=span("Monday"),
                type=TimeType.DATE,
                value="2018-06-11",
                interval=TimeInterval.day(MONDAY),
                anchor="publication",
            ),
        ),
        "quantities": (Quantity(span=span("four Iranian"), low=4.0, high=4.0, of="diplomats"),),
        "quotes": (Quote(id="q1", span=span("We shall not wait."), speaker="a-iran", cue=span("said")),),
        "claims": (
            Claim(
                id="c1",
                span=span("Iran would answer"),
                source="a-iran",
                source_kind=SourceKind.ANONYMOUS,
                certainty=Certainty.ASSERTED,
            ),
        ),
        "reports": (report(),),
        "asks": (
            Ask(id="k1", asker="a-canada", asked="a-iran", ask=span("answer"), report=None, outcome=Outcome.PENDING),
        ),
        "positions": (
            Position(
                id="p1", actor="a-iran", issue="envoys", stance=Stance.AGAINST, statement=span("Iran would answer")
            ),
        ),
        "levers": (
            Lever(
                id="l1",
                lever="expulsion",
                kind="diplomatic",
                holder="a-canada",
                over="a-iran",
                used=LeverUse.YES,
                evidence=span("expelled"),
            ),
        ),
        "channels": (
            Channel(
                id="h1",
                a="a-canada",
                b="a-iran",
                medium=Medium.MESSAGE,
                evidence=span("answer"),
                period=TimeInterval(first=MONDAY, last=None, precision=Precision.DAY),
            ),
        ),
        "indicators": (
            Indicator(
                id="i1",
                dyad=("CAN", "IRN"),
                sign=-1,
                weight=5.5,
                family="threats and levers",
                why="sanction (expel), happened",
                evidence=span("expelled"),
                report="r1",
            ),
        ),
        "unsure": (Unsure(span=span("answer"), layer="reports", why="may be THREATEN: score 0.40 is under 0.5"),),
    }
    return Record(**(values | changes))  # type: ignore[arg-type]
