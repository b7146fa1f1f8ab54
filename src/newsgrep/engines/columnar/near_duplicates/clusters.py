"""Clusters: near-duplicates of one text, grouped across the segments of an index.

Documents whose signatures agree in a band are candidates (locality-sensitive hashing: Leskovec,
Rajaraman and Ullman, *Mining of Massive Datasets*, section 3.4); those that agree in enough
bands are copies, and a cluster is what copies connect. The work is sorting, once a run.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.storage.section_file import SectionFile, SectionWriter

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from newsgrep.engines.columnar.doc_address import DocAddress

    Ints = NDArray[np.int64]

SUFFIX = ".clusters"
MIN_BANDS = 3
"""Bands of 16 that copies agree in: two thirds of their runs of words, about."""


def write_clusters(folder: Path, names: Sequence[str], segments: Sequence[Segment]) -> str:
    """Group the undeleted documents of ``segments``; the name of the file that tells how."""
    import secrets

    import numpy as np

    from newsgrep.engines.columnar.near_duplicates.minhash import BANDS, from_stored

    parts = []
    for segment in segments:
        bands = from_stored(segment.copies)
        if segment.deleted:
            bands[sorted(segment.deleted)] = 0
        parts.append(bands)
    bands = np.concatenate(parts) if parts else np.zeros((0, BANDS), dtype=np.uint32)
    group_of = groups_of(bands)
    sizes = np.array([len(part) for part in parts], dtype=np.int64)
    firsts = np.cumsum(sizes) - sizes
    grouped = np.flatnonzero(group_of)
    order = grouped[np.argsort(group_of[grouped], kind="stable")]
    segment_of = np.repeat(np.arange(len(parts)), sizes)[order]
    rows = (segment_of << 32) | (order - firsts[segment_of])
    count = int(group_of.max(initial=0))
    starts = np.searchsorted(group_of[order], np.arange(1, count + 2))
    name = f"{secrets.token_hex(8)}{SUFFIX}"
    out = SectionWriter(folder / name)
    for segment_name, first, size in zip(names, firsts, sizes, strict=True):
        part = group_of[first : first + size].astype(np.uint32)
        out.section(segment_name, part.tobytes())
    out.section("members", rows.astype(np.uint64).tobytes())
    out.section("starts", starts.astype(np.uint32).tobytes())
    out.finish({"clusters": count, "segments": list(names)})
    return name


def groups_of(bands: NDArray[np.uint32]) -> Ints:
    """A group for each document, counted from 1; 0 for those without copies."""
    import numpy as np

    count = len(bands)
    labels = np.arange(count, dtype=np.int64)
    left, right = _pairs(bands)
    while len(left):
        least = np.minimum(labels[left], labels[right])
        before = labels.copy()
        np.minimum.at(labels, left, least)
        np.minimum.at(labels, right, least)
        labels = labels[labels]
        if (labels == before).all():
            break
    members = np.bincount(labels, minlength=count)
    heads = np.flatnonzero(members > 1)
    number = np.zeros(count, dtype=np.int64)
    number[heads] = np.arange(1, len(heads) + 1)
    return number[labels]


def _pairs(bands: NDArray[np.uint32]) -> tuple[Ints, Ints]:
    """Documents that are copies of each other: neighbours in the order of some band."""
    import numpy as np

    found = []
    for band in range(bands.shape[1]):
        keys = bands[:, band]
        filled = np.flatnonzero(keys)
        order = filled[np.argsort(keys[filled], kind="stable")]
        ranked = keys[order]
        same = ranked[1:] == ranked[:-1]
        opens = np.concatenate(([True], ~same))[: len(order)]
        head = order[np.maximum.accumulate(np.where(opens, np.arange(len(order)), 0))]
        # Each with the one before it, and with the first of its run.
        for a, b in ((order[:-1][same], order[1:][same]), (head[1:][same], order[1:][same])):
            agree = (bands[a] == bands[b]).sum(axis=1) >= MIN_BANDS
            found.append(np.stack((a[agree], b[agree])))
    pairs = np.concatenate(found, axis=1) if found else np.zeros((2, 0), dtype=np.int64)
    return pairs[0], pairs[1]


class Clusters:
    """Reads which cluster each document belongs to."""

    def __init__(self, folder: Path, name: str, segments: Sequence[str]) -> None:
        """``segments`` are the names of the searcher's segments, in order."""
        self._file = SectionFile(folder / name) if name else None
        self._groups: list[memoryview[int] | None] = []
        self._place: dict[int, int] = {}
        known: list[str] = self._file.about["segments"] if self._file is not None else []
        for number, segment in enumerate(segments):
            if self._file is not None and segment in known:
                self._groups.append(self._file.read(segment).cast("I"))
                self._place[known.index(segment)] = number
            else:
                self._groups.append(None)

    def __bool__(self) -> bool:
        return any(group is not None for group in self._groups)

    def of(self, address: DocAddress) -> int:
        """The cluster of a document; 0 where it has no copies."""
        groups = self._groups[address[0]]
        return 0 if groups is None else groups[address[1]]

    def groups(self, segment: int) -> memoryview[int] | None:
        """The cluster of each document of a segment; None where it is not known yet."""
        return self._groups[segment]

    def members(self, cluster: int) -> list[DocAddress]:
        """The documents of a cluster."""
        if self._file is None or not cluster:
            return []
        starts = self._file.read("starts").cast("I")
        rows = self._file.read("members").cast("Q")
        found = [rows[at] for at in range(starts[cluster - 1], starts[cluster])]
        return [
            (self._place[row >> 32], row & 0xFFFFFFFF) for row in found if row >> 32 in self._place
        ]

    def close(self) -> None:
        """Let go of the file."""
        self._groups.clear()
        if self._file is not None:
            self._file.close()


class JoinedClusters:
    """The clusters of several indexes; an article's copies are looked for in its own."""

    def __init__(self, parts: Sequence[tuple[Clusters | JoinedClusters, int]]) -> None:
        """``parts`` are clusters, each with the number of segments that it covers."""
        self._parts = [part for part, _ in parts]
        self._part_of = [n for n, (_, count) in enumerate(parts) for _ in range(count)]
        self._first = [
            self._part_of.index(n) if n in self._part_of else 0 for n in range(len(parts))
        ]

    def __bool__(self) -> bool:
        return any(self._parts)

    def of(self, address: DocAddress) -> int:
        """The cluster of a document; 0 where it has no copies."""
        part = self._part_of[address[0]]
        cluster = self._parts[part].of((address[0] - self._first[part], address[1]))
        return cluster << 16 | part if cluster else 0

    def groups(self, segment: int) -> memoryview[int] | None:
        """The cluster of each document of a segment; None where it is not known yet."""
        part = self._part_of[segment]
        return self._parts[part].groups(segment - self._first[part])

    def members(self, cluster: int) -> list[DocAddress]:
        """The documents of a cluster."""
        part = cluster & 0xFFFF
        rows = self._parts[part].members(cluster >> 16)
        return [(self._first[part] + number, document) for number, document in rows]

    def close(self) -> None:
        """Let go of the files of all."""
        for part in self._parts:
            part.close()
