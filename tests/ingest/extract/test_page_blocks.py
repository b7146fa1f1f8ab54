"""Web pages whose article lies in pieces, or between their paragraphs."""

from __future__ import annotations

import io

from newsgrep import Article
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
