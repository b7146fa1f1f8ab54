"""Newsletters as pages, what pages hide, and headings that are not those of the article."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

TEXT = (
    "The ferry firm of Orlo sold its last boat to a buyer from Bergen on Monday, it said. The crew "
    "stays on board, and nobody at the quay had heard of the sale before."
)
ITEMS = [
    "Monday June 10: meeting of the second district, 7 pm, town hall",
    "We are sorry to hear that the keeper of the light has died.",
    "See the new plan of the quay",
    "Sign up",
]


def page(body: str, head: str = "") -> Article:
    raw = f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode()
    stream = io.BufferedReader(io.BytesIO(raw), HEAD)
    (found,) = articles_in(stream, "a.html", "a.html")
    assert isinstance(found, Article), found
    return found


def cell(content: str) -> str:
    """Content as mailers lay it out: a table in a table in a table."""
    return "<table><tr><td>" * 3 + content + "</td></tr></table>" * 3


def newsletter(title: str = "Quay June Newsletter!") -> Article:
    blocks = [
        '<div style="display:none">*|MC_PREVIEW_TEXT|*</div>',
        '<div style="max-height: 0px; overflow: hidden">Shown beside the subject</div>',
        cell("<h1>The quay is a club for all who like the harbour of Orlo</h1>"),
        cell(f"<h1>Join us!</h1><p>{TEXT}</p>"),
        cell("<ul><li>" + "</li><li>".join(ITEMS[:2]) + "</li></ul>"),
        cell(f'<p><a href="https://quay.example/plan-of-the-new-quay">{ITEMS[2]}</a></p>'),
        cell(f'<a href="https://quay.example/2024/join">{ITEMS[3]}</a>'),
    ]
    mark = "<!--[if mso]><xml></xml><![endif]-->"
    return page("".join(blocks), f"<title>{title}</title>{mark}")


def test_a_newsletter_keeps_all_that_its_tables_hold() -> None:
    text = newsletter().text
    assert [item for item in (TEXT, *ITEMS) if item not in text] == []
    assert "MC_PREVIEW" not in text
    assert "beside the subject" not in text
    assert "|" not in text


def test_a_newsletter_of_several_headings_has_the_title_of_its_page() -> None:
    assert newsletter().title == "Quay June Newsletter!"


@pytest.mark.parametrize(
    ("title", "heading", "lower"),
    [
        ("Five boats that you should know", "Ada Orlo, writer", "Five boats that you should know"),
        ("The Quay: How the ferry was built", '<a href="https://quay.example/">The Quay</a>',
         "How the ferry was built"),
        ("渡し船の最後の一隻が売れた - 港新聞", '<a href="/">港新聞 国際</a>',
         "渡し船の最後の一隻が売れた"),
    ],
)  # fmt: skip
def test_a_blog_s_name_is_no_headline(title: str, heading: str, lower: str) -> None:
    body = f"<h1>{heading}</h1><h2>{lower}</h2><p>{TEXT}</p><p>{TEXT} Again.</p>"
    assert page(body, f"<title>{title}</title>").title == lower


def test_what_a_page_hides_is_no_text() -> None:
    escaped = "&lt;div style='x'&gt;Old boat sold&lt;/div&gt;&lt;div&gt;Orlo&lt;/div&gt;" * 30
    body = (
        f"<h1>Boat of Orlo sold</h1><p>{TEXT}</p><div class='payload' hidden>{escaped}</div>"
        f"<div aria-hidden='true'><p>Copy of the story for a phone.</p></div><p>{TEXT} Again.</p>"
    )
    text = page(body).text
    assert TEXT in text
    assert "<div" not in text
    assert "Copy of the story" not in text


def test_a_page_that_shows_its_text_in_time_keeps_it() -> None:
    assert (
        TEXT
        in page(
            f"<h1>Boat of Orlo sold</h1><div hidden><p>{TEXT}</p><p>{TEXT} Again.</p></div>"
        ).text
    )


def test_a_page_with_an_article_and_scripts_is_no_export_of_factiva() -> None:
    scripts = "<script>var activated = 1; js.src = '//a.example';</script>"
    body = (
        f'{scripts}<div class="article" id="page"><div><h1>Boat of Orlo sold</h1></div>'
        f"<div>{scripts}</div><p>{TEXT}</p><p>{TEXT} Again.</p></div>"
    )
    found = page(body, "<title>Boat of Orlo sold - Quay</title>")
    assert (found.title, found.authors) == ("Boat of Orlo sold", ())
