"""A run that is stopped in the middle of a file: what was read is kept, and it goes on there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import environment
from test_indexing import listening

from newsgrep import Archive, Options, Report
from newsgrep.ingest.events import Event, Progress
from newsgrep.ingest.run import Run

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no such signals")
MANY = 1500
WORDS = "harbour quay fleet diesel minister budget wall border tunnel strike court ferry".split()
SMALL = "the of and to in that by for".split()


def records(count: int, words: int = 150) -> Iterator[str]:
    for number in range(count):
        # With the words of English, so that no process has to load the model that tells languages.
        text = " ".join(
            f"{SMALL[n % len(SMALL)]} {WORDS[(number * 7 + n * n) % len(WORDS)]}"
            for n in range(words // 2)
        )
        yield json.dumps({"title": f"Title {number}", "text": f"Record{number} says. {text}."})


@pytest.fixture(scope="module")
def big(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file of many records, which takes some seconds."""
    file = tmp_path_factory.mktemp("big") / "export.jsonl"
    file.write_text("\n".join(records(MANY)))
    os.utime(file, (1_500_000_000, 1_500_000_000))
    return file


def start(index: Path, *arguments: str | Path) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "newsgrep", "index", "--index", str(index), *map(str, arguments)],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment(), start_new_session=True,
    )  # fmt: skip


def titles(index: Path) -> list[str]:
    with Archive(index) as archive:
        return sorted(article.title for _, article in archive.snapshot.everything())


STOPS = [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]


@pytest.mark.parametrize(("number", "code"), STOPS)
@pytest.mark.parametrize("group", [True, False])
def test_a_signal_stops_within_a_file_and_the_next_run_goes_on(
    big: Path, tmp_path: Path, number: int, code: int, group: bool
) -> None:
    index = tmp_path / "index"
    process = start(index, big, "--json", "--jobs", "2")
    listening(index)
    time.sleep(0.5)
    sent = time.monotonic()
    # A terminal, timeout and systemd send it to all processes, others to one alone.
    (os.killpg if group else os.kill)(process.pid, number)
    out, err = process.communicate(timeout=60)
    seconds = time.monotonic() - sent
    if process.returncode == 0:
        pytest.skip("the machine was faster than the signal")
    assert process.returncode == code, err
    assert b"The same command goes on" in err
    assert b"Traceback" not in err
    assert seconds < 5  # a second; others use this machine, too
    report = json.loads(out)
    assert report["interrupted"]
    assert 0 <= report["articles"] < MANY
    if report["articles"]:
        assert report["unfinished"] == [str(big)]
        with Archive(index) as archive:
            assert archive.stats().unfinished == (str(big),)
            assert archive.stats().totals.articles == report["articles"]
    again = Archive(index).index([big])
    assert again.added == MANY - report["articles"]
    assert (again.articles, again.unfinished) == (MANY, [])
    assert titles(index) == sorted(f"Title {n}" for n in range(MANY))
    assert Archive(index).index([big]).unchanged == MANY


def stopped_after(index: Path, file: Path, articles: int, **options: object) -> Report:
    """A run in which :meth:`Run.stop` is called when so many articles are read."""
    run: Run | None = None

    def tell(event: Event) -> None:
        if isinstance(event, Progress) and event.articles >= articles:
            assert run is not None
            run.stop()

    run = Archive(index).indexing(Options(jobs=1, **options), tell)  # type: ignore[arg-type]
    return run.execute([str(file)])


def test_progress_tells_of_bytes_and_articles_within_a_file(big: Path, tmp_path: Path) -> None:
    seen: list[Progress] = []
    Archive(tmp_path / "index").index(
        [big], Options(jobs=1), lambda e: seen.append(e) if isinstance(e, Progress) else None
    )
    within = [step for step in seen if 0 < step.bytes < step.bytes_total]
    assert within
    assert all(0 < step.articles < MANY and step.files == 0 for step in within[1:])
    assert [step.bytes for step in seen] == sorted(step.bytes for step in seen)
    assert seen[-1].bytes == seen[-1].bytes_total == big.stat().st_size
    assert seen[-1].articles == MANY


def test_a_file_that_changed_since_is_read_from_its_beginning(tmp_path: Path) -> None:
    index, file = tmp_path / "index", tmp_path / "export.jsonl"
    file.write_text("\n".join(records(3000)))
    report = stopped_after(index, file, 1)
    assert 0 < report.articles < 3000
    lines = list(records(3000))
    file.write_text("\n".join(reversed(lines)))
    report = Archive(index).index([file])
    assert report.articles == 3000
    assert titles(index) == sorted(f"Title {n}" for n in range(3000))


def test_a_changed_file_keeps_its_articles_until_it_is_read_whole(tmp_path: Path) -> None:
    index, file = tmp_path / "index", tmp_path / "export.jsonl"
    file.write_text("\n".join(records(3000)))
    Archive(index).index([file])
    file.write_text("\n".join([*records(3000), json.dumps({"title": "New", "text": "One more."})]))
    report = stopped_after(index, file, 1)
    assert (report.interrupted, report.articles, report.unfinished) == (True, 3000, [])
    assert titles(index) == sorted(f"Title {n}" for n in range(3000))
    assert Archive(index).index([file]).articles == 3001


def test_a_rebuild_goes_on_within_a_file(big: Path, tmp_path: Path) -> None:
    index = tmp_path / "index"
    Archive(index).index([big])
    report = stopped_after(index, big, 1, rebuild=True)
    assert report.interrupted
    assert Archive(index).search("*").total == MANY
    again = Archive(index).index([big], Options(rebuild=True))
    assert again.added == MANY - report.articles
    assert titles(index) == sorted(f"Title {n}" for n in range(MANY))


def test_long_files_are_committed_part_by_part(
    big: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsgrep.ingest.run.CHECKPOINT_SECONDS", 0.0)
    monkeypatch.setattr("newsgrep.ingest.parallelism.CHECKPOINT_SECONDS", 0.3)
    index = tmp_path / "index"
    generations: set[int] = set()
    archive = Archive(index)
    archive.index(
        [big], Options(jobs=1), lambda _: generations.add(archive.folder.manifest().generation)
    )
    assert len(generations) > 2
    assert titles(index) == sorted(f"Title {n}" for n in range(MANY))
    assert Archive(index).stats().unfinished == ()


def test_records_that_cannot_be_read_are_counted_once(tmp_path: Path) -> None:
    index, file = tmp_path / "index", tmp_path / "export.jsonl"
    lines = list(records(3000))
    lines[1::3] = ["{"] * 1000
    file.write_text("\n".join(lines))
    report = stopped_after(index, file, 1)
    assert report.interrupted
    Archive(index).index([file])
    failed = [failure.record for _, failure in Archive(index).failures()]
    assert failed == list(range(2, 3001, 3))
    assert len(titles(index)) == 2000


def test_of_a_file_that_moved_when_it_was_read_in_part_the_rest_is_new(tmp_path: Path) -> None:
    folder, index = tmp_path / "in", tmp_path / "index"
    folder.mkdir()
    file = folder / "a.jsonl"
    file.write_text("\n".join(records(3000)))
    report = stopped_after(index, folder, 1)
    assert 0 < (known := report.articles) < 3000
    file.rename(folder / "b.jsonl")
    report = Archive(index).index([folder])
    assert (report.moved, report.added, report.articles) == (known, 3000 - known, 3000)
    assert titles(index) == sorted(f"Title {n}" for n in range(3000))


def test_processes_that_read_end_with_the_one_that_started_them(tmp_path: Path) -> None:
    export, index = tmp_path / "export.jsonl", tmp_path / "index"
    some = list(records(100))
    # Reading it all takes half a minute and more, on a machine that has nothing else to do.
    export.write_text("\n".join(some * 200))
    process = start(index, export, "--jobs", "2")
    listening(index)
    time.sleep(1.0)
    process.kill()
    # They hold the other ends of its pipes, too, which end when the last of them does: a process
    # that is still loading beside other tests needs some seconds before it looks.
    process.communicate(timeout=20)
    assert process.returncode == -signal.SIGKILL
    export.write_text("\n".join(some))
    assert Archive(index).index([export]).articles == 100


HELD_BACK = """
import multiprocessing, signal, time
from newsgrep.ingest.pool import _held_back
from newsgrep.ingest.reader_process import SIGNALS

if __name__ == "__main__":
    process = multiprocessing.get_context("spawn").Process(target=time.sleep, args=(0,))
    with _held_back(SIGNALS):
        process.start()
        held = signal.pthread_sigmask(signal.SIG_BLOCK, ())
    process.join()
    print(set(SIGNALS) <= held)
"""


@pytest.mark.skipif(not hasattr(signal, "pthread_sigmask"), reason="signals of POSIX")
def test_the_first_process_is_started_with_its_signals_held_back(tmp_path: Path) -> None:
    script = tmp_path / "held.py"
    script.write_text(HELD_BACK)
    done = subprocess.run([sys.executable, str(script)], capture_output=True, timeout=60)
    assert done.stdout.strip() == b"True", done.stderr
