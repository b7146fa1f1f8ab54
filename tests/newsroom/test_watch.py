"""A watch: what is new or changed is taken in at once, and what is half written is not."""

from __future__ import annotations

import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from conftest import Command, environment

from newsgrep import Archive, Options
from newsgrep.errors import UsageError
from newsgrep.ingest.events import Report
from newsgrep.ingest.settling import BURST, QUIET, Settling
from newsgrep.ingest.watching import Watch


def story(folder: Path, name: str, what: str = "ferry") -> Path:
    folder.mkdir(exist_ok=True)
    file = folder / name
    file.write_text(f"The {what} of {name}\n\nThe {what} was sold at noon in the port of Orlo.\n")
    return file


# What is done


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def settling() -> tuple[Settling, Clock]:
    clock = Clock()
    return Settling(clock), clock


def test_a_file_is_done_when_it_was_quiet(settling: tuple[Settling, Clock]) -> None:
    files, clock = settling
    files.note(["a"])
    assert files.take() is None
    clock.now += QUIET
    assert files.take() == ({"a"}, frozenset())
    assert not files
    assert files.take() is None


def test_a_burst_is_taken_in_one_go(settling: tuple[Settling, Clock]) -> None:
    files, clock = settling
    for number in range(5000):
        files.note([str(number)])
        assert files.take() is None
        clock.now += 0.001
    clock.now += QUIET
    found = files.take()
    assert found is not None
    assert len(found[0]) == 5000


def test_a_burst_without_end_is_taken_in_parts(settling: tuple[Settling, Clock]) -> None:
    files, clock = settling
    taken = []
    for number in range(700):
        files.note([str(number)])
        found = files.take()
        if found is not None:
            taken.append(len(found[0]))
        clock.now += 0.1
    assert len(taken) == 2
    assert min(taken) > 250


def test_a_file_that_grows_keeps_nobody_waiting(settling: tuple[Settling, Clock]) -> None:
    files, clock = settling
    files.note(["grows", "done"])
    clock.now += 0.4
    files.note(["grows"])
    clock.now += 0.2
    assert files.take() == ({"done"}, frozenset({"grows"}))
    for _ in range(10):
        clock.now += 0.4
        files.note(["grows"])
        assert files.take() is None
    clock.now += QUIET
    assert files.take() == ({"grows"}, frozenset())


def test_a_file_that_grows_without_end_is_looked_at(settling: tuple[Settling, Clock]) -> None:
    files, clock = settling
    files.note(["log"])
    while clock.now < 100 + BURST - 0.2:
        clock.now += 0.1
        files.note(["log"])
        assert files.take() is None
    clock.now += 0.3
    files.note(["log"])
    assert files.take() == ({"log"}, frozenset())


def test_what_is_being_written_is_left_to_a_later_run(tmp_path: Path) -> None:
    old = story(tmp_path / "s", "old.txt")
    held = story(tmp_path / "s", "held.txt")
    young = story(tmp_path / "s", "young.txt")
    ahead = story(tmp_path / "s", "ahead.txt")
    past = time.time() - 100
    for file in (old, held):
        os.utime(file, (past, past))
    os.utime(ahead, (past + 5000, past + 5000))  # another computer's clock
    archive = Archive(tmp_path / ".newsgrep")
    report = archive.index([tmp_path / "s"], Options(unsettled=frozenset({str(held)}), settle=50.0))
    assert sorted(report.waiting) == sorted([str(held), str(young)])
    assert sorted(archive.paths("*")) == sorted([str(old), str(ahead)])
    assert archive.index().added == 2
    # What is known of a file stays while it is written anew.
    story(tmp_path / "s", "held.txt", "barge")
    report = archive.index([], Options(unsettled=frozenset({str(held)})))
    assert (report.removed, report.unchanged, archive.count("barge")) == (0, 4, 0)


# A watch as a process


class Watched:
    """A ``newsgrep index --watch --json`` and what it told."""

    def __init__(self, base: Path, *arguments: str) -> None:
        self.index = base / ".newsgrep"
        self.process = subprocess.Popen(
            [sys.executable, "-m", "newsgrep", "index", "--watch", "--json", *arguments],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=base, env=environment(),
        )  # fmt: skip
        self._told: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._told.put(json.loads(line))

    def next(self, event: str = "indexed", seconds: float = 30) -> dict[str, Any]:
        told = self._told.get(timeout=seconds)
        assert told["event"] == event, told
        assert told["schema"] == 1
        return told

    def quiet(self, seconds: float) -> bool:
        try:
            return self._told.get(timeout=seconds) is None
        except queue.Empty:
            return True

    def count(self, query: str) -> int:
        with Archive(self.index) as archive:
            return archive.count(query)

    def stop(self, number: int = signal.SIGTERM) -> tuple[int, str]:
        self.process.send_signal(number)
        assert self.process.stderr is not None
        code = self.process.wait(timeout=20)
        return code, self.process.stderr.read().decode()


@pytest.fixture
def watch(tmp_path: Path) -> Iterator[Callable[..., Watched]]:
    started: list[Watched] = []

    def start(*arguments: str) -> Watched:
        time.sleep(QUIET + 0.1)  # what is there already is no longer being written
        started.append(Watched(tmp_path, *arguments))
        return started[-1]

    yield start
    for one in started:
        if one.process.poll() is None:
            one.process.kill()
        one.process.wait()


POSIX = pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")


@POSIX
def test_what_changes_is_searchable_at_once(tmp_path: Path, watch: Callable[..., Watched]) -> None:
    stories = tmp_path / "stories"
    story(stories, "a.txt")
    one = watch("stories")
    assert one.next()["added"] == 1
    assert one.next("watching")["paths"] == [str(stories)]
    seconds = []
    for number in range(3):
        begun = time.monotonic()
        story(stories, f"new{number}.txt")
        assert one.next()["added"] == 1
        assert one.count("ferry") == 2 + number
        seconds.append(time.monotonic() - begun)
    assert min(seconds) < 2
    story(stories, "a.txt", "barge")
    assert one.next()["changed"] == 1
    assert (one.count("barge"), one.count("ferry")) == (1, 3)
    (stories / "a.txt").rename(stories / "b.txt")
    assert one.next()["moved"] == 1
    (stories / "b.txt").unlink()
    assert one.next()["removed"] == 1
    deep = stories / "deep" / "deeper"
    deep.mkdir(parents=True)
    story(deep, "c.txt")
    assert one.next()["added"] == 1
    # Its own files, hidden ones and other kinds are no news, nor is another command's reading.
    story(stories, ".hidden.txt")
    (stories / "picture.png").write_bytes(b"\x89PNG")
    one.count("ferry")
    assert one.quiet(2.5)


@POSIX
def test_a_burst_is_one_run(tmp_path: Path, watch: Callable[..., Watched]) -> None:
    stories = tmp_path / "stories"
    stories.mkdir()
    one = watch("stories")
    one.next()
    one.next("watching")
    for number in range(1000):
        story(stories, f"{number}.txt")
    assert one.next()["added"] == 1000
    assert one.quiet(1.5)


@pytest.mark.skipif(sys.platform != "linux", reason="other systems have no such names")
def test_a_name_that_is_no_utf_8_is_taken_in_like_others(
    tmp_path: Path, watch: Callable[..., Watched]
) -> None:
    stories = tmp_path / "stories"
    stories.mkdir()
    (stories / os.fsdecode(b"old-\xff.txt")).write_text("Sold\n\nThe barge was sold at noon.\n")
    one = watch("stories")
    assert one.next()["added"] == 1
    one.next("watching")
    (stories / os.fsdecode(b"new-\xe9.txt")).write_text("Sold\n\nThe yawl was sold at noon.\n")
    assert one.next()["added"] == 1
    story(stories, "last.txt", "tug")
    assert one.next()["added"] == 1
    assert (one.count("yawl OR tug OR barge"), one.quiet(1.5)) == (3, True)


@POSIX
def test_a_file_that_is_being_written_is_waited_for(
    tmp_path: Path, watch: Callable[..., Watched]
) -> None:
    stories = tmp_path / "stories"
    stories.mkdir()
    one = watch("stories")
    one.next()
    one.next("watching")
    with open(stories / "grows.txt", "w") as file:
        for number in range(12):
            file.write(f"The ferry number {number} was sold at noon in the port of Orlo.\n\n")
            file.flush()
            time.sleep(0.2)
            if number == 4:
                story(stories, "done.txt", "barge")
    first = one.next()
    assert (first["added"], first["waiting"]) == (1, [str(stories / "grows.txt")])
    assert one.next()["added"] == 1
    assert (one.count("number"), one.count('"number 11"'), one.quiet(1)) == (1, 1, True)


@POSIX
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_clean(tmp_path: Path, watch: Callable[..., Watched], number: int) -> None:
    stories = tmp_path / "stories"
    story(stories, "a.txt")
    one = watch("stories")
    one.next()
    one.next("watching")
    begun = time.monotonic()
    code, said = one.stop(number)
    assert (code, "Traceback" in said) == (0, False)
    assert time.monotonic() - begun < 20
    one.next("stopped")
    assert one.count("ferry") == 1


@POSIX
def test_alerts_are_run_after_each_commit(
    tmp_path: Path, newsgrep: Command, watch: Callable[..., Watched]
) -> None:
    stories = tmp_path / "stories"
    story(stories, "a.txt")
    newsgrep("alert", "add", "ferry", "ferry", "--feed", "stories/ferry.xml")
    one = watch("stories", "--alert")
    one.next()
    assert one.next("alert")["total"] == 1
    one.next("watching")
    story(stories, "b.txt")
    one.next()
    told = one.next("alert")
    assert [hit["title"] for hit in told["hits"]] == ["The ferry of b.txt"]
    # The feed lies among the stories, and is no news.
    assert one.quiet(2.5)


@POSIX
def test_a_file_of_its_own_and_a_folder_that_comes_back(
    tmp_path: Path, watch: Callable[..., Watched]
) -> None:
    stories, alone = tmp_path / "stories", tmp_path / "alone.txt"
    story(stories, "a.txt")
    story(tmp_path, "alone.txt", "barge")
    one = watch("stories", "alone.txt")
    assert one.next()["added"] == 2
    one.next("watching")
    fresh = story(tmp_path, "fresh.tmp", "trawler")
    fresh.replace(alone)
    assert one.next()["changed"] == 1
    assert one.count("trawler") == 1
    (stories / "a.txt").unlink()
    stories.rmdir()
    time.sleep(6)
    story(stories, "z.txt", "tanker")
    while not one.count("tanker"):
        one._told.get(timeout=20)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_it_sleeps_at_no_cost(tmp_path: Path, watch: Callable[..., Watched]) -> None:
    stories = tmp_path / "stories"
    for number in range(300):
        story(stories, f"{number}.txt")
    one = watch("stories")
    one.next()
    one.next("watching")

    def used() -> float:
        fields = Path(f"/proc/{one.process.pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    time.sleep(2)
    before = used()
    time.sleep(4)
    assert used() - before <= 0.04  # one part in a hundred; in truth a thirtieth of that


def test_a_watch_that_only_looks_is_refused(tmp_path: Path, newsgrep: Command) -> None:
    story(tmp_path / "stories", "a.txt")
    done = newsgrep("index", "--watch", "--dry-run", "stories")
    assert (done.code, "leave out --dry-run" in done.err) == (2, True)
    done = newsgrep("index", "--watch")
    assert (done.code, "nothing to watch" in done.err) == (2, True)
    with pytest.raises(UsageError):
        Archive(tmp_path / ".newsgrep").watching(Options(dry_run=True))


def test_alerts_are_run_after_a_single_run_too(tmp_path: Path, newsgrep: Command) -> None:
    story(tmp_path / "stories", "a.txt")
    newsgrep("alert", "add", "ferry", "ferry")
    done = newsgrep("index", "stories", "--alert")
    assert (done.code, done.out.startswith("@ferry  1 new\n")) == (0, True)
    assert newsgrep("index", "stories", "--alert").out == ""


def test_in_python(tmp_path: Path) -> None:
    old = story(tmp_path / "stories", "a.txt")
    os.utime(old, (1_500_000_000, 1_500_000_000))
    archive = Archive(tmp_path / ".newsgrep")
    watch = archive.watching()
    added = []
    for report in watch.reports([str(tmp_path / "stories")]):
        added.append(report.added)
        if len(added) == 2:
            watch.stop()
        story(tmp_path / "stories", "b.txt")
    assert added == [1, 1]


def test_an_index_that_is_moved_away_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from newsgrep.ingest import watching

    monkeypatch.setattr(watching, "_AGAIN", 0.2)
    stories = tmp_path / "stories"
    story(stories, "1.txt")
    archive = Archive(tmp_path / "index")
    told: list[str] = []
    watch = archive.watching(tell=lambda event: told.append(str(event)))
    found: queue.Queue[object] = queue.Queue()

    def reading() -> None:
        for report in watch.reports([str(stories)]):
            found.put(report)

    thread = threading.Thread(target=reading)
    thread.start()
    found.get(timeout=30)
    (tmp_path / "index").rename(tmp_path / "away")
    story(stories, "2.txt")
    deadline = time.monotonic() + 30
    while not any("no index found" in one for one in told) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not (tmp_path / "index").exists()
    (tmp_path / "away").rename(tmp_path / "index")
    found.get(timeout=30)
    watch.stop()
    thread.join(30)
    assert Archive(tmp_path / "index").count("ferry") == 2


@pytest.mark.parametrize("form", ["--json", "--quiet", "text"])
def test_what_a_watch_tells(
    tmp_path: Path, inside: Command, monkeypatch: pytest.MonkeyPatch, form: str
) -> None:
    """In this process: a file comes, another cannot be read, the alerts fail, and it is ended."""
    stories = tmp_path / "stories"
    old = story(stories, "a.txt")
    os.utime(old, (1_500_000_000, 1_500_000_000))
    inside("index", "stories", "-q")
    inside("alert", "add", "ferry", "ferry", "--feed", "ferry.xml")
    (tmp_path / "ferry.xml").write_text("<mine/>")
    make = Watch.reports

    def reports(self: Watch, paths: Sequence[str] = ()) -> Iterator[Report]:
        for number, report in enumerate(make(self, paths)):
            if not number:
                threading.Thread(target=changing, args=(self,), daemon=True).start()
            yield report

    def changing(watch: Watch) -> None:
        story(stories, "b.txt")
        (stories / "c.pdf").write_bytes(b"%PDF-1.4 no more")
        deadline = time.monotonic() + 30
        while time.monotonic() < deadline and Archive(tmp_path / ".newsgrep").count("ferry") < 2:
            time.sleep(0.2)
        time.sleep(0.5)
        watch.stop()

    monkeypatch.setattr(Watch, "reports", reports)
    more = () if form == "text" else (form,)
    done = inside("index", "stories", "--watch", "--alert", *more)
    assert done.code == 0, done.err
    assert Archive(tmp_path / ".newsgrep").count("ferry") == 2
    told = done.out + done.err
    if form == "--json":
        events = [json.loads(line)["event"] for line in done.out.splitlines()]
        assert events[0] == "indexed"
        assert events[-1] == "stopped" and "watching" in events and events.count("indexed") >= 2
        assert "is no feed of newsgrep" in told
    elif form == "--quiet":
        assert "added" not in told
    else:
        assert "1 added" in told and "is no feed of newsgrep" in told
