"""Heads in one line, and lines above the headline that are none of it."""

from __future__ import annotations

import pytest
from quay import BODY, TITLE
from quay import article_of as read

OTHER = "Quay Closes - What Now For Ferries?"


@pytest.mark.parametrize(
    ("line", "authors", "date", "source"),
    [
        ("[2019-05-03] The Guardian - {T} (by Jane Doe)", "Jane Doe", "2019-05-03", "The Guardian"),
        ("{T}, by Jane Doe and John Roe (The Guardian, 3 May 2019)",
         "Jane Doe, John Roe", "2019-05-03", "The Guardian"),
        ("{T} - The Guardian - May 3, 2019", "", "2019-05-03", "The Guardian"),
        ("{T} | The Guardian | 3.5.2019 ", "", "2019-05-03", "The Guardian"),
        ("The Guardian – 3 May 2019 – {T}", "", "2019-05-03", "The Guardian"),
        ("Hans Meier: {T}, in: Der Spiegel, 3.5.2019, S. 14.",
         "Hans Meier", "2019-05-03", "Der Spiegel"),
        ("Hans Meier und Eva Huber: {T}. In: Der Spiegel, 3. Mai 2019.",
         "Hans Meier, Eva Huber", "2019-05-03", "Der Spiegel"),
        ("Adeyemi, Oyelaran. \"{T}.\" The Guardian, 3 May 2019, www.guardian.example/quay.",
         "Oyelaran Adeyemi", "2019-05-03", "The Guardian"),
        ("Adeyemi, Oyelaran, Jr. “{T}.” The Guardian, 3 May 2019.",
         "Oyelaran Adeyemi Jr", "2019-05-03", "The Guardian"),
        ("Adeyemi, O. (2019, May 3). {T}. The Guardian.",
         "O. Adeyemi", "2019-05-03", "The Guardian"),
        ("{T}. By Jane Doe. The Guardian. May 3, 2019.",
         "Jane Doe", "2019-05-03", "The Guardian"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("title", [TITLE, OTHER])
def test_all_in_one_line(line: str, authors: str, date: str, source: str, title: str) -> None:
    if title.endswith("?"):
        line = line.replace("{T}.", "{T}")
    article = read(line.format(T=title) + "\n\n" + BODY)
    assert (article.title, ", ".join(article.authors), article.date, article.source) == (
        title, authors, date, source,
    )  # fmt: skip
    assert article.text.startswith("The harbour authority")


@pytest.mark.parametrize(
    "title",
    [
        # what only looks like such a line
        "Harbour in 2019: quay closes - ferries stay",
        "What happened on May 3, 2019 - the strike in words",
        "Ferry crews (all 2,019 of them) vote by show of hands",
        "A strike by dock workers, in: no time at all, 2019",
    ],
)
def test_other_headlines_stay_whole(title: str) -> None:
    article = read(f"{title}\n\n{BODY}")
    assert (article.title, article.authors, article.source) == (title, (), "")


@pytest.mark.parametrize(
    ("above", "kept"),
    [
        ("[scanned from microfilm, drawer 4]", True),
        ("NOTE: ask the harbour office about this", True),
        ("Anm.: Zitate noch prüfen", True),
        ("Article 7 of 41", False),
        ("Treffer 3 von 12", False),
        ("Page 1 of 3", False),
        ("72°F", False),
        ("Clipped From", False),
        ("Close window\nPrint this page", False),
        ("| Section menu | Main menu |", False),
        ("The Wayback Machine - https://web.archive.example/web/2023/quay", False),
        ("OUR VIEW", False),
        ("Leserbrief", False),
        ("World | May 3, 2019", False),
    ],
)  # fmt: skip
def test_lines_above_the_headline(above: str, kept: bool) -> None:
    article = read(f"{above}\n\n{TITLE}\nBy Jane Doe\nMay 3, 2019\n\n{BODY}")
    assert (article.title, article.authors, article.date) == (TITLE, ("Jane Doe",), "2019-05-03")
    assert article.text.startswith(above if kept else "The harbour authority")


@pytest.mark.parametrize(
    "line",
    ["© 2019 The Guardian", "Copyright 2019 The Guardian. All rights reserved.",
     "(c) The Guardian 2019", "© 2019 The Guardian. Alle Rechte vorbehalten."],
)  # fmt: skip
def test_a_copyright_line_above_names_the_paper(line: str) -> None:
    article = read(f"{line}\n\n{TITLE}\nBy Jane Doe\n\n{BODY}")
    assert (article.title, article.source) == (TITLE, "The Guardian")


@pytest.mark.parametrize(
    "line",
    ["The Guardian – 3 May 2019 – Jane Amelia Doe", "May 3, 2019 - Jane Amelia Doe - The Guardian",
     "Jane Amelia Doe | The Guardian | 3 May 2019"],
)  # fmt: skip
@pytest.mark.parametrize("head", ["{L}\n{T}\n\n", "{T}\n{L}\n\n"])
def test_a_line_of_facts_alone_is_no_headline(line: str, head: str) -> None:
    article = read(head.format(L=line, T=TITLE) + BODY)
    assert (article.title, article.authors, article.date, article.source) == (
        TITLE, ("Jane Amelia Doe",), "2019-05-03", "The Guardian",
    )  # fmt: skip


def test_the_head_of_a_printed_page() -> None:
    article = read(
        f"10/12/2026, 3:14 PM\t{TITLE} - The Guardian\n\n{TITLE}\nBy Jane Doe\n3 May 2019\n\n{BODY}"
    )
    assert (article.title, article.date, article.source) == (TITLE, "2019-05-03", "The Guardian")


def test_a_masthead_in_spaced_letters() -> None:
    article = read(f"T H E   G U A R D I A N\n\nFriday, May 3, 2019\n\n{TITLE}\n\n{BODY}")
    assert (article.title, article.date, article.source) == (TITLE, "2019-05-03", "The Guardian")


@pytest.mark.parametrize(
    "title",
    [
        "Book Written By Convicted Smuggler Pulled From Stores",
        "Two Found Dead From Fumes In Ship Run By Famous Salvage Firm",
        "Firm Paid “Millions and Millions of Dollars” By Harbour Barons",
        "Harbour Crew Forced Out By New Rules",
        "Town Moves From Coal",
    ],
)
def test_by_and_from_in_a_headline(title: str) -> None:
    article = read(f"{title}\nBy Jane Doe\nThe Guardian\nMay 3, 2019\n\n{BODY}")
    assert (article.title, article.authors, article.source) == (
        title,
        ("Jane Doe",),
        "The Guardian",
    )


@pytest.mark.parametrize(
    "line",
    ["The Guardian By Jane Doe", "Staff Report By Jane Doe", "Opinion By Jane Doe",
     "Special Report By Jane Doe", "BY JANE DOE"],
)  # fmt: skip
def test_a_byline_behind_a_paper_or_a_role(line: str) -> None:
    assert read(f"{TITLE}\n{line}\nMay 3, 2019\n\n{BODY}").authors == ("Jane Doe",)


def test_a_byline_that_names_nobody_is_no_deck() -> None:
    article = read(f"{TITLE}\nBy The Editorial Board\nThe Guardian\nMay 3, 2019\n\n{BODY}")
    assert (article.title, article.deck, article.authors) == (TITLE, "", ())
    assert article.source == "The Guardian"
