"""Which documents of a segment are deleted: a bit set in an immutable file of its own."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from newsgrep.storage.section_file import SectionFile, SectionWriter


def write_deletions(path: Path, deleted: Iterable[int], count: int) -> int:
    """Write the document numbers ``deleted`` of ``count``; how many they are."""
    bits = bytearray((count + 7) // 8)
    for number in deleted:
        bits[number >> 3] |= 1 << (number & 7)
    out = SectionWriter(path)
    out.section("bits", bits)
    out.finish({"documents": count})
    return sum(byte.bit_count() for byte in bits)


def read_deletions(path: Path) -> set[int]:
    """The document numbers in a file of deletions."""
    file = SectionFile(path)
    bits = file.read("bits")
    found = {
        8 * at + bit for at, byte in enumerate(bits) if byte for bit in range(8) if byte >> bit & 1
    }
    del bits
    file.close()
    return found
