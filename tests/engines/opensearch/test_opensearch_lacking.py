"""Shards that do not answer, where an answer without them was asked for: every command says so."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("opensearchpy")
from cluster_in_memory import ClusterInMemory
from conftest import Command

from newsgrep import Archive
from newsgrep.errors import ArticleUnanswered
from newsgrep.serve.tasks import Head, Task
from newsgrep.serve.worker import answering

pytest_plugins = ("press_in_memory",)

PRESS = "http://localhost:1/press?replicas=0"
PARTIAL = f"{PRESS}&partial=yes"
LACKING = "1 of 2 shards did not answer (press-000001 1)"


@pytest.fixture
def broken(press: Archive, monkeypatch: pytest.MonkeyPatch) -> None:
    """The index, of which each search lacks a shard: that with c.txt."""
    search = ClusterInMemory.search

    def lacking(self: ClusterInMemory, name: str, body: Any) -> Any:
        found = search(self, name, body)
        hits = found["hits"]["hits"]
        found["hits"]["hits"] = [
            hit for hit in hits if not str(hit.get("fields", {}).get("path")).endswith("c.txt']")
        ]
        failures = [{"index": "press-000001", "shard": 1}]
        shards = {"total": 2, "successful": 1, "failed": 1, "failures": failures}
        return {**found, "_shards": shards}

    monkeypatch.setattr(ClusterInMemory, "search", lacking)


ASKING = (
    ("search", "wombat"),
    ("search", "wombat", "--format", "{title}"),
    ("search", "wombat", "--format", "ris"),
    ("search", "wombat", "-c"),
    ("search", "wombat", "-l"),
    ("search", "wombat", "-q"),
    ("search", "zzzzz", "-q"),
    ("facets", "wombat", "--csv"),
    ("timeline", "wombat", "--csv"),
    ("terms", "wombat"),
    ("kwic", "wombat"),
    ("quotes", "wombat"),
    ("first", "wombat"),
    ("network", "wombat"),
    ("acronyms",),
    ("explain", "wombat"),
    ("stats",),
    ("doctor",),
    ("similar", "stories/a.txt"),
    ("story", "stories/a.txt"),
    ("show", "stories/a.txt"),
    ("cite", "stories/a.txt"),
    ("batch", "queries.txt"),
    ("batch", "queries.txt", "--json"),
)
OBJECTS = (
    "search", "facets", "timeline", "terms", "first", "network", "acronyms", "explain", "stats",
    "doctor", "similar", "story", "show",
)  # fmt: skip


@pytest.mark.parametrize("arguments", ASKING, ids=" ".join)
@pytest.mark.usefixtures("broken")
def test_every_command_says_what_its_answer_lacks(
    inside: Command, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    (tmp_path / "queries.txt").write_text("wombat\ndam\n", encoding="utf-8")
    found = inside(*arguments, "--index", PARTIAL)
    assert [line for line in found.err.splitlines() if LACKING in line] == [f"newsgrep: {LACKING}"]
    assert found.code in (0, 1)


def as_json(command: str) -> list[str]:
    arguments = next(some for some in ASKING if some[0] == command)
    return [*(one for one in arguments if one != "--csv"), "--json"]


@pytest.mark.parametrize("command", OBJECTS)
@pytest.mark.usefixtures("broken")
def test_json_says_what_its_answer_lacks(inside: Command, command: str) -> None:
    found = inside(*as_json(command), "--index", PARTIAL)
    assert json.loads(found.out)["unanswered"] == [LACKING]


def test_nothing_is_said_where_nothing_lacks(press: Archive, inside: Command) -> None:
    for command in OBJECTS:
        found = inside(*as_json(command), "--index", PARTIAL)
        assert "unanswered" not in json.loads(found.out)
        assert "shards" not in found.err


@pytest.mark.parametrize("command", ["show", "cite", "similar", "story", "open"])
@pytest.mark.usefixtures("broken")
def test_an_article_of_a_shard_that_is_missing_is_not_said_to_be_none(
    inside: Command, command: str
) -> None:
    found = inside(command, "stories/c.txt", "--index", PARTIAL)
    assert (found.code, found.out) == (2, "")
    assert f"'stories/c.txt' in what answers: {LACKING}" in found.err
    assert "no article" in inside(command, "stories/none.txt", "--index", PARTIAL).err


@pytest.mark.usefixtures("broken")
def test_errors_advise_what_every_command_takes(inside: Command) -> None:
    for arguments in ASKING:
        found = inside(*arguments, "--index", PRESS)
        if found.code == 2 and arguments[0] != "batch":
            assert "?partial=yes behind the address" in found.err


def test_once_all_answer_again_nothing_lacks(
    press: Archive, monkeypatch: pytest.MonkeyPatch
) -> None:
    archive = Archive(PARTIAL)
    with monkeypatch.context() as here:
        search = ClusterInMemory.search
        shards = {"total": 2, "successful": 1, "failed": 1}
        here.setattr(
            ClusterInMemory, "search",
            lambda self, name, body: {**search(self, name, body), "_shards": shards},
        )  # fmt: skip
        with pytest.raises(ArticleUnanswered):
            archive.article("none.txt")
        assert archive.lacking() == ["1 of 2 shards did not answer"]
    # What was answered in part is asked anew.
    assert archive.refresh() is False
    assert (archive.search("wombat").notes, archive.lacking()) == ((), [])


@pytest.mark.usefixtures("broken")
def test_a_server_says_what_an_answer_lacks_and_lets_nobody_keep_it() -> None:
    archive = Archive(PARTIAL)
    for name, pairs in (("facets", (("q", "wombat"),)), ("stats", ()), ("search", (("q", "dam"),))):
        head = next(iter(answering(archive, Task("api", name, pairs))))
        assert isinstance(head, Head)
        assert json.loads(head.body)["unanswered"] == [LACKING]
        assert (head.headers["Newsgrep-Unanswered"], "ETag" in head.headers) == (LACKING, False)
    head = next(iter(answering(archive, Task("tool", "acronyms", ()))))
    assert isinstance(head, Head)
    told = json.loads(head.body)
    assert told["structured"]["unanswered"] == [LACKING]
    assert LACKING in told["text"]


@pytest.mark.usefixtures("broken")
def test_an_alert_is_not_begun_with_what_answers_in_part(inside: Command) -> None:
    found = inside("alert", "add", "animals", "wombat", "--index", PARTIAL)
    assert found.code == 2
    assert f"the alert animals was not added: {LACKING}" in found.err
    assert "no alerts" in inside("alert", "list", "--index", PRESS).err
    assert inside("alert", "add", "animals", "wombat", "--backlog", "--index", PARTIAL).code == 0
