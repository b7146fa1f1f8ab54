"""Columns of a printed page, in the order of reading."""

from __future__ import annotations

from newsgrep.ingest.formats.documents.page_lines import Line, flowing, in_columns

PROSE = "The quay at Orlo was closed for a year"


def line(left: float, at: int, text: str) -> Line:
    return Line(left, 700.0 - 12 * at, left + 5.5 * len(text), 710.0 - 12 * at, text)


def test_a_column_whose_lines_are_set_in_its_middle_stands_behind_the_other() -> None:
    left = [line(40, at, PROSE) for at in range(12)]
    middle = [line(306 + 2 * at, at, f"{PROSE}{at}"[at:]) for at in range(12)]
    page = [one for pair in zip(left, middle, strict=True) for one in pair]
    assert in_columns(page, 595) == left + middle


def test_the_cells_of_a_table_stay_in_their_rows() -> None:
    names = [line(40, at, f"Harbour {at}") for at in range(12)]
    figures = [line(306 + 2 * at, at, f"{at},000") for at in range(12)]
    page = [one for pair in zip(names, figures, strict=True) for one in pair]
    assert in_columns(page, 595) == page


def test_runs_in_another_size_stand_on_their_line_in_their_order() -> None:
    bold = Line(40, 699.0, 80, 711.5, "Poe:")
    said = [Line(110, 700.4, 300, 709.8, "So a couple of things"), line(110, 1, "were asked.")]
    assert [one.text for one in in_columns([said[0], bold, said[1]], 595)] == [
        "Poe:",
        "So a couple of things",
        "were asked.",
    ]
    assert flowing([in_columns([said[0], bold, said[1]], 595)]).startswith("Poe: So a couple")


def test_words_that_a_font_has_a_sign_for_dividing_are_whole() -> None:
    first = Line(60, 700, 300, 712, "one of the response\ufffe s of the govern\ufffe")
    second = Line(60, 686, 290, 698, "ment to the publica\ufffetion of it")
    text = "one of the responses of the government to the publication of it"
    assert flowing([[first, second]]) == text
