"""``newsgrep cite`` and ``search --format`` of a citation."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest
from conftest import SEEDS, Command

DEA = str(SEEDS / "us-mexico-intelligence.txt")


@pytest.fixture
def indexed(inside: Command) -> Command:
    inside("index", str(SEEDS), "-q")
    return inside


def test_articles_are_named_as_elsewhere(indexed: Command) -> None:
    done = indexed("cite", DEA, "--format", "wikipedia")
    assert done.code == 0
    assert done.out.startswith("{{cite news |last=Matalon |first=Lorne |title=Mexico Weighs")
    found = indexed("search", "author:matalon", "--format", "{id}").out.strip()
    assert indexed("cite", found[:6], "--format", "wikipedia").out == done.out
    listed = indexed("cite", "-", "--format", "wikipedia", stdin=f"{found}\r\n\n".encode())
    assert listed.out == done.out


def test_each_once_and_those_that_are_there_whatever_else_is_named(indexed: Command) -> None:
    done = indexed("cite", DEA, "nothing.txt", DEA, "--format", "ris")
    assert (done.code, done.out.count("ER  -")) == (1, 1)
    assert done.err.startswith("newsgrep: no article with the id or path 'nothing.txt'\n  ")
    done = indexed("cite", "nothing.txt", "--format", "ris")
    assert (done.code, done.out) == (1, "")


def test_what_is_found_is_cited(indexed: Command) -> None:
    done = indexed("search", "DEA Mexico", "-n", "3", "--format", "csl-json")
    items = json.loads(done.out)
    assert (done.code, len(items), items[0]["author"][0]["family"]) == (0, 3, "Matalon")
    assert (
        indexed("search", "guzman", "-n", "1", "--format", "ris").raw.count(b"\r\nER  - \r\n") == 1
    )


def test_nothing_found_is_still_a_file(indexed: Command) -> None:
    done = indexed("search", "nosuchword", "--format", "csl-json")
    assert (done.code, done.out) == (1, "[]\n")
    assert indexed("search", "nosuchword", "--format", "bibtex").out == ""


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("cite", DEA, "--format", "apaa"), "did you mean apa?"),
        (("cite", "zzzz", "--format", "ris"), "no article with the id or path 'zzzz'"),
        (("cite", "-", "--format", "ris"), "no ids on standard input"),
        (("search", "guzman", "--format", "bibtx"), "did you mean bibtex?"),
    ],
)
def test_what_is_wrong_is_said(indexed: Command, arguments: tuple[str, ...], said: str) -> None:
    done = indexed(*arguments)
    assert done.code in (1, 2)
    assert said in done.err


def test_without_the_extra_it_says_what_to_install(
    indexed: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsgrep.render import citation_styles

    citation_styles._style.cache_clear()
    monkeypatch.setitem(sys.modules, "citeproc", None)
    done = indexed("cite", DEA)
    assert (done.code, done.out) == (2, "")
    assert "needs the extra cite" in done.err
    assert "newsgrep[cite]" in done.err


def test_on_a_terminal_the_publication_is_in_italics_and_no_line_is_broken(
    indexed: Command,
) -> None:
    pytest.importorskip("citeproc")
    done = indexed("cite", DEA, "--color", "always", tty=True)
    assert done.out.count("\n") == 1
    assert "\x1b[3mMarfa Public Radio\x1b[0m" in done.out


def test_one_record_of_a_file_is_asked_for(inside: Command, tmp_path: Path) -> None:
    lines = "".join(f'{{"title": "Ferry {n}", "text": "It was sold."}}\n' for n in "12")
    (tmp_path / "a.jsonl").write_text(lines)
    inside("index", "a.jsonl", "-q")
    done = inside("cite", "a.jsonl", "--format", "ris")
    assert (done.code, "name one of its records: a.jsonl#1" in done.err) == (2, True)
    assert "Ferry 1" in inside("cite", "a.jsonl#1", "--format", "ris").out
