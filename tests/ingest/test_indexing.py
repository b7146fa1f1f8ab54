"""Keeping an index in step with its files, whatever happens to either."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from itertools import count
from pathlib import Path
from typing import Any

import format_samples
import pytest
from conftest import environment
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgrep import Archive, Options, Report, Request, Selection
from newsgrep.engines import local
from newsgrep.errors import (
    IndexDamaged,
    IndexLocked,
    IndexUntrusted,
    IndexVersionUnknown,
    NoIndexFound,
    NotAnIndex,
    PathNotFound,
    UsageError,
)
from newsgrep.ingest.background_merge import Merge
from newsgrep.ingest.catalog import FileEntry
from newsgrep.ingest.events import Event, Warned
from newsgrep.storage.folder import FORMAT, IndexFolder, Manifest
from newsgrep.storage.location import locate


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "stories"
    made.mkdir()
    for name in ("a", "b", "c"):
        write(made / f"{name}.txt", f"Title {name}\n\nThe word {name * 3} is here.")
    return made


def write(path: Path, text: str) -> None:
    """Write a file as if long ago, so that its time can be trusted."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    old = time.time() - 3600 + next(_SECONDS)
    os.utime(path, (old, old))


_SECONDS = count()
"""Each file is written a second later than the one before."""


def run(archive: Archive, *paths: Path, **options: object) -> Report:
    return archive.index(paths, Options(jobs=1, **options))  # type: ignore[arg-type]


def counts(report: Report) -> tuple[int, int, int, int]:
    return report.added, report.changed, report.removed, report.unchanged


def titles(archive: Archive) -> list[str]:
    return sorted(hit.title for hit in archive.search("*", limit=None).hits)


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    return Archive(tmp_path / ".newsgrep")


def test_added_unchanged_changed_removed(archive: Archive, folder: Path) -> None:
    assert counts(run(archive, folder)) == (3, 0, 0, 0)
    assert counts(run(archive, folder)) == (0, 0, 0, 3)
    write(folder / "b.txt", "Title new\n\nOther words.")
    (folder / "c.txt").unlink()
    write(folder / "d.txt", "Title d\n\nText.")
    assert counts(run(archive, folder)) == (1, 1, 1, 1)
    assert titles(archive) == ["Title a", "Title d", "Title new"]
    assert archive.count(Request("bbb")) == 0


def test_a_touched_file_is_the_same_file(archive: Archive, folder: Path) -> None:
    run(archive, folder)
    os.utime(folder / "a.txt")
    assert counts(run(archive, folder)) == (0, 0, 0, 3)


def test_a_change_that_keeps_size_and_time_is_seen_while_the_clock_is_coarse(
    archive: Archive, folder: Path
) -> None:
    file = folder / "a.txt"
    file.write_text("Title a\n\nThe word aaa is here.")
    run(archive, folder)
    status = file.stat()
    file.write_text("Title a\n\nThe word zzz is here.")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    run(archive, folder)
    assert archive.count(Request("zzz")) == 1


def test_a_moved_file_is_followed(archive: Archive, folder: Path) -> None:
    run(archive, folder)
    (folder / "a.txt").rename(folder / "moved.txt")
    report = run(archive, folder)
    assert (report.moved, *counts(report)) == (1, 0, 0, 0, 2)
    assert [hit.path.rpartition("/")[2] for hit in archive.search("aaa").hits] == ["moved.txt"]


def test_one_folder_never_touches_the_articles_of_another(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    run(archive, folder)
    write(tmp_path / "other" / "x.txt", "Title x\n\nText.")
    (folder / "a.txt").unlink()
    assert counts(run(archive, tmp_path / "other")) == (1, 0, 0, 0)
    assert len(titles(archive)) == 4
    assert run(archive).removed == 1  # with no paths, all that were given before


def test_what_cannot_be_read_is_told_counted_and_kept(archive: Archive, folder: Path) -> None:
    write(folder / "empty.txt", "")
    write(folder / "bad.json", "{")
    write(folder / "lines.jsonl", '{"text": "One here."}\n{"x": 1}\n')
    events: list[Event] = []
    report = archive.index([folder], tell=events.append)
    assert (report.added, report.failed) == (4, 3)
    assert {Path(e.path).name for e in events if isinstance(e, Warned)} == {
        "empty.txt", "bad.json", "lines.jsonl",
    }  # fmt: skip
    kept = [(Path(path).name, failure.record) for path, failure in archive.failures()]
    assert kept == [("bad.json", 0), ("empty.txt", 0), ("lines.jsonl", 2)]
    assert archive.index([folder]).failed == 0  # told once, until the file changes


def test_what_lacked_an_extra_is_read_when_that_is_installed(
    archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clips = tmp_path / "clips"
    clips.mkdir()
    (clips / "quay.pdf").write_bytes(format_samples.two_columns())
    os.utime(clips / "quay.pdf", (1_600_000_000, 1_600_000_000))
    # Files that may bring a process down are read in one of its own.
    (tmp_path / "sitecustomize.py").write_text("import sys; sys.modules['pypdfium2'] = None")
    path = os.environ.get("PYTHONPATH", "")
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{path}")
    run(archive, clips)
    ((_, failure),) = archive.failures()
    assert "newsgrep[pdf]" in failure.reason
    monkeypatch.setenv("PYTHONPATH", path)
    run(archive, clips)
    assert titles(archive) == ["Port Ellis to close its quay"]


def test_an_article_is_kept_when_its_file_can_no_longer_be_read(
    archive: Archive, folder: Path
) -> None:
    run(archive, folder)
    write(folder / "a.txt", "")
    report = run(archive, folder)
    assert report.failed == 1
    assert archive.count(Request("aaa")) == 1


def test_what_is_passed_over(archive: Archive, folder: Path, tmp_path: Path) -> None:
    write(folder / ".hidden.txt", "Hidden\n\nText.")
    write(folder / ".git" / "x.txt", "Hidden\n\nText.")
    write(folder / "code.py", "print()")
    (folder / "picture").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    write(folder / "drafts" / "d.txt", "Draft\n\nText.")
    write(folder / "sub" / "keep.txt", "Keep\n\nText.")
    write(folder / "sub" / "no.txt", "No\n\nText.")
    write(folder / ".newsgrepignore", "drafts/\n")
    write(folder / "sub" / ".newsgrepignore", "no.*\n")
    os.symlink(tmp_path, folder / "loop")
    report = run(archive, folder)
    assert titles(archive) == ["Keep", "Title a", "Title b", "Title c"]
    assert (report.failed, report.passed_over) == (0, 2)


def test_include_exclude_and_size(archive: Archive, folder: Path) -> None:
    write(folder / "notes.log", "Log\n\nText.")
    write(folder / "big.txt", "Big\n\n" + "word " * 1000)
    selection = Selection(include=("*.log", "b*.txt"), exclude=("b.txt",), max_size=2000)
    report = run(archive, folder, selection=selection)
    assert titles(archive) == ["Log"]
    assert report.failed == 1  # big.txt, which was asked for


def test_symbolic_links_are_followed_when_asked_and_loops_survived(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    write(tmp_path / "far" / "x.txt", "Far\n\nText.")
    os.symlink(tmp_path / "far", folder / "far")
    os.symlink(folder, folder / "loop")
    os.symlink(folder / "nowhere", folder / "dangling.txt")
    report = run(archive, folder, selection=Selection(follow_symlinks=True))
    assert "Far" in titles(archive)
    assert report.added == 4
    assert report.failed == 1  # the dangling one


@pytest.mark.skipif(os.name == "nt", reason="no such files")
def test_odd_files_are_survived(archive: Archive, folder: Path) -> None:
    os.mkfifo(folder / "pipe.txt")
    name = os.fsdecode(b"latin-\xe9\n.txt")
    write(folder / name, "Odd\n\nText of the odd one.")
    report = run(archive, folder)
    assert (report.added, report.failed) == (4, 1)
    (path,) = archive.paths(Request("odd"))
    assert os.fsencode(path).endswith(b"latin-\xe9\n.txt")


def test_dry_run_does_nothing(archive: Archive, folder: Path) -> None:
    report = run(archive, folder, dry_run=True)
    assert (report.files, report.added) == (3, 3)
    assert not archive.folder.path.exists()


def test_nothing_to_index(archive: Archive, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="nothing to index"):
        run(archive)
    with pytest.raises(PathNotFound):
        run(archive, tmp_path / "nowhere")
    assert not archive.folder.path.exists()


def test_processes_give_what_one_gives(archive: Archive, folder: Path, tmp_path: Path) -> None:
    for number in range(300):
        write(folder / f"n{number}.txt", f"Number {number}\n\n" + f"word{number} text " * 400)
    archive.index([folder], Options(jobs=2))
    alone = Archive(tmp_path / "alone" / "index")
    alone.index([folder], Options(jobs=1))
    assert titles(archive) == titles(alone)
    for query in ("text", "word7", "number", "word1*"):
        ours = [(hit.title, hit.score) for hit in archive.search(query, limit=None).hits]
        theirs = [(hit.title, hit.score) for hit in alone.search(query, limit=None).hits]
        assert sorted(ours) == sorted(theirs)


def test_memory_is_kept_by_writing_more_segments(folder: Path, tmp_path: Path) -> None:
    from newsgrep.engines.columnar.engine import ColumnarEngine
    from newsgrep.ingest.reader_process import Reader

    segments: list[object] = []
    (tmp_path / "index").mkdir()
    reader = Reader(ColumnarEngine().writer, tmp_path / "index", 1, segments.append)
    from conftest import article

    for number in range(4):
        reader.add(article(number, text="word " * 50))
    reader.flush()
    assert len(segments) == 4


def test_rebuilding_swaps_in_one_step(archive: Archive, folder: Path, tmp_path: Path) -> None:
    write(tmp_path / "other" / "gone.txt", "Gone\n\nText.")
    run(archive, folder, tmp_path / "other")
    shutil.rmtree(tmp_path / "other")
    reader = Archive(archive.folder.path)
    assert len(titles(reader)) == 4
    report = run(archive, folder, rebuild=True)
    assert report.added == 3
    # What no path of this run covers is not lost, though its file is.
    assert titles(archive) == ["Gone", "Title a", "Title b", "Title c"]
    assert len(titles(reader)) == 4
    assert reader.refresh()
    assert len(titles(reader)) == 4
    assert {file.name for file in archive.folder.path.iterdir()} >= {"manifest.json"}
    assert not (archive.folder.path / "manifest.rebuild.json").exists()


def test_a_rebuild_replaces_an_index_that_cannot_be_read(archive: Archive, folder: Path) -> None:
    run(archive, folder)
    (archive.folder.path / "manifest.json").write_text("{")
    with pytest.raises(IndexDamaged) as caught:
        run(archive, folder)
    assert "--rebuild" in caught.value.hint
    run(archive, folder, rebuild=True)
    assert len(titles(archive)) == 3


def test_many_small_runs_do_not_leave_many_files(archive: Archive, folder: Path) -> None:
    for number in range(40):
        write(folder / f"n{number}.txt", f"Number {number}\n\nText.")
        run(archive, folder)
    names = [file.name for file in archive.folder.path.iterdir()]
    assert sum(name.endswith(".seg") for name in names) < 16
    assert sum(name.endswith(".files") for name in names) <= 17
    assert len(titles(archive)) == 43


NAMES = st.sampled_from(["a.txt", "b.txt", "sub/c.txt", "sub/d.txt"])
CHANGES = st.lists(
    st.tuples(NAMES, st.sampled_from(["write", "remove", "index"]), st.integers(0, 5))
)


@given(CHANGES)
@settings(max_examples=25)
def test_after_any_changes_the_index_is_that_of_the_files(tmp_path_factory, changes) -> None:  # type: ignore[no-untyped-def]
    base = tmp_path_factory.mktemp("changes")
    folder = base / "stories"
    write(folder / "always.txt", "Always\n\nHere.")
    archive = Archive(base / "index")
    files = {"always.txt": "Always"}
    for name, action, version in [*changes, ("", "index", 0)]:
        if action == "write":
            title = f"Title {version}"
            write(folder / name, f"{title}\n\nText of {name}.")
            files[name] = title
        elif action == "remove":
            (folder / name).unlink(missing_ok=True)
            files.pop(name, None)
        else:
            run(archive, folder)
            assert titles(archive) == sorted(files.values())


# The folder


def test_where_the_index_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NEWSGREP_INDEX", raising=False)
    below = tmp_path / "x" / "y"
    below.mkdir(parents=True)
    assert locate(start=below) == below / ".newsgrep"
    index = tmp_path / ".newsgrep"
    index.mkdir()
    IndexFolder(index).commit(Manifest())
    assert locate(start=below) == index
    monkeypatch.setenv("NEWSGREP_INDEX", str(tmp_path / "env"))
    assert locate(start=below) == tmp_path / "env"
    assert locate(str(tmp_path / "given"), below) == tmp_path / "given"


def test_the_folder_is_private_and_paths_are_relative_to_its_parent(
    archive: Archive, folder: Path, tmp_path: Path
) -> None:
    run(archive, folder)
    if os.name != "nt":
        assert archive.folder.path.stat().st_mode & 0o777 == 0o700
    moved = tmp_path / "elsewhere"
    moved.mkdir()
    archive.close()
    shutil.move(archive.folder.path, moved / ".newsgrep")
    shutil.move(folder, moved / "stories")
    assert counts(run(Archive(moved / ".newsgrep"), moved / "stories")) == (0, 0, 0, 3)


def test_no_index(tmp_path: Path) -> None:
    with pytest.raises(NoIndexFound, match="no index found"):
        Archive(tmp_path / "none").search("x")


def test_a_folder_of_other_things_is_not_made_an_index(folder: Path) -> None:
    with pytest.raises(NotAnIndex):
        run(Archive(folder), folder)


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can")
def test_an_index_of_another_user_is_not_trusted(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(archive, folder)
    os.chown(archive.folder.path / "manifest.json", 12345, 12345)
    with pytest.raises(IndexUntrusted, match=r"another user.*12345") as caught:
        Archive(archive.folder.path).search("x")
    assert "NEWSGREP_TRUST_INDEX" in caught.value.hint
    monkeypatch.setenv("NEWSGREP_TRUST_INDEX", "1")
    assert Archive(archive.folder.path).search("title").total == 3


def test_another_format_is_refused(archive: Archive, folder: Path) -> None:
    run(archive, folder)
    manifest = archive.folder.path / "manifest.json"
    manifest.write_text(manifest.read_text().replace(f'"format": {FORMAT}', '"format": 99', 1))
    with pytest.raises(IndexVersionUnknown, match="format 99"):
        Archive(archive.folder.path).search("x")


def test_a_missing_file_of_the_index_is_noticed(archive: Archive, folder: Path) -> None:
    run(archive, folder)
    next(archive.folder.path.glob("*.seg")).unlink()
    with pytest.raises(IndexDamaged, match="missing"):
        Archive(archive.folder.path).search("x")


def test_a_second_writer_waits_and_is_told_who_holds_the_index(
    archive: Archive, folder: Path
) -> None:
    run(archive, folder)
    with archive.folder.locked(0), pytest.raises(IndexLocked, match=f"process {os.getpid()}"):
        run(Archive(archive.folder.path), folder, wait=0.2)
    assert counts(run(archive, folder)) == (0, 0, 0, 3)


def test_a_file_written_while_it_is_read_is_read_again() -> None:
    now = 1_000_000_000_000_000_000
    entry = FileEntry(size=10, mtime=now, read_at=now + 1, hash="x", articles=1)
    assert not entry.looks_unchanged(10, now)
    assert FileEntry(10, now, now + 3_000_000_000, "x", 1).looks_unchanged(10, now)


# Processes that die


def start(tmp_path: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        [sys.executable, "-m", "newsgrep", "index", "--index", str(tmp_path / "index"), *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        cwd=tmp_path,
    )


def listening(index: Path) -> None:
    """Wait until a run has begun, and takes signals."""
    until = time.monotonic() + 30
    while not (index / "writer.json").exists() and time.monotonic() < until:
        time.sleep(0.05)


@pytest.fixture
def many(tmp_path: Path) -> Path:
    folder = tmp_path / "many"
    for number in range(1500):
        write(
            folder / f"{number // 100}" / f"{number}.txt",
            f"Title {number}\n\n" + "some of the text was in it and at that " * 24,
        )
    return folder


@pytest.mark.skipif(os.name == "nt", reason="no such signals")
@pytest.mark.parametrize("delay", [0.4, 0.9, 1.4])
def test_a_killed_run_loses_nothing_that_was_committed(
    many: Path, tmp_path: Path, delay: float
) -> None:
    first = many / "0"
    archive = Archive(tmp_path / "index")
    archive.index([first])
    process = start(tmp_path, str(many), "--jobs", "2")
    time.sleep(delay)
    process.kill()
    process.communicate()
    found = archive.search("title", limit=1).total
    assert found == 100 or found == 1500 or 100 < found < 1500
    archive.close()
    assert Archive(tmp_path / "index").index([many]).articles == 1500
    assert sorted(p.suffix for p in (tmp_path / "index").iterdir() if p.suffix == ".tmp") == []


@pytest.mark.skipif(os.name == "nt", reason="no such signals")
def test_ctrl_c_commits_and_says_how_to_go_on(many: Path, tmp_path: Path) -> None:
    process = start(tmp_path, str(many), "--jobs", "2", "--json")
    listening(tmp_path / "index")
    time.sleep(0.5)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=60)
    if process.returncode == 130:
        assert b"The same command goes on" in err
        report = json.loads(out)
        assert report["interrupted"] is True
        assert report["articles"] == report["added"]
    again = Archive(tmp_path / "index")
    assert again.index([many]).articles == 1500


def test_a_reader_that_dies_costs_one_file(tmp_path: Path) -> None:
    from newsgrep.ingest.messages import Task
    from newsgrep.ingest.pool import Done, Workers

    folder = tmp_path / "index"
    folder.mkdir()
    tasks = []
    for number in range(600):
        path = tmp_path / "in" / f"{number}.txt"
        write(path, f"Title {number}\n\nText.")
        size = path.stat().st_size
        tasks.append(Task(str(path), f"in/{number}.txt", size, 0, None, False))
    workers = Workers(local().writer, folder, 2, 50 << 20)
    killed = False
    outcomes = []
    for news in workers.run(tasks, 30.0):
        if not killed and isinstance(news, list):
            workers._workers[0].process.kill()
            killed = True
        if isinstance(news, Done):
            outcomes += news.outcomes
    assert sorted(o.task.stored for o in outcomes) == sorted(t.stored for t in tasks)
    assert all(o.entry.articles == 1 for o in outcomes)


class LateMerge(Merge):
    """A merge that is never done before it is waited for."""

    begun = 0

    def __init__(self, *given: Any) -> None:
        super().__init__(*given)
        LateMerge.begun += 1

    @property
    def is_done(self) -> bool:
        return False


def test_articles_that_change_while_their_segments_merge_are_replaced(
    archive: Archive, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("newsgrep.ingest.retrying.BATCH_FILES", 1)
    monkeypatch.setattr("newsgrep.ingest.run.CHECKPOINT_SECONDS", 0.0)
    monkeypatch.setattr("newsgrep.ingest.parallelism.CHECKPOINT_SECONDS", 0.0)
    monkeypatch.setattr("newsgrep.ingest.committing.Merge", LateMerge)
    for word in ("before", "meanwhile", "after"):
        for number in range(20):
            write(folder / f"more-{number}.txt", f"Title {number}\n\nThe word is {word} {number}.")
        run(archive, folder)
    assert LateMerge.begun > 2
    found = {word: Archive(archive.folder.path).search(word).total for word in
             ("before", "meanwhile", "after")}  # fmt: skip
    assert found == {"before": 0, "meanwhile": 0, "after": 20}
    assert Archive(archive.folder.path).check().damages == ()


def test_articles_that_go_from_a_file_of_many_are_counted(tmp_path: Path) -> None:
    rows = [json.dumps({"title": f"T{n}", "text": f"Text {n}."}) for n in range(10)]
    file = tmp_path / "a.jsonl"
    file.write_text("\n".join(rows))
    archive = Archive(tmp_path / ".newsgrep")
    archive.index([file])
    file.write_text("\n".join(rows[3:]))
    report = archive.index([file])
    assert (report.removed, archive.count("*")) == (3, 7)


def test_another_index_in_the_folder_is_no_material(tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "a.txt").write_text("Title\n\nText.")
    Archive(folder / "old").index([folder])
    archive = Archive(tmp_path / "index")
    report = archive.index([folder])
    assert (report.added, report.failed) == (1, 0)
    assert list(archive.failures()) == []
