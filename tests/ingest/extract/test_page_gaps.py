"""What stands between the paragraphs of a page's article is of it, unless it leads elsewhere."""

from __future__ import annotations

import pytest
from lxml import html

from newsgrep.ingest.extract.body.page_gaps import with_gaps
from newsgrep.ingest.extract.body.page_subheads import with_subheads
from newsgrep.ingest.extract.body.web_page import read_page

FIRST = "The port of Orlo will close its oldest quay in the autumn, the harbour board said."
LAST = "The board meets again in the second week of June to vote on the plan and its costs."
FOUND = f"{FIRST}\n{LAST}"


def filled(between: str, found: str = FOUND) -> list[str]:
    body = f"<div><p>{FIRST}</p>{between}<p>{LAST}</p></div>"
    return with_gaps(found, html.fromstring(f"<html><body>{body}</body></html>")).split("\n")


@pytest.mark.parametrize(
    ("between", "lines"),
    [
        ("<ul><li>Forty berths are left.</li><li>Two cranes are sold.</li></ul>",
         ["Forty berths are left.", "Two cranes are sold."]),
        ("<ol><li>Berths<ul><li>Forty are left</li><li>Two are let</li></ul></li></ol>",
         ["Berths", "Forty are left", "Two are let"]),
        ("<p>See <a href='/1'>the plan of the board</a> of which the port told in the <a href='/2'>"
         "spring</a>, and its appendix.</p>",
         ["See the plan of the board of which the port told in the spring, and its appendix."]),
        ("<p>Ann Poe<br>Orlo</p>", ["Ann Poe Orlo"]),
        ("<blockquote><p>We had no choice.</p><p>None at all.</p></blockquote>",
         ["We had no choice.", "None at all."]),
        ("<dl><dt>Quay</dt><dd>The oldest there is.</dd></dl>", ["Quay", "The oldest there is."]),
    ],
)  # fmt: skip
def test_what_stands_between_two_paragraphs_comes_back(between: str, lines: list[str]) -> None:
    assert filled(between) == [FIRST, *lines, LAST]


@pytest.mark.parametrize(
    "between",
    [
        "<ul><li><a href='/1'>Ferry to stop</a></li><li><a href='/2'>Fare rises</a></li></ul>",
        "<p class='related-story'>Ferry to stop at night from May</p>",
        "<p><a href='/1'>Read: the ferry will stop at night</a></p>",
        "<figure><p>A crane on the quay</p></figure>",
        "<div><p>Sign up for the letter of the port</p></div>",
    ],
)
def test_what_leads_elsewhere_does_not(between: str) -> None:
    assert filled(between) == [FIRST, LAST]


def test_a_list_of_links_of_which_some_were_found_is_whole() -> None:
    links = "".join(
        f"<li><a href='/{n}'>The {word} berth of the quay was let to a firm</a></li>"
        for n, word in enumerate(("first", "second"))
    )
    found = f"{FIRST}\n- The first berth of the quay was let to a firm\n{LAST}"
    assert filled(f"<ul>{links}</ul>", found)[2] == "The second berth of the quay was let to a firm"


def test_nothing_comes_twice_nor_from_outside() -> None:
    twice = "<p>Forty berths are left.</p><p>Forty berths are left.</p>"
    assert filled(twice) == [FIRST, "Forty berths are left.", LAST]
    around = f"<div><p>Port menu</p><p>{FIRST}</p><p>{LAST}</p><p>All rights reserved</p></div>"
    assert with_gaps(FOUND, html.fromstring(around)) == FOUND


def test_a_list_behind_the_last_paragraph_is_of_the_article() -> None:
    items = "<li>Forty berths are left for the ferries</li><li>Two cranes are sold to Bergen</li>"
    body = f"<div><p>{FIRST}</p><p>{LAST}</p><ul>{items}</ul><p>Share this</p></div>"
    assert with_gaps(FOUND, html.fromstring(body)) == FOUND  # more stands behind it
    body = body.replace("<p>Share this</p>", "")
    assert with_gaps(FOUND, html.fromstring(body)).split("\n")[2:] == [
        "Forty berths are left for the ferries",
        "Two cranes are sold to Bergen",
    ]


def test_further_headings_of_the_first_rank_are_kept() -> None:
    assert filled("<h1>What it costs</h1>") == [FIRST, "What it costs", LAST]


LIST = (
    "<li>The 1 wall is broken over a length of forty metres.</li>"
    "<li>A crane fell into the basin, where divers look for it.</li>"
    "<li>Ships are warned by radio until the lamp is mended.</li>"
)


@pytest.mark.parametrize(
    "around",
    [
        f"<div><ul>{LIST}</ul></div>",
        f"<section><div><ol>{LIST}</ol></div></section>",
        "<div>The 1 wall is broken over a length of forty metres, and the 2 one too.</div>",
        "<center>The 1 wall is broken over a length of forty metres, and the 2 one too.</center>",
    ],
)
def test_what_something_is_put_around_between_paragraphs(around: str) -> None:
    paragraph = (
        "<p>The quay was closed on Monday {0}, after a storm that lasted two days, he said.</p>"
    )
    many = [paragraph.format(n) for n in range(4)]
    page = f"<html><body><h1>Quay</h1>{many[0]}{many[1]}{around}{many[2]}{many[3]}</body></html>"
    text = "\n".join(read_page(page)[0])
    assert text.index("Monday 1") < text.index("1 wall is broken") < text.index("Monday 2")
    promo = page.replace(around, f"<div class='promo-box'>{around}</div>")
    assert "wall is broken" not in "\n".join(read_page(promo)[0])


def test_a_time_within_a_sentence_stays_in_it() -> None:
    paragraph = (
        "<p>The wall broke at <time datetime='2025-01-15T10:00'>10:00 AM</time> on Wednesday, and"
        " the crane fell at noon, the harbour master said on the quay.</p>"
    )
    more = f"<p>{'It rained. ' * 9}</p>"
    page = f"<html><body><article><h1>Quay</h1>{paragraph}{more}</article></body></html>"
    assert "broke at 10:00 AM on Wednesday" in "\n".join(read_page(page)[0])


def test_a_list_that_ends_a_block_whose_neighbour_goes_on() -> None:
    items = "<ul><li>Forty berths are left.</li><li>Two cranes are sold.</li></ul>"
    middle = "Nobody in the town had known of the debts, and the mayor learned of them late."
    more = "<p>The council heard of it on the day after, and asked for the books of the port.</p>"
    first = f"<div><p>{FIRST}</p><p>{LAST}</p><h3>What is left</h3>{items}</div>"
    page = html.fromstring(
        f"<html><body><main>{first}<div><p>{middle}</p>{more}<p>x</p></div></main></body></html>"
    )
    lines = with_gaps(f"{FIRST}\n{LAST}\n{middle}", page).split("\n")
    assert lines[2:] == [
        "What is left", "Forty berths are left.", "Two cranes are sold.", middle,
    ]  # fmt: skip
    # Where something else stands between, they are of another block.
    other = with_gaps(f"{FIRST}\n{LAST}\nSomething else that stands between.\n{middle}", page)
    assert "Forty berths" not in other


def test_a_page_laid_out_in_a_table_keeps_lists_within_its_cell() -> None:
    sentence = "The harbour board of Orlo met in the hall of the fishers, and heard of the debts."
    text = "".join(f"<p>{sentence} It was number {n}.</p>" for n in range(30))
    items = "<ul><li><i>“You are clearly right.”</i></li><li>“Not at all.”</li></ul>"
    cell = f"<td class='main'>{text}<p>They wrote:</p>{items}{text.replace('number', 'day')}</td>"
    page = f"<table class='page'><tr><td>Home</td>{cell}</tr></table>"
    lines = read_page(f"<html><body><h1>Debts of Orlo</h1>{page}</body></html>")[0]
    at = lines.index("They wrote:")
    assert [line.removeprefix("- ") for line in lines[at + 1 : at + 3]] == [
        "“You are clearly right.”", "“Not at all.”",
    ]  # fmt: skip


def test_headings_of_the_first_level_within_a_newsletter_come_back() -> None:
    sentence = "The harbour board of Orlo met in the hall of the fishers, and heard of the debts."
    parts = "".join(f"<h1>Part {n}</h1><p>{n}. {sentence}</p>" for n in range(1, 5))
    page = html.fromstring(f"<html><body><h1>Debts</h1><div>{parts}</div></body></html>")
    text = "\n".join(f"{n}. {sentence}" for n in range(1, 5))
    assert with_subheads(text, page).split("\n")[::2] == [f"Part {n}" for n in range(1, 5)]
