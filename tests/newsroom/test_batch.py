"""Many questions at once: a row for each, whatever comes of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from newsgrep import Archive, Request
from newsgrep.errors import UsageError
from newsgrep.newsroom.batch import Line, lines_of_table, lines_of_text

Make = Callable[..., Archive]


def test_a_row_for_each_query(seeds: Archive, both_ways: str) -> None:
    found, none, wrong = seeds.newsroom.batch(["DEA Mexico", "zorvexia", "auther:x"])
    assert (found.articles, found.stories) == (2, 2)
    assert (found.first_date, found.last_date) == ("2017-01-20", "2017-02-20")
    assert (found.top_source, found.top_source_articles) == ("Marfa Public Radio", 1)
    assert found.best_title == "Mexico Weighs Its Strongest Card: Shared Intelligence"
    assert (none.query, none.articles, none.best_id, none.error) == ("zorvexia", 0, "", "")
    assert wrong.error.startswith('unknown field "auther" (did you mean author:?')
    assert [row.number for row in (found, none, wrong)] == [1, 2, 3]


@pytest.mark.parametrize(
    "query",
    ["mexico", "colombia", "title:mexico OR lang:es", "*", '"border wall"', "mexico border wall",
     "no:date", "is:copy"],
)  # fmt: skip
def test_a_row_says_what_the_other_commands_say(seeds: Archive, both_ways: str, query: str) -> None:
    (row,) = seeds.newsroom.batch([query])
    every = seeds.search(Request(query, mode="all", limit=None, copies="show")).hits
    once = seeds.search(Request(query, mode="all", limit=None)).hits
    assert row.articles == seeds.count(query) == len(every)
    assert row.stories == len(once)
    days = sorted(hit.date[:10] for hit in every if hit.date)
    assert (row.first_date, row.last_date) == (
        (days[0], days[-1]) if days else ("", "")
    )  # fmt: skip
    assert row.best_id == (every[0].id if every else "")
    sources = seeds.facets(query, ["source"]).fields["source"]
    assert row.top_source_articles == max(sources.values(), default=0)


def test_dates_are_told_as_far_as_they_are_known(archive_from: Make) -> None:
    text = "The harbour of Novarra was open again, its council said, after many weeks of work."
    archive = archive_from(
        {"title": "One", "text": text, "date": "2016"},
        {"title": "Two", "text": text + " More.", "date": "2017-03"},
    )
    (row,) = archive.newsroom.batch(["harbour"])
    assert (row.first_date, row.last_date) == ("2016", "2017-03")


def test_filters_hits_and_marks_hold_for_all(seeds: Archive) -> None:
    rows = list(seeds.newsroom.batch(["mexico", "wall"], Request(since="2017-02"), hits=1))
    assert [len(row.hits) for row in rows] == [1, 1]
    for row in rows:
        assert row.articles == seeds.count(row.query, since="2017-02")
        assert row.hits[0].id == row.best_id
    assert next(iter(seeds.newsroom.batch(["mexico"], hits=0))).hits[1:]


def test_a_row_without_a_query_is_no_question(seeds: Archive) -> None:
    (row,) = seeds.newsroom.batch([""], Request(since="2016"))
    assert (row.articles, row.error) == (0, "the row has no query")


def test_names_are_asked_for_in_their_forms(archive_of: Make) -> None:
    archive = archive_of(
        one="Bread\n\nMarta Quintero spoke of bread on Monday, and of the mill in the valley.",
        two="Mill\n\nThe mill is closed, said Mrs Quintero, who runs it, on a Friday in June.",
        three="Rain\n\nRain fell on Quintero, a village in the valley, said its mayor on Tuesday.",
        four="Bank\n\nRBN, the bank, is sold, its board said on Monday to all who would listen.",
    )
    rows = archive.newsroom.batch(["Quintero, Marta", "Royal Bank of Norland plc", "—"], names=True)
    person, bank, wrong = rows
    assert (person.articles, person.query) == (2, "Quintero, Marta")
    assert person.asked.startswith('="Marta Quintero" OR ')
    assert bank.articles == 1
    assert wrong.error.startswith("'—' is no name")


def test_lines_of_a_text() -> None:
    assert lines_of_text("\ufeffone\n\n  two words \n#three\n") == [
        Line(1, "one"), Line(3, "two words"), Line(4, "#three"),
    ]  # fmt: skip


def test_lines_of_a_table() -> None:
    table = 'id;Name;desk\n1;"Doe, Jane";city\n\n2;Zorvexia\n3;Umble;x;y\n'
    assert lines_of_table(table) == [
        Line(2, "Doe, Jane", (("id", "1"), ("desk", "city"))),
        Line(4, "Zorvexia", (("id", "2"), ("desk", ""))),
        Line(5, "Umble", (("id", "3"), ("desk", "x"), ("column 4", "y"))),
    ]
    assert [line.text for line in lines_of_table(table, "desk")] == ["city", "", "x"]
    assert lines_of_table("firma,land\nZorvexia,NO\n") == [Line(2, "Zorvexia", (("land", "NO"),))]
    assert lines_of_table("") == []
    with pytest.raises(UsageError, match="no column 'desc'") as caught:
        lines_of_table(table, "desc")
    assert "did you mean desk?" in caught.value.hint


def test_a_table_that_ends_within_quotation_marks_is_refused() -> None:
    with pytest.raises(UsageError, match="line 3 of the table has a quotation mark that is never"):
        lines_of_table('name,desk\nAnn Poe,city\n"Jane Doe,port\nZorvexia,city\n')
    with pytest.raises(UsageError, match="line 1 of the table has a quotation mark"):
        lines_of_table('"name,desk\nAnn Poe,city\n')
    table = 'name,desk\n"Ann\nPoe",city\nZorvexia,"a ""b"""\n'
    assert [line.number for line in lines_of_table(table)] == [2, 4], "a cell may have lines"


def test_columns_of_the_same_name_are_kept() -> None:
    (line,) = lines_of_table("name,desk,desk\nAnn Poe,city,port\n")
    assert line.others == (("desk", "city"), ("desk 2", "port"))


def test_a_row_names_a_saved_search(own_seeds: Archive) -> None:
    own_seeds.alerts.add("border", "mexico OR wall")
    saved, narrowed, midst, handle = own_seeds.newsroom.batch(
        ["@border", "@border tunnel", "tunnel @border", "@nobody"]
    )
    assert saved.articles == own_seeds.count("mexico OR wall") > 0
    assert narrowed.articles == own_seeds.count("(mexico OR wall) AND tunnel")
    assert "is a saved search, which can only begin a query" in midst.error
    assert (handle.articles, handle.error) == (0, "")
