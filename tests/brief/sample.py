"""A store made by hand from the sample dossier: what a perfect reader might find in six of its dispatches."""

# ruff: noqa: D102, PLR0917 - the methods are the store's, and say there what they return

from __future__ import annotations

import re
from datetime import date

from demarche.demo import DOSSIER
from demarche.record import Article, Precision, Record, Sentence, Span, TimeInterval, Unsure
from demarche.relate.change import change_points
from demarche.relate.strain import Contribution, on_day, strain
from demarche.store import rows

PAIR = ("SUN", "USA")
NAMES = {"USA": "United States", "SUN": "Soviet Union", "CUB": "Cuba", "UN": "United Nations", "TUR": "Turkey"}

# file, trigger, type, mode, source, target, sign, weight, status, first, last, articles, said by
ACTS = [
    ("09-13-warning", "warned", "THREATEN", None, "USA", "SUN", -1, 4.4, "happened", "09-13", "09-13", 1, ""),
    (
        "09-13-warning",
        "accused",
        "ACCUSE",
        None,
        "SUN",
        "USA",
        -1,
        3,
        "happened",
        "09-11",
        "09-11",
        1,
        "Soviet government",
    ),
    ("10-18-gromyko", "met", "CONSULT", "meet", "SUN", "USA", 1, 4, "happened", "10-18", "10-18", 1, ""),
    ("10-18-gromyko", "accused", "ACCUSE", None, "SUN", "USA", -1, 3, "happened", "10-18", "10-18", 1, ""),
    ("10-18-gromyko", "demanded", "REQUEST", None, "SUN", "USA", -1, 1, "happened", "10-18", "10-18", 1, ""),
    (
        "10-22-address",
        "impose",
        "SANCTION",
        None,
        "USA",
        "SUN",
        -1,
        7,
        "planned",
        "10-24",
        "10-24",
        2,
        "President Kennedy",
    ),
    ("10-22-address", "demanded", "REQUEST", None, "USA", "SUN", -1, 1, "happened", "10-22", "10-22", 2, ""),
    ("10-22-address", "accused", "ACCUSE", None, "USA", "SUN", -1, 3, "happened", "10-22", "10-22", 2, ""),
    ("10-22-address", "handed", "CONSULT", None, "USA", "SUN", 1, 2.5, "happened", "10-22", "10-22", 2, ""),
    ("10-23-oas", "rejected", "REJECT", None, "SUN", "USA", -1, 4, "happened", "10-23", "10-23", 1, ""),
    ("10-23-oas", "on alert", "MOBILIZE", None, "SUN", "USA", -1, 5, "happened", "10-23", "10-23", 1, ""),
    (
        "10-24-ships",
        "turned back",
        "RETREAT",
        "withdraw",
        "SUN",
        "USA",
        1,
        6.5,
        "happened",
        "10-24",
        "10-24",
        2,
        "naval intelligence",
    ),
    ("10-24-ships", "refused", "REJECT", None, "SUN", "USA", -1, 4, "happened", "10-24", "10-24", 1, ""),
    ("10-26-letter", "offered", "AGREE", None, "SUN", "USA", 1, 2.5, "proposed", "10-26", "10-26", 1, ""),
    ("10-26-letter", "boarded", "COERCE", "seize", "USA", "SUN", -1, 6, "happened", "10-26", "10-26", 1, ""),
    (
        "10-27-black-saturday",
        "shot down",
        "ASSAULT",
        "aerial",
        "SUN",
        "USA",
        -1,
        10,
        "happened",
        "10-27",
        "10-27",
        2,
        "",
    ),
    ("10-27-black-saturday", "demanded", "REQUEST", None, "SUN", "USA", -1, 1, "happened", "10-27", "10-27", 2, ""),
    ("10-27-black-saturday", "dropped", "ASSAULT", None, "USA", "SUN", -1, 7, "happened", "10-27", "10-27", 1, ""),
    ("10-27-black-saturday", "received", "CONSULT", "meet", "USA", "SUN", 1, 4, "happened", "10-27", "10-27", 1, ""),
    ("10-28-agreement", "agreed", "AGREE", None, "SUN", "USA", 1, 6, "happened", "10-28", "10-28", 2, ""),
    ("10-28-agreement", "promised", "AGREE", None, "USA", "SUN", 1, 5, "happened", "10-28", "10-28", 2, ""),
    ("10-28-agreement", "welcomed", "SUPPORT", None, "USA", "SUN", 1, 5, "happened", "10-28", "10-28", 2, ""),
    ("11-20-end", "lifted", "RETREAT", None, "USA", "SUN", 1, 6.5, "happened", "11-20", "11-20", 1, ""),
    ("11-20-end", "withdraw", "RETREAT", "withdraw", "SUN", "USA", 1, 8, "planned", "11-20", "12-20", 1, "Mr. Kennedy"),
]
ASKS = [
    (
        "10-22-address",
        "demanded that the Soviet Union remove its missiles from the island",
        "USA",
        "SUN",
        "10-22",
        "accepted",
        "10-28",
        6,
    ),
    (
        "10-18-gromyko",
        "demanded that Washington stop its hostile acts against Havana",
        "SUN",
        "USA",
        "10-18",
        "unknown",
        None,
        None,
    ),
    (
        "10-27-black-saturday",
        "demanded that the United States also withdraw its Jupiter missiles from Turkey",
        "SUN",
        "USA",
        "10-27",
        "refused",
        "10-27",
        0,
    ),
]
QUOTES = [
    (
        "10-22-address",
        "Kennedy",
        "USA",
        "I call upon Chairman Khrushchev to halt and eliminate this clandestine, reckless and provocative threat to world peace,",
    ),
    (
        "10-24-ships",
        "Khrushchev",
        "SUN",
        "We shall not simply be bystanders with regard to piratical acts by American ships on the high seas,",
    ),
]


def _read(stem: str) -> Record:
    raw = (DOSSIER / f"1962-{stem}.md").read_text(encoding="utf-8")
    head, text = re.fullmatch(r"---\n(.*?)\n---\n(.*)", raw, re.DOTALL).groups()
    meta = dict(line.split(": ", 1) for line in head.splitlines())
    text = text.strip()
    sentences = tuple(
        Sentence(span=Span.of(text, m.start(), m.end()), paragraph=text[: m.start()].count("\n\n"))
        for m in re.finditer(
            r"\S(?:[^.?!\n]|(?:(?<=Mr)|(?<=Oct)|(?<=Sept)|(?<=Nov)|(?<=Maj)|(?<=a\.m)|(?<= [A-Z]))\.|\.(?=\w))*[.?!]?”?\"?",
            text,
        )
    )
    article = Article(
        id=f"1962-{stem}.md",
        text=text,
        sha256="0" * 64,
        title=meta["title"],
        outlet=meta["outlet"],
        byline=meta.get("author"),
        published=TimeInterval.parse(meta["published"]),
        published_from="given",
        language="en",
    )
    doubts = (
        (Unsure(span=sentences[-1].span, layer="act", why="the act has no source"),) if stem == "10-18-gromyko" else ()
    )
    return Record(article=article, sentences=sentences, unsure=doubts)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(f"1962-{text}") if text else None


class Sample:
    """Answers as a store does, from rows made by hand."""

    def __init__(self) -> None:
        stems = [*dict.fromkeys(act[0] for act in ACTS), "10-27-ledger", "10-28-agreement-pickup"]
        self._records = {r.article.id: r for r in map(_read, stems)}
        self._events = [self._event(n, act) for n, act in enumerate(ACTS, start=1)]
        self._parts = [
            Contribution(
                a=PAIR[0],
                b=PAIR[1],
                day=min(e.first, e.published) if e.status == "planned" else e.first,
                event=e.event,
                family="words",
                sign=e.sign,
                mass=e.weight * (0.4 if e.status == "planned" else 1.0),
                weight=e.weight,
                probability=0.9,
                share=1.0,
            )
            for e in self._events
            if e.status != "proposed"
        ]
        self._parts.sort(key=lambda c: (c.day, c.event))
        volume: dict[date, int] = {}
        for record in self._records.values():
            volume[record.article.published.last] = volume.get(record.article.published.last, 0) + 1
        self._days = strain(self._parts, volume, date(1962, 11, 24))

    def _where(self, stem: str) -> dict:
        article = self._records[f"1962-{stem}.md"].article
        return {
            "article": article.id,
            "title": article.title,
            "outlet": article.outlet,
            "published": article.published.last,
        }

    def _event(self, n: int, act: tuple) -> rows.EventRow:
        stem, trigger, kind, mode, source, target, sign, weight, status, first, last, articles, _ = act
        record = self._records[f"1962-{stem}.md"]
        start = record.article.text.index(trigger)
        sentence = next(s.span for s in record.sentences if s.span.start <= start < s.span.end)
        return rows.EventRow(
            event=f"ev{n}",
            type=kind,
            mode=mode,
            quad=4 if kind == "ASSAULT" else 1,
            sources=(source,),
            targets=(target,),
            source_names=(NAMES[source],),
            target_names=(NAMES[target],),
            first=_day(first),
            last=_day(last),
            precision=Precision.DAY.value,
            basis="said" if n % 5 else "inferred",
            place="Havana" if n == 16 else None,
            place_country=None,
            lat=None,
            lon=None,
            status=status,
            disputed=n == 16,
            certainty=None,
            issue=None,
            scale=sign * weight,
            goldstein=None,
            cameo=None,
            weight=float(weight),
            sign=0 if status == "proposed" else sign,
            confidence=0.8,
            articles=articles,
            reports=articles,
            sentence=sentence.text,
            trigger=trigger,
            start=start,
            end=start + len(trigger),
            why="",
            **self._where(stem),
        )

    def events(self, dyad=None, first=None, last=None):
        return sorted(self._events, key=lambda e: (-e.articles, -e.weight, e.event))

    def reports(self, event=None, dyad=None, first=None, last=None):
        found = []
        for e, act in zip(self._events, ACTS, strict=True):
            record = self._records[e.article]
            span = next(s.span for s in record.sentences if s.span.start <= e.start < s.span.end)
            found.append(self._report(e, e.article, span, e.start, e.end, act[12]))
        ledger = self._records["1962-10-27-ledger.md"]
        start = ledger.article.text.index("shot down")
        shot = next(e for e in self._events if e.trigger == "shot down")
        return [
            *found,
            self._report(shot, ledger.article.id, ledger.sentences[0].span, start, start + 9, "the Pentagon"),
        ]

    def _report(self, e, article, span, start, end, said_by):
        meta = self._where(article.removeprefix("1962-").removesuffix(".md"))
        return rows.EventReportRow(
            event=e.event,
            report="r1",
            voice=article,
            type=e.type,
            status=e.status,
            certainty=None,
            said_by=said_by,
            first=e.first,
            last=e.last,
            sentence=span.text,
            sentence_start=span.start,
            sentence_end=span.end,
            trigger=e.trigger,
            start=start,
            end=end,
            why=(),
            **meta,
        )

    def values(self, event=None, dyad=None, first=None, last=None):
        shot = next(e for e in self._events if e.trigger == "shot down")
        turned = next(e for e in self._events if e.trigger == "turned back")
        ships, freighters = "1962-10-24-ships.md", "1962-10-27-ledger.md"
        return [
            self._value(
                shot,
                "who",
                "SUN",
                True,
                ("",),
                shot.article,
                "A Soviet missile shot down an American U-2 aircraft over eastern Cuba on Saturday and killed its pilot",
            ),
            self._value(
                shot,
                "who",
                "CUB",
                False,
                ("the Pentagon",),
                freighters,
                "An American reconnaissance aircraft was shot down over Cuba on Saturday, the Pentagon said, and its pilot is missing",
            ),
            self._value(turned, "number:ships", "16", True, ("naval intelligence",), ships, "Sixteen of the ships"),
            self._value(turned, "number:ships", "5", False, ("the Pentagon",), ships, "five"),
        ]

    def _value(self, e, field, value, consensus, said_by, article, evidence):
        start = self._records[article].article.text.index(evidence)
        return rows.EventValueRow(
            event=e.event,
            field=field,
            value=value,
            consensus=consensus,
            articles=1,
            said_by=said_by,
            first_said=e.published,
            article=article,
            evidence=evidence,
            start=start,
            end=start + len(evidence),
        )

    def strain(self, a=None, b=None, first=None, last=None, dyad=None):
        if (a, b) != PAIR:
            return []
        return [rows.StrainRow(**{n: getattr(d, n) for n in rows.StrainRow.__slots__}) for d in self._days]

    def families(self, dyad=None, first=None, last=None):
        return [
            rows.FamilyRow(a=PAIR[0], b=PAIR[1], day=d.day, family=name, strain=strained, ease=eased)
            for d in self._days
            for name, strained, eased in (("words", 1.0, 0.5), ("deeds", d.index / 20, 0.0))
        ]

    def contributions(self, dyad=None, day=None, first=None, last=None):
        parts = on_day(self._parts, day) if day else self._parts
        events = {e.event: e for e in self._events}
        return [self._contribution(p, events[p.event]) for p in parts]

    def _contribution(self, p, e):
        own = {n: getattr(p, n) for n in Contribution.__slots__}
        told = {
            n: getattr(e, n) for n in ("sentence", "trigger", "article", "title", "outlet", "published", "start", "end")
        }
        return rows.ContributionRow(**own, **told)

    def changes(self, dyad=None, first=None, last=None):
        found = change_points(self._days, self._parts)
        return [rows.ChangeRow(**{n: getattr(c, n) for n in rows.ChangeRow.__slots__}) for c in found]

    def dyads(self):
        days = self._days
        peak = max(days, key=lambda d: d.index)
        common = {"articles": 6, "first": days[0].day, "last": days[-1].day, "contacts": 3}
        main = rows.DyadRow(
            a=PAIR[0],
            b=PAIR[1],
            a_name="Soviet Union",
            b_name="United States",
            rank=1,
            events=len(ACTS),
            latest=days[-1].index,
            low=days[-1].low,
            high=days[-1].high,
            peak=peak.index,
            peak_day=peak.day,
            asks_open=1,
            **common,
        )
        other = rows.DyadRow(
            a="CUB",
            b="USA",
            a_name="Cuba",
            b_name="United States",
            rank=2,
            events=9,
            latest=71.0,
            low=50.0,
            high=88.0,
            peak=80.0,
            peak_day=date(1962, 10, 27),
            asks_open=5,
            **common,
        )
        return [main, other]

    def asks(self, dyad=None, first=None, last=None):
        return [self._ask(n, ask) for n, ask in enumerate(ASKS, start=1)]

    def ask_repeats(self, ask=None):
        return []

    def _ask(self, n, ask):
        stem, words, asker, asked, day, outcome, answered, delay = ask
        start = self._records[f"1962-{stem}.md"].article.text.index(words)
        return rows.AskRow(
            ask=f"k{n}",
            asker=asker,
            asked=asked,
            asker_name=NAMES[asker],
            asked_name=NAMES[asked],
            issue=None,
            text=words,
            day=_day(day),
            times=n,
            articles=1,
            outcome=outcome,
            answered=_day(answered),
            delay_days=delay,
            answer="agreed" if outcome == "accepted" else None,
            answer_event="ev20" if outcome == "accepted" else None,
            sentence=words,
            start=start,
            end=start + len(words),
            answer_article=None,
            answer_start=None,
            answer_end=None,
            official=True,
            **self._where(stem),
        )

    def channels(self, dyad=None, first=None, last=None):
        found = [e for e in self._events if e.type == "CONSULT"]
        return [
            rows.ChannelRow(
                a=PAIR[0],
                b=PAIR[1],
                a_name="Andrei Gromyko" if n == 0 else "Anatoly Dobrynin",
                b_name="John F. Kennedy" if n == 0 else "Dean Rusk",
                medium="message" if n == 1 else "meeting",
                via=("John Scali",) if n == 1 else (),
                first=e.first,
                last=e.last,
                precision="day",
                told=None,
                frequency=None,
                event=e.event,
                evidence=e.trigger,
                sentence=e.sentence,
                article=e.article,
                title=e.title,
                outlet=e.outlet,
                published=e.published,
                start=e.start,
                end=e.end,
            )
            for n, e in enumerate(found)
        ]

    def contacts(self, dyad=None, first=None, last=None):
        return [
            rows.ContactRow(a=PAIR[0], b=PAIR[1], medium="meeting", told=None, seen=2, first=None, last=None),
            rows.ContactRow(a=PAIR[0], b=PAIR[1], medium="message", told=4, seen=1, first=None, last=None),
        ]

    def levers(self, dyad=None, first=None, last=None):
        e = next(e for e in self._events if e.trigger == "impose")
        return [
            rows.LeverRow(
                holder="USA",
                over="SUN",
                holder_name="United States",
                over_name="Soviet Union",
                lever="naval quarantine",
                kind="blockade",
                used="threatened",
                day=e.first,
                event=e.event,
                evidence="quarantine",
                sentence=e.sentence,
                article=e.article,
                title=e.title,
                outlet=e.outlet,
                published=e.published,
                start=e.start,
                end=e.end,
            )
        ]

    def positions(self, dyad=None, first=None, last=None):
        stem, words = "10-23-oas", "the weapons in Cuba were intended solely for defence"
        start = self._records[f"1962-{stem}.md"].article.text.index(words)
        common = {
            "country": "SUN",
            "actor": "Khrushchev",
            "issue": "missiles in Cuba",
            "said_by": "Khrushchev",
            "certainty": "asserted",
        }
        agreed = next(e for e in self._events if e.trigger == "agreed")
        return [
            rows.PositionRow(
                **common,
                stance="against",
                previous=None,
                shift=False,
                day=date(1962, 10, 23),
                statement=words,
                start=start,
                end=start + len(words),
                **self._where(stem),
            ),
            rows.PositionRow(
                **common,
                stance="for",
                previous="against",
                shift=True,
                day=date(1962, 10, 28),
                statement=agreed.sentence,
                start=agreed.start,
                end=agreed.end,
                **self._where("10-28-agreement"),
            ),
        ]

    def tracks(self, dyad=None, first=None, last=None):
        return [
            rows.TrackRow(
                track="missiles:SUN:USA",
                issue="missiles",
                parties=PAIR,
                mediators=(),
                first=date(1962, 10, 22),
                last=date(1962, 10, 28),
                steps=3,
                state="agreed",
                events=("ev7", "ev20", "ev99"),
            )
        ]

    def quotes(self, dyad=None, first=None, last=None):
        found = []
        for stem, speaker, country, words in QUOTES:
            start = self._records[f"1962-{stem}.md"].article.text.index(words)
            found.append(
                rows.QuoteRow(
                    speaker=speaker,
                    country=country,
                    text=words,
                    about=(),
                    cue="said",
                    start=start,
                    end=start + len(words),
                    **self._where(stem),
                )
            )
        return found

    def articles(self, dyad=None, first=None, last=None):
        return [
            rows.ArticleRow(
                article=r.article.id,
                title=r.article.title,
                outlet=r.article.outlet,
                byline=r.article.byline,
                published=r.article.published.last,
                published_from="given",
                language="en",
                words=len(r.article.text.split()),
                damage=0.0,
                cluster=r.article.id.replace("-pickup", ""),
                copies=1,
                uri=None,
            )
            for r in self._records.values()
        ]

    def copies(self):
        return [
            rows.CopyRow(
                cluster="1962-10-28-agreement.md",
                article=f"1962-{stem}.md",
                speaks=stem == "10-28-agreement",
                kind="cut",
                score=0.96,
                why="96 % of its shingles stand in the other",
                title=self._where(stem)["title"],
                outlet=self._where(stem)["outlet"],
                published=self._where(stem)["published"],
            )
            for stem in ("10-28-agreement", "10-28-agreement-pickup")
        ]

    def problems(self):
        return [rows.ProblemRow(id="scan-04.pdf", why="the PDF holds pictures of text, no text")]

    def notes(self):
        return [rows.NoteRow(about="ev77", note="told only to the season")]

    def record(self, article):
        return self._records.get(article)
