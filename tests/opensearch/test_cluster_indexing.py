"""Indexes on a cluster are made, kept in step, rebuilt, and resumed."""

from __future__ import annotations

import json
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from newsgrep import Archive, Options
from newsgrep.engines.opensearch import lease, mapping, state
from newsgrep.engines.opensearch.address import address_of
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.errors import NotOnCluster, NotOurIndex
from newsgrep.errors import IndexLocked, IndexVersionUnknown, NoIndexFound
from newsgrep.ingest.events import Event, Report


def cluster(address: str) -> Connection:
    return Connection(address_of(address))


def articles(folder: Path, *names: str, words: str = "wombat") -> Path:
    folder.mkdir(exist_ok=True)
    for name in names:
        text = f"Headline of {name}\n\nA {words} stood in {name} for a long while.\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


def found(address: str, query: str = "wombat") -> list[str]:
    with Archive(address) as archive:
        return sorted(Path(path).stem for path in archive.paths(query))


def index(address: str, *folders: Path, **options: Any) -> Report:
    return Archive(address).index(folders, Options(jobs=1, **options))


def test_a_run_adds_changes_and_removes(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = articles(tmp_path / "a", "one", "two", "three")
    report = index(address, folder)
    assert (report.added, report.articles, report.index) == (3, 3, str(address_of(address)))
    assert found(address) == ["one", "three", "two"]
    (folder / "one.txt").unlink()
    articles(folder, "two", words="plorn")
    articles(folder, "four")
    report = index(address)
    assert (report.added, report.changed, report.removed, report.unchanged) == (1, 1, 1, 1)
    assert report.articles == 3
    assert found(address) == ["four", "three"]
    assert found(address, "plorn") == ["two"]
    report = index(address)
    assert (report.added, report.unchanged, report.articles) == (0, 3, 3)
    # What was replaced is hidden, and is removed once nobody needs it.
    name = address_of(address).name
    assert cluster(address).request("GET", f"/{name}/_count")["count"] == 5
    monkeypatch.setattr(state, "KEPT", 0.0)
    index(address)
    assert cluster(address).request("GET", f"/{name}/_count")["count"] == 3


def test_there_is_no_index_before_the_first_run(address: str) -> None:
    with pytest.raises(NoIndexFound):
        Archive(address).search("wombat")


def test_two_machines_index_into_one_and_leave_each_other_alone(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = articles(tmp_path / "same", "one", "two")
    monkeypatch.setenv("NEWSGREP_MACHINE", "first")
    index(address, folder)
    monkeypatch.setenv("NEWSGREP_MACHINE", "second")
    (folder / "one.txt").unlink()
    report = index(address, folder)
    assert (report.added, report.removed, report.articles) == (1, 0, 3)
    report = index(address)
    assert (report.unchanged, report.missing, report.removed) == (1, [], 0)
    with Archive(address) as archive:
        shown = sorted(archive.paths("wombat"))
    assert [path.partition(":")[0] for path in shown if ":/" in path] == ["first", "first"]
    monkeypatch.setenv("NEWSGREP_MACHINE", "first")
    assert index(address).removed == 1
    assert len(found(address)) == 2


def test_a_rebuild_takes_the_place_of_the_old_in_one_step(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = articles(tmp_path / "a", "one", "two")
    other = articles(tmp_path / "b", "three")
    index(address, folder, other)
    reader = Archive(address)
    assert reader.count("wombat") == 3
    seen: list[int] = []

    def tell(event: Event) -> None:
        seen.append(Archive(address).count("wombat"))

    report = Archive(address).index([folder], Options(jobs=1, rebuild=True), tell)
    assert set(seen) == {3}
    assert report.articles == 3
    assert found(address) == ["one", "three", "two"]
    name = address_of(address).name
    assert list(cluster(address).request("GET", f"/{name}")) == [f"{name}-000002"]
    # Who had the old one open goes on with it, until nobody has.
    assert reader.count("wombat") == 3
    monkeypatch.setattr(state, "KEPT", 0.0)
    assert index(address).unchanged == 3
    for old in mapping.set_of(f"{name}-000001"):
        assert cluster(address).request("GET", f"/{old}", known=(404,))["status"] == 404
    assert found(address) == ["one", "three", "two"]


def broken_off(address: str, folder: Path, monkeypatch: pytest.MonkeyPatch, after: int) -> None:
    """A run that ends as a killed process does: without a word, its lock held."""
    from newsgrep.engines.opensearch.engine import OpenSearchEngine

    class Killed(BaseException):
        pass

    calls: list[int] = []
    right = OpenSearchEngine.delete_files

    def killed(self: OpenSearchEngine, *given: Any) -> Any:
        calls.append(1)
        if len(calls) > after:
            raise Killed
        return right(self, *given)

    with monkeypatch.context() as patch:
        patch.setattr(OpenSearchEngine, "delete_files", killed)
        patch.setattr(lease.Lease, "__exit__", lambda self, *_: self._ended.set())
        with pytest.raises(Killed):
            index(address, folder)


def test_a_run_that_was_killed_does_not_show_and_is_gone_on_with(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "SECONDS", 0.5)
    folder = articles(tmp_path / "a", "one")
    index(address, folder)
    articles(folder, "one", words="plorn")
    articles(folder, "two")
    broken_off(address, folder, monkeypatch, after=0)
    assert (found(address), found(address, "plorn")) == (["one"], [])
    articles(folder, "three")
    time.sleep(0.6)
    monkeypatch.setattr(state, "KEPT", 0.0)
    report = index(address, folder)
    assert report.articles == 3
    assert (found(address), found(address, "plorn")) == (["three", "two"], ["one"])
    name = address_of(address).name
    assert cluster(address).request("GET", f"/{name}/_count")["count"] == 3


def test_a_first_run_that_was_killed_is_no_index_yet(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lease, "SECONDS", 0.5)
    folder = articles(tmp_path / "a", "one", "two")
    broken_off(address, folder, monkeypatch, after=0)
    with pytest.raises(NoIndexFound):
        found(address)
    (folder / "two.txt").unlink()
    time.sleep(0.6)
    assert index(address, folder).articles == 1
    assert found(address) == ["one"]


def test_who_writes_is_waited_for_and_named(address: str, tmp_path: Path) -> None:
    folder = articles(tmp_path / "a", "one")
    index(address, folder)
    where = f"{address_of(address).name}{mapping.STATE}"
    with lease.Lease(cluster(address), where, 0.0):
        with pytest.raises(IndexLocked, match="is being written by process") as caught:
            index(address, folder, wait=0.3)
        assert caught.value.exit_code == 75
        thread = threading.Timer(0.0, lambda: None)
        thread.start()
    assert index(address, folder, wait=0.3).unchanged == 1


def test_who_is_slow_to_renew_the_lock_cannot_commit(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = articles(tmp_path / "a", "one")
    index(address, folder)
    articles(folder, "two")
    where = f"{address_of(address).name}{mapping.STATE}"

    def taken(event: Event) -> None:
        monkeypatch.setattr("time.time", lambda: 1e12)
        with lease.Lease(cluster(address), where, 0.0):
            index_state = cluster(address).request("GET", f"/{where}/_doc/manifest.json")
            body = {"about": {**index_state["_source"]["about"], "by": "another"}}
            cluster(address).request("PUT", f"/{where}/_doc/manifest.json", body)
        monkeypatch.undo()

    with pytest.raises(IndexLocked, match="took this one for dead"):
        Archive(address).index([folder], Options(jobs=1), taken)
    assert found(address) == ["one"]


def test_an_index_of_something_else_is_refused(address: str, tmp_path: Path) -> None:
    where = address_of(address)
    cluster(address).request("PUT", f"/{where.name}", {})
    folder = articles(tmp_path / "a", "one")
    for step in (lambda: index(address, folder), lambda: found(address)):
        with pytest.raises(NotOurIndex, match="an index of something else"):
            step()


def test_an_index_of_another_version_is_refused(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = articles(tmp_path / "a", "one")
    index(address, folder)
    monkeypatch.setattr(mapping, "FORMAT", 9)
    for step in (lambda: index(address, folder), lambda: found(address)):
        with pytest.raises(IndexVersionUnknown):
            step()


def test_a_field_that_is_not_ours_is_refused_by_the_cluster(address: str, tmp_path: Path) -> None:
    index(address, articles(tmp_path / "a", "one"))
    name = address_of(address).name
    told = cluster(address).request("PUT", f"/{name}/_doc/x", {"other": 1}, known=(400,))
    assert "strict" in json.dumps(told)


def test_what_is_done_to_files_is_refused(address: str, tmp_path: Path) -> None:
    index(address, articles(tmp_path / "a", "one"))
    archive = Archive(address)
    hit = archive.search("wombat").hits[0]
    for step in (
        archive.check,
        archive.repair,
        archive.whoosh,
        lambda: archive.newsroom.forget(hit.id),
    ):
        with pytest.raises(NotOnCluster, match="is not done on a cluster"):
            step()
    assert found(address) == ["one"]


def test_a_dry_run_makes_nothing(address: str, tmp_path: Path) -> None:
    report = index(address, articles(tmp_path / "a", "one"), dry_run=True)
    assert report.added == 1
    assert not Archive(address).folder.exists()


def test_an_index_may_become_empty(address: str, tmp_path: Path) -> None:
    folder = articles(tmp_path / "a", "one", "two")
    index(address, folder)
    for path in folder.iterdir():
        path.unlink()
    articles(folder, "three", words="plorn")
    assert index(address, folder).articles == 1
    (folder / "three.txt").unlink()
    (folder / "note.txt").write_text("", encoding="utf-8")
    assert index(address, folder).articles == 0
    assert found(address, "*") == []


@pytest.mark.parametrize("taken", ["-000001", "-words", "-state", "-000001-words"])
def test_indexes_of_others_are_looked_for_before_any_is_made(
    address: str, tmp_path: Path, taken: str
) -> None:
    name = address_of(address).name
    cluster(address).request("PUT", f"/{name}{taken}", {})
    with pytest.raises(NotOurIndex, match=f"{name}{taken} is an index of something else"):
        index(address, articles(tmp_path / "a", "one"))
    there = cluster(address).request("GET", f"/{name}*")
    assert {one: about["aliases"] for one, about in there.items()} == {f"{name}{taken}": {}}


def test_a_rebuild_has_the_shards_of_what_it_replaces(address: str, tmp_path: Path) -> None:
    index(address, articles(tmp_path / "a", "one"))
    plain = address.partition("?")[0]
    index(plain, rebuild=True)
    name = address_of(address).name
    ((new, about),) = cluster(address).request("GET", f"/{name}").items()
    settings = about["settings"]["index"]
    assert (new, settings["number_of_shards"], settings["number_of_replicas"]) == (
        f"{name}-000002", "2", "0",
    )  # fmt: skip


@pytest.mark.parametrize("rebuild", [False, True])
def test_who_asks_while_a_run_commits_sees_one_state_or_the_other(
    address: str, tmp_path: Path, rebuild: bool
) -> None:
    folder = articles(tmp_path / "a", *(f"n{number}" for number in range(60)))
    index(address, folder)
    articles(folder, *(f"n{number}" for number in range(40)), words="plorn")
    for number in range(50, 60):
        (folder / f"n{number}.txt").unlink()
    open_before = Archive(address)
    assert told(open_before) == (60, 0, 60, 60)
    ended = threading.Event()
    seen: list[tuple[int, ...]] = []
    stale: list[tuple[int, ...]] = []

    def ask() -> None:
        while not ended.is_set():
            stale.append(told(open_before))
            with Archive(address) as now:
                seen.append(told(now))

    thread = threading.Thread(target=ask)
    thread.start()
    try:
        index(address, folder, rebuild=rebuild)
    finally:
        ended.set()
        thread.join()
    assert set(seen) <= {(60, 0, 60, 60), (10, 40, 50, 50)}
    assert set(stale) == {(60, 0, 60, 60)}
    assert told(open_before) == (60, 0, 60, 60)
    assert open_before.refresh()
    assert told(open_before) == (10, 40, 50, 50)


def told(archive: Archive) -> tuple[int, ...]:
    """What an archive counts in several ways."""
    rows = [row.articles for row in archive.newsroom.batch(["wombat", "plorn", "stood"])]
    return *rows, len(archive.search("stood", limit=None, copies="show").hits)
