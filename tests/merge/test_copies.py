"""Copies of articles."""

from __future__ import annotations

import random
from datetime import date, timedelta
from hashlib import sha256

from demarche.merge import CopyKind, Fingerprint, compare, find_copies

WORDS = (
    "minister border harbour convoy treaty ceasefire grain envoy summit sanction airport village river bridge council "
    "army observer monitor pipeline refugee hospital parliament protest election budget tariff customs prison exile "
    "delegation charter embassy consul memorandum patrol garrison ferry market currency loan auditor reactor cargo"
).split()
NAMES = (
    "Ankara Rossi Cairo Baltic Okafor Lindqvist Quito Tarawa Mendel Haifa Osaka Perth Brandt Sokolov Nairobi".split()
)


PLAIN = """The foreign minister of Norway, Ola Lindqvist, arrived in Ankara on 14 March for two days of talks.
He will meet President Demir and the head of the Central Bank, Leyla Aydin, before he flies on to Baku.
A spokesman in Oslo said the loan of 300 million euros for the port of Mersin was on the table.
In February, Turkey had asked Norway, Sweden and the World Bank to share the cost of the work.
Lindqvist last saw Demir in Geneva in June 2019, at the meeting of the Group of Twenty.
The port, opened in 1962, handles 40 ships a day, most of them from Odessa and Haifa."""
BY_HAND = """The outside clergyman of Norway, Ola Lindqvist, showed up in Ankara on 14 March for a couple of days of chats.
He is to see President Demir and the boss of the Central Bank, Leyla Aydin, prior to heading off to Baku.
A mouthpiece in Oslo told that the credit of 300 million euros for the harbour of Mersin lay open.
In February, Turkey begged Norway, Sweden and the World Bank to carry a part of the bill for it.
Lindqvist most recently met Demir in Geneva in June 2019, on the sidelines of the Group of Twenty.
The harbour, inaugurated in 1962, takes 40 vessels each day, the bulk of which sail from Odessa and Haifa."""


def text_of(seed: int, sentences: int = 24) -> str:
    """Return sentences of random words with a name or a number here and there."""
    dice = random.Random(seed)  # noqa: S311
    return "\n".join(_sentence(dice) for _ in range(sentences))


def _sentence(dice: random.Random) -> str:
    middle = [dice.choice(WORDS) for _ in range(9)] + dice.sample(NAMES, 2) + [str(dice.randint(2, 999))]
    dice.shuffle(middle)
    return "The " + " ".join(middle) + " today."


def prints(**texts: str) -> list[Fingerprint]:
    """Return the fingerprints of texts by article id."""
    return [Fingerprint(article=i, sha256=sha256(t.encode()).hexdigest(), text=t) for i, t in texts.items()]


def spin(text: str, seed: int) -> str:
    """Return the text with half of its plain words replaced."""
    dice = random.Random(seed)  # noqa: S311
    return " ".join(
        f"syn{dice.randint(0, 999)}" if w in WORDS and dice.random() < 0.5 else w
        for w in text.replace("\n", " \n ").split(" ")
    )


def kind_of(a: str, b: str) -> CopyKind | None:
    """Return how one of two texts copies the other."""
    pair = compare(*prints(a=a, b=b))
    return pair.kind if pair else None


def test_the_same_text_is_an_exact_copy() -> None:
    """Equal words are a copy, whatever the case and the spaces."""
    text = text_of(1)
    assert kind_of(text, text.replace("\n", "  \n").upper()) is CopyKind.EXACT


def test_a_few_changed_words_make_a_near_copy() -> None:
    """A corrected spelling and a new last line leave a near copy."""
    text = text_of(2)
    assert kind_of(text, text.replace("treaty", "pact") + "\nMore to follow.") is CopyKind.NEAR


def test_a_part_is_a_cut_copy() -> None:
    """The first third of an article, under another lead, is a copy of it."""
    text = text_of(3)
    part = "\n".join(["Something new stands here.", *text.splitlines()[:8]])
    assert kind_of(text, part) is CopyKind.CUT


def test_shuffled_sentences_are_a_copy() -> None:
    """The order of the sentences does not matter."""
    lines = text_of(4).splitlines()
    random.Random(1).shuffle(lines)  # noqa: S311
    assert kind_of(text_of(4), "\n".join(lines)) in {CopyKind.NEAR, CopyKind.CUT}


def test_spinning_leaves_names_and_numbers() -> None:
    """A copy whose words were replaced is known by its names and numbers, in order or sentence by sentence."""
    text = text_of(5)
    assert kind_of(text, spin(text, 1)) is CopyKind.SPUN
    lines = spin(text, 2).split(" \n ")
    random.Random(3).shuffle(lines)  # noqa: S311
    assert kind_of(text, "\n".join(lines)) is CopyKind.SPUN


def test_spun_by_hand_is_a_copy() -> None:
    """Prose that somebody put into other words, with the names and numbers left in place, is a copy."""
    assert kind_of(PLAIN, BY_HAND) is CopyKind.SPUN


def test_a_shared_passage_is_no_copy() -> None:
    """Two articles with the same third, a box of facts or the lines of an agency, are two articles."""
    box = text_of(20, 10)
    assert kind_of(text_of(21, 16) + "\n" + box, box + "\n" + text_of(22, 16)) is None


def test_different_articles_are_no_copies() -> None:
    """Articles made of the same words and names, in other sentences, stay apart."""
    assert find_copies(prints(**{f"a{n}": text_of(10 + n) for n in range(12)})) == ()


def test_the_least_damaged_copy_speaks() -> None:
    """Of a cluster the clean article speaks, and its id names the cluster; order does not matter."""
    text = text_of(6)
    spun, clean = prints(b=spin(text, 1), c=text)
    damaged = Fingerprint(article="b", sha256=spun.sha256, text=spun.text, damage=0.7)
    clusters = find_copies([damaged, clean])
    assert [(c.id, c.articles) for c in clusters] == [("c", ("b", "c"))]
    assert find_copies([clean, damaged]) == clusters


def test_page_furniture_makes_no_copy() -> None:
    """Lines that an outlet prints under every article, week after week, do not make copies of them."""
    foot = "\n".join(f"Terms of service line {n} of this page and its partners" for n in range(30))
    pages = [
        Fingerprint(
            article=f"p{n}",
            sha256=str(n),
            text=text_of(40 + n, 6) + "\n" + foot,
            published=date(2024, 1, 1) + timedelta(days=3 * n),
        )
        for n in range(6)
    ]
    assert find_copies(pages) == ()


def test_short_texts_need_to_be_equal() -> None:
    """Two sentences that differ in a word are two articles."""
    assert kind_of("Talks began in Quito.", "Talks ended in Quito.") is None


def test_reworded_shuffled_and_cut_at_once_is_a_copy() -> None:
    """Sentences that keep half of their words in order are twins wherever they stand; names need not be kept."""
    plain = text_of(31)
    rows = spin(plain, 8).split(" \n ")
    random.Random(4).shuffle(rows)  # noqa: S311
    mixed = "\n".join(row.replace("Cairo", "Lima") for row in rows[: len(rows) * 3 // 4])
    one, other, third = prints(a=plain, b=mixed, c=text_of(32))
    pair = compare(one, other)
    assert pair is not None
    assert pair.kind is CopyKind.SPUN
    assert compare(one, third) is None
