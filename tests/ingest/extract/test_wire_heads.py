"""Dispatches of wires: one line, a dateline without a year, and figures and years below."""

from __future__ import annotations

import pytest

from newsgrep import Article
from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.extract.head.dateline import read_dateline
from newsgrep.ingest.raw_document import Form, RawDocument

OPENING = "PORT VALE, March 4 - The harbour board said it would buy the\nsecond dredger as planned"


def dispatch(headline: str, rest: str = ".", dateline: str = OPENING) -> Article:
    """The article of a text file that a wire might have sent."""
    return article_from(RawDocument(Form.TEXT, f"{headline}\n\n{dateline}{rest}\n"), "a.txt")


@pytest.mark.parametrize(
    "headline",
    [
        "TIDAL FLOUR REVIEW", "HARBOUR BALANCES AT BOARD ROSE ON FEB 25",
        "FERRY TRAFFIC CURBED BY FOG", "DREDGING UNLIKELY BY AUTUMN - TOWN ADVISER",
        "ANN POE APPAREL GROUP 3RD QTR JAN 31 LOSS", "HARBOUR <HBR> SEES 1986 NOV 30 LOSS",
        "PORT BODY NAMES NEW CHIEF", "HARBOUR BOARD NAMES SENIOR OFFICERS",
        "VALE DIRECTOR OFFERS 34 DLRS FOR DREDGER <DRG>", "HBX SETS MAY 29 START FOR DREDGING",
    ],
)  # fmt: skip
def test_the_only_line_above_a_dateline_is_the_headline(headline: str) -> None:
    article = dispatch(headline)
    assert (article.title, article.place) == (headline, "Port Vale")
    assert (article.authors, article.source, article.date) == ((), "", "")


def test_but_not_where_it_says_to_be_something_else() -> None:
    assert dispatch("By Ann Poe").authors == ("Ann Poe",)
    assert dispatch("Reuters").source == "Reuters"
    assert dispatch("March 4, 1987").date == "1987-03-04"
    assert all(dispatch(line).title != line for line in ("By Ann Poe", "Reuters", "March 4, 1987"))


@pytest.mark.parametrize(
    "rest",
    [
        " by 1986.", ", due 2017, for the quay of 2002.", " until 1530 EST/2030 GMT.",
        " in 1987 and 1988.", ", as in 1971, 1971 and 1971.",
    ],
)  # fmt: skip
def test_years_that_a_text_names_are_not_the_years_of_its_day(rest: str) -> None:
    assert dispatch("BOARD BUYS DREDGER", rest).date == ""


def test_a_year_is_told_by_what_is_about_the_article() -> None:
    assert dispatch("BOARD BUYS DREDGER", ".\n\nCopyright 1987 Vale Wire").date == "1987-03-04"


@pytest.mark.parametrize(
    "rest",
    [
        ".\n\nThe quay can be used on any day beginning with and until\nJune 15, 2017.",
        ".\n\nIt said the losses of the year include those of the units sold to\n"
        "Dredge System Inc on Jan 30, 1987.",
        ".\n\nThe dredger began operating January 27, 1986.",
        ".\n\nNOTE: Board began operations Nov 17, 1985.",
        ".\n\nThe right to buy shares of the board will expire at the end of\n"
        "1630 EST/2130 GMT, March 30, 1987.",
    ],
)  # fmt: skip
def test_the_end_of_a_text_is_no_foot(rest: str) -> None:
    article = dispatch("BOARD BUYS DREDGER", rest)
    assert (article.date, article.source, article.authors) == ("", "", ())
    assert article.text.endswith(rest[-12:])


def test_a_date_at_the_foot_that_the_dateline_agrees_with() -> None:
    assert dispatch("BOARD BUYS DREDGER", ".\n\n(March 5, 1987)").date == "1987-03-05"


@pytest.mark.parametrize(
    ("dateline", "place"),
    [
        ("Toronto, Feb 26 - ", "Toronto"), ("Vaughan, Ontario, Feb 26 - ", "Vaughan, Ontario"),
        ("CHICAGO, March  2 - ", "Chicago"), ("ATLANTA , March 2 - ", "Atlanta"),
        ("****LONDON, March 2 - ", "London"), ("CHICAGO, March 2, - ", "Chicago"),
    ],
)  # fmt: skip
def test_datelines_in_small_letters_or_mistyped(dateline: str, place: str) -> None:
    found = read_dateline(f"{dateline}The board said it would.")
    assert found is not None
    assert (found.place, found.end) == (place, len(dateline))


@pytest.mark.parametrize("text", ["On Monday, March 4 - the day", "Poe, March 4 - the day after"])
def test_other_days_behind_a_comma(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    ("dateline", "place", "source"),
    [
        ("MOSCOW, January 31. /TASS/. The", "Moscow", "TASS"),
        ("Moscow, January 31 /TASS/ The", "Moscow", "TASS"),
        ("Jakarta, CNN Indonesia -- The", "Jakarta", "CNN Indonesia"),
    ],
)
def test_datelines_with_strokes_or_a_paper_behind_the_place(
    dateline: str, place: str, source: str
) -> None:
    found = read_dateline(f"{dateline} ferry firm sold its last boat.")
    assert found is not None
    assert (found.place, found.source) == (place, source)


@pytest.mark.parametrize(
    ("dateline", "place", "source", "date"),
    [
        ("SEATTLE/WASHINGTON (Reuters) - The", "Seattle/Washington", "Reuters", ""),
        ("KOMPAS.com -- The", "", "Kompas", ""), ("KOMPAS.com - The", "", "Kompas", ""),
        ("Napoli, 28 febbraio 2022 - The", "Napoli", "", "2022-02-28"),
        ("(OLYMPIA, WA, 1/12/2016) - The", "Olympia, WA", "", "2016-01-12"),
        ("TORONTO, ON, MAY 22, 2025/insPRESS/ – The", "Toronto, ON", "insPRESS", "2025-05-22"),
    ],
)  # fmt: skip
def test_datelines_of_two_towns_of_a_site_alone_and_with_a_whole_day(
    dateline: str, place: str, source: str, date: str
) -> None:
    found = read_dateline(f"{dateline} ferry firm sold its last boat.")
    assert found is not None
    assert (found.place, found.source, found.date) == (place, source, date)


@pytest.mark.parametrize("text", ["Mario Rossi, 28 febbraio 2022 - Una", "Quay.com - The site"])
def test_names_before_a_dash_are_no_dateline(text: str) -> None:
    assert read_dateline(f"{text} plays again.") is None
