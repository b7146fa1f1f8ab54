"""The command line as a process: exit codes, pipes, colours, words said."""

from __future__ import annotations

import csv
import io
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import jsonschema
import on_terminal
import pytest
from conftest import SEEDS, Command, environment

from newsgrep import __version__

SCHEMA = json.loads((SEEDS.parent / "docs" / "search.schema.json").read_text())


@pytest.fixture(scope="session")
def index(tmp_path_factory: pytest.TempPathFactory) -> str:
    """An index of the seeds, made by the command."""
    folder = tmp_path_factory.mktemp("cli") / "index"
    done = subprocess.run(
        [sys.executable, "-m", "newsgrep", "index", str(SEEDS), "--index", str(folder)],
        capture_output=True, env=environment(), check=True,
    )  # fmt: skip
    assert done.stdout == b""
    assert done.stderr.decode().startswith("20 added; 20 articles in ")
    return str(folder)


def test_what_the_seed_is_found_by(newsgrep: Command, index: str) -> None:
    for query in ("DEA Mexico", "guzman", "author:matalon", "date:2017-02", '"Border Patrol"'):
        found = newsgrep("search", query, "-l", "--index", index)
        assert found.code == 0
        assert "us-mexico-intelligence.txt" in found.out, query
    shown = newsgrep("show", str(SEEDS / "us-mexico-intelligence.txt"), "--json", "--index", index)
    record = json.loads(shown.out)
    assert record["authors"] == ["Lorne Matalon"]
    assert record["date"] == "2017-02-20T09:40:00"
    assert record["source"] == "Marfa Public Radio"
    assert record["title"] == "Mexico Weighs Its Strongest Card: Shared Intelligence"


@pytest.mark.parametrize("query", ["DEA Mexico", "nowhereatall", 'author:"Lorne Matalon"', "*"])
def test_json_is_what_its_schema_says(newsgrep: Command, index: str, query: str) -> None:
    found = newsgrep("search", query, "--json", "--index", index, "-n", "0")
    answer = json.loads(found.out)
    jsonschema.validate(answer, SCHEMA)
    assert found.code == (0 if answer["hits"] else 1)
    for hit in answer["hits"]:
        for snippet in hit["snippets"]:
            for start, end in snippet["highlights"]:
                assert 0 <= start < end <= len(snippet["text"])
    lines = newsgrep("search", query, "--jsonl", "--index", index, "-n", "0").out.splitlines()
    hits = [json.loads(line) for line in lines]
    assert [hit.pop("schema") for hit in hits] == [1] * len(hits)
    assert hits == answer["hits"]


def test_json_is_utf_8_as_it_is(newsgrep: Command, index: str) -> None:
    found = newsgrep("search", "guzman", "--json", "--index", index)
    assert "Guzmán" in found.out
    assert "\\u" not in found.out
    assert found.err == ""


def test_exit_codes(newsgrep: Command, index: str) -> None:
    def code(*arguments: str) -> int:
        return newsgrep(*arguments, "--index", index).code

    assert code("search", "mexico") == 0
    assert code("search", "nowhereatall") == 1
    assert code("search", "mexico", "-q") == 0
    assert code("search", "nowhereatall", "-q") == 1
    assert code("search", "nowhereatall", "-c") == 1
    assert code("search", "mexico nowhereatall", "-c") == 1
    assert code("search", "auther:x") == 2
    assert code("search", '"open') == 2
    assert code("search", "") == 2
    assert code("search", "x", "--since", "2017-13") == 2
    assert code("search", "x", "--jsno") == 2
    assert code("search", "x", "--json", "-l") == 2
    assert code("search", "x", "--format", "yaml") == 2
    assert code("search", "x", "--format", "{titel}") == 2
    assert code("search", "x", "--all", "--any") == 2
    assert code("show", "zzzz") == 1
    assert code("stats", "--failed") == 1


def test_a_bad_query_is_pointed_at(newsgrep: Command, index: str) -> None:
    found = newsgrep("search", "mexico auther:x", "--json", "--index", index)
    assert found.out == ""
    lines = found.err.splitlines()
    assert lines[0] == 'newsgrep: unknown field "auther"'
    assert lines[1].index("auther") == lines[2].index("^^^^^^")
    assert "did you mean author:?" in lines[3]


def test_no_index_and_no_file(newsgrep: Command) -> None:
    found = newsgrep("search", "x")
    assert (found.code, found.out) == (2, "")
    assert found.err.startswith("newsgrep: no index found at ")
    assert "newsgrep index FOLDER" in found.err
    lost = newsgrep("index", "nowhere")
    assert lost.code == 2
    assert lost.err.startswith("newsgrep: no such file or folder: ")
    assert newsgrep("extract", "nowhere").code == 2


@pytest.mark.skipif(os.name == "nt", reason="pipes end otherwise there")
@pytest.mark.parametrize(
    "form", [[], ["--json"], ["--jsonl"], ["--format", "csv"], ["--format", "tsv"], ["-l"], ["-0"],
             ["--format", "{title}"], ["--color", "always"]],
)  # fmt: skip
def test_a_closed_pipe_is_no_error(index: str, form: list[str]) -> None:
    read, write = os.pipe()
    os.close(read)
    done = subprocess.run(
        [sys.executable, "-m", "newsgrep", "search", "*", "-n", "0", "--index", index, *form],
        stdout=write, stderr=subprocess.PIPE, env=environment(), check=False,
    )  # fmt: skip
    os.close(write)
    assert done.returncode == 0
    assert b"Traceback" not in done.stderr
    assert b"Broken" not in done.stderr


def test_forms_of_output(newsgrep: Command, index: str) -> None:
    rows = list(
        csv.reader(
            io.StringIO(newsgrep("search", "mexico", "--format", "csv", "--index", index).out)
        )
    )
    assert rows[0][:5] == ["rank", "score", "match", "id", "path"]
    assert all(len(row) == len(rows[0]) for row in rows)
    tsv = newsgrep("search", "mexico", "--format", "tsv", "--index", index).out.splitlines()
    assert len(tsv) == len(rows)
    total = int(newsgrep("search", "mexico", "-c", "--index", index).out)
    paths = newsgrep("search", "mexico", "-l", "--index", index).out.splitlines()
    nulls = newsgrep("search", "mexico", "-0", "--index", index).raw.split(b"\0")
    assert total >= len(paths) > 1
    assert [os.fsdecode(name) for name in nulls[:-1]] == paths
    assert all(Path(path).exists() for path in paths)
    one = newsgrep(
        "search", "author:matalon", "--format", r"{date} {source}\t{authors}", "--index", index
    )
    assert one.out == "2017-02-20T09:40:00 Marfa Public Radio\tLorne Matalon\n"


def test_text_in_a_pipe_is_plain_and_a_line_a_sentence(newsgrep: Command, index: str) -> None:
    found = newsgrep("search", "DEA Mexico", "--index", index)
    assert "\x1b" not in found.raw.decode()
    assert " 1. Mexico Weighs Its Strongest Card: Shared Intelligence\n" in found.out
    assert "some of the words" in found.out
    assert "2 articles; " in found.err


@pytest.mark.parametrize(
    ("arguments", "variables", "colored"),
    [
        (["--color", "always"], {"NO_COLOR": "1"}, True),
        (["--color", "never"], {"FORCE_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "1"}, True),
        ([], {"CLICOLOR_FORCE": "1"}, True),
        ([], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        ([], {"FORCE_COLOR": "0"}, False),
        ([], {}, False),
    ],
)
def test_colours(
    newsgrep: Command, index: str, arguments: list[str], variables: dict[str, str], colored: bool
) -> None:
    found = newsgrep("search", "mexico", "--index", index, *arguments, **variables)
    assert ("\x1b[" in found.out) is colored
    assert "\x1b]8" not in found.out  # links only on a terminal


@pytest.mark.skipif(os.name == "nt", reason="no such terminals")
@pytest.mark.parametrize("width", [60, 100, 200])
def test_on_a_terminal(index: str, width: int) -> None:
    variables = {k: v for k, v in environment(TERM="xterm-256color").items() if k != "COLUMNS"}
    command = [sys.executable, "-m", "newsgrep", "search", "DEA Mexico", "--index", index]
    code, text = on_terminal.run(command, Path(), width, variables, height=50)
    assert code == 0
    assert "\x1b]8;" in text
    import re

    plain = re.sub(r"\x1b\]8;[^\x1b]*\x1b\\|\x1b\[[0-9;]*m", "", text)
    assert max(len(line) for line in plain.split("\r\n")) <= width
    assert "Mexico Weighs Its Strongest Card" in plain
    assert not any(c in plain for c in "│┃━╭")


def test_nothing_hostile_reaches_the_terminal(newsgrep: Command, tmp_path: Path) -> None:
    folder = tmp_path / "evil"
    folder.mkdir()
    name = "a\x1b]0;owned\x07[red].txt" if os.name != "nt" else "a.txt"
    (folder / name).write_text(
        "Head\x1b[2Jline [bold]markup[/bold]\n\nBy Jane\x1b[31m Doe\n\n"
        "Some evil\x1b]8;;x\x07 text \x9b here."
    )
    assert newsgrep("index", "evil").code == 0
    search = ["search", "evil"]
    for more in ([], ["--color", "always"], ["--json"], ["--format", "csv"]):
        found = newsgrep(*search, *more)
        assert "\x1b]" not in found.out
        assert "\x1b[2J" not in found.out
        assert "\x9b" not in found.out
    assert "[bold]markup[/bold]" in newsgrep("search", "evil", "--color", "always").out
    shown = newsgrep("search", "evil", "-0")
    assert Path(os.fsdecode(shown.raw.rstrip(b"\0"))) == Path("evil") / name


@pytest.mark.skipif(os.name == "nt", reason="names are Unicode there")
def test_names_that_are_not_utf_8(newsgrep: Command, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    name = b"in/caf\xe9\n.txt"
    with open(os.path.join(os.fsencode(tmp_path), name), "w") as file:
        file.write("Coffee\n\nThe coffee house.")
    listed = newsgrep("index", "-", stdin=name + b"\0")
    assert listed.code == 0
    assert newsgrep("search", "coffee", "-0").raw == name + b"\0"
    (hit,) = json.loads(newsgrep("search", "coffee", "--json").out)["hits"]
    import base64

    assert base64.b64decode(hit["path_base64"]) == name
    assert newsgrep("search", "coffee").code == 0
    assert newsgrep("show", name).code == 0
    assert newsgrep("extract", name).code == 0


def test_formulas_in_csv_are_defused(newsgrep: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("=cmd() and more\n\nThe text of it.")
    newsgrep("index", "a.txt")
    for form in ("csv", "tsv"):
        out = newsgrep("search", "cmd", "--format", form).out
        assert "'=cmd()" in out


def test_paths_on_standard_input(newsgrep: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Alpha\n\nText.")
    (tmp_path / "b.txt").write_text("Beta\n\nText.")
    assert newsgrep("index", "-", stdin=b"a.txt\nb.txt\n").err.startswith("2 added")
    assert newsgrep("index", "-", stdin=b"").code == 2


def test_index_summary_as_json(newsgrep: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Alpha\n\nText.")
    (tmp_path / "empty.txt").write_text("")
    for file in tmp_path.iterdir():
        os.utime(file, (1_500_000_000, 1_500_000_000))
    done = newsgrep("index", ".", "--json")
    report = json.loads(done.out)
    assert (report["added"], report["failed"], report["articles"]) == (1, 1, 1)
    assert done.code == 0
    assert "empty.txt: empty file" in done.err
    failed = newsgrep("stats", "--failed")
    assert failed.out == "empty.txt: empty file\n"
    assert newsgrep("index", ".", "-q").err == ""
    assert newsgrep("index", ".", "--dry-run").err.startswith("would read 0 files")
    assert newsgrep("index", ".", "--memory", "1MB").code == 2
    assert newsgrep("index", ".", "--memory", "lots").code == 2


def test_an_index_that_is_being_written(newsgrep: Command, tmp_path: Path) -> None:
    from newsgrep.storage.folder import IndexFolder

    (tmp_path / "a.txt").write_text("Alpha\n\nText.")
    newsgrep("index", "a.txt")
    with IndexFolder(tmp_path / ".newsgrep").locked(0):
        done = newsgrep("index", "a.txt", "--wait", "0.1")
        assert done.code == 75
        assert f"process {os.getpid()}" in done.err
        assert newsgrep("search", "alpha").code == 0


def test_a_damaged_index_is_told_in_a_line(newsgrep: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Alpha\n\nText.")
    newsgrep("index", "a.txt")
    (segment,) = (tmp_path / ".newsgrep").glob("*.seg")
    segment.write_bytes(segment.read_bytes()[:-7])
    found = newsgrep("search", "alpha")
    assert found.code == 2
    assert "index damaged: " in found.err
    assert "newsgrep index --rebuild" in found.err
    assert newsgrep("index", "a.txt", "--rebuild").code == 0
    assert newsgrep("search", "alpha").code == 0


def _listening() -> None:
    # What a shell runs in the background, these tests too, is deaf to Ctrl-C.
    signal.signal(signal.SIGINT, signal.SIG_DFL)


@pytest.mark.skipif(os.name == "nt", reason="no such signals")
def test_interrupted(index: str) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "newsgrep", "index", "-", "--index", index],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(),
        preexec_fn=_listening,
    )  # fmt: skip
    import time

    time.sleep(0.7)
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=20)
    # On a busy machine Python itself may still be starting; a shell says 130 for both.
    assert process.returncode in (130, -signal.SIGINT)
    assert process.returncode < 0 or b"Traceback" not in err


@pytest.mark.skipif(os.name == "nt", reason="no such signals")
def test_interrupted_while_loading() -> None:
    late = "import newsgrep.__main__ as m, os, signal, builtins; real = builtins.__import__\n"
    late += "def slow(name, *rest):\n"
    late += "    if name == 'newsgrep.cli.main': os.kill(os.getpid(), signal.SIGINT)\n"
    late += "    return real(name, *rest)\n"
    late += "builtins.__import__ = slow; m.main()"
    done = subprocess.run(
        [sys.executable, "-c", late], env=environment(), capture_output=True,
        preexec_fn=_listening, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (130, b"", b"")


@pytest.mark.skipif(os.name == "nt", reason="no such signals")
@pytest.mark.parametrize(
    ("when", "code"),
    [
        ("command.main = lambda: os.kill(os.getpid(), signal.SIGINT)", 130),
        ("command.main = lambda: 0 if atexit.register(late) else 0", 0),
        ("command.main = lambda: 1 if atexit.register(late) else 1", 1),
    ],
)
def test_interrupted_in_the_last_moment(when: str, code: int) -> None:
    program = "import atexit, os, signal, sys, time, newsgrep.__main__ as m\n"
    program += "import newsgrep.cli.main as command\n"
    program += "def late():\n"
    program += "    print('done', flush=True)\n"
    program += "    os.kill(os.getpid(), signal.SIGINT)\n"
    program += "    time.sleep(1)\n"
    program += f"{when}\n"
    program += "m.main()"
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(), capture_output=True,
        preexec_fn=_listening, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (code, b"")


@pytest.mark.skipif(os.name == "nt", reason="no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, getattr(signal, "SIGHUP", 0)])
@pytest.mark.parametrize("late", ["atexit.register(send)", "kept = Late()"])
def test_what_comes_after_all_is_said_changes_no_exit_code(number: int, late: str) -> None:
    """In the callbacks at Python's end, and while it gives back its objects."""
    program = "import atexit, os, sys, newsgrep.__main__ as m\n"
    program += "import newsgrep.cli.main as command\n"
    program += f"def send(kill=os.kill, me=os.getpid()): kill(me, {int(number)})\n"
    program += "class Late:\n"
    program += "    def __del__(self, send=send): send()\n"
    program += "def run():\n"
    program += "    global kept\n"
    program += f"    {late}\n"
    program += "    return 1\n"
    program += "command.main = run\n"
    program += "m.main()"
    done = subprocess.run(
        [sys.executable, "-c", program], env=environment(), capture_output=True,
        preexec_fn=_listening, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (1, b"")


def test_show_and_extract(newsgrep: Command, index: str) -> None:
    path = str(SEEDS / "paris-agreement.html")
    text = newsgrep("show", path, "--index", index).out
    assert text.startswith("Nearly 200 nations adopt climate pact in Paris\n")
    assert "cookie" not in text
    why = newsgrep("show", path, "--why", "--index", index).out
    assert "JSON-LD datePublished" in why
    marked = newsgrep(
        "show", path, "--query", "gavel", "--color", "always", "--no-pager", "--index", index
    ).out
    assert marked.count("gavel\x1b[0m") == 2
    record = newsgrep("show", f"{SEEDS / 'briefs.jsonl'}#3", "--json", "--index", index)
    assert json.loads(record.out)["title"] == "WHO calls coronavirus outbreak a pandemic"
    lines = newsgrep("extract", str(SEEDS)).out.splitlines()
    assert len(lines) == 20
    assert {"id", "title", "text", "facts", "words"} <= json.loads(lines[0]).keys()


def test_stats(newsgrep: Command, index: str) -> None:
    stats = json.loads(newsgrep("stats", "--json", "--index", index).out)
    assert (stats["articles"], stats["files"], stats["failures"]) == (20, 14, 0)
    assert stats["languages"] == {"en": 17, "de": 1, "es": 1, "fr": 1}
    assert "20 from 14 files" in newsgrep("stats", "--index", index).out


@pytest.mark.parametrize("command", ["index", "search", "show", "extract", "stats"])
def test_help_has_examples(newsgrep: Command, command: str) -> None:
    found = newsgrep(command, "--help")
    assert found.code == 0
    assert "Examples:" in found.out
    assert not any(c in found.out for c in "│┃━╭")
    assert max(map(len, found.out.splitlines())) <= 100


def test_versions_and_no_arguments(newsgrep: Command) -> None:
    assert newsgrep("--version").out.startswith(f"newsgrep {__version__} (Whoosh 3.")
    assert newsgrep().code == 2
    assert "search" in newsgrep().err
    wrong = newsgrep("serach", "x")
    assert wrong.code == 2
    assert "search" in wrong.err


def test_a_dash_word_is_explained(newsgrep: Command, index: str) -> None:
    found = newsgrep("search", "mexico", "-tunnel", "--index", index)
    assert found.code == 2
    assert "quote the query" in found.err
    assert newsgrep("search", "mexico -guzman", "-l", "--index", index).code == 0
    assert newsgrep("search", "--index", index, "--", "mexico", "-guzman").code == 0


def test_search_loads_no_extractor_and_json_no_rich(index: str) -> None:
    code = (
        "import sys; from newsgrep.cli.main import main;"
        f"main(['search', 'mexico', '--json', '--index', {index!r}]);"
        "print(sorted(m for m in sys.modules if m.split('.')[0] in"
        " ('rich', 'trafilatura', 'lxml', 'numpy', 'yaml', 'whoosh')"
        " or m.startswith('newsgrep.ingest')), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, env=environment(), check=True
    )
    assert done.stderr.decode().strip() == "[]"


def test_debug_shows_the_traceback(newsgrep: Command, index: str) -> None:
    assert "Traceback" in newsgrep("--debug", "search", "auther:x", "--index", index).err
