"""``newsgrep.toml``: publications called otherwise."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import Command, Ended, environment

from newsgrep.configuration import ConfigurationError, configuration, own_file
from newsgrep.settings import ROLES

STORY = (
    "{title}\n\nBy Jane Doe\n{source}\n20 February 2017\n\nThe board of the port met on Monday.\n"
)


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    folder = tmp_path / "stories"
    folder.mkdir()
    for name, source in (("a", "Guardian.com"), ("b", "The Guardian"), ("c", "AP News")):
        text = STORY.format(title=f"Port Ellis closes quay {name}", source=source)
        (folder / f"{name}.txt").write_text(text)
    return folder


def sources(newsgrep: Command, *arguments: str, **env: str) -> dict[str, int]:
    done = newsgrep("facets", "--by", "source", "--json", *arguments, **env)
    return {one["value"]: one["articles"] for one in json.loads(done.out)["fields"]["source"]}


def test_a_publication_is_called_as_the_file_says(newsgrep: Command, stories: Path) -> None:
    (stories.parent / "newsgrep.toml").write_text(
        '[sources]\n"Guardian.com" = "Guardian (online)"\n"Associated Press" = "The AP"\n'
    )
    newsgrep("index", "stories")
    assert sources(newsgrep) == {"Guardian (online)": 1, "The Guardian": 1, "The AP": 1}
    found = json.loads(newsgrep("show", "stories/c.txt", "--json").out)
    # By any name that it has: its usual one is the agency's.
    assert (found["source"], found["source_as_written"]) == ("The AP", "AP News")
    assert newsgrep("search", "source:apnews.com", "--paths").out == "stories/c.txt\n"
    assert newsgrep("search", 'source:"Associated Press"', "--paths").out == "stories/c.txt\n"
    assert newsgrep("search", "source:guardian.com", "--paths").out == "stories/a.txt\n"
    extracted = newsgrep("extract", "stories/a.txt").out
    assert json.loads(extracted)["source"] == "Guardian (online)"


def test_all_of_a_publication_is_called_otherwise(newsgrep: Command, stories: Path) -> None:
    (stories.parent / "newsgrep.toml").write_text('[sources]\n"The Guardian" = "Guardian UK"\n')
    newsgrep("index", "stories")
    assert sources(newsgrep) == {"Guardian UK": 2, "Associated Press": 1}


def test_a_publication_is_known_by_the_path_of_its_articles(
    newsgrep: Command, stories: Path
) -> None:
    (stories / "deep").mkdir()
    for name in ("a", "d"):  # one that says who it is, and one that does not
        (stories / "deep" / f"{name}.txt").write_text(
            STORY.format(title=f"Port of Orlo opens {name}", source="Guardian.com" * (name == "a"))
        )
    told = stories.parent / "newsgrep.toml"
    told.write_text('[sources]\n"stories/deep/" = "The Deep"\n"*/b.*" = "The Bee"\n')
    newsgrep("index", "stories")
    assert sources(newsgrep) == {
        "The Deep": 2, "The Guardian": 1, "The Bee": 1, "Associated Press": 1,
    }  # fmt: skip
    shown = newsgrep("show", "stories/deep/d.txt", "--why").out
    assert "The Deep  (configuration, by path, 100% sure)" in shown
    assert json.loads(newsgrep("extract", "stories/b.txt").out)["source"] == "The Bee"


def test_a_publication_is_known_by_the_domain_of_its_site(
    newsgrep: Command, tmp_path: Path
) -> None:
    (tmp_path / "newsgrep.toml").write_text('[sources]\n"orlo.example" = "The Orlo"\n')
    record = {
        "title": "Port opens",
        "url": "https://www.orlo.example/port",
        "text": "It opened. " * 9,
    }
    (tmp_path / "r.jsonl").write_text(json.dumps(record) + "\n")
    newsgrep("index", "r.jsonl")
    assert sources(newsgrep) == {"The Orlo": 1}


def test_articles_read_before_are_named_anew_by_a_rebuild(newsgrep: Command, stories: Path) -> None:
    newsgrep("index", "stories")
    told = stories.parent / "newsgrep.toml"
    told.write_text('[sources]\n"Associated Press" = "The AP"\n')
    for _ in range(2):
        done = newsgrep("index", "stories")
        assert "newsgrep.toml: [sources] is not what it was" in done.err
        assert "newsgrep index --rebuild" in done.err
    assert "is not what it was" not in newsgrep("index", "--rebuild").err
    assert "is not what it was" not in newsgrep("index").err
    assert "The AP" in sources(newsgrep)


def test_where_it_is_looked_for(
    newsgrep: Command, stories: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    home, here, beside = tmp_path / "home", tmp_path / "here", tmp_path / "beside"
    for folder in (home, here, beside):
        folder.mkdir(parents=True)
    monkeypatch.setenv("NEWSGREP_CONFIG", str(home / "mine.toml"))
    monkeypatch.chdir(here)
    with pytest.raises(ConfigurationError, match=r"NEWSGREP_CONFIG names no file: .*mine\.toml"):
        configuration(beside)
    (home / "mine.toml").touch()
    assert dict(configuration(beside).sources) == {}
    (home / "mine.toml").write_text('[sources]\nAP = "home"\nEFE = "Agencia EFE"\n')
    assert dict(configuration(beside).sources) == {"AP": "home", "EFE": "Agencia EFE"}
    for folder in (here, beside):  # of a project there is one file, and it comes first
        (folder / "newsgrep.toml").write_text(f'[sources]\nAP = "{folder.name}"\n')
        assert dict(configuration(beside).sources) == {"AP": folder.name, "EFE": "Agencia EFE"}


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
@pytest.mark.parametrize("xdg", ["", "/x/dg"])
def test_the_users_own_file_is_where_platformdirs_has_it(
    monkeypatch: pytest.MonkeyPatch, system: str, xdg: str
) -> None:
    from platformdirs.macos import MacOS
    from platformdirs.unix import Unix

    monkeypatch.delenv("NEWSGREP_CONFIG", raising=False)
    monkeypatch.setenv("HOME", "/home/jane")
    monkeypatch.setenv("XDG_CONFIG_HOME", xdg)
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    monkeypatch.setattr("newsgrep.configuration.sys.platform", system)
    if system == "win32":
        expected = "/local/newsgrep"  # platformdirs asks Windows itself, which is not here
    else:
        expected = (Unix if system == "linux" else MacOS)("newsgrep").user_config_dir
    assert own_file() == f"{expected}/config.toml"


@pytest.mark.parametrize(
    ("text", "told", "hint"),
    [
        ('[sources]\n"A" = "B"\nC == 3\n', "line 3: not TOML", "write texts in quotation marks: "),
        (
            '# mine\n\n[source]\n"A" = "B"\n',
            "line 3: 'source' is not known",
            "did you mean [sources]?",
        ),
        ("[search]\nlimt = 3\n", "line 2: 'limt' is not known in [search]", "did you mean limit?"),
        ('[search]\nlimit = "3"\n', "line 2: search.limit: '3' is no number", ""),
        ("[search]\nlimit = -1\n", "line 2: search.limit: -1 is no number", ""),
        ("[search]\nlimit = true\n", "search.limit: True is no number", ""),
        ('[search]\nsort = "dat"\n', "search.sort: 'dat' is not known; did you mean date?", ""),
        ('[search]\nformat = "a\\u001b]b"\n', "has control characters", ""),
        ('[output]\ncolor = "allways"\n', "did you mean always?", ""),
        ("[output]\ncolumns = 3\n", "output.columns: 3 is no list of names", ""),
        ('[styles]\ntitel = "bold"\n', "'titel' is not known in [styles]", "did you mean title?"),
        ("search = 3\n", "line 1: search is not a table", "write [search]"),
        (
            '[alerts]\nexec = "rm -rf ~"\n',
            "line 2: alerts.exec counts only in your own",
            "come from",
        ),
        ('[output]\nlink = "x:{path}"\n', "output.link counts only in your own file", "come from"),
        ('sources = "AP"\n', "line 1: sources is not a table", "write [sources]"),
        ('[sources]\n"A" = "B"\n"AP" = 3\n', "line 3: 'AP' is 3, which is no text", "write it as"),
        ('[sources]\nguardian.com = "G"\n', "line 2: 'guardian' has a dot", "write it as"),
        ('[sources]\n"AP" = " "\n', "line 2: 'AP' = ' ': a name is missing", "write it as"),
        ('[sources]\n"AP" = "' + "x" * 81 + '"\n', "line 2: 'xxx", "write it as"),
        ('[sources]\n"AP" = "A"\n"AP" = "B"\n', "line 3: not TOML", "write texts in"),
        ("[sources]\n\"Caf\xe9\" = 'B'\n", "line 2: not UTF-8", ""),
    ],
)
def test_what_cannot_be_followed_is_said_with_its_line(
    tmp_path: Path, text: str, told: str, hint: str
) -> None:
    (tmp_path / "newsgrep.toml").write_bytes(text.encode("latin-1"))
    with pytest.raises(ConfigurationError) as error:
        configuration(tmp_path)
    assert told in error.value.message
    assert hint in error.value.hint


@pytest.mark.parametrize(
    "command", [("index", "stories"), ("search", "port"), ("extract", "stories")]
)
def test_a_wrong_file_ends_a_command(
    newsgrep: Command, stories: Path, command: tuple[str, ...]
) -> None:
    newsgrep("index", "stories")
    (stories.parent / "newsgrep.toml").write_text("[sourcse]\n")
    done = newsgrep(*command)
    assert done.code == 2
    assert "newsgrep.toml, line 1: 'sourcse' is not known" in done.err


# Settings


@pytest.fixture
def ports(tmp_path: Path, newsgrep: Command) -> Command:
    """An archive of twelve articles, asked with a configuration of one's own."""
    for number in range(12):
        (tmp_path / f"{number:02}.txt").write_text(
            f"Port {number:02} closed\n\nBy Jane Doe\n{1 + number} March 2020\n\n"
            "The port was closed at noon.\n"
        )
    newsgrep("index", "-q", ".")
    (tmp_path / "own.toml").touch()

    def run(*arguments: str, **env: str) -> Ended:
        return newsgrep(*arguments, **{"NEWSGREP_CONFIG": str(tmp_path / "own.toml"), **env})

    return run


def test_flags_come_before_variables_and_those_before_files(ports: Command, tmp_path: Path) -> None:
    def hits(*arguments: str, **env: str) -> int:
        return ports("search", "port", "--format", "{id}", *arguments, **env).out.count("\n")

    assert hits() == 10
    (tmp_path / "own.toml").write_text("[search]\nlimit = 7\n")
    assert hits() == 7
    (tmp_path / "newsgrep.toml").write_text("[search]\nlimit = 5\n")
    assert hits() == 5
    assert hits(NEWSGREP_LIMIT="3") == 3
    assert hits("--limit", "2", NEWSGREP_LIMIT="3") == 2
    assert hits(NEWSGREP_LIMIT="0") == 12
    # A list of files has all of them, whatever the number of hits.
    assert ports("search", "port", "-l").out.count("\n") == 12
    assert ports("search", "port", "-l", "-n", "4").out.count("\n") == 4


def test_order_form_and_columns(ports: Command, tmp_path: Path) -> None:
    (tmp_path / "newsgrep.toml").write_text(
        '[search]\nsort = "-date"\nformat = "csv"\nlimit = 1\n'
        '[output]\ncolumns = ["date", "title"]\n'
    )
    assert ports("search", "port").raw == b"date,title\r\n2020-03-12,Port 11 closed\r\n"
    first = ports("search", "port", "--sort", "date", "--format", "tsv")
    assert first.out == "date\ttitle\n2020-03-01\tPort 00 closed\n"
    assert ports("search", "port", "--columns", "title").raw == b"title\r\nPort 11 closed\r\n"
    assert ports("search", "port", NEWSGREP_COLUMNS="id, title").out.startswith("id,title")
    # What was asked for by an option of its own is not undone.
    assert json.loads(ports("search", "port", "--json").out)["total"] == 12
    assert ports("search", "port", "-c").out == "12\n"
    done = ports("search", "port", "--columns", "titel")
    assert (done.code, "did you mean title?" in done.err) == (2, True)
    done = ports("search", "port", NEWSGREP_SORT="up")
    assert (done.code, "NEWSGREP_SORT: 'up' is not known" in done.err) == (2, True)


def test_colours_styles_and_links(inside: Command, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Port closed\n\nThe port was closed at noon.\n")
    own = tmp_path / "own.toml"
    own.write_text('[styles]\ntitle = "bold magenta"\n[output]\nlink = "vscode://file{path}"\n')
    inside("index", "-q", ".")

    def shown(**env: str) -> str:
        return inside("search", "noon", tty=True, NEWSGREP_CONFIG=str(own), **env).out

    assert "\x1b[1;35mPort closed" in shown()
    assert f"vscode://file{tmp_path.as_posix()}/a.txt" in shown()
    assert "\x1b" not in shown(NO_COLOR="1")
    (tmp_path / "newsgrep.toml").write_text('[output]\ncolor = "never"\n')
    assert "\x1b" not in shown()
    assert "\x1b[1;35m" in shown(NEWSGREP_COLOR="always")
    assert "\x1b[1;35m" in shown(FORCE_COLOR="1")
    own.write_text('[styles]\ntitle = "nosuchcolour"\n')
    done = inside("search", "noon", "--color", "always", NEWSGREP_CONFIG=str(own))
    assert (done.code, "styles.title" in done.err) == (2, True)
    own.write_text('[styles]\ntitle = "link https://evil.example"\n')
    done = inside("search", "noon", "--color", "always", NEWSGREP_CONFIG=str(own))
    assert (done.code, "a link is no style" in done.err) == (2, True)


def test_every_role_can_be_styled() -> None:
    from newsgrep.render.lines import STYLES

    assert set(ROLES) == set(STYLES) - {""}


def test_a_command_is_taken_from_the_users_own_file_alone(ports: Command, tmp_path: Path) -> None:
    command = f"'{sys.executable}' -c 'open(\"ran\", \"w\")'"
    ports("alert", "add", "port", "port", "--backlog")
    (tmp_path / "newsgrep.toml").write_text(f"[alerts]\nexec = {json.dumps(command)}\n")
    done = ports("alert", "run")
    assert (done.code, "alerts.exec counts only in your own file" in done.err) == (2, True)
    assert not (tmp_path / "ran").exists()
    (tmp_path / "newsgrep.toml").replace(tmp_path / "own.toml")
    assert ports("alert", "run", "-q").code == 0
    assert (tmp_path / "ran").exists()


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[search]\nformat = "foo"\n', "line 2: search.format: unknown --format foo"),
        ('[output]\ncolumns = ["date", "nope"]\n', "line 2: output.columns: no such column: nope"),
        ('[styles]\ntitle = "notacolour"\n', "line 2: styles.title: 'notacolour' is no style"),
    ],
)
def test_what_no_command_knows_is_said_with_its_line(
    ports: Command, tmp_path: Path, text: str, told: str
) -> None:
    (tmp_path / "newsgrep.toml").write_text(text)
    for command in (["config", "show"], ["search", "port", "--color", "always"]):
        done = ports(*command)
        assert (done.code, done.out, told in done.err) == (2, "", True)


def test_show_says_where_each_value_comes_from(ports: Command, tmp_path: Path) -> None:
    (tmp_path / "own.toml").write_text('[search]\nsort = "date"\nlimit = 7\n')
    (tmp_path / "newsgrep.toml").write_text(
        '# ours\n[search]\nlimit = 5\n\n[styles]\ntitle = "red"\n[sources]\nAP = "The AP"\n'
    )
    told = json.loads(ports("config", "show", "--json", NEWSGREP_FORMAT="csv").out)
    settings = {one["name"]: (one["value"], one["origin"]) for one in told["settings"]}
    project = str(tmp_path / "newsgrep.toml")
    assert settings["search.limit"] == (5, f"{project}, line 3")
    assert settings["search.sort"] == ("date", f"{tmp_path / 'own.toml'}, line 2")
    assert settings["search.format"] == ("csv", "NEWSGREP_FORMAT")
    assert settings["styles.title"] == ("red", f"{project}, line 6")
    assert settings["output.color"] == ("auto", "default")
    assert told["index"] == {
        "path": str(tmp_path / ".newsgrep"), "origin": "nearest here or above",
    }  # fmt: skip
    assert (told["sources"], told["files"]) == (
        {"AP": "The AP"},
        [project, str(tmp_path / "own.toml")],
    )
    text = ports("config", "show").out
    assert re.search(r"^search.limit +5 +.*newsgrep.toml, line 3$", text, re.MULTILINE)
    assert "AP = The AP" in text


def test_a_search_without_files_loads_no_reader_of_them(ports: Command, tmp_path: Path) -> None:
    code = (
        "import sys; from newsgrep.cli.main import main; main(['search', 'port', '--json']);"
        "print('tomllib' in sys.modules, 'platformdirs' in sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, cwd=tmp_path,
        env=environment(), check=True,
    )  # fmt: skip
    assert done.stderr == "False False\n"
