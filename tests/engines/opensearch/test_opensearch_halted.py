"""A run is halted or killed at each of its requests in turn, and others go on: nothing is wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from newsgrep import Archive, Options
from newsgrep.engines.opensearch import connection as connections
from newsgrep.engines.opensearch import state as states
from newsgrep.engines.opensearch import store as stores
from newsgrep.errors import IndexLocked, NoIndexFound

pytest.importorskip("opensearchpy")
from cluster_in_memory import ClusterInMemory

PRESS = "http://localhost:1/press?replicas=0"
NOUNS = (
    "wall", "bridge", "market", "river", "school", "garden", "mill", "library", "harbour", "road",
    "forest", "chapel", "station", "tower", "square", "theatre", "prison", "palace", "well", "farm",
)  # fmt: skip


class Killed(BaseException):
    """The process of a run ends."""


class Stage:
    """A cluster, a folder of articles, and what is done to both."""

    def __init__(self, cluster: ClusterInMemory, folder: Path) -> None:
        self.cluster = cluster
        self.folder = folder
        self.requests = 0
        folder.mkdir()

    def write(self, **texts: str) -> None:
        """Write files, each with a headline that tells which version it is."""
        for name, headline in texts.items():
            path = self.folder / f"{name}.txt"
            if not headline:
                path.unlink()
                continue
            words = " ".join(f"The {noun} of {headline} was counted." for noun in NOUNS)
            path.write_text(f"{headline}\n\n{words}\n", encoding="utf-8")

    def copy(self, old: str, new: str) -> None:
        """A near-copy of an article."""
        text = (self.folder / f"{old}.txt").read_text(encoding="utf-8")
        (self.folder / f"{new}.txt").write_text(f"{text}By our own staff.\n", encoding="utf-8")

    def index(self, **options: Any) -> Any:
        """A run of a process of its own."""
        return Archive(PRESS).index([self.folder], Options(jobs=1, **options))

    def headlines(self) -> list[str]:
        """What the index ought to show."""
        return sorted(path.read_text().partition("\n")[0] for path in self.folder.iterdir())

    def shown(self) -> list[str]:
        """What it shows to who asks now."""
        return shown(Archive(PRESS))

    def at(self, number: int, work: Callable[[], None]) -> None:
        """Do something before the request of a number is made, while all else waits."""

        def halted(method: str, path: str) -> None:
            self.requests += 1
            if self.requests == number:
                self.cluster.instead = lambda method, path: None
                self.end_lock()
                work()

        self.requests = 0
        self.cluster.instead = halted

    def end_lock(self) -> None:
        """Let more time pass than a lock holds."""
        for documents in self.cluster.indexes.values():
            if "lock" in documents:
                documents["lock"]["source"]["about"]["until"] = 0.0


def shown(archive: Archive) -> list[str]:
    """The headlines of all articles, and what else there is to count, if it is not the same."""
    try:
        hits = archive.search("*", limit=None, copies="show", snippets=0).hits
    except NoIndexFound:
        return []
    assert archive.count("*") == len(hits) == archive.stats().totals.articles
    assert archive.count("counted") == archive.snapshot.frequencies(["counted"])["counted"]
    return sorted(hit.title for hit in hits)


@pytest.fixture
def stage(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Stage:
    cluster = ClusterInMemory()
    monkeypatch.setattr(stores, "kept_here", lambda: tmp_path)
    monkeypatch.setattr(connections.Connection, "_opened", lambda self: cluster)
    return Stage(cluster, tmp_path / "articles")


def prepared(stage: Stage, *, base: bool) -> None:
    """An index in a state (or none yet), and files that changed since."""
    for path in stage.folder.iterdir():
        path.unlink()
    for kept in (stage.cluster.indexes, stage.cluster.made, stage.cluster.aliases):
        kept.clear()
    stage.cluster.instead = lambda method, path: None
    stage.write(same="Same 1", changed="Changed 1", gone="Gone 1", late="Late 1")
    stage.copy("same", "copy")
    if base:
        stage.index()
    stage.write(changed="Changed 2", gone="", new="New 2")


def requests_of(stage: Stage, work: Callable[[], object]) -> int:
    """How many requests it makes."""
    before = len(stage.cluster.asked)
    work()
    return len(stage.cluster.asked) - before


WAYS = pytest.mark.parametrize(
    ("base", "first", "second"),
    [(True, False, False), (False, False, False), (True, True, False), (True, True, True),
     (True, False, True)],
    ids=["both plain", "the first run of all", "a rebuild", "two rebuilds", "before a rebuild"],
)  # fmt: skip


def finally_right(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another run finds nothing to mend, and what nobody needs any more is removed."""
    with monkeypatch.context() as patch:
        patch.setattr(states, "KEPT", -1.0)
        notes: list[Any] = []
        Archive(PRESS).index([stage.folder], Options(jobs=1), notes.append)
        assert not [note for note in notes if "ought to have" in str(note)]
        stage.write(more="More 4")
        stage.index()
    assert stage.shown() == stage.headlines()
    (current,) = stage.cluster.aliases["press"]
    assert len(stage.cluster.indexes[current]) == len(stage.headlines())
    copies = [hit.copies for hit in Archive(PRESS).search("title:same").hits]
    assert [one.others for one in copies if one] == [1]


@WAYS
def test_who_was_halted_and_comes_back_changes_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, base: bool, first: bool, second: bool
) -> None:
    prepared(stage, base=base)
    most = requests_of(stage, lambda: stage.index(rebuild=first))
    refused = 0
    for number in range(1, most + 1):
        prepared(stage, base=base)

        def meanwhile() -> None:
            stage.write(late="Late 3", changed="Changed 3")
            stage.index(rebuild=second)
            assert stage.shown() == stage.headlines()

        stage.at(number, meanwhile)
        try:
            stage.index(rebuild=first)
        except IndexLocked:
            refused += 1
        assert stage.requests == number, "it was not halted"
        assert stage.shown() == stage.headlines(), number
        stage.index()
        assert stage.shown() == stage.headlines(), number
        finally_right(stage, monkeypatch)
    assert refused > most / 2


@WAYS
def test_who_was_killed_leaves_nothing(
    stage: Stage, monkeypatch: pytest.MonkeyPatch, base: bool, first: bool, second: bool
) -> None:
    prepared(stage, base=base)
    before = stage.shown()
    most = requests_of(stage, lambda: stage.index(rebuild=first))
    after = stage.headlines()

    def killed(method: str, path: str) -> None:
        raise Killed

    def kill() -> None:
        stage.cluster.instead = killed
        raise Killed

    for number in range(1, most + 1):
        prepared(stage, base=base)
        stage.at(number, kill)
        with pytest.raises(Killed):
            stage.index(rebuild=first)
        stage.cluster.instead = lambda method, path: None
        assert stage.shown() in (before, after)
        stage.end_lock()
        # What it had marked as replaced is not: the old text is there again.
        stage.write(late="Late 3", changed="Changed 1")
        stage.index(rebuild=second)
        assert stage.shown() == stage.headlines(), number
        finally_right(stage, monkeypatch)
