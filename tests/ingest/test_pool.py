"""Reading processes, with threads in their place: what is said between them, and who dies."""

from __future__ import annotations

import contextlib
import gc
import json
import multiprocessing
import os
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from newsgrep.engines import local
from newsgrep.ingest import pool, reader_process
from newsgrep.ingest.catalog import FileEntry
from newsgrep.ingest.messages import Batch, End, Flush, Outcome, Read, State, Task, Written
from newsgrep.ingest.pool import Done, Underway, Workers, WorkersFailed
from newsgrep.ingest.reader import Reading
from newsgrep.storage.segment_ref import SegmentRef


class Thread:
    """Runs a reader as a process would; it dies when its target returns or raises."""

    pid = None

    def __init__(self, target: Callable[..., None], args: tuple[Any, ...], daemon: bool) -> None:
        self.exitcode: int | None = None
        self._connection = args[0]
        self._target = target
        self._args = args
        self._thread = threading.Thread(target=self._run, daemon=daemon)

    def _run(self) -> None:
        try:
            self._target(*self._args)
            self.exitcode = 0
        except Exception:
            self.exitcode = 1
        finally:
            self._connection.close()

    def start(self) -> None:
        self._thread.start()

    def join(self, timeout: float | None = None) -> None:
        self._thread.join(timeout)

    def kill(self) -> None:
        self.exitcode = -9
        # Its thread may be waiting at the pipe: a handle that was closed under it would soon be
        # that of another file.
        with (
            contextlib.suppress(OSError),
            socket.socket(fileno=os.dup(self._connection.fileno())) as end,
        ):
            end.shutdown(socket.SHUT_RDWR)


class Threads:
    """What :mod:`multiprocessing` gives a pool, made of threads."""

    def __init__(self, target: Callable[..., None] | None = None) -> None:
        self._target = target

    def Pipe(self) -> tuple[Any, Any]:
        ours, theirs = multiprocessing.Pipe()
        theirs_kept = _Kept(theirs)
        return ours, theirs_kept

    def RawArray(self, kind: str, size: int) -> list[int]:
        return [0] * size

    def Process(self, target: Callable[..., None], args: tuple[Any, ...], daemon: bool) -> Thread:
        return Thread(self._target or target, args, daemon)


class _Kept:
    """The end of a pipe that a thread goes on using when its pool has closed it."""

    def __init__(self, connection: Any) -> None:
        self._connection = connection
        self._closed = False

    def close(self) -> None:
        if self._closed:
            self._connection.close()
        self._closed = True

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)


@pytest.fixture
def threads(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Threads]]:
    """Pools of threads; signals and the collector of this process stay as they are."""
    thresholds = gc.get_threshold()
    monkeypatch.setattr(signal, "signal", lambda number, handler: None)
    monkeypatch.setattr(reader_process, "watched", lambda alive: None)
    monkeypatch.setattr(gc, "freeze", lambda: None)

    def made(target: Callable[..., None] | None = None) -> Threads:
        context = Threads(target)
        monkeypatch.setattr(multiprocessing, "get_context", lambda method: context)
        return context

    yield made
    gc.set_threshold(*thresholds)


def tasks_of(folder: Path, count: int) -> list[Task]:
    """So many files, and what is asked of a reader about each."""
    tasks = []
    for number in range(count):
        path = folder / f"{number}.txt"
        path.write_text(f"Title {number}\n\nThe word of text {number} is quay.\n")
        tasks.append(Task(str(path), f"{number}.txt", path.stat().st_size, 0, None, False))
    return tasks


def read(workers: Workers, tasks: list[Task], checkpoint: float = 30.0) -> list[Done]:
    return [news for news in workers.run(tasks, checkpoint) if isinstance(news, Done)]


def test_all_files_are_read_and_written(threads: Callable[..., Threads], tmp_path: Path) -> None:
    threads()
    (tmp_path / "index").mkdir()
    workers = Workers(local().writer, tmp_path / "index", 2, 50 << 20)
    done = read(workers, tasks_of(tmp_path, 20))
    assert sorted(o.task.stored for one in done for o in one.outcomes) == sorted(
        f"{number}.txt" for number in range(20)
    )
    assert sum(ref.articles for one in done for ref in one.segments) == 20


def test_what_was_read_is_written_at_each_checkpoint(
    threads: Callable[..., Threads], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads()
    monkeypatch.setattr("newsgrep.ingest.retrying.BATCH_FILES", 1)
    (tmp_path / "index").mkdir()
    workers = Workers(local().writer, tmp_path / "index", 1, 50 << 20)
    done = read(workers, tasks_of(tmp_path, 5), checkpoint=0.0)
    assert len(done) > 1
    assert sum(len(one.outcomes) for one in done) == 5


def test_only_one_large_file_is_read_at_a_time(
    threads: Callable[..., Threads], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads()
    monkeypatch.setattr(pool, "LARGE", 10)
    monkeypatch.setattr("newsgrep.ingest.retrying.BATCH_FILES", 1)
    (tmp_path / "index").mkdir()
    workers = Workers(local().writer, tmp_path / "index", 3, 50 << 20)
    most = 0
    for _ in workers.run(tasks_of(tmp_path, 6), 30.0):
        busy = [w for w in workers._workers if isinstance(w.busy, Read)]
        most = max(most, len(busy))
    assert most == 1


def test_a_stopped_pool_writes_what_was_read(
    threads: Callable[..., Threads], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads()
    monkeypatch.setattr("newsgrep.ingest.retrying.BATCH_FILES", 1)
    (tmp_path / "index").mkdir()
    workers = Workers(local().writer, tmp_path / "index", 1, 50 << 20)
    outcomes: list[Outcome] = []
    for news in workers.run(tasks_of(tmp_path, 50), 30.0):
        if isinstance(news, list):
            workers.stop()
        if isinstance(news, Done):
            outcomes += news.outcomes
    assert 0 < len(outcomes) < 50
    assert all(o.state is State.READ for o in outcomes)


def dies_at(name: str) -> Callable[..., None]:
    """A reader that dies when it is given a file of that name."""

    def run(connection: Any, new_writer: Any, folder: str, budget: int, *rest: Any) -> None:
        *_, pulse = rest
        pulse[1] = 1
        while not isinstance(order := connection.recv(), End):
            if isinstance(order, Flush):
                connection.send(Batch([], True))
                continue
            if any(task.stored == name for task in order.tasks):
                raise RuntimeError("died")
            entry = FileEntry(1, 0, time.time_ns(), "", 1, ())
            outcomes = [Outcome(task, State.READ, entry, 1) for task in order.tasks]
            connection.send(Written(SegmentRef("x.seg", 1, 1, 1, 1)))
            connection.send(Batch(outcomes, True))

    return run


def test_a_file_that_kills_its_readers_is_given_up(
    threads: Callable[..., Threads], tmp_path: Path
) -> None:
    threads(dies_at("1.txt"))
    workers = Workers(local().writer, tmp_path, 1, 50 << 20)
    outcomes = {o.task.stored: o for one in read(workers, tasks_of(tmp_path, 4))
                for o in one.outcomes}  # fmt: skip
    assert sorted(outcomes) == ["0.txt", "1.txt", "2.txt", "3.txt"]
    given_up = outcomes.pop("1.txt")
    assert given_up.state is State.FAILED
    assert given_up.entry.failures[0].reason == "reading it ends the process (1)"
    assert all(o.state is State.READ for o in outcomes.values())


def test_what_a_reader_took_with_it_is_told_once(
    threads: Callable[..., Threads], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It had read some files, which were told of, and died before it wrote them."""
    monkeypatch.setattr("newsgrep.ingest.retrying.BATCH_FILES", 2)
    died = threading.Event()

    def dies_once(connection: Any, new_writer: Any, folder: str, budget: int, *rest: Any) -> None:
        *_, pulse = rest
        pulse[1] = 1
        while not isinstance(order := connection.recv(), End):
            if isinstance(order, Flush):
                connection.send(Batch([], True))
                continue
            if order.tasks[0].stored == "4.txt" and not died.is_set():
                died.set()
                raise RuntimeError("died")
            entry = FileEntry(1, 0, time.time_ns(), "", 1, ())
            outcomes = [Outcome(task, State.READ, entry, 1) for task in order.tasks]
            connection.send(Batch(outcomes, False))

    threads(dies_once)
    workers = Workers(local().writer, tmp_path, 1, 50 << 20)
    told, done = [], []
    for news in workers.run(tasks_of(tmp_path, 6), 30.0):
        if isinstance(news, Done):
            done += news.outcomes
        elif not isinstance(news, Underway):
            told += news
    everything = [f"{number}.txt" for number in range(6)]
    assert sorted(o.task.stored for o in told) == everything
    assert sorted(o.task.stored for o in done) == everything


def test_a_large_file_is_read_in_shares(threads: Callable[..., Threads], tmp_path: Path) -> None:
    threads()
    (tmp_path / "index").mkdir()
    path = tmp_path / "export.jsonl"
    text = "The boats came in with the tide. " * 90
    rows = [json.dumps({"title": f"Title {n}", "text": text}) for n in range(700)]
    path.write_text("\n".join(rows))
    task = Task(str(path), "export.jsonl", path.stat().st_size, 0, None, False)
    workers = Workers(local().writer, tmp_path / "index", 3, 50 << 20)
    outcomes = [o for one in read(workers, [task]) for o in one.outcomes]
    assert {o.task.share.number for o in outcomes} == {0, 1, 2}
    whole = [o for o in outcomes if not o.entry.stopped_after]
    assert [o.entry.articles for o in whole] == [700]
    assert sum(o.read for o in outcomes) == 700


def test_a_share_that_kills_its_readers_is_given_up_alone(
    threads: Callable[..., Threads], tmp_path: Path
) -> None:
    def dies(connection: Any, new_writer: Any, folder: str, budget: int, *rest: Any) -> None:
        *_, pulse = rest
        pulse[1] = 1
        while not isinstance(order := connection.recv(), End):
            if isinstance(order, Flush):
                connection.send(Batch([], True))
                continue
            if order.tasks[0].share.number == 1:
                raise RuntimeError("died")
            entry = FileEntry(1, 0, time.time_ns(), "aa", 5, ())
            outcomes = [Outcome(task, State.READ, entry, 5) for task in order.tasks]
            connection.send(Batch(outcomes, True))

    threads(dies)
    path = tmp_path / "export.jsonl"
    path.write_text("{}\n")
    workers = Workers(local().writer, tmp_path, 2, 50 << 20)
    done = read(workers, [Task(str(path), "export.jsonl", 2 << 20, 0, None, False)])
    (whole,) = [o for one in done for o in one.outcomes if not o.entry.stopped_after]
    assert (whole.state, whole.entry.articles) == (State.READ, 5)
    assert whole.entry.failures[0].reason == "reading it ends the process (1)"


def test_readers_that_never_begin_end_the_run(
    threads: Callable[..., Threads], tmp_path: Path
) -> None:
    def cannot(*given: Any) -> None:
        raise RuntimeError("no memory")

    threads(cannot)
    workers = Workers(local().writer, tmp_path, 2, 50 << 20)
    with pytest.raises(WorkersFailed, match="end as soon as they start"):
        read(workers, tasks_of(tmp_path, 4))
    workers.kill()


def test_what_cannot_be_written_ends_the_run(
    threads: Callable[..., Threads], tmp_path: Path
) -> None:
    threads()
    workers = Workers(local().writer, tmp_path / "no such folder", 1, 50 << 20)
    with pytest.raises(OSError, match=r"No such file|cannot find"):
        read(workers, tasks_of(tmp_path, 3))


def test_a_reader_that_hangs_is_ended(
    threads: Callable[..., Threads], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pool, "GRACE", 0.2)
    monkeypatch.setattr(pool, "LOOK", 0.05)
    over = threading.Event()

    def hangs(connection: Any, new_writer: Any, folder: str, budget: int, *rest: Any) -> None:
        *_, pulse = rest
        connection.recv()
        pulse[0], pulse[1] = 0, 1
        over.wait(20)

    class Killed(Thread):
        def kill(self) -> None:
            super().kill()
            over.set()

    context = threads(hangs)
    monkeypatch.setattr(context, "Process", lambda target, args, daemon: Killed(hangs, args, True))
    how = Reading(timeout=0.1)
    workers = Workers(local().writer, tmp_path, 1, 50 << 20, how)
    outcomes, done = [news for news in workers.run(tasks_of(tmp_path, 1), 30.0)
                      if not isinstance(news, Underway)]  # fmt: skip
    assert isinstance(outcomes, list)
    (given_up,) = outcomes
    assert given_up.entry.failures[0].reason == "took longer to read than --timeout allows"
    assert done == Done([given_up], [])
