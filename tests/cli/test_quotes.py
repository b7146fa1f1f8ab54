"""``newsgrep quotes`` on a terminal, in a pipe, and for programs."""

from __future__ import annotations

import csv
import io
import json

import pytest
from conftest import Command

from newsgrep import Archive


@pytest.fixture
def index(seeds: Archive) -> str:
    return str(seeds.folder.path)


def test_for_people(inside: Command, index: str) -> None:
    done = inside("quotes", "Mexico", "-n", "2", "--index", index)
    assert done.code == 0
    assert "Guillermo Valdés: “There will be no incentives to collaborate" in done.out
    assert "% sure" in done.out
    assert done.err == "the first 2; -n 0 for all\n"


@pytest.mark.parametrize("columns", ["60", "100", "200"])
def test_on_terminals(inside: Command, index: str, columns: str) -> None:
    done = inside("quotes", "Mexico", "--index", index, tty=True, COLUMNS=columns, NO_COLOR="1")
    text = [line for line in done.out.splitlines() if "seeds/" not in line]
    assert max(map(len, text)) <= int(columns)


def test_for_programs(inside: Command, index: str) -> None:
    lines = inside("quotes", "-n", "0", "--json", "--index", index).out.splitlines()
    found = [json.loads(line) for line in lines]
    assert {one["schema"] for one in found} == {1}
    rows = list(csv.DictReader(io.StringIO(
        inside("quotes", "-n", "0", "--csv", "--index", index).out
    )))  # fmt: skip
    assert [row["text"].lstrip("'") for row in rows] == [one["text"].lstrip("'") for one in found]
    assert {row["named"] for row in rows} <= {"yes", ""}


def test_nobody_is_quoted(inside: Command, index: str) -> None:
    done = inside("quotes", "zeppelin", "--json", "--index", index)
    assert (done.code, done.out, done.err) == (1, "", "nobody is quoted there\n")


def test_what_is_not_understood(inside: Command, index: str) -> None:
    assert inside("quotes", "auther:x", "--index", index).code == 2
    assert inside("quotes", "x", "--sure", "7", "--index", index).code == 2


def test_a_closed_pipe(newsgrep: Command, index: str) -> None:
    assert newsgrep("quotes", "-n", "1", "--csv", "--index", index).code == 0
