"""Web pages: what is an article's text, what is furniture, and that nothing else is cut."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Command
from lxml import html

from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.extract.body.furniture import without_furniture
from newsgrep.ingest.extract.body.web_page import looks_wrong, sentences_in
from newsgrep.ingest.formats.documents.markup import page_root
from newsgrep.ingest.raw_document import Form, RawDocument

LEAD = (
    "The harbour board of Larkhaven said on Tuesday that it would rebuild the old quay by spring."
)
MORE = (
    "Its engineers found that two of the nine piers had moved by a hand's breadth since the storm."
)
LAST = "A vote of the town council is expected before the end of the month, the mayor told them."


def page(*blocks: str, head: str = "") -> str:
    """A page with ``blocks`` in its article, between a menu and a footer."""
    inner = "\n".join(blocks)
    return f"""<html><head><title>Quay to be rebuilt</title>
<link rel="canonical" href="https://www.larkhaven-courier.example/news/quay-to-be-rebuilt-4711">
{head}</head><body><nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li>
<li><a href="/weather">Weather</a></li></ul></nav>
<article><h1>Quay to be rebuilt</h1>{inner}</article>
<footer><p>The Larkhaven Courier, 1 Mill Lane</p></footer></body></html>"""


def text(markup: str, *, keep_all: bool = False) -> str:
    return article_from(RawDocument(Form.PAGE, markup), "a.html", keep_all=keep_all).text


def p(*paragraphs: str) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)


@pytest.mark.parametrize(
    "paragraph",
    [
        "다만 MBC 드라마 <등대>는 시작한 지 얼마 되지 않았지만 벌써 사랑을 받고 있다.",
        "ผลการตรวจ DNA ของ ผู้ โดยสาร จะ ออก ใน สัปดาห์ หน้า ตำรวจ กล่าว",
        "ASP ने बताया कि गिरफ्तार दोनों लोगों को सोमवार को अदालत में पेश किया जाएगा।",
        "WHAT WILL THE COUNCIL DO NOW?",
        "2 MAHALLE BOŞALTILDI, 7 EV HASAR ALDI",
        "https://quays.example/plan-of-the-new-quay",
    ],
)
def test_capitals_and_addresses_are_text(paragraph: str) -> None:
    paragraphs = [LEAD, paragraph, MORE, LAST]
    assert without_furniture(paragraphs) == paragraphs


@pytest.mark.parametrize(
    "paragraph",
    [
        "Sign up for our morning newsletter",
        "Related: Storm damages five boats",
        "Follow the Courier on Facebook and Instagram",
        "Click here for more on this story",
        "Reading time: 3 minutes",
    ],
)
def test_known_promotions_are_not(paragraph: str) -> None:
    assert without_furniture([LEAD, paragraph, MORE, LAST]) == [LEAD, MORE, LAST]


def test_a_heading_of_links_cuts_headlines_and_no_sentences() -> None:
    assert without_furniture([LEAD, LEAD, MORE, "Read more", "Storm damages boats"]) == [
        LEAD,
        LEAD,
        MORE,
    ]
    kept = without_furniture([LEAD, LEAD, MORE, "Read more", LAST])
    assert kept[-1] == LAST


def test_tables_and_lists_stay() -> None:
    rows = "".join(
        f"<tr><td>{name}</td><td>{goals}</td><td>{club}</td></tr>"
        for name, goals, club in (
            ("Ansel Dorn", 21, "Larkhaven"),
            ("Per Quill", 17, "Mossby"),
            ("Teo Brandt", 12, "Eastmere"),
        )
    )
    items = "<ul><li>Ansel Dorn</li><li>Per Quill</li><li>Teo Brandt</li></ul>"
    found = text(page(p(LEAD, MORE), f"<table>{rows}</table>", p(LAST), items))
    for name in ("Ansel Dorn", "Per Quill", "Teo Brandt"):
        assert found.count(name) == 2
    assert "17" in found
    assert "Mossby" in found


def test_linked_headlines_of_other_stories_are_cut() -> None:
    related = (
        '<p><a href="/news/storm-damages-five-boats-4699">Storm damages five boats in port</a></p>'
    )
    listed = "<ul><li><a href='/2016/02/ferry'>Ferry to Mossby runs again from May</a></li></ul>"
    found = text(page(p(LEAD), related, p(MORE), listed, p(LAST)))
    assert found == "\n\n".join((LEAD, MORE, LAST))


@pytest.mark.parametrize(
    "block",
    [
        '<p><a href="https://elsewhere.example/the-plan-of-the-new-quay">The plan of the new quay,'
        " as it was drawn in the year of the storm by the board</a></p>",
        '<h2><a href="/news/what-it-costs-4712">What it costs the town this year</a></h2>',
        '<p><a href="/news/what-it-costs-4712">It costs nine million, the board said.</a></p>',
        '<p><a href="/news/what-it-costs-4712">Nine million</a> is what the board asks for</p>',
    ],
)
def test_other_links_are_text(block: str) -> None:
    found = text(page(p(LEAD), block, p(MORE, LAST)))
    assert found.count("\n\n") == 3


def test_a_list_of_stories_is_not_cut_from_an_article_of_them() -> None:
    links = "".join(
        f'<p><a href="/news/story-of-the-year-number-{n}-{4700 + n}">'
        f"The {n}th story that the town read most in the year</a></p>"
        for n in range(4, 12)
    )
    assert "The 9th story" in text(page(p(LEAD), links))


def test_a_live_blog_is_read_whole() -> None:
    entries = "".join(
        f'<div class="entry"><time>{h}:00</time><h2>Entry number {h}</h2><p>{MORE}</p></div>'
        for h in range(10, 22)
    )
    found = text(page(p(LEAD), f'<div class="live-blog">{entries}</div>'))
    assert found.count(MORE) == 12


def test_when_the_quick_way_looks_wrong() -> None:
    root = page_root(page(*[p(LEAD, MORE)] * 20), html.HTMLParser())
    said = sentences_in(root)
    assert looks_wrong(LEAD, said)  # little of what the page says
    assert looks_wrong("Sport\nWeather\nHome\n" * 20, said)  # a menu
    assert looks_wrong((LEAD + MORE) * 20, said)  # paragraphs run together
    assert not looks_wrong(f"{LEAD}\n{MORE}\n" * 20, said)


def test_keep_all_keeps_what_is_no_navigation() -> None:
    markup = page(
        p(LEAD, "Sign up for our morning newsletter", MORE, LAST),
        "<aside><p>From the archive: the quay in 1911.</p></aside>",
    )
    short, whole = text(markup), text(markup, keep_all=True)
    for line in ("Sign up for our morning newsletter", "the quay in 1911", "1 Mill Lane"):
        assert line not in short
        assert line in whole
    for line in (LEAD, MORE, LAST):
        assert line in whole
    assert "Weather" not in whole


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_keep_all_on_the_command_line(newsgrep: Command, tmp_path: Path, jobs: str) -> None:
    (tmp_path / "pages").mkdir()
    for number in range(4):
        markup = page(p(LEAD, "Sign up for our morning newsletter", MORE, LAST))
        (tmp_path / "pages" / f"{number}.html").write_text(markup, encoding="utf-8")
    extracted = newsgrep("extract", "--keep-all", "pages").out.splitlines()
    assert all("morning newsletter" in json.loads(line)["text"] for line in extracted)
    newsgrep("index", "pages", "--index", "all", "--keep-all", "--jobs", jobs)
    newsgrep("index", "pages", "--index", "cut", "--jobs", jobs)
    assert newsgrep("search", "newsletter", "--index", "all", "--count").out.strip() == "4"
    assert newsgrep("search", "newsletter", "--index", "cut", "--count").out.strip() == "0"


SLIDES = [
    f"- {n}/6 The quay in {1900 + n} A picture of the piers of that year." for n in range(1, 7)
]
ARTICLE = [LEAD, MORE, f"{LEAD} {MORE}", f"{MORE} {LAST} {LEAD}", f"{LEAD} {LAST} {MORE}", LAST] * 2


def test_a_gallery_within_an_article_is_left_out() -> None:
    named = ["The quay in pictures", "The quay in pictures"]
    assert without_furniture([*ARTICLE[:3], *named, *SLIDES, *ARTICLE[3:]]) == ARTICLE


def test_a_gallery_that_is_the_article_is_kept() -> None:
    assert without_furniture([LEAD, *SLIDES]) == [LEAD, *SLIDES]


@pytest.mark.parametrize(
    "others",
    [
        SLIDES[:3],
        [SLIDES[0], LEAD, *SLIDES[1:]],
        [SLIDES[3], SLIDES[1], SLIDES[0], SLIDES[2]],
        ["1/2 cup of oats", "1/2 cup of salt", "1/2 cup of milk", "1/2 cup of rye"],
    ],
)
def test_what_is_no_gallery_is_kept(others: list[str]) -> None:
    assert without_furniture([*ARTICLE, *others]) == [*ARTICLE, *others]


def test_texts_of_players_and_rows_of_empty_cells_are_left_out() -> None:
    furniture = [
        "- descriptions off, selected",
        "- subtitles off, selected",
        "- default, selected",
        "This is a modal window.",
        "| | | | |",
    ]
    table = "| pier | moved by |"
    assert without_furniture([*ARTICLE[:2], *furniture, table]) == [*ARTICLE[:2], table]
