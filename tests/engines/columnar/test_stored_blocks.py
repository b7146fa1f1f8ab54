"""Stored values are unpacked as far as they are asked for, and damage is told as damage."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from random import Random

import pytest

from newsgrep.engines.columnar.segment.compression import pack
from newsgrep.engines.columnar.segment.doc_store import STEP, Stored, StoredBlocks, write_stored
from newsgrep.errors import IndexDamaged
from newsgrep.storage.section_file import SectionFile, SectionWriter


def stored(path: Path, values: Sequence[bytes], block_size: int) -> Stored:
    blocks = StoredBlocks(block_size)
    for value in values:
        blocks.add(value)
    out = SectionWriter(path)
    write_stored(out, "texts", blocks)
    out.finish({})
    return Stored(SectionFile(path), "texts", len(values))


def test_values_are_read_in_any_order(tmp_path: Path) -> None:
    draw = Random(1)
    values = [draw.randbytes(draw.choice((0, 3, 900, STEP // 2, 2 * STEP))) for _ in range(60)]
    found = stored(tmp_path / "x", values, 5 * STEP)
    for _ in range(200):
        number = draw.randrange(60)
        assert found[number] == values[number]
    assert list(found) == values


def test_the_end_of_a_block_is_not_unpacked_for_its_beginning(tmp_path: Path) -> None:
    found = stored(tmp_path / "x", [b"a" * 100] * 10_000, 10**7)
    assert found[0] == b"a" * 100
    assert len(found.block(0)._data) < 3 * STEP


@pytest.mark.parametrize("broken", ["no frame", "cut off", "ends early"])
def test_a_broken_block_is_damage_when_it_is_read(tmp_path: Path, broken: str) -> None:
    values = [Random(n).randbytes(STEP) for n in range(4)]
    whole = b"".join([b"\4\0\0\0", *(STEP.to_bytes(4, "little") for _ in values), *values])
    frame = {
        "no frame": b"these bytes are no frame",
        "cut off": pack(whole)[: 3 * STEP],
        "ends early": pack(whole[: 2 * STEP]),
    }[broken]
    out = SectionWriter(tmp_path / "x")
    out.section("texts", frame)
    out.section("texts.offsets", bytes(8))
    out.section("texts.firsts", bytes(4))
    out.finish({})
    found = Stored(SectionFile(tmp_path / "x"), "texts", 4)
    if broken != "no frame":
        assert found[0] == values[0]
    with pytest.raises(IndexDamaged, match="texts: "):
        found[3]
