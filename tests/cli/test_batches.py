"""``newsgrep batch``: a list in, a row for each out, in every form."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Command, Ended

from newsgrep import Archive

Ask = Callable[..., Ended]
NAMES = 'desk;name\ncrime;Joaquín Guzmán\n=1+1;"Peña Nieto, Enrique"\nnone;Zorvexia | Co\n'


@pytest.fixture
def ask(inside: Command, own_seeds: Archive, tmp_path: Path) -> Ask:
    """A command asked in a folder with the seeds, indexed, and two lists."""
    (tmp_path / "queries.txt").write_text("DEA Mexico\n\nzorvexia\n", encoding="utf-8")
    (tmp_path / "names.csv").write_text(NAMES, encoding="utf-8")
    return inside


def rows(done: Ended) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(done.out)))


def test_csv_in_a_pipe(ask: Ask) -> None:
    done = ask("batch", "queries.txt")
    assert (done.code, done.err) == (0, "2 queries; 1 with articles\n")
    found, none = rows(done)
    assert (found["query"], found["articles"], found["best_id"]) == (
        "DEA Mexico", "2", "c5e99a4f3045",
    )  # fmt: skip
    assert (none["query"], none["articles"], none["best_record"], none["error"]) == (
        "zorvexia", "0", "", "",
    )  # fmt: skip
    assert ask("batch", "-", stdin=b"zorvexia\n").code == 1


def test_a_table_of_names_with_its_other_columns(ask: Ask) -> None:
    done = ask("batch", "names.csv", "--names")
    one, two, three = rows(done)
    assert [row["desk"] for row in (one, two, three)] == ["crime", "'=1+1", "none"]
    assert (one["articles"], two["articles"], three["articles"]) == ("1", "2", "0")
    assert two["asked"].startswith('\'="Enrique Peña Nieto" OR ')
    (crime, *_) = rows(ask("batch", "names.csv", "--column", "desk"))
    assert (crime["query"], crime["name"]) == ("crime", "Joaquín Guzmán")
    wrong = ask("batch", "names.csv", "--column", "nmae")
    assert (wrong.code, "did you mean name?" in wrong.err) == (2, True)


def test_a_bad_query_is_reported_in_its_row_and_the_rest_go_on(ask: Ask) -> None:
    done = ask("batch", "-", stdin=b'auther:x\n"wall\nDEA Mexico\n')
    assert done.code == 2
    one, two, three = rows(done)
    assert one["error"].startswith('unknown field "auther"')
    assert "never closed" in two["error"]
    assert three["articles"] == "2"
    assert "2 not understood" in done.err


def test_hits_are_rows_of_their_own_and_a_query_without_any_keeps_its_row(ask: Ask) -> None:
    found = rows(ask("batch", "queries.txt", "--hits"))
    assert [(row["query"], row["hit_rank"]) for row in found] == [
        ("DEA Mexico", "1"), ("DEA Mexico", "2"), ("zorvexia", ""),
    ]  # fmt: skip
    assert len(rows(ask("batch", "queries.txt", "--hits", "-n", "1"))) == 2


def test_json_lines(ask: Ask) -> None:
    done = ask("batch", "names.csv", "--names", "--json", "--hits")
    one, _, three = [json.loads(line) for line in done.out.splitlines()]
    assert (one["schema"], one["columns"], one["best"]["id"]) == (
        1, {"desk": "crime"}, "4894b9ec5445",
    )  # fmt: skip
    assert one["hits"][0]["snippets"]
    assert (three["best"], three["hits"]) == (None, [])


def test_markdown(ask: Ask) -> None:
    table = ask("batch", "names.csv", "--names", "--format", "markdown", "--hits").out.splitlines()
    assert table[0].startswith("| Query | Articles | Stories |")
    assert table[2].startswith("| Joaquín Guzmán | 1 | 1 | 2017-01-20 |")
    assert table[4].startswith("| Zorvexia \\| Co | 0 | 0 |")
    assert "## Joaquín Guzmán" in table


@pytest.mark.parametrize("columns", ["60", "100"])
def test_on_a_terminal(ask: Ask, columns: str) -> None:
    done = ask("batch", "queries.txt", tty=True, COLUMNS=columns, NO_COLOR="1")
    lines = done.out.splitlines()
    assert lines[0].startswith("     2  DEA Mexico  20 Jan 2017 – 20 Feb 2017")
    assert lines[-1] == "     0  zorvexia"
    assert max(map(len, lines)) <= int(columns)
    assert "\r" not in done.err, "rows are progress enough"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        (("nowhere.txt",), "no such file"),
        (("queries.txt", "names.csv"), "one list of queries at a time"),
        (("queries.txt", "--json", "--csv"), "one form of output at a time"),
    ],
)
def test_mistakes_are_told(ask: Ask, command: tuple[str, ...], said: str) -> None:
    done = ask("batch", *command)
    assert (done.code, said in done.err) == (2, True)
