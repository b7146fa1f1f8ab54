"""What is only so on Windows or macOS, through fakes, so that every machine tests it."""

from __future__ import annotations

import ntpath
import os
import signal
import sys
import threading
import time
from pathlib import Path, PureWindowsPath
from typing import Any, Literal
from unicodedata import normalize

import pytest

from newsgrep import Archive, Request
from newsgrep.cli.main import main
from newsgrep.ingest import parallelism
from newsgrep.ingest.pool import Workers
from newsgrep.ingest.time_limit import TookTooLong, at_most, can_interrupt
from newsgrep.storage.folder import MANIFEST, IndexFolder, Manifest

TEXT = "Ferry runs again\n\nThe ferry to Orlo ran again on Monday, the harbour said.\n"


class Windows:
    """``os`` as Windows has it: no folders are opened, there are no user numbers."""

    name = "nt"
    sep = "\\"
    path = os.path

    def __getattr__(self, name: str) -> object:
        if name in ("geteuid", "getuid", "sched_getaffinity"):
            raise AttributeError(name)
        return getattr(os, name)

    def open(self, path: Path, flags: int, mode: int = 0o777) -> int:
        if self.name == "nt" and os.path.isdir(path):
            raise PermissionError(13, "Permission denied", str(path))
        return os.open(path, flags, mode)


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> Windows:
    """The index folder on Windows."""
    fake = Windows()
    monkeypatch.setattr("newsgrep.storage.folder.os", fake)
    monkeypatch.setattr("newsgrep.storage.folder._WINDOWS_PAUSE", 0.0)
    return fake


def refusing(monkeypatch: pytest.MonkeyPatch, method: str, times: int) -> list[Path]:
    """Lets a method of paths be refused so often, as where somebody has the file open."""
    refused: list[Path] = []
    plain = getattr(Path, method)

    def step(path: Path, *arguments: object) -> object:
        if len(refused) < times:
            refused.append(path)
            raise PermissionError(13, "The process cannot access the file", str(path))
        return plain(path, *arguments)

    monkeypatch.setattr(Path, method, step)
    return refused


def an_index(path: Path) -> IndexFolder:
    folder = IndexFolder(path)
    folder.make()
    return folder


def test_windows_commits_without_flushing_a_folder(windows: Windows, tmp_path: Path) -> None:
    folder = an_index(tmp_path / "index")
    folder.commit(Manifest(roots=("stories",)))
    folder.require()
    assert folder.manifest().roots == ("stories",)


def test_windows_replaces_a_manifest_once_its_readers_are_done(
    windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = an_index(tmp_path / "index")
    folder.commit(Manifest(roots=("old",)))
    refused = refusing(monkeypatch, "replace", 3)
    folder.commit(Manifest(generation=1, roots=("new",)))
    assert len(refused) == 3
    assert folder.manifest().roots == ("new",)
    assert not (tmp_path / "index" / "manifest.json.tmp").exists()


def test_windows_reads_a_manifest_once_it_has_been_replaced(
    windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = an_index(tmp_path / "index")
    folder.commit(Manifest(roots=("stories",)))
    refused = refusing(monkeypatch, "read_bytes", 2)
    assert folder.manifest().roots == ("stories",)
    assert len(refused) == 2


@pytest.mark.parametrize("system", ["nt", "posix"])
def test_what_is_never_permitted_is_said(
    system: str, windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    windows.name = system
    folder = an_index(tmp_path / "index")
    refused = refusing(monkeypatch, "replace", 10_000)
    with pytest.raises(PermissionError):
        folder.commit(Manifest())
    assert len(refused) == (101 if system == "nt" else 1)
    assert not (tmp_path / "index" / MANIFEST).exists()


def test_windows_leaves_a_file_that_a_reader_has_open_to_a_later_run(
    windows: Windows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = an_index(tmp_path / "index")
    for name in ("a.seg", "b.seg", "kept.seg"):
        (folder.path / name).touch()
    refused = refusing(monkeypatch, "unlink", 1)
    folder.remove_leftovers({"kept.seg"})
    assert [path.name for path in refused] == [
        path.name for path in folder.path.glob("*.seg") if path.name != "kept.seg"
    ]
    folder.remove_leftovers({"kept.seg"})
    assert [path.name for path in folder.path.glob("*.seg")] == ["kept.seg"]


def test_paths_of_windows_are_stored_with_slashes(
    windows: Windows, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(windows, "path", ntpath)
    monkeypatch.setattr(windows, "getcwd", lambda: "C:\\news\\2017", raising=False)
    folder = IndexFolder(PureWindowsPath("C:\\news\\.newsgrep"))  # type: ignore[arg-type]
    assert folder.stored("C:\\news") == "."
    assert folder.stored("C:\\news\\2017\\a.txt") == "2017/a.txt"
    assert folder.stored("D:\\other\\b.txt") == "D:/other/b.txt"
    assert folder.absolute("2017/a.txt") == "C:\\news\\2017\\a.txt"
    assert folder.shown("2017/a.txt") == "a.txt"
    assert folder.shown("D:/other/b.txt") == "D:\\other\\b.txt"


@pytest.mark.skipif(not hasattr(signal, "setitimer"), reason="has no timers")
def test_a_timer_ends_what_takes_too_long() -> None:
    assert can_interrupt()
    with pytest.raises(TookTooLong), at_most(0.05):
        time.sleep(5)


def test_without_timers_there_is_no_limit_from_within(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "setitimer", raising=False)
    assert not can_interrupt()
    with at_most(0.01):
        time.sleep(0.05)


def test_other_threads_cannot_be_interrupted() -> None:
    told: list[bool] = []
    thread = threading.Thread(target=lambda: told.append(can_interrupt()))
    thread.start()
    thread.join()
    assert told == [False]


def test_without_timers_another_process_reads(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """So that one that hangs can be ended from outside."""
    made: list[object] = []

    class Counted(Workers):
        def __init__(self, *given: Any) -> None:
            made.append(given)
            super().__init__(*given)

    monkeypatch.setattr(parallelism, "Workers", Counted)
    (tmp_path / "a.txt").write_text(TEXT)
    archive = Archive(tmp_path / "with")
    archive.index([tmp_path / "a.txt"])
    assert len(made) == (0 if can_interrupt() else 1)
    made.clear()
    monkeypatch.setattr(parallelism, "can_interrupt", lambda: False)
    monkeypatch.delattr(os, "sched_getaffinity", raising=False)
    archive = Archive(tmp_path / "without")
    archive.index([tmp_path / "a.txt"])
    assert len(made) == 1
    assert archive.count("ferry") == 1


Form = Literal["NFC", "NFD"]
FORMS: tuple[Form, ...] = ("NFC", "NFD")
"""Accents as letters, or as characters of their own (macOS)."""


@pytest.fixture(params=FORMS)
def accented(request: pytest.FixtureRequest, tmp_path: Path) -> Archive:
    """An article whose name has accents, as letters or as characters of their own (macOS)."""
    folder = tmp_path / normalize(request.param, "Río Añil")
    folder.mkdir()
    (folder / normalize(request.param, "José Peña.txt")).write_text(TEXT)
    (folder / "jose pena.txt").write_text("Other\n\nAnother ferry, of another line, sank.\n")
    archive = Archive(tmp_path / "index")
    archive.index([folder])
    return archive


@pytest.mark.parametrize("typed", FORMS)
@pytest.mark.parametrize("pattern", ["José*", "josé peña", "río añil/*peña.txt", "JOSÉ PEÑA"])
def test_accents_of_paths_are_found_however_they_are_written(
    accented: Archive, typed: Form, pattern: str
) -> None:
    found = accented.search(Request("ferry", path=normalize(typed, pattern))).hits
    assert [hit.title for hit in found] == ["Ferry runs again"]


@pytest.mark.parametrize("typed", FORMS)
def test_an_article_is_shown_by_its_path_however_it_is_written(
    accented: Archive, typed: Form, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert accented.article(normalize(typed, "Río Añil/José Peña.txt")).title == "Ferry runs again"
    with pytest.raises(Exception, match="no article"):
        accented.article("Río Añil/José Pena.txt")


def test_windows_opens_with_what_it_has_for_the_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    story = tmp_path / "a.txt"
    story.write_text(TEXT)
    Archive(tmp_path / "index").index([story])
    opened: list[str] = []
    monkeypatch.setattr(os, "startfile", opened.append, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert main(["open", str(story), "--index", str(tmp_path / "index")]) == 0
    assert [Path(path).resolve() for path in opened] == [story.resolve()]
