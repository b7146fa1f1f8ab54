"""The headline of a page where its title, its heading and what others are given do not agree."""

from __future__ import annotations

import pytest

from newsgrep import Article
from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.raw_document import Form, RawDocument

HEADLINE = "Ferry returns to quay after two years, harbour master says"
BODY = (
    "<p>The ferry returned to the quay on Monday, and many people waited for it in the rain.</p>"
    "<p>It had been away for two years, the harbour master said, and nobody knew where.</p>"
    "<p>He did not say when it would leave again, or whether it would leave at all.</p>"
)


def read(title: str, meta: str = "", heading: str = HEADLINE, above: str = "") -> Article:
    page = (
        f"<!DOCTYPE html>{above}<html><head><title>{title}</title>{meta}</head><body><article>"
        f"<h1>{heading}</h1>{BODY}</article></body></html>"
    )
    return article_from(RawDocument(Form.PAGE, page), "a.html")


@pytest.mark.parametrize(
    "given", ["Ferry returns to quay after two years…", "Ferry returns to quay after two ye..."]
)
def test_a_title_that_was_cut_off_is_the_heading(given: str) -> None:
    article = read(given, f'<meta property="og:title" content="{given}">')
    assert article.title == HEADLINE


def test_a_title_as_long_as_some_allow_is_the_heading() -> None:
    heading = (
        "Ferry returns to quay of Orlo after two years at sea with all of its crew and "
        "most of its passengers, harbour master says"
    )
    article = read(heading[:100].rpartition(" ")[0], heading=heading)
    assert article.title == heading


def test_a_title_with_the_site_before_it_is_the_heading() -> None:
    given = f"BBC News: {HEADLINE}"
    article = read(given, f'<meta property="og:title" content="{given}">')
    assert article.title == HEADLINE


@pytest.mark.parametrize(
    ("title", "heading"),
    [
        (f"Analysis: {HEADLINE}", HEADLINE),  # a kicker, and no site
        ("The ferry is back", "The ferry is back A letter to the harbour"),
    ],
)
def test_other_titles_stay(title: str, heading: str) -> None:
    assert read(title, f'<meta property="og:title" content="{title}">', heading).title == title


def test_a_site_that_is_called_by_the_headline_is_none() -> None:
    meta = (
        f'<meta property="og:title" content="{HEADLINE}">'
        f'<meta property="og:site_name" content="{HEADLINE}">'
        '<meta property="og:url" content="https://quay.example/ferry">'
    )
    assert read(HEADLINE, meta).source == "quay.example"


def test_the_address_that_a_browser_notes_tells_day_and_site() -> None:
    note = "<!-- saved from url=(0045)https://www.quay.example/2019/05/03/ferry-back -->"
    article = read(HEADLINE, above=f"\n{note}\n")
    assert article.url == "https://www.quay.example/2019/05/03/ferry-back"
    assert article.date == "2019-05-03"
    assert read(HEADLINE, above="<!-- saved from url=(0014)about:internet -->").url == ""


def test_the_headline_that_is_shown_is_kept_where_another_is_told() -> None:
    told = "Ferry firm in trouble: what we know"
    article = read(told, f'<meta property="og:title" content="{told}">', HEADLINE)
    said = f"{article.title}\n{article.text}"
    assert HEADLINE in said and told in said


def test_what_page_and_meta_tags_show_is_the_headline_beside_that_for_search_engines() -> None:
    told = '{"@type": "NewsArticle", "headline": "Ferry news"}'
    script = f'<script type="application/ld+json">{told}</script>'
    meta = '<meta property="og:title" content="{}">'
    assert read(HEADLINE, meta.format(HEADLINE) + script).title == HEADLINE
    assert read("The Courier", meta.format("Ferry news") + script).title == "Ferry news"
