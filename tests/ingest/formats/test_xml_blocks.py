"""Texts of XML that are marked up like pages: blocks are paragraphs, rows of tables lines."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

MARKED = """<p>The harbour office counted boats on <b>two</b> days of<br/>the week.</p>
<table><tr><th>Day</th><th>Boats</th></tr><tr><td>Monday</td><td><p>Twelve</p></td></tr></table>
<ul><li>Ferries sail</li><li>Trawlers stay</li></ul><dl><dt>Fog</dt><dd>none</dd></dl>
<section><head>What is next</head><para>A count in June.</para></section>
<details><summary>More</summary>of it</details><button>Go</button><button>Stop</button>"""
PARAGRAPHS = [
    "The harbour office counted boats on two days of the week.",
    "Day | Boats", "Monday | Twelve", "Ferries sail", "Trawlers stay", "Fog", "none",
    "What is next", "A count in June.", "More", "of it", "Go", "Stop",
]  # fmt: skip


def read(text: str) -> list[Article]:
    stream = io.BufferedReader(io.BytesIO(text.encode()), HEAD)
    found = list(articles_in(stream, "a.xml", "a.xml"))
    assert all(isinstance(one, Article) for one in found), found
    return found  # type: ignore[return-value]


def paragraphs_of(article: Article) -> list[str]:
    return [*article.deck.split("\n\n"), *article.text.split("\n\n")]


@pytest.mark.parametrize("name", ["text", "body", "content", "article_text"])
def test_the_text_of_a_record_with_blocks_in_it(name: str) -> None:
    record = (
        f"<item><title>Boats counted</title><date>2019-05-03</date><{name}>{{}}</{name}></item>"
    )
    both = record.format(MARKED) + record.format("<p>One.</p><p>Two.</p>").replace("Boats", "Cars")
    first, second = read(f"<items>{both}</items>")
    assert first.text.split("\n\n") == PARAGRAPHS
    assert (second.title, second.text) == ("Cars counted", "One.\n\nTwo.")


def test_a_box_beside_the_text_of_a_record_is_read() -> None:
    record = (
        "<item><title>Boats {0}</title><date>2019-05-0{0}</date><body><para>They came on day {0}."
        "</para></body><box><para>Tide at noon.</para><para>Fog by night.</para></box></item>"
    )
    articles = read(f"<items>{record.format(1)}{record.format(2)}</items>")
    assert [one.text for one in articles] == [
        f"They came on day {day}.\n\nTide at noon.\n\nFog by night." for day in (1, 2)
    ]


def test_a_text_marked_up_in_a_way_of_its_own_is_read() -> None:
    record = (
        "<item><title>Boats {0}</title><date>2019-05-0{0}</date><body><absatz>They came."
        "</absatz><absatz>All <fett>twelve</fett> of them.</absatz><zitat>Good.</zitat></body>"
        "</item>"
    )
    articles = read(f"<items>{record.format(1)}{record.format(2)}</items>")
    assert [one.text for one in articles] == ["They came.\n\nAll twelve of them.\n\nGood."] * 2


def test_what_is_of_no_known_name_within_a_sentence_does_not_end_it() -> None:
    (article,) = read(
        "<page><title>Boats counted</title><p>They <app><lem>came</lem><rdg>went</rdg></app> by "
        "<boat>night</boat>, all of them.</p></page>"
    )
    assert article.text == "They came went by night, all of them."


def test_any_xml_with_blocks_in_it() -> None:
    (article,) = read(f"<page><title>Boats counted</title>{MARKED}</page>")
    assert article.title == "Boats counted"
    assert [one for one in PARAGRAPHS if one not in paragraphs_of(article)] == []


def test_a_headline_over_two_lines() -> None:
    (article,) = read(
        "<nitf><body><body.head><hedline><hl1>Boats counted<br/>twice</hl1></hedline></body.head>"
        "<body.content><p>They came.</p></body.content></body></nitf>"
    )
    assert article.title == "Boats counted twice"
