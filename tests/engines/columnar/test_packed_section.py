"""A section in compressed pieces gives the bytes that it was given, wherever they are cut."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsgrep.engines.columnar.segment.packed_section import (
    MAX_UNPACKED,
    PIECE,
    PackedSection,
    PackedWriter,
)
from newsgrep.errors import IndexDamaged
from newsgrep.storage.section_file import SectionFile, SectionWriter


def section_of(path: Path, *runs: bytes) -> PackedSection:
    out = SectionWriter(path)
    out.section("before", b"something else")
    packed = PackedWriter(out)
    at = 0
    for run in runs:
        assert packed.size == at
        packed.append(memoryview(run))
        at += len(run)
    packed.end("numbers")
    out.finish({})
    return PackedSection(SectionFile(path), "numbers")


sizes = st.lists(
    st.one_of(st.integers(0, 40), st.integers(PIECE - 2, PIECE + 2), st.integers(0, 3 * PIECE)),
    max_size=6,
)


@given(sizes=sizes, data=st.data())
def test_any_bytes_are_read_as_they_were_written(
    tmp_path_factory: pytest.TempPathFactory, sizes: list[int], data: st.DataObject
) -> None:
    runs = [bytes((at * 7 + size) % 251 for at in range(size)) for size in sizes]
    whole = b"".join(runs)
    section = section_of(tmp_path_factory.mktemp("packed") / "x", *runs)
    assert bytes(section.read(0, len(whole))) == whole
    for _ in range(5):
        start = data.draw(st.integers(0, len(whole)))
        end = data.draw(st.integers(start, len(whole)))
        assert bytes(section.read(start, end)) == whole[start:end]


def test_what_is_alike_takes_less_room(tmp_path: Path) -> None:
    section_of(tmp_path / "x", bytes(10 * PIECE), b"\1" * 10 * PIECE)
    assert (tmp_path / "x").stat().st_size < PIECE


def test_no_more_pieces_are_kept_than_said(tmp_path: Path) -> None:
    run = bytes(range(256)) * (PIECE // 256)
    section = section_of(tmp_path / "x", *[run] * (MAX_UNPACKED + 10))
    for number in range(MAX_UNPACKED + 10):
        assert bytes(section.read(number * PIECE, (number + 1) * PIECE)) == run
        assert len(section._unpacked) <= MAX_UNPACKED


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (0, 11), (8, 7), (11, 11)])
def test_bytes_that_there_are_not_are_damage(tmp_path: Path, start: int, end: int) -> None:
    section = section_of(tmp_path / "x", b"0123456789")
    with pytest.raises(IndexDamaged, match="numbers ends early"):
        section.read(start, end)


def test_pieces_that_cannot_be_unpacked_are_damage(tmp_path: Path) -> None:
    out = SectionWriter(tmp_path / "x")
    out.section("numbers", b"these bytes are no frame")
    out.section("numbers.starts", memoryview(b"".join(n.to_bytes(8, "little") for n in (0, 24))))
    out.section("numbers.offsets", memoryview(b"".join(n.to_bytes(8, "little") for n in (0, 24))))
    out.finish({})
    with pytest.raises(IndexDamaged, match="numbers: "):
        PackedSection(SectionFile(tmp_path / "x"), "numbers").read(0, 24)
