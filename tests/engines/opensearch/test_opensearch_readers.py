"""Who asks while others index: the state before or the one after, and nothing else."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

import pytest

from newsgrep import Archive, Options, Request
from newsgrep.engines.opensearch import reading
from newsgrep.engines.opensearch import state as states
from newsgrep.errors import StateGone

pytest.importorskip("opensearchpy")
from cluster_in_memory import ClusterInMemory

pytest_plugins = ("press_in_memory",)
PRESS = "http://localhost:1/press?replicas=0"


class Clock:
    """The time, which tests set on."""

    def __init__(self) -> None:
        self.ahead = 0.0
        self._right = time.time

    def __call__(self) -> float:
        return self._right() + self.ahead


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    found = Clock()
    monkeypatch.setattr(time, "time", found)
    return found


@pytest.fixture
def folder(cluster: ClusterInMemory, tmp_path: Path) -> Path:
    there = tmp_path / "articles"
    there.mkdir()
    write(there, changed="old", gone="old", same="old")
    Archive(PRESS).index([there])
    return there


def write(folder: Path, **words: str) -> None:
    for name, word in words.items():
        text = f"Plorn {name}\n2021-03-04\n\nThe {word} wombat of {name} stood there.\n"
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")


def change(folder: Path) -> None:
    """Something is changed, added, and removed."""
    write(folder, changed="new", added="new")
    (folder / "gone.txt").unlink(missing_ok=True)


def told(archive: Archive) -> tuple[Any, ...]:
    """What an archive says, in many ways; it has to be of one state."""
    hits = archive.search("wombat", limit=None, copies="show").hits
    return (
        sorted((hit.title, hit.snippets[0].text) for hit in hits),
        archive.count("old"), archive.count("new"), len(archive.paths("wombat")),
        archive.facets("wombat", ["year"]).fields["year"],
        archive.snapshot.totals().articles,
        sorted(article.text for _, article in archive.snapshot.everything()),
        [row.articles for row in archive.newsroom.batch(["old", "new"])],
    )  # fmt: skip


@pytest.mark.parametrize("rebuild", [False, True])
def test_at_each_step_of_a_run_readers_see_one_state_or_the_other(
    cluster: ClusterInMemory, folder: Path, rebuild: bool
) -> None:
    reader = Archive(PRESS)
    before = told(reader)
    seen = []

    def ask(method: str, path: str) -> None:
        cluster.instead = lambda method, path: None
        assert told(reader) == before, (method, path)
        with Archive(PRESS) as now:
            seen.append(told(now))
        cluster.instead = ask

    change(folder)
    cluster.instead = ask
    Archive(PRESS).index([folder], Options(jobs=1, rebuild=rebuild))
    cluster.instead = lambda method, path: None
    after = told(Archive(PRESS))
    assert before != after
    shows = seen.index(after) if after in seen else len(seen)
    assert shows > 5
    assert seen == [before] * shows + [after] * (len(seen) - shows)
    assert told(reader) == before
    assert reader.refresh()
    assert told(reader) == after


@pytest.mark.parametrize("rebuild", [False, True])
def test_who_asks_of_a_state_that_is_not_kept_is_told_so(
    cluster: ClusterInMemory, folder: Path, clock: Clock, rebuild: bool
) -> None:
    reader = Archive(PRESS)
    before = told(reader)
    # However long nothing is changed, it is as it was.
    clock.ahead += 3 * states.KEPT
    assert told(reader) == before
    change(folder)
    Archive(PRESS).index([folder], Options(rebuild=rebuild))
    clock.ahead += reading.TRUSTED - 10
    assert told(reader) == before
    clock.ahead += 20
    for ask in (reader.stats, lambda: reader.count("old"), lambda: reader.search("wombat")):
        with pytest.raises(StateGone, match="was changed while it was asked") as caught:
            ask()
        assert (caught.value.exit_code, caught.value.hint.split(" (")[0]) == (2, "ask again")
    assert reader.refresh()
    assert told(reader) == told(Archive(PRESS))


def test_what_was_replaced_is_removed_by_a_later_run(
    cluster: ClusterInMemory, folder: Path, clock: Clock
) -> None:
    articles = cluster.indexes["press-000001"]
    change(folder)
    Archive(PRESS).index([folder])
    Archive(PRESS).index([folder])
    assert (len(articles), Archive(PRESS).stats().totals.articles) == (5, 3)
    clock.ahead += states.KEPT + 1
    Archive(PRESS).index([folder])
    assert (len(articles), Archive(PRESS).stats().totals.articles) == (3, 3)


def test_a_state_is_looked_at_seldom(cluster: ClusterInMemory, folder: Path, clock: Clock) -> None:
    reader = Archive(PRESS)
    reader.count("old")

    def looked() -> int:
        cluster.asked.clear()
        for _ in range(3):
            reader.count("wombat")
        return sum(path.endswith("manifest.json") for _, path in cluster.asked)

    assert looked() == 0
    clock.ahead += reading.TRUSTED + 1
    assert looked() == 1
    # A run that replaces nothing takes nothing away.
    write(folder, added="new")
    Archive(PRESS).index([folder])
    clock.ahead += reading.TRUSTED + 1
    assert looked() == 1


def test_a_batch_goes_on_in_the_state_that_came_after(
    cluster: ClusterInMemory, folder: Path, clock: Clock
) -> None:
    rows = Archive(PRESS).newsroom.batch(["old", "new", "wombat AND ("], Request())
    assert next(rows).articles == 3
    change(folder)
    Archive(PRESS).index([folder])
    clock.ahead += states.KEPT + 1
    Archive(PRESS).index([folder])
    new, wrong = rows
    assert (new.articles, bool(wrong.error)) == (2, True)


def test_an_index_that_was_made_anew_is_another(cluster: ClusterInMemory, folder: Path) -> None:
    reader = Archive(PRESS)
    change(folder)
    for _ in range(3):
        write(folder, changed=f"new{_}")
        Archive(PRESS).index([folder])
    late = Archive(PRESS)
    assert (reader.count("*"), late.count("*")) == (3, 3)
    cluster.indexes.clear()
    cluster.aliases.clear()
    Archive(PRESS).index([folder])
    for one in (reader, late):
        one.snapshot._connection._trusted = 0.0  # type: ignore[attr-defined]
    with pytest.raises(StateGone):
        late.count("*")


def test_what_a_node_does_late_brings_nothing_back(
    cluster: ClusterInMemory, press: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sent: list[bytes] = []
    done = ClusterInMemory._bulk

    def noted(self: ClusterInMemory, body: bytes) -> Any:
        sent.append(body)
        return done(self, body)

    monkeypatch.setattr(ClusterInMemory, "_bulk", noted)
    (folder / "d.txt").write_text("Quokkas come\n2021-03-05\n\nQuokkas are here to stay.")
    press.index([folder])
    (folder / "d.txt").write_text("Quokkas leave\n2021-03-06\n\nQuokkas have gone, they say.")
    press.index([folder])
    # A node that hung had the first bulks, which were sent again to another.
    for body in sent:
        done(cluster, body)
    again = Archive(press.folder.name)
    assert [hit.title for hit in again.search("quokkas", copies="show").hits] == ["Quokkas leave"]
