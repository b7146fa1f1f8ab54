"""Books of newspapers, as calibre fetches them."""

from __future__ import annotations

import io

import format_samples as samples
import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.formats.containers import epub
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

BAR = (
    '<div class="calibre_navbar">| <a href="b.html">Next</a> | <a href="i.html">Section menu</a> |'
    ' <a href="m.html">Main menu</a> |</div>'
)
CONTENTS = "".join(
    f'<li><a href="{n}.html">The ferry firm sold its last boat to Bergen, part {n}</a></li>'
    for n in range(9)
)


def chapter(head: str) -> str:
    paragraphs = "".join(f"<p>{text}</p>" for text in samples.PARAGRAPHS)
    return (
        f"<html><body>{BAR}{head}<inline-embed a='b'><p>{samples.SECOND}</p></inline-embed>"
        f"{paragraphs}<div class='calibre_navbar1'><p>This article was downloaded by "
        "<strong>calibre</strong> from <a rel='calibre-downloaded-from' "
        "href='https://gazette.example/2021/feb/9/ferry'>https://gazette.example/</a></p>"
        "</div></body></html>"
    )


def read(*chapters: str) -> list[Article | Failure]:
    package = (
        '<package xmlns="http://www.idpf.org/2007/opf" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        "<metadata><dc:title>Orlo Gazette.2021.02.10 [Wed, 10 Feb 2021]</dc:title>"
        "<dc:creator>calibre</dc:creator><dc:date>2021-02-10T05:00:00+00:00</dc:date></metadata>"
        "<manifest>{}</manifest><spine>{}</spine></package>"
    )
    names = [f"c{n}.html" for n in range(len(chapters))]
    package = package.format(
        "".join(f'<item id="{name}" href="{name}"/>' for name in names),
        "".join(f'<itemref idref="{name}"/>' for name in names),
    )
    container = (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="content.opf"/></rootfiles></container>'
    )
    book = samples.zipped(
        {
            "mimetype": "application/epub+zip",
            "META-INF/container.xml": container,
            "content.opf": package,
            **dict(zip(names, chapters, strict=True)),
        },
        stored=("mimetype",),
    )
    return list(articles_in(io.BufferedReader(io.BytesIO(book), HEAD), "a.epub", "a.epub"))


def fetched(*chapters: str) -> list[Article]:
    found = read(*chapters)
    assert all(isinstance(article, Article) for article in found), found
    return found  # type: ignore[return-value]


def test_a_newspaper_that_calibre_fetched() -> None:
    (article,) = fetched(
        f"<html><body><h2>Orlo</h2><ul>{CONTENTS}</ul></body></html>",
        chapter("<h1>Ferry sold</h1><a rel='author' href='/jd'>Jane Doe</a>"),
    )
    assert (article.title, article.authors) == ("Ferry sold", ("Jane Doe",))
    assert (article.source, article.date) == ("Orlo Gazette", "2021-02-09")
    assert article.url == "https://gazette.example/2021/feb/9/ferry"
    assert samples.SECOND in article.text
    for noise in ("menu", "calibre", "inline-embed"):
        assert noise not in article.text


def test_the_program_that_made_a_book_is_no_author() -> None:
    (article,) = fetched(chapter("<h1>Ferry sold</h1>"))
    assert article.authors == ()


def test_hours_counted_by_twelve_have_the_month_first() -> None:
    first, second = fetched(
        chapter("<h1>Ferry sold</h1><time>02.09.2021 07:00 AM</time>"),
        chapter("<h1>Ferry kept</h1><time>02.23.2021 07:00 PM</time>"),
    )
    assert (first.date, second.date) == ("2021-02-09T07:00:00", "2021-02-23T19:00:00")


def test_what_of_a_book_is_too_much_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    words = " ".join(map(str, range(1_300_000)))
    long = chapter("<h1>Ferry sold</h1>").replace("</body>", f"<p>{words}</p></body>")
    first, other = read(long, chapter("<h1>Quay opens</h1>"))
    assert isinstance(first, Failure) and first.reason == "c0.html: a chapter of more than 8 MB"
    assert isinstance(other, Article) and other.title == "Quay opens"
    monkeypatch.setattr(epub, "_MOST_CHAPTERS", 1)
    _, rest = read(chapter("<h1>Quay opens</h1>"), *(chapter("<h1>Ferry sold</h1>") for _ in "ab"))
    assert isinstance(rest, Failure) and rest.reason == "2 chapters after the first 1"


def test_short_chapters_are_read_and_the_cover_is_not() -> None:
    page = "<html><body>{}</body></html>"
    cover, empty, first, last = (
        "<h1>Orlo Gazette</h1><p>[Wed, 10 Feb 2021]</p>", "<img src='a.png'/>",
        "<h1>Introduction</h1><p>Welcome on board.</p>", "<p>It sank.</p>",
    )  # fmt: skip
    articles = fetched(*map(page.format, (cover, empty, first, last)))
    assert [one.text for one in articles] == ["Welcome on board.", "It sank."]
    assert articles[0].title == "Introduction"
