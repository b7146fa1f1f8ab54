"""``newsgrep.toml``: publications called otherwise."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import Command

from newsgrep.configuration import ConfigurationError, configuration

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
    for folder in (home / "newsgrep", here, beside):
        folder.mkdir(parents=True)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(home))
    monkeypatch.chdir(here)
    assert configuration(beside).path == ""
    for folder in (home / "newsgrep", here, beside):
        (folder / "newsgrep.toml").write_text(f'[sources]\nAP = "{folder.name}"\n')
        assert configuration(beside).sources == (("AP", folder.name),)


@pytest.mark.parametrize(
    ("text", "told", "hint"),
    [
        ('[sources]\n"A" = "B"\nC == 3\n', "line 3: not TOML", 'write it as: "Guardian.com" ='),
        ('# mine\n\n[source]\n"A" = "B"\n', "line 3: 'source' is not known", "known: [sources]"),
        ('sources = "AP"\n', "line 1: sources is not a table", "write [sources]"),
        ('[sources]\n"A" = "B"\n"AP" = 3\n', "line 3: 'AP' is 3, which is no text", "write it as"),
        ('[sources]\nguardian.com = "G"\n', "line 2: 'guardian' has a dot", "write it as"),
        ('[sources]\n"AP" = " "\n', "line 2: 'AP' = ' ': a name is missing", "write it as"),
        ('[sources]\n"AP" = "' + "x" * 81 + '"\n', "line 2: 'xxx", "write it as"),
        ('[sources]\n"AP" = "A"\n"AP" = "B"\n', "line 3: not TOML", "write it as"),
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
