"""Markdown to paragraphs and a title."""

from __future__ import annotations

import pytest

from newsgrep.ingest.extract.body.markdown import read_markdown


def test_the_first_heading_is_the_title() -> None:
    paragraphs, claims = read_markdown("# Ferry *sold*\n\nOn Monday.\n\n# Later\n\n## Why\n\nDebt.")
    assert [(claim.field, claim.value, claim.origin) for claim in claims] == [
        ("title", "Ferry sold", "first heading")
    ]
    assert paragraphs == ["On Monday.", "Later", "Why", "Debt."]


@pytest.mark.parametrize(
    ("source", "paragraphs"),
    [
        ("Text first.\n\n# Then a heading", ["Text first.", "Then a heading"]),
        ("## Not a title\n\nText.", ["Not a title", "Text."]),
        ("Setext\n======\n\nText.", ["Text."]),
        ("One\nline.", ["One line."]),
        ("Hard  \nbreak.", ["Hard", "break."]),
        ("**Bold**, *italic*, `code` and [a link](http://a.example).",
         ["Bold, italic, code and a link."]),
        ("- first\n- second\n", ["first", "second"]),
        ("> Quoted words.", ["Quoted words."]),
        ("```\nas it is\n```", ["as it is"]),
        ("    indented\n", ["indented"]),
        ("| a | b |\n|---|---|\n| c | d |", ["a", "b", "c", "d"]),
        ("<div>Some <b>HTML</b></div>", ["Some HTML"]),
        ("<!-- a comment -->\n\nText.", ["Text."]),
        ("---\n\nText.", ["Text."]),
        ("", []),
    ],
)  # fmt: skip
def test_paragraphs(source: str, paragraphs: list[str]) -> None:
    assert read_markdown(source)[0] == paragraphs
