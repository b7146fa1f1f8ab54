"""Every command in this process: what it prints in a pipe and on a terminal, and its exit code.

``test_cli*.py`` run the same commands as processes, with signals, pipes and true terminals.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import SEEDS, Command, Ended

from newsgrep import Archive

DEA = str(SEEDS / "us-mexico-intelligence.txt")
PEACE = str(SEEDS / "wire-colombia-peace.txt")
PAPERS = str(SEEDS / "panama-papers.md")
PLAIN = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\x1b\]8;[^\x1b]*\x1b\\")

Ask = Callable[..., Ended]


@pytest.fixture(params=[False, True], ids=["pipe", "terminal"])
def tty(request: pytest.FixtureRequest) -> bool:
    return bool(request.param)


@pytest.fixture
def ask(inside: Command, seeds: Archive, tty: bool) -> Ask:
    """A command asked of the seeds, in a pipe and on a terminal; without its colours."""

    def run(*arguments: str, stdin: bytes = b"") -> Ended:
        index = str(seeds.folder.path)
        done = inside(*arguments, "--index", index, stdin=stdin, tty=tty)
        return Ended(done.code, PLAIN.sub("", done.out), PLAIN.sub("", done.err), done.raw)

    return run


@pytest.mark.parametrize(
    ("command", "code", "printed"),
    [
        (["search", "DEA Mexico", "-n", "1"], 0, "The DEA keeps its own people"),
        (["search", "DEA Mexico", "-n", "1", "--no-snippets"], 0, "Marfa Public Radio"),
        (["search", "DEA Mexico", "--explain", "-n", "1"], 0, "closeness"),
        (["search", "wall", "--context", "paragraph"], 0, "border"),
        (["search", "guzman", "-c"], 0, "2\n"),
        (["search", "guzman", "-q"], 0, ""),
        (["search", "guzman", "-l"], 0, "guzman-extradition.txt.gz\n"),
        (["search", "author:matalon", "--format", "{date} {record} {authors}"], 0,
         "2017-02-20T09:40:00 0 Lorne Matalon"),
        (["search", "colombia", "--format", "trec"], 0, " Q0 "),
        (["search", "colombia", "--format", "paths", "--copies", "only"], 0, PEACE),
        (["show", DEA], 0, "Mexico Weighs Its Strongest Card: Shared Intelligence"),
        (["show", DEA, "--query", "DEA", "--why"], 0, "(byline, line 5, 95% sure)"),
        (["open", PAPERS, "--print"], 0, PAPERS),
        (["story", PEACE], 0, "colombia-peace-daily.txt"),
        (["similar", PEACE], 0, "colombia-peace-daily.txt"),
        (["facets", "mexico", "--by", "lang"], 0, "en"),
        (["timeline", "mexico", "vs", "colombia", "--by", "year"], 0, "2017"),
        (["timeline", "mexico", "--by", "year", "--share"], 0, "2017"),
        (["terms", "colombia"], 0, "Juan Manuel Santos"),
        (["kwic", "wall", "--width", "20"], 0, "wall"),
        (["acronyms", "d.e.a."], 0, "Drug Enforcement Administration"),
        (["explain", "guzman OR wall"], 0, "any of"),
        (["stats"], 0, "en 17, de 1, es 1, fr 1"),
        (["doctor"], 0, "articles"),
        (["doctor", "--list", "corrected"], 0, "seeds/"),
        (["check"], 0, ""),
        (["index", "--dry-run", str(SEEDS)], 0, ""),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_what_is_printed(ask: Ask, command: list[str], code: int, printed: str) -> None:
    done = ask(*command)
    assert (done.code, printed in done.out) == (code, True), done.out + done.err


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        (["search", "nosuchword"], 1, "no article with all the words"),
        (["search", "guzman", "--page", "9"], 1, "page"),
        (["search", "auther:x"], 2, 'unknown field "auther"\n  auther:x\n  ^^^^^^'),
        (["search", "guzman", "--sort", "up"], 2, "up"),
        (["search", "guzman", "--format", "{nothing}"], 2, "nothing"),
        (["search", "guzman", "--limit", "x"], 2, "--limit"),
        (["search", "mexico", "-tunnel"], 2, "to leave out a word, quote the query"),
        (["search", "-tunnel mexico"], 2, "before a query that begins with -, put --"),
        (["show", "zzz"], 1, "no article with the id or path 'zzz'"),
        (["open", DEA, "--url"], 2, "no web address"),
        (["story", PAPERS], 1, ""),
        (["facets", "*", "--by", "sorce"], 2, "did you mean source?"),
        (["facets", "nowhereatall"], 1, ""),
        (["timeline", "x", "--by", "decade"], 2, "--by decade"),
        (["kwic", "wall", "--sort", "up"], 2, "unknown --sort up"),
        (["kwic", "nosuchword"], 1, ""),
        (["acronyms", "XYZ"], 1, ""),
        (["terms", "nosuchword"], 1, ""),
        (["similar", "-"], 2, ""),
        (["stats", "--failed"], 1, ""),
        (["doctor", "--list", "nothing such"], 2, "nothing such"),
        (["index", "nowhere"], 2, "no such file or folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_what_is_said_on_standard_error(ask: Ask, command: list[str], code: int, said: str) -> None:
    done = ask(*command)
    assert (done.code, said in done.err) == (code, True), done.out + done.err


@pytest.mark.parametrize(
    ("command", "key", "value"),
    [
        (["search", "author:matalon"], "total", 1),
        (["facets", "*", "--by", "lang"], "total", 20),
        (["timeline", "*", "--by", "year", "--share"], "by", "year"),
        (["terms", "colombia"], "query", "colombia"),
        (["explain", "guzman OR wall"], "total", 3),
        (["stats"], "articles", 20),
        (["doctor"], "articles", 20),
        (["check"], "damages", []),
        (["show", DEA], "authors", ["Lorne Matalon"]),
        (["index", "--dry-run", str(SEEDS)], "unchanged", 20),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_json(ask: Ask, command: list[str], key: str, value: object) -> None:
    done = ask(*command, "--json")
    told = json.loads(done.out)
    assert told["schema"] >= 1
    assert told.get(key, told.get("totals", {}).get(key)) == value


def test_json_of_lists(ask: Ask) -> None:
    hits = json.loads(ask("similar", PEACE, "--json").out)["hits"]
    assert (hits[0]["copy"], hits[0]["path"]) == (True, str(SEEDS / "colombia-peace-daily.txt"))
    members = json.loads(ask("story", PEACE, "--json").out)["members"]
    assert members[0]["path"] == PEACE
    assert json.loads(ask("acronyms", "DEA", "--json").out)["acronyms"] == [
        {"acronym": "DEA", "long": "Drug Enforcement Administration", "articles": 1}
    ]
    places = [json.loads(line) for line in ask("kwic", "wall", "--json").out.splitlines()]
    assert {place["match"].lower() for place in places} <= {"wall", "walls"}
    lines = [json.loads(line) for line in ask("search", "guzman", "--jsonl").out.splitlines()]
    assert [line["rank"] for line in lines] == [1, 2]


@pytest.mark.parametrize(
    ("command", "columns"),
    [
        (["search", "guzman", "--format", "csv"], {"title", "date", "path"}),
        (["facets", "mexico", "--csv"], {"field", "value", "articles"}),
        (["timeline", "mexico", "--by", "year", "--csv"], {"period", "mexico", "all"}),
        (["kwic", "wall", "--csv"], {"left", "match", "right"}),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)  # fmt: skip
def test_csv(ask: Ask, command: list[str], columns: set[str]) -> None:
    rows = list(csv.DictReader(io.StringIO(ask(*command).out)))
    assert rows
    assert columns <= set(rows[0])


def test_svg(ask: Ask, tmp_path: Path) -> None:
    assert ask("timeline", "mexico", "--by", "year", "--svg", "t.svg").code == 0
    assert (tmp_path / "t.svg").read_text(encoding="utf-8").startswith(("<svg", "<?xml"))


def test_like_what_is_piped(ask: Ask) -> None:
    text = b"The rebels of FARC and the government of Colombia signed a peace accord."
    assert "colombia" in ask("similar", "-", stdin=text).out


@pytest.mark.parametrize(
    "arguments", [["help"], ["help", "query"], ["--version"], ["search", "-h"]], ids=" ".join
)
def test_help(inside: Command, tty: bool, arguments: list[str]) -> None:
    done = inside(*arguments, tty=tty)
    assert (done.code, bool(done.out)) == (0, True)


def test_mistaken_commands(inside: Command, tty: bool) -> None:
    assert inside("help", "nothing", tty=tty).code == 2
    assert "search" in inside("serach", tty=tty).err
    assert inside(tty=tty).code == 2
    assert "no index found" in inside("search", "x", tty=tty).err


def test_extract(inside: Command, tty: bool, tmp_path: Path) -> None:
    done = inside("extract", str(SEEDS / "briefs.jsonl"), tty=tty)
    assert [json.loads(line)["record"] for line in done.out.splitlines()] == [1, 2, 3, 4]
    assert inside("extract", "nowhere.txt", tty=tty).code == 2
    empty = tmp_path / "empty"
    empty.mkdir()
    done = inside("extract", str(empty), tty=tty)
    assert (done.code, done.out) == (1, "")
    assert "no articles in what was named" in done.err


def test_an_index_is_made_searched_repaired(inside: Command, tty: bool, tmp_path: Path) -> None:
    folder = tmp_path / "stories"
    folder.mkdir()
    (folder / "a.txt").write_text("Ferry sold\n\nThe ferry to Orlo was sold on Monday.\n")
    (folder / "b.pdf").write_bytes(b"%PDF-1.4 broken")
    made = inside("index", "stories", tty=tty)
    assert (made.code, "1 added" in made.err) == (0, True)
    failed = inside("stats", "--failed", tty=tty)
    assert (failed.code, "b.pdf" in failed.out) == (0, True)
    assert json.loads(inside("stats", "--failed", "--json", tty=tty).out)["path"] == "stories/b.pdf"
    assert inside("search", "ferry", "-l", tty=tty).out.strip() == "stories/a.txt"
    (folder / "c.txt").write_text("Bridge opens\n\nA bridge was opened at Orlo on Tuesday.\n")
    listed = inside("index", "-", "-q", stdin=b"stories/c.txt\0", tty=tty)
    assert (listed.code, PLAIN.sub("", listed.out)) == (0, "")
    (segment, *_) = sorted((tmp_path / ".newsgrep").glob("*.seg"))
    segment.write_bytes(segment.read_bytes()[:-5])
    assert inside("check", tty=tty).code == 2
    assert inside("check", "--repair", tty=tty).code == 0
    assert inside("check", tty=tty).code == 0
    assert inside("search", "orlo", "-c", tty=tty).out.strip() == "2"
    again = inside("index", "--rebuild", "--json", "stories", tty=tty)
    assert json.loads(again.out)["articles"] == 2


def test_what_goes_wrong_inside_is_told_in_a_line(
    inside: Command, monkeypatch: pytest.MonkeyPatch
) -> None:
    for error, code, said in (
        (OSError(28, "No space left on device", "x.seg"), 2, "x.seg: No space left on device"),
        (MemoryError(), 2, "out of memory"),
        (ZeroDivisionError("oops"), 2, "internal error (ZeroDivisionError: oops)"),
        (KeyboardInterrupt(), 130, ""),
    ):

        def fail(*arguments: object, error: BaseException = error, **more: object) -> None:
            raise error

        monkeypatch.setattr("newsgrep.archive.Archive.__init__", fail)
        done = inside("stats")
        assert (done.code, said in done.err) == (code, True), done.err
        if isinstance(error, OSError | ZeroDivisionError):
            with pytest.raises(type(error)):
                inside("--debug", "stats")
