"""The page is whole, safe and tied together."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from demarche import brief as briefs
from demarche.brief.gather import Limits, gather
from demarche.brief.page import Made, render


class Checker(HTMLParser):
    """Collects ids, links and unclosed elements."""

    VOID = frozenset({"meta", "input", "br", "link"})

    def __init__(self, page):
        super().__init__()
        self.ids, self.links, self.open = [], set(), []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        """Note an element."""
        found = dict(attrs)
        self.ids += [found["id"]] if "id" in found else []
        if (found.get("href") or "").startswith("#"):
            self.links.add(found["href"][1:])
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        """Close the element that is open."""
        assert self.open.pop() == tag


def test_every_link_leads_somewhere(page):
    """No line, number or point of the page leads to nothing, and no anchor stands twice."""
    found = Checker(page)
    assert found.links - set(found.ids) == set()
    assert len(found.ids) == len(set(found.ids))
    assert found.open == []


def test_the_page_needs_no_network(page):
    """No style, script, font or image comes from elsewhere."""
    assert not re.search(r'(src|href)="(https?:)?//', page)
    assert "@import" not in page
    assert "url(" not in page


def test_the_page_says_who_made_it(page):
    """Version and model stand in the note on the method."""
    assert "model c0ffee123456" in page
    assert '<html lang="en">' in page


def test_words_of_articles_are_shown_verbatim(page, brief):
    """An article's text can be read off its page, character for character."""
    shown = re.search(r'<details class="article" id="n1".*?<article lang="en">(.*?)</article>', page, re.DOTALL).group(
        1
    )
    without = re.sub(r'<a class="ref".*?</a>|<p class="meta">.*?</p>', "", shown, flags=re.DOTALL)
    words = re.sub(r"<[^>]+>", "", without).replace("&#39;", "'").replace("&#34;", '"').split()
    assert words == next(iter(sorted(brief.records.items())))[1].article.text.split()


def test_disagreement_stands_side_by_side(page):
    """Accounts that cannot all be true are shown with who gives which, and what the timeline carries is marked."""
    disputed = page[page.index('<section id="disputed">') : page.index('<section id="timeline">')]
    assert re.search(
        r'The number of ships.*?"carried"><p class="value">16</p>.*?naval intelligence.*?"value">5</p>.*?the Pentagon',
        disputed,
        re.DOTALL,
    )
    assert re.search(r"Who did it.*?Soviet Union.*?Cuba", disputed, re.DOTALL)


def test_every_figure_can_be_saved(page):
    """Each figure has its drawing and its data beside it, and the table of contacts its data."""
    svg, data = ({*re.findall(rf'download="(\w+)\.{kind}"', page)} for kind in ("svg", "csv"))
    assert svg == {"strain", "families", "relationships", "contacts"}
    assert data == {*svg, "talks"}


def test_an_event_shows_the_id_that_it_is_judged_by(page):
    """What `demarche judge` asks for can be copied from the page."""
    assert re.search(r'<code class="id" title="[^"]*`demarche judge`[^"]*">ev16</code>', page)


def test_what_changed_leads_to_its_lines(page):
    """Each line of what changed is a link to what proves it."""
    changed = page[page.index('<section id="since">') : page.index('<section id="telling">')]
    assert len(re.findall(r"<li>(?:<span.*?</span> )?<a href=", changed)) == changed.count("<li>")


def test_open_asks_come_first(brief):
    """What still waits for an answer is on top."""
    assert [a.row.outcome for a in brief.asks] == ["unknown", "accepted", "refused"]


def test_an_article_cannot_write_into_the_page(store):
    """Markup in a title or a reason is text."""

    class Hostile(type(store)):
        def problems(self):
            """Return a reason with markup."""
            from demarche.store.rows import ProblemRow

            return [ProblemRow(id="<script>alert(1)</script>", why="</style><img src=x>")]

    page = briefs.html(Hostile())
    assert "<script>alert" not in page
    assert "<img" not in page


def test_a_cap_says_what_it_leaves_out(store):
    """Nothing is dropped silently."""
    page = render(gather(store, limits=Limits(events=5, articles=2)), Made())
    assert "The 5 largest of 23 events" in page
    assert re.search(r"The 2 articles with most evidence of this relationship; \d+ more carry some", page)
    assert Checker(page).links - set(Checker(page).ids) == set()


def test_a_pair_without_events_is_said_to_have_none(store):
    """A question about a pair that is not there gets a plain answer."""
    page = briefs.html(store, ("FRA", "USA"))
    assert "No event between FRA and USA was found" in page
    assert "No event between FRA and USA was found" in briefs.text(store, ("FRA", "USA"))


def test_the_brief_is_the_same_every_time(store):
    """The same store gives the same page."""
    assert briefs.html(store) == briefs.html(store)


def test_a_pair_without_a_curve_has_a_page(store):
    """Contacts and asks are shown where no day could be drawn."""

    class Undated(type(store)):
        def strain(self, a=None, b=None, first=None, last=None, dyad=None):
            """Return no day."""
            return []

        def changes(self, dyad=None, first=None, last=None):
            """Return no change."""
            return []

        def families(self, dyad=None, first=None, last=None):
            """Return no family."""
            return []

    page = briefs.html(Undated())
    assert Checker(page).links - set(Checker(page).ids) == set()
    assert "Who talks to whom" in page
