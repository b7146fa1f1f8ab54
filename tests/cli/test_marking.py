"""``newsgrep mark``, ``unmark`` and ``marks``: what they print, where, and how they end."""

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


@pytest.fixture
def ask(inside: Command, own_seeds: Archive) -> Ask:
    """A command asked in a folder with the seeds in it, indexed."""
    return inside


def test_articles_are_marked_by_id_and_by_path(ask: Ask) -> None:
    done = ask("mark", "c5e9", "seeds/panama-papers.md", "key", "--note", "who signed?")
    assert (done.code, done.out) == (0, "")
    assert done.err == "2 articles marked key, with 1 note\n"
    assert ask("mark", "c5e9", "key", "seen").err.startswith("newsgrep: no article with the id or")
    assert ask("mark", "c5e9", "key").err == "1 article marked key (1 so before)\n"
    found = ask("search", "is:key", "--sort", "path")
    assert " · key\n" in found.out
    assert "    note: who signed?\n" in found.out
    assert "; 2 of 2 reviewed (" in found.err
    assert ask("search", "*", "--unseen", "-c").out == "18\n"
    shown = ask("show", "c5e9").out
    assert "marked: key\nnote: who signed?\n" in shown


def test_a_note_goes_with_articles_alone_or_with_a_mark(ask: Ask) -> None:
    assert ask("mark", "c5e9", "4894", "--note", "ask").err == "2 articles marked with 1 note\n"
    assert ask("mark", "c5e9", "--tag", "beef", "--note", "b").code == 0
    assert ask("search", "mark:beef note:b", "-c").out == "1\n"
    mistyped = ask("mark", "c5e9", "fff0", "--note", "x")
    assert (mistyped.code, "no article with the id or path 'fff0'" in mistyped.err) == (1, True)


def test_a_mark_that_was_forgotten_is_asked_for(ask: Ask) -> None:
    done = ask("mark", "c5e9", "4894")
    assert done.code == 2
    assert "no mark given: 4894 is an article" in done.err
    assert ask("mark", "c5e9", "--since", "2017", "key").code == 2
    assert "add --query" in ask("mark", "c5e9", "--since", "2017", "key").err
    assert ask("mark").code == 2
    assert ask("mark", "key").err.startswith("newsgrep: no article named")


def test_a_query_wants_to_be_confirmed(ask: Ask) -> None:
    asked = ask("mark", "--query", "colombia", "irrelevant")
    assert asked.code == 2
    assert "this would mark 2 articles irrelevant\n  add --yes" in asked.err
    foreseen = ask("mark", "--query", "colombia", "irrelevant", "--dry-run")
    assert foreseen.err == "2 articles would be marked irrelevant\n"
    assert ask("search", "is:irrelevant", "-q").code == 1
    assert ask("mark", "--query", "colombia", "irrelevant", "--yes").code == 0
    assert ask("search", "is:irrelevant", "-c", "--copies", "show").out == "2\n"
    none = ask("mark", "--query", "colombia", "--since", "2020", "irrelevant")
    assert (none.code, none.err) == (1, "no article is so; nothing was changed\n")


def test_marks_are_taken_off(ask: Ask) -> None:
    ask("mark", "c5e9", "key", "--tag", "chapter 3", "--note", "who?")
    assert ask("unmark", "c5e9", "key", "--dry-run").err == (
        "1 mark or note would be taken off 1 article (key)\n"
    )
    assert ask("unmark", "c5e9", "key").code == 0
    assert ask("unmark", "c5e9", "key").code == 1
    assert ask("unmark", "c5e9", "--everything").err == (
        "2 marks and notes taken off 1 article (chapter 3)\n"
    )
    assert ask("unmark", "c5e9").code == 2


def test_marks_are_counted_exported_and_imported(ask: Ask, tmp_path: Path) -> None:
    assert ask("marks").code == 1
    assert json.loads(ask("marks", "--json").out)["marks"] == []
    ask("mark", "c5e9", "4894", "key", "--who", "anna")
    ask("mark", "c5e9", "seen", "--note", "a")
    counted = ask("marks")
    assert counted.out == "      2  key\n      1  seen\n"
    assert counted.err == "2 articles with marks or notes, 2 reviewed; 1 note\n"
    assert ask("marks", "export", "anna.jsonl").code == 0
    assert ask("marks", "export").out == (tmp_path / "anna.jsonl").read_text(encoding="utf-8")
    (tmp_path / ".newsgrep.marks.sqlite").unlink()
    brought = ask("marks", "import", "anna.jsonl")
    assert (brought.code, brought.err) == (0, "2 lines, 4 marks and notes that were news\n")
    assert ask("marks").out == counted.out
    piped = ask("marks", "import", "-", "--json", stdin=b'{"schema": 1}\n')
    assert piped.code == 2
    assert json.loads(piped.out)["unreadable"] == [
        {"line": 1, "reason": "sha256 is not 64 hexadecimal digits"}
    ]
    assert ask("marks", "import", "nowhere.jsonl").code == 2
    assert ask("marks", "import").code == 2


def test_programs_get_marks_with_the_hits(ask: Ask) -> None:
    before = json.loads(ask("search", "DEA Mexico", "--json").out)
    assert "reviewed" not in before
    ask("mark", "c5e9", "key", "--note", "who?")
    found = json.loads(ask("search", "DEA Mexico", "--json").out)
    assert (found["reviewed"], found["hits"][0]["marks"], found["hits"][0]["notes"]) == (
        1, ["key"], ["who?"],
    )  # fmt: skip
    assert "marks" not in found["hits"][1]
    (row, *_) = csv.DictReader(io.StringIO(ask("search", "is:key", "--format", "csv").out))
    assert (row["marks"], row["notes"]) == ("key", "who?")
    assert ask("search", "is:key", "--format", "{marks}: {notes}").out == "key: who?\n"


def test_a_search_without_marks_loads_no_database(own_seeds: Archive, tmp_path: Path) -> None:
    import subprocess
    import sys

    code = (
        "import sys; from newsgrep.cli.main import main; main(['search', 'mexico']);"
        "print('sqlite3' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True)
    assert done.stderr.decode().endswith("False\n")


@pytest.mark.parametrize("columns", ["60", "200"])
def test_on_a_terminal(ask: Ask, columns: str) -> None:
    ask("mark", "c5e9", "key", "--note", "a long note " * 20)
    shown = ask("search", "is:key", "-n", "1", tty=True, COLUMNS=columns, NO_COLOR="1").out
    lines = shown.splitlines()
    assert max(map(len, lines)) <= int(columns)
    assert any("note: a long note" in line for line in lines)
