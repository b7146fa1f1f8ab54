"""The page as it is sent: what it shows, what it links to, and that texts stay texts."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import SEEDS

pytest.importorskip("starlette", reason="the server needs: pip install -e '.[serve]'")

import lxml.html
from lxml.html import HtmlElement
from starlette.testclient import TestClient

from newsgrep.serve.page.state import state_of
from newsgrep.serve.page.texts import highlighted, shown, web_address

Client = Callable[..., TestClient]


def page_of(client: TestClient, address: str, status: int = 200) -> HtmlElement:
    """The page at an address, as a tree."""
    answer = client.get(address, headers={"Accept": "text/html"})
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    return lxml.html.document_fromstring(answer.text)


def texts(page: HtmlElement, path: str) -> list[str]:
    """The texts of the elements that a CSS-like class or a path names."""
    return [" ".join(one.text_content().split()) for one in page.xpath(path)]


def of(name: str) -> str:
    """A path to the elements of a class."""
    return f"//*[contains(concat(' ', @class, ' '), ' {name} ')]"


def link(page: HtmlElement, text: str, within: str = "") -> str:
    """The address of the link that says ``text``, or begins so."""
    for one in page.xpath(f"{within}//a"):
        if " ".join(one.text_content().split()).startswith(text):
            return str(one.get("href"))
    raise AssertionError(f"no link says {text!r}")


def test_the_first_page_tells_what_there_is(client: TestClient) -> None:
    page = page_of(client, "/")
    assert texts(page, "//main//h1") == ["20 articles, 2014 to 2021"]
    assert texts(page, of("newest") + of("about"))[0].endswith("29 Mar 2021")
    assert "Seed Wire 5" in texts(page, of("facet") + "//li")


def test_hits_have_their_highlights(client: TestClient) -> None:
    page = page_of(client, "/?q=DEA+Mexico")
    assert texts(page, of("found"))[0].startswith("2 articles, 3 more with some of the words in")
    first = page.xpath(of("hit"))[0]
    assert texts(first, ".//h2") == ["Mexico Weighs Its Strongest Card: Shared Intelligence"]
    assert texts(first, ".//h2//mark") == ["Mexico"]
    assert "Drug Enforcement Administration" in texts(first, ".//p//mark")
    assert texts(page, of("sign"))[:1] == ["some of the words"]
    assert texts(page, of("notes") + "/p")[0].startswith('also searched: "Drug Enforcement')


def test_what_was_also_searched_can_be_switched_off(client: TestClient) -> None:
    page = page_of(client, "/?q=DEA+Mexico")
    only = page_of(client, link(page, "Search only as typed"))
    assert "Drug Enforcement Administration" not in texts(only, "//mark")
    again = link(only, "Search their long forms too")
    assert again == "/?q=DEA+Mexico"


def test_an_error_points_and_its_suggestion_is_a_link(client: TestClient) -> None:
    page = page_of(client, "/?q=wall+auther:matalon&sort=-date", 400)
    assert texts(page, "//*[@role='alert']") == ['unknown field "auther"']
    assert texts(page, of("pointed")) == ["wall auther:matalon"]
    assert texts(page, of("pointed") + "//mark") == ["auther"]
    assert page.xpath("//input[@id='q']/@value") == ["wall auther:matalon"]
    address = link(page, "wall author:matalon")
    assert parse_qs(urlsplit(address).query) == {"q": ["wall author:matalon"], "sort": ["-date"]}
    assert texts(page_of(client, address), of("hit") + "//h2")


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("/?q=wall&since=someday", "since: "),
        ("/?q=wall&in=colour:red", "articles are not counted by 'colour'"),
        ("/?q=wall&since=2018&until=2016", "since 2018 is after until 2016"),
        ("/?q=wall&more=colour", "more: articles are not counted by 'colour'"),
    ],
)
def test_what_else_is_not_understood_is_said(client: TestClient, address: str, said: str) -> None:
    page = page_of(client, address, 400)
    assert texts(page, "//*[@role='alert']")[0].startswith(said)


@pytest.mark.parametrize(
    "address",
    ["/?q=wall&page=0", "/?colour=red", "/?q=wall&sort=colour", "/?q=a&q=b", "/articles/fff?at=x"],
)
def test_an_address_that_says_nothing_is_a_problem(client: TestClient, address: str) -> None:
    page = page_of(client, address, 400)
    assert texts(page, "//main//h1") == ["A parameter was not understood"]


def test_facets_narrow_and_chips_take_off(client: TestClient) -> None:
    page = page_of(client, "/?q=mexico+OR+colombia&copies=show")
    before = len(page.xpath(of("hit")))
    value, count = re.match(r"(.*) (\d+)", texts(page, of("facet") + "//li")[0]).groups()  # type: ignore[union-attr]
    narrowed = page_of(client, link(page, value, of("facet")))
    assert len(narrowed.xpath(of("hit"))) == int(count) < before
    assert texts(narrowed, of("chip")) == [f"Take off Source {value} ×"]
    assert texts(narrowed, of("chosen")) == [f"{value} {count}"]
    assert link(narrowed, "Take off") == "/?q=mexico+OR+colombia&copies=show"
    # Where it is chosen already, the facet takes it off as well.
    assert link(narrowed, value, of("facet")) == "/?q=mexico+OR+colombia&copies=show"


def test_bars_narrow(client: TestClient) -> None:
    page = page_of(client, "/?q=mexico")
    bars = page.xpath("//*[local-name()='a' and @data-period='2017-01']")
    assert len(bars) == 1
    narrowed = page_of(client, bars[0].get("href"))
    assert all("Jan 2017" in about for about in texts(narrowed, of("hit") + of("about")))
    assert texts(narrowed, of("chip")) == ["Take off Date 2017-01 ×"]
    # All of the time stays to be seen, with what it is narrowed to.
    assert len(narrowed.xpath("(//figure)[1]//*[@data-period]")) == len(
        page.xpath("//figure//*[@data-period]")
    )
    assert narrowed.xpath("//*[@data-period='2017-01']//*[contains(@class,'selected')]")


def test_more_values_of_a_facet(client: TestClient) -> None:
    page = page_of(client, "/")
    few = len(page.xpath("//*[@id='facet-person']/..//li"))
    whole = page_of(client, link(page, "29 more").partition("#")[0])
    assert few == 6 and len(whole.xpath("//*[@id='facet-person']/..//li")) == 35


def test_pages_lead_on_and_back(client: TestClient) -> None:
    page = page_of(client, "/?q=*&n=10&copies=show")
    assert len(page.xpath(of("hit"))) == 10
    second = page_of(client, link(page, "Next"))
    assert second.xpath("//ol[contains(@class,'hits')]/@start") == ["11"]
    assert link(second, "← Previous") == "/?q=%2A&copies=show&n=10"
    assert "Next →" not in texts(second, "//nav//a")
    past = page_of(client, "/?q=*&n=10&page=99")
    assert "past the last one" in past.text_content()


def test_nothing_found_is_coached(client: TestClient) -> None:
    page = page_of(client, "/?q=guzmn+tunnel")
    assert texts(page, of("found"))[0].startswith("No article")
    advice = texts(page, of("coach") + "//li")
    assert advice[0].startswith("Did you mean guzman? (2 articles; none has guzmn)")
    assert link(page, "guzman", of("coach")) == "/?q=guzman+tunnel"
    assert any(one.startswith("Without guzmn: 1 article") for one in advice)
    assert link(page, "Without guzmn", of("coach")) == "/?q=tunnel"


def test_an_article_with_facts_and_where_they_came_from(client: TestClient) -> None:
    hits = page_of(client, "/?q=author:matalon+DEA")
    page = page_of(client, str(hits.xpath(of("to-article"))[0].get("href")))
    assert texts(page, "//article//h1") == ["Mexico Weighs Its Strongest Card: Shared Intelligence"]
    assert "DEA" in texts(page, "//article//mark")
    facts = dict(zip(texts(page, "//dt"), texts(page, "//dd"), strict=False))
    assert facts["Authors"] == "Lorne Matalon byline, line 5, 95% sure"
    assert facts["DEA"] == "Drug Enforcement Administration"
    assert link(page, "Guillermo Valdés") == "/?in=person%3AGuillermo+Vald%C3%A9s"
    assert link(page, "← Hits") == "/?q=author%3Amatalon+DEA"
    assert len(page.xpath(of("text"))) > 3


def test_from_hit_to_hit(client: TestClient) -> None:
    hits = page_of(client, "/?q=mexico")
    addresses = [str(one.get("href")) for one in hits.xpath(of("to-article"))]
    second = page_of(client, addresses[1])
    assert link(second, "Previous") == addresses[0]
    assert link(second, "Next") == addresses[2]
    first = page_of(client, addresses[0])
    assert first.xpath("//a[@rel='prev']") == []


def test_copies_are_folded_with_their_story(client: TestClient) -> None:
    page = page_of(client, "/?q=colombia")
    assert texts(page, of("copies") + "/summary") == ["+1 copy (first: Seed Wire, 24 Nov 2016)"]
    story = page_of(client, link(page, "What each changed"))
    assert texts(story, "//main//h1") == ["2 copies of a story"]
    first, _ = texts(story, of("members") + "//h2")
    assert first == "Colombia and FARC rebels sign revised peace accord"
    assert "Congress, where Santos has a majority," in texts(story, "//del")
    assert texts(story, of("members") + "//ins")


def test_who_said_what(client: TestClient) -> None:
    page = page_of(client, link(page_of(client, "/?q=mexico&sort=-date"), "Who said what"))
    assert "Joaquín" not in texts(page, "//blockquote")[0]
    assert len(texts(page, "//blockquote")) > 3
    assert any("% sure" in one for one in texts(page, of("quotations") + "//p"))
    assert client.get(link(page, "CSV")).text.count("\n") >= len(texts(page, "//blockquote"))
    assert link(page, "← Hits") == "/?q=mexico&sort=-date"
    assert texts(page_of(client, "/quotes?q=auther:x", 400), of("pointed")) == ["auther:x"]
    assert "Nobody is quoted there." in page_of(client, "/quotes?q=zzzz").text_content()


def test_its_file_to_save(client: TestClient) -> None:
    identity = client.get("/api/search?q=author:matalon").json()["hits"][0]["id"]
    given = client.get(f"/articles/{identity}/file")
    assert given.content == (SEEDS / "us-mexico-intelligence.txt").read_bytes()
    assert given.headers["content-disposition"].startswith("attachment")
    assert given.headers["content-type"] == "application/octet-stream"
    assert client.get("/articles/ffffffffffff/file").status_code == 404


def test_a_file_that_is_gone(archive_of: Client, client_of: Client, tmp_path: Path) -> None:
    archive = archive_of(hail="Hail\n\nHail fell on the orchards.\n")
    client = client_of(archive)
    identity = client.get("/api/search?q=hail").json()["hits"][0]["id"]
    (tmp_path / "articles" / "hail.txt").unlink()
    given = client.get(f"/articles/{identity}/file")
    assert (given.status_code, given.json()["detail"]) == (404, "the file of the article is gone")


NASTY = "<script>alert(1)</script> <img src=x onerror=alert(2)> \" ' & {{ 7 * 7 }} {% raw %}"


@pytest.fixture
def nasty(archive_from: Client, client_of: Client) -> TestClient:
    """A client of an archive whose texts would be code, if they were let."""
    return client_of(
        archive_from(
            {"title": f"Harvest {NASTY}", "text": f"Harvest {NASTY}\n\n{NASTY} harvest",
             "source": f"Post {NASTY}", "author": "Ann <b>Bold</b>", "date": "2017-02-20",
             "url": "javascript:alert(3)", "tags": [NASTY]},
            {"title": f"Harvest {NASTY} again", "text": f"Harvest {NASTY}\n\n{NASTY} harvest home",
             "source": f"Post {NASTY}", "date": "2017-03-20", "url": "https://x.example/?a=1&b=\"<"},
        )
    )  # fmt: skip


@pytest.mark.parametrize(
    "address",
    ["/", "/?q=harvest", "/articles/{id}?q=harvest", "/story/{id}", "/?q=harvest&copies=show"],
)
def test_texts_stay_texts(nasty: TestClient, address: str) -> None:
    hits = nasty.get("/api/search?q=harvest&copies=show").json()["hits"]
    for hit in hits:
        answer = nasty.get(address.replace("{id}", hit["id"]), headers={"Accept": "text/html"})
        page = lxml.html.document_fromstring(answer.text)
        assert [one.get("src") for one in page.xpath("//script")] == ["/static/newsgrep.js"]
        assert page.xpath("//img | //b | //iframe | //*[@onerror] | //style | //*[@style]") == []
        assert "alert(1)" in page.text_content()
        # Not the number alone: an article's id may have it.
        assert "{{ 7 * 7 }}" in page.text_content() and "& 49 {%" not in page.text_content()
        for href in page.xpath("//@href"):
            assert urlsplit(href).scheme in ("", "http", "https"), href
    assert hits


def test_an_address_is_text_too(nasty: TestClient) -> None:
    for name in ("q", "since", "in", "more", "sort", "colour"):
        answer = nasty.get("/", params={name: NASTY}, headers={"Accept": "text/html"})
        assert "<script>alert" not in answer.text
        assert "onerror=alert(2)>" not in answer.text.replace("&gt;", "")
        if name in ("q", "in", "more", "sort"):  # They say what was given.
            assert "alert(1)" in unescape(answer.text)


def test_controls_are_shown() -> None:
    assert shown("a\x1b[31mb\x00c\u202ed\td\n") == "a␛[31mb␀c\ufffdd\td\n"
    assert shown(7) == 7
    made = str(highlighted("<a> & b", [(1, 2), (6, 7)]))
    assert made == "&lt;<mark>a</mark>&gt; &amp; <mark>b</mark>"


@pytest.mark.parametrize(
    ("url", "is_linked"),
    [
        ("https://example.org/a?b=1", True), ("HTTP://example.org", True), ("example.org/a", False),
        ("data:text/html,x", False), ("//example.org", False), ("https:", False), ("", False),
        ("http://[", False), (" javascript:alert(1)", False), ("javascript:alert(1)", False),
    ],
)  # fmt: skip
def test_only_web_addresses_are_linked(url: str, is_linked: bool) -> None:
    assert bool(web_address(url)) is is_linked


def test_a_state_is_its_address() -> None:
    """What an address says is what the page's own links say; what is usual is left out."""
    for address in (
        "/", "/?q=wall", "/?q=a+b&since=2017-02&until=2017&in=source%3AVale+Post&in=lang%3Aen",
        "/?q=x&expand=0&mode=all&copies=show&sort=-date&rank=recency&n=50&page=3&more=person",
        "/?q=wall%21&syntax=nexis",
    ):  # fmt: skip
        pairs = [(k, v) for k, vs in parse_qs(urlsplit(address).query).items() for v in vs]
        state = state_of(pairs)
        assert parse_qs(urlsplit(state.address(page=state.page)).query) == parse_qs(
            urlsplit(address).query
        )
    state = state_of([("q", "wall"), ("page", "3"), ("sort", "relevance"), ("since", "")])
    assert state.address() == "/?q=wall&page=3"
    assert state.address(sort="date") == "/?q=wall&sort=date"


def test_help_and_problems(client: TestClient) -> None:
    assert "The query language" in texts(page_of(client, "/help"), "//h1")
    problems = page_of(client, "/problems")
    assert problems.xpath("//*[@id='query']")
    problem = client.get("/api/search?q=(").json()
    assert problems.xpath(f"//*[@id='{problem['type'].partition('#')[2]}']")


def test_everything_that_a_page_needs_is_in_the_package(client: TestClient) -> None:
    page = page_of(client, "/?q=mexico")
    needed = page.xpath("//link/@href | //script/@src | //img/@src")
    assert len(needed) == 3
    for address in needed:
        assert address.startswith("/static/")
        assert client.get(address).status_code == 200
    css = client.get("/static/newsgrep.css").text
    assert "url(" not in css and "@import" not in css
    assert client.get("/static/../views.py").status_code == 404
    assert client.get("/static/%2e%2e/views.py").status_code == 404


@pytest.mark.parametrize("form", ["CSV", "JSON Lines"])
def test_what_is_shown_can_be_saved(client: TestClient, form: str) -> None:
    page = page_of(client, "/?q=mexico&in=lang:en&copies=show&n=10&sort=date")
    shown_ids = [one.get("data-article").split("/")[2][:12] for one in page.xpath(of("hit"))]
    given = client.get(link(page, form))
    assert given.headers["content-disposition"].startswith("attachment")
    assert [given.text.find(one) > 0 for one in shown_ids] == [True] * len(shown_ids)
    assert given.text.find(shown_ids[0]) < given.text.find(shown_ids[-1])


def test_parameters_are_called_as_the_address_calls_them(client: TestClient) -> None:
    told = client.get("/?q=wall&since=nonsense")
    assert (told.status_code, "--since" in told.text, "since: " in told.text) == (400, False, True)
