"""A cluster in memory, and a few stories in an index on it."""

from __future__ import annotations

from pathlib import Path

import pytest

pytest.importorskip("opensearchpy")
from cluster_in_memory import ClusterInMemory

from newsgrep import Archive
from newsgrep.engines.opensearch import connection as connections
from newsgrep.engines.opensearch import store as stores

PRESS = "http://localhost:1/press?replicas=0"
STORIES = {
    "a": "Wombats return to Plornville\n2021-03-04\n\nTwo wombats were seen in Plornville. "
    "The wombat is back, a ranger said.",
    "b": "Dam opened\n2021-05-06\n\nThe dam of Plornville was opened by a minister. A wombat "
    "looked on while the ministers spoke of water and of nothing else.",
    "c": "Election in Zemblia\n2022-01-02\n\nZemblia votes. Ministers resigned before the vote.",
}


@pytest.fixture
def cluster(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ClusterInMemory:
    found = ClusterInMemory()
    monkeypatch.setattr(stores, "kept_here", lambda: tmp_path)
    monkeypatch.setattr(connections.Connection, "_opened", lambda self: found)
    return found


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    there = tmp_path / "stories"
    there.mkdir()
    for name, text in STORIES.items():
        (there / f"{name}.txt").write_text(text, encoding="utf-8")
    return there


@pytest.fixture
def press(cluster: ClusterInMemory, folder: Path) -> Archive:
    archive = Archive(PRESS)
    archive.index([folder])
    return archive
