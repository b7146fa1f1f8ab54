"""Articles that a page sets in several rows of boxes, or whole in one element."""

from __future__ import annotations

import pytest

from newsgrep.ingest.extract.body.page_like_blocks import with_like_blocks
from newsgrep.ingest.extract.body.page_links import all_text
from newsgrep.ingest.extract.body.web_page import read_page
from newsgrep.ingest.formats.documents.markup import page_root

LINES = [
    f"The {word} of the port were mended by forty people in a summer of rain and strikes."
    for word in ("locks", "cranes", "sheds", "rails", "lamps", "piers", "stairs", "buoys")
]


def row(lines: list[str], name: str = "row topic") -> str:
    told = "".join(f"<p>{line}</p>" for line in lines)
    return f"<div class='{name}'><div class='col'>{told}</div></div>"


def root_of(body: str):  # type: ignore[no-untyped-def]
    from lxml import html

    return page_root(f"<html><body>{body}</body></html>", html.HTMLParser())


def test_rows_laid_out_as_those_found_are_of_the_article() -> None:
    rows = [LINES[:2], LINES[2:5], LINES[5:7], LINES[7:]]
    root = root_of("".join(map(row, rows)))
    assert with_like_blocks("\n".join(LINES[2:5]), root).split("\n") == LINES


@pytest.mark.parametrize("name", ["row related", "teaser-row", "row comments", "sidebar"])
def test_other_rows_are_none(name: str) -> None:
    root = root_of(row(LINES[:4]) + row(LINES[4:], name))
    assert with_like_blocks("\n".join(LINES[:4]), root).split("\n") == LINES[:4]


def test_an_article_in_one_element_is_whole() -> None:
    parts = "".join(
        f"<div id='part-{n}'><h2>Part {n}</h2><p>{line} <tt>hg pull</tt>, as {line.lower()}</p>"
        f"<div><pre>$ hg pull -u {line}</pre></div></div>"
        for n, line in enumerate(LINES * 3)
    )
    paragraphs, _ = read_page(f"<html><body><article><div>{parts}</div></article></body></html>")
    text = "\n".join(paragraphs)
    assert all(line in text for line in LINES)


def test_a_form_around_a_page_is_no_navigation() -> None:
    body = "".join(f"<tr><td>{line}</td></tr>" for line in LINES)
    root = root_of(f"<form action='/'><table>{body}</table></form>")
    assert all_text(root).split("\n") == LINES
    root = root_of(f"<table>{body}</table><form><p>Search the port</p></form>")
    assert "Search" not in all_text(root)


@pytest.mark.parametrize(
    "page",
    [
        "<html><head><title>Quay</title></head></html><body>{}</body></html>",
        "<html><body><p>Menu</p></body></html>{}",
        "<html><body></body>{}</html>",
    ],
)
def test_what_stands_behind_an_end_of_the_page_is_not_lost(page: str) -> None:
    told = "".join(f"<p>{line}</p>" for line in LINES)
    paragraphs, _ = read_page(page.format(told))
    assert [one for one in paragraphs if one in LINES] == LINES


def test_marks_that_are_never_closed_are_no_links() -> None:
    told = "".join(f"<h3><a name='n{n}'>Part {n}</h3>{line}" for n, line in enumerate(LINES))
    paragraphs, _ = read_page(f"<html><body><h1>The port of Orlo</h1>{told}</body></html>")
    text = "\n".join(paragraphs)
    assert all(f"Part {n}" in text and line in text for n, line in enumerate(LINES))
