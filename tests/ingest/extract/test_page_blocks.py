"""Web pages whose article lies in pieces, or between their paragraphs."""

from __future__ import annotations

import io
from types import SimpleNamespace

import pytest
import trafilatura

from newsgrep import Article
from newsgrep.ingest.extract.body.web_page import read_page
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

OPENING = "QUAYPORT (AP) — The harbour of Quayport opened on <b>Monday</b> after a year of work."
SENTENCES = [
    f"The {word} of the port were mended by forty people in a summer of rain and strikes."
    for word in ("locks", "cranes", "sheds", "rails", "lamps", "piers", "stairs", "buoys")
]


def read(body: str) -> Article:
    page = f"<html><head><title>Harbour opens</title></head><body>{body}</body></html>"
    stream = io.BufferedReader(io.BytesIO(page.encode()), HEAD)
    (found,) = articles_in(stream, "a.html", "a.html")
    assert isinstance(found, Article), found
    return found


def paragraphs(sentences: list[str]) -> str:
    return "".join(f"<p>{sentence}</p>" for sentence in sentences)


def test_a_first_paragraph_without_markup() -> None:
    related = "<div class='related'><ul><li><a href='/1'>Buoys</a></li></ul></div>"
    article = read(f"<h1>Harbour opens</h1><div id='story'>{related}{OPENING}"
                   f"{paragraphs(SENTENCES)}</div>")  # fmt: skip
    assert article.text.split("\n\n")[0].endswith("opened on Monday after a year of work.")
    assert article.place == "Quayport"


def test_bare_text_between_paragraphs_keeps_its_place() -> None:
    before, after = SENTENCES[:2], SENTENCES[3:]
    article = read(f"<h1>Harbour opens</h1><div id='story'>{paragraphs(before)}{SENTENCES[2]}"
                   f"{paragraphs(after)}</div>")  # fmt: skip
    assert article.text.split("\n\n") == SENTENCES


def _piece(sentences: list[str]) -> str:
    return (
        "<div class='grid'><div class='grid-item body article__body'>"
        f"{paragraphs(sentences)}</div><div class='grid-item aside'><div class='ad'></div></div>"
        "</div><div class='row full-ad'><span>Advertisement</span></div>"
    )


def test_a_body_that_advertisements_part_is_whole() -> None:
    pieces = "".join(_piece(SENTENCES[at : at + 2]) for at in (0, 2, 4, 6))
    article = read(f"<article><h1>Harbour opens</h1>{pieces}</article>")
    assert article.text.split("\n\n") == SENTENCES


def test_a_short_last_piece_is_not_lost() -> None:
    pieces = _piece(SENTENCES[:7]) + _piece(SENTENCES[7:])
    article = read(f"<article><h1>Harbour opens</h1>{pieces}</article>")
    assert article.text.split("\n\n") == SENTENCES


def test_entries_of_a_blog_are_not_one_body() -> None:
    first, second = (
        f"<div><h2>{title}</h2><div class='post-body'>{paragraphs(lines)}</div></div>"
        for title, lines in (("Harbour", SENTENCES[:6]), ("Regatta", SENTENCES[6:]))
    )
    text = read(first + second).text
    assert SENTENCES[6] not in text or "Regatta" in text


def test_headings_between_paragraphs_right_in_the_body() -> None:
    article = read(
        f"<h1>Harbour opens</h1><p>{SENTENCES[0]}</p><h2>Cranes and sheds</h2>"
        f"<p>{SENTENCES[1]}</p><p>{SENTENCES[2]}</p><h3>What is left</h3><p>{SENTENCES[3]}</p>"
    )
    told = article.text.split("\n\n")
    assert told == [
        SENTENCES[0], "Cranes and sheds", *SENTENCES[1:3], "What is left", SENTENCES[3],
    ]  # fmt: skip


def test_teasers_longer_than_the_article_are_not_taken_for_it() -> None:
    """A list of other stories, each with a paragraph, below a short article."""
    own = [f"{sentence} The harbour opens again." for sentence in SENTENCES]
    teasers = "".join(
        f"<li class='m-n'><div class='news-area'><h3>Ferry {n}</h3><div class='news-content'>"
        f"<p>Ferry {n} did not sail on Tuesday, its owner said, since an engine of it had failed."
        f"</p><p>It is to sail again in {n} days, when a new one has been built into it in a yard."
        "</p>"
        "</div></div></li>"
        for n in range(9)
    )
    article = read(
        f"<div class='content'><ul class='grid'>{teasers}</ul>"
        "<div class='title-detail'><h1>Harbour opens again</h1>"
        f"<div class='share'><div class='ctn-desc'>{paragraphs(own)}</div></div></div></div>"
    )
    assert all(sentence in article.text for sentence in own)


def test_what_is_hidden_until_somebody_has_paid_is_text() -> None:
    lead, rest = SENTENCES[:1], SENTENCES[1:]
    body = f"{paragraphs(lead)}<div class='paywall' hidden>{paragraphs(rest)}</div>"
    menu = "".join(
        f"<li><a href='/{n}'>The ferries of Quayport, part {n}</a></li>" for n in range(40)
    )
    page = f"<nav><ul>{menu}</ul></nav><main><article><h1>Harbour opens</h1>{body}</article></main>"
    assert read(page).text.split("\n\n") == SENTENCES


def test_the_pieces_of_a_body_in_containers_of_their_own() -> None:
    piece = (
        "<div class='grid grid-margins'><div class='grid--item body body__container "
        "article__body'><div class='body__inner-container'>{}</div></div></div>"
    )
    several = [f"{sentence} {sentence}" for sentence in SENTENCES]
    pieces = "".join(piece.format(paragraphs(several[at : at + 4])) for at in (0, 4))
    article = read(
        "<main><article><header><h1>Harbour opens</h1></header>"
        f"<div data-attribute-verso-pattern='article-body'>{pieces}</div></article></main>"
    )
    assert article.text.split("\n\n") == several


def test_a_text_beside_the_articles_of_a_page_is_not_all_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What looks for the article may find an appendix alone."""
    appendix = (
        "Names of those who wrote for it, and their letters to the board, in all of its years."
    )
    found = SimpleNamespace(text=appendix)
    monkeypatch.setattr(trafilatura, "bare_extraction", lambda root, **options: found)
    said = [f"{sentence} It was number {n}." for n in range(9) for sentence in SENTENCES]
    article = read(f"<div>{paragraphs(said)}</div><p>{appendix}</p>")
    assert all(sentence in article.text for sentence in said)
    few = f"<div class='text'>{paragraphs(SENTENCES)}</div><p>{appendix}</p>"
    assert read(few).text == appendix


def test_a_page_without_names_for_its_parts_is_read_whole() -> None:
    """As pages of the nineties are: bare lines beside tables and what is set as typed."""
    lines = [f"{sentence} It was number {n}." for n in range(3) for sentence in SENTENCES]
    bare = "<br>\n".join(lines)
    article = read(f"<center><pre>*** Harbour ***</pre></center><br>{bare}<pre>mov ax, bx</pre>")
    assert all(line in article.text for line in lines)
    assert "mov ax, bx" in article.text


@pytest.mark.parametrize(
    "name", ["id='mvp-post-add-box'", "class='infinite-scroll'", "class='autoload-posts'"]
)
def test_stories_that_are_loaded_below_are_none_of_the_article_s(name: str) -> None:
    other = "".join(f"<p>{sentence} So it was in Orlo.</p>" for sentence in SENTENCES * 3)
    article = read(
        f"<article><h1>Harbour opens</h1><div><p>{OPENING}</p>{paragraphs(SENTENCES[:3])}</div>"
        f"<div {name}><div><h1>Orlo mends too</h1>{other}</div></div></article>"
    )
    assert article.text.startswith("QUAYPORT")
    assert "So it was in Orlo" not in article.text


def test_a_mark_of_quotation_that_was_left_open() -> None:
    article = read(
        f'<h1 style="color:red">Harbour opens</h1><br>\n<p style="font-size:30px;>\n'
        f"<code>{OPENING}{paragraphs(SENTENCES)}</code></p>"
    )
    assert all(sentence in article.text for sentence in SENTENCES)


def test_the_first_paragraph_of_an_old_page_stands_bare_below_its_heading() -> None:
    first = "The requested ferry was not found at this quay."
    second = "A second fault was found while the office tried to tell of the first one."
    page = f"<html><body><h1>Ferry Not Found</h1>\n{first}<P>\n<P>{second}\n</body></html>"
    assert read_page(page)[0] == [first, second]
