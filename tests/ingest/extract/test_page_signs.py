"""Headlines, bylines and dates as web pages show them."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.extract.head.context import dates_of_names
from newsgrep.ingest.extract.head.signed import authors_of
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.raw_document import Claim
from newsgrep.ingest.reader import articles_in

TEXT = "".join(
    f"<p>The {word} of the port were mended by forty people in a summer of rain and strikes.</p>"
    for word in ("locks", "cranes", "sheds", "rails", "lamps")
)


def read(body: str, head: str = "<title>Harbour opens after a year of work</title>") -> Article:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    stream = io.BufferedReader(io.BytesIO(page.encode()), HEAD)
    (found,) = articles_in(stream, "a.html", "a.html")
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    ("markup", "authors"),
    [
        ('<p class="byline"><span class="byline-prefix">By</span> <a>Anna Poe</a></p>', ("Anna Poe",)),
        ('<div><span class="byline-prefix">By </span><span>Anna Poe</span> and <span>John Roe</span></div>', ("Anna Poe", "John Roe")),
        ('<span class="author">Anna Poe<a href="#">Twitter</a></span>', ("Anna Poe",)),
        ('<div class="byline"><a>Anna Poe</a><span>5 Min Read</span></div>', ("Anna Poe",)),
        ('<div class="byline"><a>Anna Poe</a><em>CEO</em></div>', ("Anna Poe",)),
        ('<div class="byline"><b>Anna Poe</b><i>Updated</i><i>May 3, 2019</i></div>', ("Anna Poe",)),
        ('<p><a rel="author">Anna Poe</a> and <a rel="author">John Roe</a></p>', ("Anna Poe", "John Roe")),
        ('<span class="author">By</span>', ()),
        ('<div class="comments"><span class="author">Anna Poe</span></div>', ()),
        ('<aside><span class="author">Mary Moe</span></aside><span class="author">Anna Poe</span>', ("Anna Poe",)),
    ],
)  # fmt: skip
def test_bylines(markup: str, authors: tuple[str, ...]) -> None:
    assert read(f"<h1>Harbour opens after a year of work</h1>{markup}{TEXT}").authors == authors


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("Posted by Anna Poe", ["Anna Poe"]),
        ("Analysis by Anna Poe", ["Anna Poe"]),
        ("Eingestellt von Anna Poe", ["Anna Poe"]),
        ("Veröffentlicht von Anna Poe", ["Anna Poe"]),
        ("Pressemitteilung von Anna Poe", ["Anna Poe"]),
        ("Recueilli par Anna Poe", ["Anna Poe"]),
        ("Publicado por Anna Poe", ["Anna Poe"]),
        ("No Author", []), ("admin", []), ("By", []), ("Posted", []), ("Гость", []),
        ("Eingestellt von Unknown", []),
        ("Anna von Poe", ["Anna von Poe"]),
        ("Anna Harbour. Sputnik International", ["Anna Harbour"]), ("Anna Poe, CNN Business", ["Anna Poe"]),
        ("Prof. Anna Poe", ["Anna Poe"]), ("Anna Poe (AP", ["Anna Poe"]),
        ("kwchk", ["kwchk"]), ("RT", ["RT"]), ("ROE", ["Roe"]), ("Jane Roe, M.D.", ["Jane Roe"]), ("anna", ["Anna"]),
        ("facebook.com/quay", []), ("Author Anna Poe", ["Anna Poe"]),
    ],
)  # fmt: skip
def test_authors_behind_words_and_placeholders(written: str, authors: list[str]) -> None:
    assert authors_of(written) == authors


def test_a_staff_in_a_meta_tag_gives_way_to_a_name_in_the_byline() -> None:
    head = '<title>Harbour opens</title><meta name="author" content="Quay News Staff">'
    assert read(f'<span class="author">Anna Poe</span>{TEXT}', head).authors == ("Anna Poe",)
    assert read(TEXT, head).authors == ("Quay News Staff",)


@pytest.mark.parametrize(
    ("head", "headings", "title"),
    [
        ("<title>Harbour opens after a year of work</title>", ("The Quay",), "Harbour opens after a year of work"),
        ("<title>Harbour opens after a year</title>", ("Quay Monday", "Harbour opens after a year"), "Harbour opens after a year"),
        ("<title>Quay News</title>", ("Harbour opens after a year of work",), "Harbour opens after a year of work"),
        ('<meta property="og:title" content="Opinion | Harbour opens again">', ("Harbour opens again",), "Harbour opens again"),
        ('<meta property="og:title" content="Harbour opens again | Port | Quay">', ("Harbour opens again | Port",), "Harbour opens again | Port"),
        ("<title>What a harbour is and what it is not – Views of a Docker</title>", ("Views of a Docker",), "What a harbour is and what it is not"),
    ],
)  # fmt: skip
def test_headlines(head: str, headings: tuple[str, ...], title: str) -> None:
    shown = "".join(f"<h1>{heading}</h1>" for heading in headings)
    assert read(f"{shown}{TEXT}", head).title == title


def test_a_site_behind_a_full_width_colon() -> None:
    head = '<title>港が月曜日に開いた：波止場新聞</title><meta property="og:site_name" content="波止場新聞">'
    assert read(TEXT, head).title == "港が月曜日に開いた"


def test_the_day_at_the_top_of_a_page_is_not_its_date() -> None:
    bar = '<div class="nav-top"><time datetime="2020-07-08">8 July</time></div>'
    shown = '<article><time datetime="2020-04-27">27 April</time>'
    assert read(f"{bar}{shown}{TEXT}</article>").date == "2020-04-27"
    head = '<meta name="vr:published-time" content="27.04.2020 18:50">'
    assert read(f"{bar}{TEXT}", head).date.startswith("2020-04-27")


def test_the_date_of_a_work_that_is_referred_to_is_not_the_page_s() -> None:
    head = '<title>Harbours</title><meta name="citation_online_date" content="2017/01/30">'
    works = (
        '<ol class="references"><li><meta itemprop="datePublished" content="1988">Poe.</li></ol>'
    )
    assert read(TEXT + works, head).date == "2017-01-30"


@pytest.mark.parametrize(
    ("path", "date"),
    [
        ("articles/194709-13-ways-to-mend", ""),
        ("2019/11/19/harbour", "2019-11-19"), ("2019-11-19/harbour", "2019-11-19"),
        ("2019/1119/harbour", "2019-11-19"), ("20191119/harbour", "2019-11-19"),
        ("2022/6/8/harbour", "2022-06-08"), ("2022/12/8/harbour", "2022-12-08"),
        ("world/2015/jul/27/harbour", "2015-07-27"), ("2022/13/8/harbour", ""),
    ],
)  # fmt: skip
def test_dates_in_addresses(path: str, date: str) -> None:
    address = Claim("url", f"https://quay.example/{path}", "link", 0.9)
    found = dates_of_names("a.html", [address])
    assert [claim.value for claim in found] == ([date] if date else [])


@pytest.mark.parametrize(
    ("address", "day"), [("2022/6/8", ""), ("2022/jun/8", ""), ("2022/06/08", "2022-06-08")]
)
def test_a_time_of_the_day_that_an_address_has(address: str, day: str) -> None:
    claims = [
        Claim("url", f"https://quay.example/{address}/harbour", "link", 0.9),
        Claim("date", "2022-06-08T11:08:00", "date beside the headline", 0.6),
    ]
    best = max([*claims[1:], *dates_of_names("a.html", claims)], key=lambda c: c.confidence)
    assert best.value == (day or "2022-06-08T11:08:00")


@pytest.mark.parametrize(
    "written",
    [
        "User Admin",
        "Please Enter Your Name Here",
        "Uppdaterad",
        "Redação",
        "219.79.38.192",
        "104363",
        "/annpoe",
        "Created by the Q-Team",
    ],
)
def test_what_is_nobody_s_name(written: str) -> None:
    assert authors_of(written) == []
