"""What commands look like on terminals of different widths, and their manners everywhere."""

from __future__ import annotations

import base64
import csv
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import on_terminal
import pytest
from conftest import SEEDS, Command, environment
from rich.cells import cell_len

posix = pytest.mark.skipif(os.name == "nt", reason="no such terminals, names and streams there")
WIDTHS = (60, 80, 100, 120, 200)

Terminal = Callable[..., list[str]]


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("screen") / "index"
    subprocess.run(
        [sys.executable, "-m", "newsgrep", "index", "-q", str(SEEDS), "--index", str(folder)],
        env=environment(), check=True,
    )  # fmt: skip
    return str(folder)


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """Runs ``newsgrep`` on a terminal so wide; the lines that it printed, each to its newline."""

    def run(width: int, *arguments: str, cwd: Path = tmp_path, **env: str) -> list[str]:
        variables = environment(TERM="xterm-256color", PAGER="cat", **env)
        del variables["COLUMNS"]
        command = [sys.executable, "-m", "newsgrep", *arguments]
        _, output = on_terminal.run(command, cwd, width, variables, height=400)
        text = re.sub(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[0-9;?]*[A-Za-z]", "", output)
        return text.replace("\r", "").rstrip("\n").split("\n")

    return run


def written(tmp_path: Path, **texts: str) -> None:
    """Articles in the test's folder: name to content."""
    for name, text in texts.items():
        (tmp_path / f"{name}.txt").write_text(text, encoding="utf-8")


# The terminal's real width


@posix
@pytest.mark.parametrize("width", WIDTHS)
def test_bars_fill_the_terminal_and_never_wrap(index: str, terminal: Terminal, width: int) -> None:
    timeline = terminal(width, "timeline", "--by", "year", "--index", index)
    facets = terminal(width, "facets", "--by", "year,person", "-n", "5", "--index", index)
    for lines in (timeline, facets):
        bars = [line for line in lines if "█" in line]
        assert all(re.match(r" *\S", line.split("█")[0]) for line in bars), "no bar stands alone"
        assert max(map(cell_len, lines)) == width


@posix
@pytest.mark.parametrize("width", [60, 100, 200])
@pytest.mark.parametrize(
    "command",
    ["search mexico", "search mexico --explain", "terms mexico", "acronyms", "stats", "doctor",
     "explain mexico", "help query", "help json", "help formats", "search auther:x"],
)  # fmt: skip
def test_nothing_is_wider_than_the_terminal(
    index: str, terminal: Terminal, width: int, command: str
) -> None:
    more = () if command.startswith("help") else ("--index", index)
    lines = terminal(width, *command.split(), *more)
    # But for paths, which the terminal itself may break, so that they can be copied whole.
    assert max(cell_len(line) for line in lines if str(SEEDS.parent) not in line) <= width
    assert not any(line.endswith("…") and len(line) > 100 for line in lines)


@posix
def test_running_text_keeps_a_measure(index: str, terminal: Terminal) -> None:
    lines = terminal(200, "show", str(SEEDS / "panama-papers.md"), "--index", index)
    assert 80 < max(map(len, lines[4:])) <= 100
    assert not [line for line in lines if line.startswith(" ")], "no paragraph hangs"


@posix
def test_a_path_is_never_broken_by_a_newline(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / ("a" * 30) / ("b" * 30)
    folder.mkdir(parents=True)
    written(folder, quay="The old quay\n\nThe quay was closed on Monday.")
    terminal(80, "index", "-q", ".")
    path = f"{'a' * 30}/{'b' * 30}/quay.txt"
    for command in (["search", "quay"], ["show", path]):
        lines = [line.strip() for line in terminal(60, *command)]
        assert path in lines, "whole, and the id below it"


@posix
@pytest.mark.parametrize("width", [60, 100, 200])
def test_concordances_are_aligned(terminal: Terminal, tmp_path: Path, width: int) -> None:
    written(
        tmp_path,
        latin="The quay\n\nBoats left the old quay at noon, and more will leave it tomorrow.",
        wide="码头 quay 报道\n\n记者从码头发回的报道说 quay 这个词在城市里到处可见，码头今天关闭。",
        marks="Cafe\u0301 quay\n\nRe\u0301sume\u0301 x\u0301x\u0301x\u0301 quay x\u0301y end.",
    )
    terminal(80, "index", "-q", ".")
    lines = terminal(width, "kwic", "quay")
    starts = {cell_len(line[: line.lower().index("quay")]) for line in lines}
    ids = {cell_len(re.split(r"  [0-9a-f]{12}", line)[0]) for line in lines}
    assert len(lines) == 6
    assert (len(starts), len(ids)) == (1, 1)
    assert max(map(cell_len, lines)) <= width
    assert sum(line.endswith(" headline") for line in lines) == 3


def test_kwic_in_a_pipe_has_one_width(newsgrep: Command, tmp_path: Path) -> None:
    written(tmp_path, a="The quay\n\n" + "word " * 40 + "quay" + " word" * 40)
    newsgrep("index", "-q", ".")
    for options, before in (((), 60), (("--width", "20"), 20)):
        found = newsgrep("kwic", "quay", *options, COLUMNS="40")
        lines = found.out.splitlines()
        assert [line.index("quay") for line in lines] == [before, before]
        assert {line.index(line.split()[-1]) for line in lines[1:]} == {2 * before + 14}
    assert newsgrep("kwic", "quay", "--width", "0").code == 2


# Every place


def test_kwic_has_every_place_that_search_searches(newsgrep: Command, tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text(
        json.dumps(
            {"title": "A quay at dawn", "description": "The quay, they say, is old",
             "text": "The quay opened in spring.\n\nAnother quay\tcame later.",
             "author": "Ines Moll", "date": "2018-03-04"}
        )
    )  # fmt: skip
    newsgrep("index", "-q", ".")
    lines = [json.loads(line) for line in newsgrep("kwic", "quay", "--json").out.splitlines()]
    assert [line["zone"] for line in lines] == ["title", "deck", "text", "text"]
    assert lines[3]["right"].startswith(" came later"), "on one line, tabs too"
    rows = list(csv.DictReader(io.StringIO(newsgrep("kwic", "quay", "--csv").out)))
    assert [row["zone"] for row in rows] == ["title", "deck", "text", "text"]


# Periods without articles


@posix
def test_empty_periods_are_one_line_on_a_terminal(
    newsgrep: Command, terminal: Terminal, tmp_path: Path
) -> None:
    for year in (2014, 2016):
        written(tmp_path, **{f"a{year}": f"Quay news\n\n{year}-03-01\n\nThe quay of {year}."})
    written(tmp_path, b="Quay news\n\n2016-05-01\n\nThe quay of May.")
    newsgrep("index", "-q", ".")
    lines = terminal(80, "timeline", "quay")
    assert [line.split("█")[0].rstrip() for line in lines] == [
        "2014-03 1", "… 23 months without", "2016-03 1", "2016-04 0", "2016-05 1", "3 articles",
    ]  # fmt: skip
    piped = newsgrep("timeline", "quay").out.splitlines()
    assert len(piped) == 1 + 27
    (series,) = json.loads(newsgrep("timeline", "quay", "--json").out)["series"]
    assert len(series["counts"]) == 27
    assert "… 793 days without" not in "".join(terminal(80, "timeline", "quay", "--by", "year"))
    assert any("days without" in line for line in terminal(80, "timeline", "quay", "--by", "day"))


@posix
def test_counts_are_csv_for_programs(index: str, newsgrep: Command, terminal: Terminal) -> None:
    for command in (["facets", "--by", "lang"], ["timeline", "--by", "year"]):
        piped = newsgrep(*command, "--index", index).out
        assert terminal(80, *command, "--csv", "--index", index) == piped.splitlines()
    rows = list(csv.reader(io.StringIO(newsgrep("facets", "--by", "lang", "--index", index).out)))
    assert rows[:2] == [["field", "value", "articles", "share"], ["lang", "en", "17", "0.850000"]]


def test_a_query_in_csv_is_no_formula(newsgrep: Command, index: str) -> None:
    assert newsgrep("timeline", "=mexico", "--index", index).out.startswith("period,'=mexico,all")


# Pages, and what was found


def test_a_page_past_the_last(newsgrep: Command, index: str) -> None:
    every = len(newsgrep("search", "mexico", "--all", "-n", "0", "--jsonl", "--index", index)
                .out.splitlines())  # fmt: skip
    last = -(-every // 2)
    for form in ([], ["--json"], ["--format", "csv"], ["-l"]):
        found = newsgrep(
            "search", "mexico", "--all", "-n", "2", "--page", "999", *form, "--index", index
        )
        assert found.code == 1
        said = f"newsgrep: page 999 is past the last page, {last}; {every} articles\n"
        assert found.err == said
    offset = newsgrep("search", "mexico", "--all", "--offset", "500", "--index", index)
    assert offset.err == f"newsgrep: --offset 500 is past the last article; {every} articles\n"
    assert newsgrep("search", "nowhereatall", "--page", "9", "--index", index).code == 1


def test_found_means_one_thing(newsgrep: Command, index: str) -> None:
    """At least one article is given, or would be without -q."""
    for query in ("mexico", "mexico nowhereatall", "nowhereatall"):
        for form in ([], ["--json"], ["--jsonl"], ["--format", "csv"], ["--format", "{title}"]):
            found = newsgrep("search", query, *form, "--index", index)
            quiet = newsgrep("search", query, "-q", "--index", index)
            assert quiet.code == found.code, (query, form)
            assert quiet.out == quiet.err == ""


def test_records_of_a_file_in_their_order(newsgrep: Command, tmp_path: Path) -> None:
    lines = [json.dumps({"title": f"Quay {n}", "text": "The quay.", "date": f"2018-01-{31 - n}"})
             for n in range(1, 13)]  # fmt: skip
    (tmp_path / "b.jsonl").write_text("\n".join(lines))
    written(tmp_path, a="Quay\n\nThe quay.", c="Quay\n\nThe quay.")
    newsgrep("index", "-q", ".")
    places = ["a.txt 0", *(f"b.jsonl {n}" for n in range(1, 13)), "c.txt 0"]
    ordered = ["search", "quay", "-n", "0", "--copies", "show", "--format", "{path} {record}"]
    assert newsgrep(*ordered, "--sort", "path").out.splitlines() == places
    assert newsgrep(*ordered, "--sort", "-path").out.splitlines() == places[::-1]


# Errors


def test_of_a_long_query_only_the_place_is_shown(newsgrep: Command, index: str) -> None:
    for query, place in (
        ("quay " * 2400 + "auther:x" + " quay" * 2400, "auther"),
        ("quay " * 2400 + '"open', '"'),
        ("码头 " * 2400 + "auther:x", "auther"),
        ("x" * 12000 + ":y", "x" * 20),
        ("date:" + "x" * 12000, "x" * 20),
    ):
        for form in ([], ["--json"]):
            found = newsgrep("search", query, *form, "--index", index)
            assert (found.code, found.out) == (2, "")
            lines = found.err.splitlines()
            assert len(found.err) < 1200
            assert max(map(cell_len, lines[1:3])) <= 80
            shown = lines[1]
            assert shown.startswith("  …") or place[0] == "x"
            at = lines[2].index("^")
            cut = next(n for n in range(len(shown)) if cell_len(shown[:n]) == at)
            assert shown[cut:].startswith(place)


@posix
@pytest.mark.parametrize("stream", [">&-", "2>&-", ">&- 2>&-"])
def test_a_closed_stream_is_an_error_in_a_line(index: str, stream: str) -> None:
    done = subprocess.run(
        ["sh", "-c", f'"{sys.executable}" -m newsgrep search mexico --index "{index}" {stream}'],
        capture_output=True, env=environment(), check=False,
    )  # fmt: skip
    assert done.returncode == 2
    lines = (done.stdout + done.stderr).decode().splitlines()
    closed = {">&-": ["output"], "2>&-": ["error"]}.get(stream, [])
    assert [line.split()[2] for line in lines] == closed


@posix
def test_closed_standard_input_is_an_error_where_it_is_read(index: str) -> None:
    def run(arguments: str) -> subprocess.CompletedProcess[bytes]:
        return subprocess.run(
            ["sh", "-c", f'"{sys.executable}" -m newsgrep {arguments} --index "{index}" <&-'],
            capture_output=True, env=environment(), check=False,
        )  # fmt: skip

    for command in ("similar -", "index -"):
        done = run(command)
        assert (done.returncode, done.stdout) == (2, b"")
        assert done.stderr.startswith(b"newsgrep: standard input is closed\n")
    assert run("search mexico -q").returncode == 0
    assert run(f"index -q '{SEEDS}'").returncode == 0


@posix
def test_open_says_in_a_line_that_nothing_can(
    newsgrep: Command, index: str, tmp_path: Path
) -> None:
    noisy = tmp_path / "bin" / "xdg-open"
    noisy.parent.mkdir()
    noisy.write_text("#!/bin/sh\necho no browser; echo none at all >&2\nexit 3\n")
    noisy.chmod(0o755)
    path = str(SEEDS / "panama-papers.md")
    for folder in (str(noisy.parent), str(tmp_path)):
        found = newsgrep("open", path, "--index", index, PATH=folder)
        assert (found.code, found.out) == (2, "")
        assert found.err.splitlines()[0] == f"newsgrep: no program could be started for {path}"
    noisy.write_text("#!/bin/sh\nexit 0\n")
    assert newsgrep("open", path, "--index", index, PATH=str(noisy.parent)).code == 0


# Names of files that are not UTF-8


@posix
def test_every_output_has_the_bytes_of_names(newsgrep: Command, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    text = "The quay\n\n" + "The quay was closed on Monday, and boats lay idle in the harbour. " * 9
    names = [b"in/caf\xe9.txt", b"in/na\xefve.txt"]
    for name in names:
        with open(os.path.join(os.fsencode(tmp_path), name), "w") as file:
            file.write(text)
    with open(os.path.join(os.fsencode(folder), b"bad\xe9.pdf"), "wb") as file:
        file.write(b"\x89PNG" + bytes(99))
    newsgrep("index", "in")
    paths = []
    for command in (
        "search quay --copies show --json", "search quay --copies show --jsonl", "kwic quay --json",
        "similar in/x --json", "story in/x --json", "show in/x --json", "extract in",
    ):  # fmt: skip
        arguments = [names[0] if part == "in/x" else part for part in command.split()]
        out = newsgrep(*arguments).out
        told = re.findall(r'"path": "([^"]*)",\s*"path_base64": "([^"]*)"', out)
        assert told, command
        assert out.count('"path":') == len(told), command
        for path, encoded in told:
            assert base64.b64decode(encoded) in names
            assert path == base64.b64decode(encoded).decode("utf-8", "replace")
        paths += told
    audit = json.loads(newsgrep("doctor", "--json").out)
    (copies,) = [one for one in audit["findings"] if one["name"] == "near copies"]
    assert {base64.b64decode(one) for one in copies["files_base64"]} == set(names)
    for command in ("search quay --copies show --format csv", "kwic quay --csv"):
        rows = list(csv.DictReader(io.StringIO(newsgrep(*command.split()).out)))
        assert {base64.b64decode(row["path_base64"]) for row in rows} == set(names), command
    for line in newsgrep("stats", "--failed", "--json").out.splitlines():
        failure = json.loads(line)
        assert base64.b64decode(failure["path_base64"]) == b"in/bad\xe9.pdf"
        assert failure["schema"] == 1


@posix
def test_lists_of_files_are_bytes_in_a_pipe(newsgrep: Command, tmp_path: Path) -> None:
    name = os.path.join(os.fsencode(tmp_path), b"caf\xe9.txt")
    with open(name, "w") as file:
        file.write("The quay\n\nThe quay was closed.")
    newsgrep("index", ".")
    assert newsgrep("doctor", "--list", "no date").raw == b"caf\xe9.txt\n"
    assert newsgrep("open", name, "--print").raw == name + b"\n"


def test_the_schema_of_answers_is_named_in_one_place() -> None:
    """``schemas`` describes it; marks, receipts and what is kept out are files of their own."""
    source = SEEDS.parent / "src" / "newsgrep"
    rooms = (path for room in ("cli", "render") for path in (source / room).rglob("*.py"))
    named = {path.name for path in rooms if '"schema"' in path.read_text(encoding="utf-8")}
    assert named - {"schemas.py"} == {"as_json.py"}


# Alike, and near


def test_similar_offers_only_what_is_alike(newsgrep: Command, index: str) -> None:
    text = b"A recipe for bread: flour, water, yeast, and a warm kitchen; knead it twice."
    far = newsgrep("similar", "-", "--index", index, stdin=text)
    assert (far.code, far.out, far.err) == (1, "", "no article is like it\n")
    peace = str(SEEDS / "wire-colombia-peace.txt")
    hits = json.loads(newsgrep("similar", peace, "--json", "--index", index).out)["hits"]
    assert hits[0]["likeness"] > 0.4
    assert all(0.15 <= hit["likeness"] <= 1 for hit in hits)
    shown = newsgrep("similar", peace, "--index", index).out.splitlines()
    assert f"{hits[0]['likeness']:.0%} alike" in shown[1]


def test_the_nearest_name_is_near(newsgrep: Command, index: str) -> None:
    near = newsgrep("search", "author:matalom", "--index", index)
    assert 'the nearest author: "Lorne Matalon" (1 article)' in near.err
    far = newsgrep("search", "author:zzyzyqq", "--index", index)
    assert (far.code, "nearest" in far.err) == (1, False)


# Help and completion


@posix
def test_help_pages_are_laid_out_for_people(newsgrep: Command, terminal: Terminal) -> None:
    for width in (60, 100):
        lines = terminal(width, "help", "query")
        assert lines[0] == "The query language"
        assert not [line for line in lines if line.lstrip().startswith(("#", "|", "```"))]
        assert max(map(cell_len, lines)) <= width
        rows = [line for line in lines if re.match(r"(hlp=|td=|same) ", line)]
        assert len({re.match(r"\S+ +", row).end() for row in rows}) == 1  # type: ignore[union-attr]
    document = (SEEDS.parent / "docs" / "query.md").read_text(encoding="utf-8")
    assert newsgrep("help", "query").out == document


def test_index_help_names_every_family_of_formats(newsgrep: Command) -> None:
    text = newsgrep("index", "--help").out
    for name in ("HTML", "WARC", "JSON", "CSV", "Parquet", "PDF", "DOCX", "EPUB", "mail", "RSS",
                 "NITF", "IPTC 7901", "Nexis", "Factiva", "ProQuest", "Europresse", "WordPress",
                 "zip"):  # fmt: skip
        assert name in text


def completed(newsgrep: Command, *words: str, shell: str = "bash") -> list[str]:
    """What Tab offers for the last of ``words``."""
    line = ["newsgrep", *words]
    found = newsgrep(
        _NEWSGREP_COMPLETE=f"complete_{shell}", COMP_WORDS="\n".join(line),
        COMP_CWORD=str(len(words)), _TYPER_COMPLETE_ARGS=" ".join(line),
        _TYPER_COMPLETE_FISH_ACTION="get-args",
    )  # fmt: skip
    assert found.code == 0
    return [line for line in found.out.split("\n") if line]


def test_tab_offers_the_values_of_the_index(newsgrep: Command, index: str, tmp_path: Path) -> None:
    at = ("--index", index)
    assert completed(newsgrep, "search", *at, "--source", "marfa") == [r"Marfa\ Public\ Radio"]
    assert completed(newsgrep, "kwic", *at, "--source", r"Marfa\ pub") == [r"Marfa\ Public\ Radio"]
    assert completed(newsgrep, "search", *at, "--source", '"Marfa') == ["Marfa Public Radio"]
    assert completed(newsgrep, "search", *at, "--source", "Ma", shell="fish") == [
        "Marfa Public Radio"
    ]
    assert completed(newsgrep, "search", *at, "--author", "lorne") == [r"Lorne\ Matalon"]
    assert set(completed(newsgrep, "facets", *at, "--lang", "")) == {"en", "de", "es", "fr"}
    assert completed(newsgrep, "facets", "--by", "source,au") == ["source,author"]
    assert completed(newsgrep, "timeline", "--by", "w") == ["week"]
    assert "-date" in completed(newsgrep, "search", "--sort", "")
    assert completed(newsgrep, "search", "--index", "nowhere", "--source", "M") == []


def test_no_value_is_a_command_of_the_shell() -> None:
    from newsgrep.cli.completion import for_shell

    evil = ["Daily $(rm -rf x)", "a`b`", 'The "Post"', "People's Daily", "new\nline", "Le Monde"]
    assert for_shell(evil, "complete_bash", "") == [
        r"Daily\ \$\(rm\ -rf\ x\)", r"a\`b\`", r"The\ \"Post\"", r"People\'s\ Daily", r"Le\ Monde",
    ]  # fmt: skip
    assert for_shell(evil, "complete_bash", '"D') == ["Le Monde"]
    assert for_shell(evil, "complete_zsh", "") == ["Le Monde"]
    assert for_shell(evil[3:], "complete_pwsh", "") == ["'People''s Daily'", "'Le Monde'"]


@posix
def test_the_line_under_the_hits_is_broken_between_words(
    terminal: Terminal, tmp_path: Path
) -> None:
    many = {f"wall{n}": f"Wall {n}\n\nA wall stood at the border, number {n}." for n in range(12)}
    some = {f"border{n}": f"Border {n}\n\nThe border was open on day {n}." for n in range(12)}
    written(tmp_path, **many, **some)
    terminal(100, "index", ".")
    terminal(100, "mark", "wall1.txt", "seen")
    lines = terminal(60, "search", "border wall", "-n", "1", "--no-snippets")
    assert max(map(cell_len, lines)) <= 60
    told = " ".join(line.strip() for line in lines)
    assert "1–1 of 12 articles; 12 more with some of the words; 1 of 12 reviewed (" in told
