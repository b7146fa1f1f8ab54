"""Footnotes of pages stand below their text, wherever the page has them."""

from __future__ import annotations

import pytest

from newsgrep.ingest.extract.body.web_page import read_page

LINES = [
    "The port of Orlo will close its oldest quay in the autumn, the harbour board said on Monday.",
    "The board meets again in the second week of June to vote on the plan and on all its costs.",
    "Nobody in the town had known of the debts, and the mayor learned of them from the radio.",
]
NOTE = "The quay was built by prisoners of war in 1917, as a ledger of the parish has it."
OTHER = "See the board's own account of the winter, which it printed in two hundred copies."


def read(notes: str, mark: str = "") -> list[str]:
    paragraphs = "".join(f"<p>{line}</p>" for line in LINES).replace("plan", f"plan{mark}")
    body = f"<h1>Orlo closes its quay</h1><article>{paragraphs}</article>{notes}"
    page = f"<html><head><title>Orlo closes its quay</title></head><body>{body}</body></html>"
    return [line.replace("plan1", "plan").replace("plan[1]", "plan") for line in read_page(page)[0]]


@pytest.mark.parametrize(
    ("notes", "mark"),
    [
        (f'<div class="footnotes"><p>{NOTE}</p><p>{OTHER}</p></div>', ""),
        (
            f'<section class="endnotes"><ol><li><p>{NOTE} <a href="#r1">↩</a></p></li>'
            f"<li>{OTHER}</li></ol></section>",
            "",
        ),
        (
            f'<div><p id="fn1"><a href="#r1">1</a> {NOTE}</p></div><p class="footnote">{OTHER}</p>',
            '<sup id="r1"><a href="#fn1">1</a></sup>',
        ),
        (
            f'<div><a name="n1"></a>{NOTE} <a href="#m1">back</a></div>'
            f'<aside class="footnote">{OTHER}</aside>',
            '<a name="m1" href="#n1">[1]</a>',
        ),
    ],
)
def test_footnotes_stand_below_the_text(notes: str, mark: str) -> None:
    lines = read(notes, mark)
    assert lines[:3] == LINES
    assert [line.removesuffix(" back") for line in lines[3:]] == [NOTE, OTHER]


@pytest.mark.parametrize(
    ("notes", "mark"),
    [
        (f'<div id="comments"><p>{NOTE}</p></div>', '<a href="#comments">1</a>'),
        (f'<div id="more"><p>{NOTE}</p></div>', '<a href="#more">Read on below</a>'),
        ('<div class="footnotes"></div>', '<a href="#none">1</a>'),
    ],
)
def test_what_is_no_footnote_is_not_read_as_one(notes: str, mark: str) -> None:
    assert NOTE not in read(notes, mark)


@pytest.mark.parametrize(
    "between",
    [
        f"<label>{NOTE}</label>",
        f"<button>{NOTE}</button>",
        f"<fieldset>{NOTE}</fieldset>",
        f"<x-text>{NOTE}</x-text>",
    ],
)
def test_sentences_in_parts_of_forms_and_in_elements_of_a_page_s_own(between: str) -> None:
    first, *rest = LINES
    inside = "".join(f"<p>{line}</p>" for line in rest)
    body = f"<h1>Orlo closes its quay</h1><div><p>{first}</p>{between}{inside}</div>"
    page = f"<html><head><title>Orlo closes its quay</title></head><body>{body}</body></html>"
    assert read_page(page)[0] == [first, NOTE, *rest]
