"""A file to its articles: hashes, names, what is said of what cannot be read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import article

from newsgrep import Archive, Options, Reading, extract_articles
from newsgrep.ingest import reader
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.reader import OpenFile, dated_by_file, is_article_name, is_plain


@pytest.mark.parametrize("size", [10, 5000])
def test_a_file_has_one_hash_whether_it_is_held_or_streamed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    data = os.urandom(size)
    (tmp_path / "a.txt").write_bytes(data)
    found = set()
    for whole in (1 << 20, 1):
        monkeypatch.setattr(reader, "WHOLE", whole)
        with OpenFile(str(tmp_path / "a.txt")) as file:
            found.add(file.hash)
            assert file.stream.read() == data
    assert len(found) == 1
    assert len(next(iter(found))) >= 16
    assert hashlib.blake2b(data).hexdigest() not in found, "a short one will do"


@pytest.mark.parametrize(
    ("name", "holds"),
    [("a.txt", True), ("a", True), ("a.py", False), ("a.csv.gz", True), ("a.png", False)],
)
def test_names_that_may_hold_articles(name: str, holds: bool) -> None:
    assert is_article_name(f"/in/{name}") is holds


def test_plain_files_bring_no_process_down() -> None:
    assert is_plain("A.TXT")
    assert not is_plain("a.pdf")


def test_undated_articles_by_the_time_of_their_file() -> None:
    dated = dated_by_file(article(date="2017-03-04"), 0)
    assert dated.date == "2017-03-04"
    undated = dated_by_file(article(), 1_488_585_600_000_000_000)
    assert undated.date.startswith("2017-03-04T00:00:00")
    assert undated.facts["date"].confidence < 0.5


def test_names_none_finds_none(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ferry sinks\n\nAda Orlo said that the ferry sank on Monday.\n")
    archive = Archive(tmp_path / "index")
    archive.index([tmp_path / "a.txt"], Options(reading=Reading(names="none")))
    assert archive.article(str(tmp_path / "a.txt")).people == ()


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (RecursionError("deep"), "too complex to read (RecursionError)"),
        (MemoryError(), "too complex to read (MemoryError)"),
        (OSError(5, "Input/output error"), "Input/output error"),
        (ZeroDivisionError("x"), "could not be understood"),
    ],
)
def test_what_is_said_of_what_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, error: Exception, reason: str
) -> None:
    (tmp_path / "a.txt").write_text("Ferry sinks\n\nIt sank.\n")

    def fails(*given: object) -> Iterator[None]:
        yield from ()
        raise error

    monkeypatch.setattr(reader, "read_stream", fails)
    (found,) = extract_articles(tmp_path / "a.txt")
    assert isinstance(found, Failure)
    assert found.reason.startswith(reason)


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    (found,) = extract_articles(tmp_path / "gone.txt")
    assert isinstance(found, Failure)
    assert "No such file" in found.reason
