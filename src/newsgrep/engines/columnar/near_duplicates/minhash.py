"""Signatures of texts, by which near-copies are told: equal bands of a MinHash.

Every run of three words is hashed once, and the least hash in each of 64 bins kept (one
permutation hashing: P. Li, A. Owen, C. Zhang, 2012), empty bins filled from their neighbours
(densification: A. Shrivastava, P. Li, 2014). Four bins make a band; two texts that share a
share *s* of their runs share about ``16 * s ** 4`` of 16 bands. All of it by whole arrays, since
the words are numbers already when a segment is written; a library would want them as strings.
"""

from __future__ import annotations

import zlib

import numpy as np
from numpy.typing import NDArray

from newsgrep.engines.columnar.segment.inverter import ChunkNumbers, Documents
from newsgrep.engines.columnar.segment.portions import portions

BANDS = 16
ROWS = 4
BINS = BANDS * ROWS
BAND_BYTES = 3
"""Of a band as it is kept: of a million articles one in seventeen has a band of another's by
chance, and copies agree in several."""
WIDEST = (1 << 8 * BAND_BYTES) - 1
RUN = 3
FEWEST_RUNS = 24
"""Texts with fewer runs of words have no signature: too little to tell copies by."""

Signatures = NDArray[np.uint32]
_MIX = np.uint64(0x9E3779B97F4A7C15)
_EMPTY = np.uint32(0xFFFFFFFF)


def _word_hashes(numbers: ChunkNumbers) -> NDArray[np.uint64]:
    """A hash for each distinct chunk, the same in every segment; 0 for marks and labels."""
    hashes = [0 if c < " " else zlib.crc32(c.lower().encode()) | 1 for c in numbers]
    return np.array(hashes, dtype=np.uint64)


AT_ONCE = 1 << 17
"""Chunks whose runs are hashed at once, about: each takes some fifty bytes for that time."""


def signatures(documents: Documents, numbers: ChunkNumbers) -> Signatures:
    """The bands of each document; all 0 for those too short."""
    whole = np.array(documents.whole, dtype=np.int64)
    starts = np.cumsum(whole) - whole
    # Words of the text alone: headlines are what copies are given anew.
    begins = starts + np.array(documents.title, dtype=np.int64) + 2
    ends = starts + np.array(documents.text, dtype=np.int64)
    chunks = np.frombuffer(documents.chunks, dtype=np.int32)
    hashes = _word_hashes(numbers)
    bands = np.zeros((len(whole), BANDS), dtype=np.uint32)
    for first, end in portions(starts, AT_ONCE):
        origin = int(starts[first])
        there = chunks[origin : int(ends[end - 1])]
        bands[first:end] = _bands_of(
            hashes[there], begins[first:end] - origin, ends[first:end] - origin
        )
    return bands


def _bands_of(
    hashes: NDArray[np.uint64], begins: NDArray[np.int64], ends: NDArray[np.int64]
) -> Signatures:
    """The bands of some documents, whose texts have their words' hashes from here to there."""
    count = len(begins)
    lengths = np.maximum(ends - begins, 0)
    owner = np.repeat(np.arange(count, dtype=np.int32), lengths)
    at = np.arange(len(owner)) + np.repeat(begins - (np.cumsum(lengths) - lengths), lengths)
    words = hashes[at]
    kept = words != 0
    words, owner = words[kept], owner[kept]
    if len(words) < RUN:
        return np.zeros((count, BANDS), dtype=np.uint32)
    with np.errstate(over="ignore"):
        runs = words[2:] * _MIX
        runs = (runs ^ (runs >> np.uint64(29)) ^ words[1:-1]) * _MIX
        runs = (runs ^ (runs >> np.uint64(31)) ^ words[:-2]) * _MIX
        runs ^= runs >> np.uint64(32)
    together = owner[2:] == owner[:-2]
    runs, owner = runs[together], owner[:-2][together]
    least = np.full(count * BINS, _EMPTY, dtype=np.uint32)
    bins = owner.astype(np.int64) * BINS + (runs & np.uint64(BINS - 1)).astype(np.int64)
    np.minimum.at(least, bins, (runs >> np.uint64(8)).astype(np.uint32))
    bands = _banded(_densified(least.reshape(count, BINS)))
    bands[np.bincount(owner, minlength=count) < FEWEST_RUNS] = 0
    return bands


def _densified(table: NDArray[np.uint32]) -> NDArray[np.uint32]:
    """Empty bins filled with the nearest full one to the right, and how far it was mixed in."""
    filled = table.copy()
    for step in range(1, BINS):
        empty = filled == _EMPTY
        if not empty.any():
            break
        nearest = np.roll(table, -step, axis=1)
        usable = empty & (nearest != _EMPTY)
        filled[usable] = nearest[usable] ^ np.uint32(step * 0x9E3779B1 & 0xFFFFFFFF)
    return filled


def _banded(table: NDArray[np.uint32]) -> Signatures:
    rows = table.reshape(len(table), BANDS, ROWS).astype(np.uint64)
    mixed = np.zeros((len(table), BANDS), dtype=np.uint64)
    with np.errstate(over="ignore"):
        for row in range(ROWS):
            mixed = (mixed ^ rows[:, :, row]) * _MIX
            mixed ^= mixed >> np.uint64(31)
    bands: Signatures = (mixed >> np.uint64(7)).astype(np.uint32) & np.uint32(WIDEST)
    return np.maximum(bands, 1)


def as_stored(bands: Signatures) -> bytes:
    """Signatures at three bytes a band, which is how a segment keeps them."""
    return bands.astype("<u4").view(np.uint8).reshape(-1, 4)[:, :BAND_BYTES].tobytes()


def from_stored(data: memoryview) -> Signatures:
    """What :func:`as_stored` gave the bytes of: a row of :data:`BANDS` a document."""
    wide = np.zeros((len(data) // BAND_BYTES, 4), dtype=np.uint8)
    wide[:, :BAND_BYTES] = np.frombuffer(data, dtype=np.uint8).reshape(-1, BAND_BYTES)
    bands: Signatures = wide.view("<u4").reshape(-1, BANDS)
    return bands
