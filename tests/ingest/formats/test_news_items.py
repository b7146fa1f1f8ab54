"""News items of several parts: NITF within NewsML, sidebars, summaries, contents in base64."""

from __future__ import annotations

import io
from base64 import b64encode

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

STORY = "The ferry firm sold its last boat on Monday, it said."
MORE = "The crew will stay on board."
NOTE = "Eds: adds what the crew says; a map comes later."
BESIDE = "Timetables of May are void, the harbour office warns all who travel."


def text_of(data: str) -> str:
    stream = io.BufferedReader(io.BytesIO(data.encode()), HEAD)
    (article,) = articles_in(stream, "a.xml", "a.xml")
    assert isinstance(article, Article), article
    assert article.title == "Ferry sold"
    return article.text


def g2(contents: str, described: str = "") -> str:
    return (
        '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><contentMeta>'
        f"<headline>Ferry sold</headline>{described}</contentMeta>"
        f"<contentSet>{contents}</contentSet></newsItem>"
    )


def newsml_1(components: str) -> str:
    return (
        "<NewsML><NewsItem><NewsComponent><NewsLines><HeadLine>Ferry sold</HeadLine></NewsLines>"
        f"{components}</NewsComponent></NewsItem></NewsML>"
    )


def component(role: str, content: str, headline: str = "") -> str:
    lines = f"<NewsLines><HeadLine>{headline}</HeadLine></NewsLines>" if headline else ""
    return (
        f'<NewsComponent><Role FormalName="{role}"/>{lines}<ContentItem>{content}'
        "</ContentItem></NewsComponent>"
    )


def data(content: str) -> str:
    return f"<DataContent>{content}</DataContent>"


NITF = (
    "<nitf><body><body.head><hedline><hl1>Ferry sold</hl1></hedline><note><body.content>"
    f"<p>{NOTE}</p></body.content></note></body.head><body.content><p>{STORY}</p><p>{MORE}</p>"
    "</body.content></body></nitf>"
)


@pytest.mark.parametrize(
    "document",
    [NITF, g2(f"<inlineXML>{NITF}</inlineXML>"), newsml_1(component("Main", data(NITF)))],
    ids=["NITF", "in G2", "in NewsML 1"],
)
def test_a_note_for_editors_in_nitf_is_not_the_story(document: str) -> None:
    assert text_of(document) == f"{STORY}\n\n{MORE}\n\n{NOTE}"


def test_a_sidebar_stands_below_the_main_text_with_its_headline() -> None:
    main, beside = data(f"<p>{STORY}</p>"), data(f"<p>{BESIDE}</p>")
    for parts in (
        component("Main", main) + component("Sidebar", beside, "What to do"),
        component("Sidebar", beside, "What to do") + component("Main", main, "Ferry sold"),
    ):
        assert text_of(newsml_1(parts)) == f"{STORY}\n\nWhat to do\n\n{BESIDE}"


def test_a_text_that_comes_in_two_forms_is_read_once() -> None:
    plain, marked = data(f"{STORY}\n\n{MORE}"), data(f"<p>{STORY}</p><p>{MORE}</p>")
    assert text_of(newsml_1(component("Main", plain) + component("Main", marked))) == (
        f"{STORY}\n\n{MORE}"
    )
    inline = f"<inlineXML>{NITF}</inlineXML><inlineData>{STORY} {MORE}</inlineData>"
    assert text_of(g2(inline)) == f"{STORY}\n\n{MORE}\n\n{NOTE}"


def test_a_second_content_and_a_summary_stand_below_the_first() -> None:
    page = "<inlineXML><html><body><p>{}</p></body></html></inlineXML>"
    summary = '<description role="drol:summary">A sale ends a line of 90 years.</description>'
    assert text_of(g2(page.format(STORY) + page.format(BESIDE), summary)) == (
        f"{STORY}\n\n{BESIDE}\n\nA sale ends a line of 90 years."
    )


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("text/plain", f"{STORY}\n\n{MORE}"),
        ("text/html", f"<html><head><title>x</title></head><body><p>{STORY}<p>{MORE}</body>"),
        ("application/nitf+xml", NITF.replace(f"<p>{NOTE}</p>", "")),
    ],
)
def test_a_content_in_base64_is_decoded(kind: str, content: str) -> None:
    letters = b64encode(content.encode()).decode()
    inline = f'<inlineData contenttype="{kind}" encoding="base64">{letters}</inlineData>'
    assert text_of(g2(inline)) == f"{STORY}\n\n{MORE}"
    if kind == "text/plain":
        encoded = f'<Encoding Notation="Base64">{data(letters)}</Encoding>'
        assert text_of(newsml_1(component("Main", encoded))) == f"{STORY}\n\n{MORE}"


def test_a_picture_in_base64_is_no_text() -> None:
    letters = b64encode(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4).decode()
    inline = f'<inlineData contenttype="image/png" encoding="base64">{letters}</inlineData>'
    assert text_of(g2(f"{inline}<inlineXML><p>{STORY}</p></inlineXML>")) == STORY


def test_a_headline_below_the_headline_is_the_deck() -> None:
    headline = '<headline role="hld:subHeadline">A line of 90 years ends</headline>'
    document = g2(f"<inlineXML><p>{STORY}</p></inlineXML>", headline)
    stream = io.BufferedReader(io.BytesIO(document.encode()), HEAD)
    (article,) = articles_in(stream, "a.xml", "a.xml")
    assert isinstance(article, Article)
    assert (article.title, article.deck) == ("Ferry sold", "A line of 90 years ends")


@pytest.mark.parametrize("wrap", ["<inlineXML>{}</inlineXML>", ""], ids=["G2", "NewsML 1"])
def test_a_heading_within_a_story_is_no_deck(wrap: str) -> None:
    story = NITF.replace(f"<p>{MORE}</p>", f"<hl2>What is next</hl2><p>{MORE}</p>")
    document = g2(wrap.format(story)) if wrap else newsml_1(component("Main", data(story)))
    for hl2, deck in (("", ""), ("<hl2>A line ends</hl2>", "A line ends")):
        given = document.replace("</hl1>", f"</hl1>{hl2}")
        stream = io.BufferedReader(io.BytesIO(given.encode()), HEAD)
        (article,) = articles_in(stream, "a.xml", "a.xml")
        assert isinstance(article, Article)
        assert (article.deck or "") == deck
        assert f"{STORY}\n\nWhat is next\n\n{MORE}" in article.text
