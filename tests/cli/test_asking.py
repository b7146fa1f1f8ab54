"""The options of a question, which all commands that take one share."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from conftest import SEEDS, Command

from newsgrep import Archive
from newsgrep.cli.asking import Asked
from newsgrep.errors import UsageError
from newsgrep.request import Request

COMMANDS = ("search", "facets", "timeline", "terms", "kwic", "explain")


def test_a_request_is_made_of_what_was_asked() -> None:
    asked = Asked(query=["DEA", "Mexico"], since="2017", lang="en", no_expand=True)
    assert asked.request(limit=3) == Request(
        query="DEA Mexico", since="2017", language="en", expand=False, limit=3
    )
    assert asked.request(["wall"]).query == "wall"
    assert Asked().request().query == ""


def test_what_no_answer_can_be_given_to_is_refused() -> None:
    with pytest.raises(UsageError, match="unknown --syntax lucene"):
        Asked(query=["x"], syntax="lucene").request()


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_every_option(inside: Command, command: str) -> None:
    told = inside(command, "--help").out
    for option in ("--index", "--since", "--until", "--author", "--source", "--lang", "--path",
                   "--syntax", "--no-expand"):  # fmt: skip
        assert option in told


@pytest.mark.parametrize("command", COMMANDS)
def test_without_a_query(inside: Command, seeds: Archive, command: str) -> None:
    """Counts are of everything; the rest wants a question."""
    done = inside(command, "--index", str(seeds.folder.path))
    if command in ("facets", "timeline"):
        assert done.code == 0
    else:
        assert (done.code, "the query is empty" in done.err) == (2, True)


@pytest.mark.parametrize(
    ("option", "value", "articles"),
    [
        ("--author", "matalon", 1),
        ("--source", "Marfa Public Radio", 1),
        ("--lang", "es", 1),
        ("--path", "*briefs*", 4),
        ("--since", "2018", 7),
    ],
)
def test_filters_are_the_same_everywhere(
    inside: Command, seeds: Archive, option: str, value: str, articles: int
) -> None:
    index = str(seeds.folder.path)

    def asked(*command: str) -> str:
        return inside(*command, option, value, "--index", index).out

    assert asked("search", "*", "-c") == f"{articles}\n"
    assert json.loads(asked("facets", "--json"))["total"] == articles
    assert json.loads(asked("timeline", "--json"))["series"][0]["total"] == articles
    assert json.loads(asked("terms", "*", "--json"))["total"] == articles
    assert json.loads(asked("explain", "*", "--json"))["total"] == articles


def test_a_concordance_of_one_author(inside: Command, seeds: Archive) -> None:
    index = str(seeds.folder.path)
    done = inside("kwic", "mexico", "--author", "matalon", "--json", "--index", index)
    paths = {Path(json.loads(line)["path"]).name for line in done.out.splitlines()}
    assert paths == {Path(SEEDS / "us-mexico-intelligence.txt").name}


@pytest.mark.parametrize(
    "option",
    [
        "--since",
        "--until",
        "--author",
        "--source",
        "--lang",
        "--path",
        "--index",
        "--sort",
        "--columns",
        "--receipt",
        "--format",
    ],
)
def test_an_option_without_a_value_is_refused(inside: Command, option: str) -> None:
    # As of a variable of a shell that is not set: the answer would be to another question.
    for empty in ("", " "):
        found = inside("search", "wall", option, empty)
        assert found.code == 2
        assert inside("search", "wall", f"{option}={empty}").code == 2
        said = f"an empty value behind {option}\n  give one, or leave it out"
        assert found.err == f"newsgrep: {said}\n"


@pytest.mark.parametrize("command", ["index", "extract"])
def test_an_empty_path_is_refused(inside: Command, command: str) -> None:
    found = inside(command, "")
    assert found.code == 2
    assert found.err == "newsgrep: a path is empty\n  name a file or a folder; . is this one\n"
