"""The inventory comes back as it was written, whatever is known of its files."""

from __future__ import annotations

import secrets
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrep.errors import IndexDamaged
from newsgrep.ingest.catalog import (
    Changes,
    Failure,
    FileEntry,
    read_inventory,
    write_changes,
    write_inventory,
)
from newsgrep.storage.section_file import SectionWriter

times = st.integers(-1, 1 << 62)
entries = st.builds(
    FileEntry,
    size=st.integers(0, 1 << 40),
    mtime=times,
    read_at=times,
    hash=st.sampled_from(["", "c6c661a2040860120c4a430a2957cc52", "00" * 15 + "01"]),
    articles=st.integers(0, 9_000),
    failures=st.lists(
        st.builds(Failure, st.integers(0, 9), st.text(max_size=9), st.booleans()), max_size=2
    ).map(tuple),
    ctime=st.one_of(st.just(0), times.filter(bool)),
    inode=st.integers(0, 1 << 63),
    stopped_after=st.lists(st.integers(1, 9), max_size=3).map(tuple),
)
# Names that are no UTF-8 are among them.
paths = st.one_of(st.text(max_size=6), st.just("caf\udce9.txt"))


@given(first=st.dictionaries(paths, entries), then=st.dictionaries(paths, st.none() | entries))
def test_an_inventory_and_its_changes(
    tmp_path_factory: pytest.TempPathFactory,
    first: dict[str, FileEntry],
    then: Changes,
) -> None:
    folder = tmp_path_factory.mktemp("files")
    names = write_inventory(folder, first)
    assert read_inventory(folder, names) == first
    names = write_changes(folder, names, dict(first), then)
    now = {path: entry for path, entry in {**first, **then}.items() if entry is not None}
    assert read_inventory(folder, names) == now


def test_an_inventory_that_is_none(tmp_path: Path) -> None:
    out = SectionWriter(tmp_path / "x.files")
    out.section("entries", secrets.token_bytes(30))
    out.section("hashes", b"")
    out.finish({})
    with pytest.raises(IndexDamaged):
        read_inventory(tmp_path, ["x.files"])
