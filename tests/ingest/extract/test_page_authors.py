"""Who is no author of a page: who took its pictures, other stories' authors, desks and firms."""

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


def page(body: str = "", head: str = "") -> Article:
    html = (
        f"<!doctype html><html><head><title>Boat of Orlo sold</title>{head}</head><body>"
        f"<h1>Boat of Orlo sold</h1>{body}<p>{TEXT}</p><p>{TEXT} Again.</p></body></html>"
    )
    stream = io.BufferedReader(io.BytesIO(html.encode()), HEAD)
    (found,) = articles_in(stream, "a.html", "a.html")
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    "credit",
    [
        '<span class="autor">foto: <span>Jan Orlo</span></span>',
        '<div>Photo: <span class="author">Ann Poe</span></div>',
        '<figure><figcaption><span class="author">Ann Poe</span></figcaption></figure>',
        '<div class="photo-credit"><span class="author">Ann Poe</span></div>',
    ],
)
def test_who_took_the_picture_is_no_author(credit: str) -> None:
    assert page(credit).authors == ()


def test_a_headline_in_a_box_at_the_side_is_no_author() -> None:
    side = '<span class="side-author"><a href="/x">Ann Poe</a></span>'
    headline = '<span class="author"><a href="/x">Ann Poe On The Old Boats Of Bergen</a></span>'
    assert page(side).authors == ()
    assert page(headline).authors == ()


@pytest.mark.parametrize("firm", ["all: Harbour, a.s.", "Quay Media GmbH", "Kajen AB Ltd."])
def test_the_firm_that_has_the_site_is_no_author(firm: str) -> None:
    assert page(head=f'<meta name="author" content="{firm}">').authors == ()
    assert page("<div>Penulis : Anna Poe</div>").authors == ("Anna Poe",)
    labelled = page("<span>Autor/ři: Anna Poe</span>", f'<meta name="author" content="{firm}">')
    assert labelled.authors == ("Anna Poe",)


@pytest.mark.parametrize(
    "desk",
    ["News Team", "Redaktion", "Online-Redaktion", "Redazione Cronaca", "di Redazione web",
     "Redakce", "Web Desk", "Kai 編集部", "Haber Merkezi", "Komerční článek", "La Rédaction"],
)  # fmt: skip
def test_desks_are_nobody(desk: str) -> None:
    assert page(head=f'<meta name="author" content="{desk}">').authors == ()


def test_another_story_s_author_is_none_where_an_agency_wrote() -> None:
    card = '<div class="related"><span class="author-name">Ann Poe</span></div>'
    found = page(f"<p>{TEXT}</p>" * 3 + card, '<meta name="author" content="AP">')
    assert found.authors == ("Associated Press",)


def test_a_section_that_menus_name_is_no_author() -> None:
    menu = '<ul><li><a href="/culture/">Culture</a></li></ul>'
    link = '<a class="author" href="/authors/culture/">Culture</a>'
    assert page(menu + link).authors == ()


def test_whom_an_author_works_for_is_none_of_her_name() -> None:
    byline = (
        '<div class="byline"><span>Ponama Tanejo</span><br><span>BBC Asian Network</span></div>'
    )
    assert page(byline).authors == ("Ponama Tanejo",)


@pytest.mark.parametrize("href", ["/autor/anna-poe", "/auteurs/anna-poe/", "/autori/anna-poe"])
def test_pages_of_authors_in_other_languages(href: str) -> None:
    assert page(f'<span>Autor:<br><a href="{href}">Anna Poe</a></span>').authors == ("Anna Poe",)


def test_a_site_s_slogan_is_none_of_its_name() -> None:
    head = '<meta property="og:site_name" content="Aktuálně.cz - All news of Orlo">'
    assert page(head=head).source == "Aktualne.cz"


@pytest.mark.parametrize(
    ("moment", "date"),
    [
        ("Fri Aug 27 06:38:54 EDT 2004", "2004-08-27T06:38:54-04:00"),
        ("Fri Aug  7 06:38:54 2004", "2004-08-07T06:38:54"),
        ("Fri Aug 27 06:38:54 -0400 2004", "2004-08-27T06:38:54-04:00"),
    ],
)
def test_the_moment_of_a_message_in_a_list_s_archive(moment: str, date: str) -> None:
    body = f'<b>ann at orlo.example</b><br><i>{moment}</i><a href="/2002-07-24/">[ date ]</a>'
    assert page(body).date == date


def test_a_button_in_the_byline_is_nobody() -> None:
    button = "<div class='author-byline'><button>Link Copied</button></div>"
    assert page(button).authors == ()
    assert page(f"<div class='byline'>By Anna Poe</div>{button}").authors == ("Anna Poe",)


@pytest.mark.parametrize("behind", ["Courier Staff Writer", "Special for USA TODAY"])
def test_a_role_behind_a_name_is_none_of_it(behind: str) -> None:
    assert page(f'<p class="byline author">Ann Poe, {behind}</p>').authors == ("Ann Poe",)


def test_an_organization_is_no_author_beside_a_person() -> None:
    author = '{"@type": "Organization", "name": "Berlin Quay Daily"}'
    told = f'{{"@type": "NewsArticle", "headline": "Boat of Orlo sold", "author": {author}}}'
    script = f'<script type="application/ld+json">{told}</script>'
    person = '<meta name="author" content="Ann Poe">'
    assert page(head=script + person).authors == ("Ann Poe",)
