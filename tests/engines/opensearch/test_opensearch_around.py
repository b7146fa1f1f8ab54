"""Around an index on a cluster: marks, names of files, machines, settings, a disk that is full."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("opensearchpy")
from cluster_in_memory import ClusterInMemory
from conftest import Command
from opensearchpy import exceptions

from newsgrep import Archive, Options
from newsgrep.engines.opensearch.errors import NotWritten
from newsgrep.errors import UsageError

pytest_plugins = ("press_in_memory",)

PRESS = "http://localhost:1/press?replicas=0"
WRITTEN_OTHERWISE = (
    "http://localhost:1,localhost:2/press",
    "http://localhost:2,localhost:1/press",
    "http://127.0.0.1:1/press?timeout=7",
)


# Marks, notes and alerts


@pytest.mark.parametrize("address", WRITTEN_OTHERWISE)
def test_marks_and_alerts_are_found_however_the_address_is_written(
    press: Archive, address: str
) -> None:
    hit = press.search("wombat").hits[0]
    press.newsroom.mark(hit.id, "key")
    press.alerts.add("animals", "wombat")
    there = Archive(address)
    assert (there.count("is:key"), [one.name for one in there.alerts.all()]) == (1, ["animals"])
    there.newsroom.unmark(hit.id, "key")
    assert press.count("is:key") == 0


def test_marks_stay_when_the_index_is_built_anew(press: Archive, folder: Path) -> None:
    press.newsroom.mark(press.search("wombat").hits[0].id, "key")
    Archive(PRESS).index([folder], Options(rebuild=True))
    assert Archive(PRESS).count("is:key") == 1


def test_another_index_has_other_marks(press: Archive, folder: Path) -> None:
    press.newsroom.mark(press.search("wombat").hits[0].id, "key")
    other = Archive("http://localhost:1/other?replicas=0")
    other.index([folder])
    assert other.count("is:key") == 0


def test_marks_that_went_by_the_address_are_kept(
    cluster: ClusterInMemory, press: Archive, folder: Path, tmp_path: Path
) -> None:
    """An index of before has no name of its own: the next run gives it one."""
    about = cluster.indexes["press-000001-state"]["manifest.json"]["source"]["about"]
    del about["id"]
    old = Archive(PRESS)
    old.newsroom.mark(old.search("wombat").hits[0].id, "key")
    assert (tmp_path / "localhost-1-press.marks.sqlite").exists()
    assert Archive(PRESS).count("is:key") == 1
    (folder / "new.txt").write_text("New\n\nA new wombat.\n", encoding="utf-8")
    Archive(PRESS).index([folder])
    assert about != cluster.indexes["press-000001-state"]["manifest.json"]["source"]["about"]
    assert [Archive(one).count("is:key") for one in (PRESS, *WRITTEN_OTHERWISE)] == [1, 1, 1, 1]
    assert not (tmp_path / "localhost-1-press.marks.sqlite").exists()


def test_a_search_asks_no_more_for_that_and_marks_ask_once(
    cluster: ClusterInMemory, press: Archive
) -> None:
    archive = Archive(PRESS)
    cluster.asked.clear()
    archive.search("wombat")
    assert len([path for _, path in cluster.asked if "press-state" in path]) <= 2
    archive = Archive(PRESS)
    cluster.asked.clear()
    assert list(archive.newsroom.marks.lines()) == []
    assert [path for _, path in cluster.asked] == ["/press-state/_doc/manifest.json"]


# Files of other machines


@pytest.fixture
def two(press: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Archive:
    """The index with stories of another machine, named beta."""
    other = tmp_path / "other"
    other.mkdir()
    text = "Quokka seen\n2021-03-04\n\nA quokka was seen in Zemblia."
    (other / "q.txt").write_text(text, encoding="utf-8")
    with monkeypatch.context() as here:
        here.setenv("NEWSGREP_MACHINE", "Beta")
        Archive(PRESS).index([other])
    return Archive(PRESS)


@pytest.mark.parametrize("command", ["show", "similar", "story", "cite"])
def test_what_is_printed_as_a_path_is_taken_as_one(
    two: Archive, inside: Command, tmp_path: Path, command: str
) -> None:
    found = inside("search", "quokka", "-l", "--index", PRESS)
    assert found.out.strip() == f"beta:{tmp_path}/other/q.txt"
    for named in (found.out.strip(), found.out.strip().replace("beta", "BETA")):
        assert "no article with" not in inside(command, named, "--index", PRESS).err
    assert "Quokka seen" in inside("show", found.out.strip(), "--index", PRESS).out
    wrong = inside(command, f"beta:{tmp_path}/other/x.txt", "--index", PRESS)
    assert "no article" in wrong.err
    assert f"did you mean {found.out.strip()} or " in wrong.err


@pytest.mark.parametrize(
    ("pattern", "articles"),
    [
        ("beta:*", 1), ("beta:", 1), ("BETA:*", 1), ('"beta:*"', 1), ("beta:q.txt", 1),
        ("beta:a.txt", 0), ("gamma:*", 0), ("q.txt", 1), ("a.txt", 1),
    ],
)  # fmt: skip
def test_files_of_a_machine_are_asked_for(two: Archive, pattern: str, articles: int) -> None:
    assert two.count(f"path:{pattern}") == articles


def test_a_whole_path_of_another_machine_is_asked_for(two: Archive) -> None:
    (path,) = two.paths("quokka")
    assert (two.count(f'path:"{path}"'), two.count("*", path=path)) == (1, 1)


def test_files_of_other_machines_are_not_said_to_be_gone(
    two: Archive, folder: Path, inside: Command
) -> None:
    (folder / "c.txt").unlink()
    told = inside("index", "--rebuild", "--index", PRESS).err
    assert "kept the articles of 1 file of other machines" in told
    assert "gone" not in told


def test_a_file_of_another_machine_is_not_opened(two: Archive, inside: Command) -> None:
    (path,) = two.paths("quokka")
    told = inside("open", path, "--index", PRESS)
    assert (told.code, "its file is on another machine: beta:/" in told.err) == (2, True)


# Settings, ids, and a disk that is full


def test_the_settings_tell_the_address(inside: Command) -> None:
    address = "http://localhost:1/press"
    for arguments, env in ((("--index", address), {}), ((), {"NEWSGREP_INDEX": address})):
        told = json.loads(inside("config", "show", "--json", *arguments, **env).out)
        assert told["index"]["path"] == address
        assert address in inside("config", "show", *arguments, **env).out
    secret = inside("config", "show", "--index", "http://anna:swordfish@localhost:1/press")
    assert "swordfish" not in secret.out + secret.err


def test_extracted_articles_have_the_ids_of_the_index(press: Archive, inside: Command) -> None:
    for arguments, env in ((("--index", PRESS), {}), ((), {"NEWSGREP_INDEX": PRESS})):
        out = inside("extract", "stories", *arguments, **env).out
        ids = {json.loads(line)["id"] for line in out.splitlines()}
        assert ids == {hit.id for hit in press.search("*").hits}


@pytest.mark.parametrize("blocked", ["", "-state", "-words"])
def test_a_disk_that_is_full_is_told_at_once_and_in_one_sentence(
    cluster: ClusterInMemory, press: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch,
    blocked: str,
) -> None:  # fmt: skip
    def no_time(seconds: float) -> None:
        raise AssertionError("it does not wait")

    reason = (
        f"index [press-000001{blocked}] blocked by: [TOO_MANY_REQUESTS/12/disk usage exceeded "
        "flood-stage watermark, index has read-only-allow-delete block];"
    )
    told = {"error": {"type": "cluster_block_exception", "reason": reason}, "status": 429}

    def full(method: str, path: str) -> Any:
        index = path.split("/")[1]
        if index == "_bulk" and blocked != "-state":
            return {
                "errors": True,
                "items": [{"index": {"_id": "x", "status": 429, "error": told["error"]}}] * 2,
            }
        if index.endswith("-state") and blocked == "-state" and method in ("PUT", "DELETE"):
            raise exceptions.TransportError(429, "cluster_block_exception", told)
        return None

    (folder / "new.txt").write_text("New\n\nA new wombat.\n", encoding="utf-8")
    monkeypatch.setattr(time, "sleep", no_time)
    cluster.instead = full
    with pytest.raises(NotWritten) as caught:
        Archive(PRESS).index([folder], Options(jobs=1))
    where = "http://localhost:1/press"
    assert caught.value.message == (
        f"cannot write to the index {where}: its disk is full (flood stage)"
    )
    cluster.instead = lambda method, path: None
    monkeypatch.undo()


def test_an_address_with_a_password_is_refused_without_it() -> None:
    with pytest.raises(UsageError) as caught:
        Archive("http://anna:swordfish@localhost:1/press")
    assert "swordfish" not in caught.value.message + caught.value.hint
