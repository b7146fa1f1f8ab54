"""Variable-byte integers: seven bits a byte, lowest first, the last byte below 128.

Written with NumPy, whole arrays at a time. Short runs are read in plain Python, so that a
question with a small answer need not import NumPy; see Manning, Raghavan and Schütze,
*Introduction to Information Retrieval*, section 5.3.1.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    IntArray = NDArray[np.int64]

_LONGER = re.compile(rb"[\x80-\xff]+[\x00-\x7f]")

LONG_RUN = 1 << 16
"""Runs of more bytes than this are decoded with NumPy."""


def encode(values: IntArray) -> tuple[NDArray[np.uint8], IntArray]:
    """The bytes of non-negative ``values`` (below 2**35), and how many each takes."""
    import numpy as np

    sizes = np.ones(len(values), dtype=np.int64)
    for bits in (7, 14, 21, 28):
        sizes += values >= (1 << bits)
    ends = np.cumsum(sizes)
    out = np.empty(int(ends[-1]) if len(ends) else 0, dtype=np.uint8)
    starts = ends - sizes
    out[starts] = (values & 127) | ((sizes > 1).astype(np.int64) << 7)
    for k in range(1, 5):
        more = np.flatnonzero(sizes > k)
        if not len(more):
            break
        out[starts[more] + k] = ((values[more] >> (7 * k)) & 127) | (
            (sizes[more] > k + 1).astype(np.int64) << 7
        )
    return out, sizes


def decode_array(data: memoryview | bytes | NDArray[np.uint8]) -> IntArray:
    """All the integers in ``data``, as an array."""
    import numpy as np

    raw = np.frombuffer(data, dtype=np.uint8)
    values = raw.astype(np.int64)
    goes_on = raw > 127
    carrying = np.flatnonzero(goes_on)
    if not len(carrying):
        return values
    # Most numbers take one byte. The others are put together from the back, a byte of each at
    # a time, and end up where their first byte was.
    whole = ~goes_on
    first = np.concatenate(([True], whole[:-1]))
    while len(carrying):
        ready = whole[carrying + 1]
        now = carrying[ready]
        values[now] = (values[now] & 127) | (values[now + 1] << 7)
        whole[now] = True
        carrying = carrying[~ready]
    return values[first]


def decode(data: memoryview) -> list[int]:
    """All the integers in ``data``, as a list."""
    raw = bytes(data)
    if raw.isascii():
        return list(raw)
    if len(raw) > LONG_RUN:
        listed: list[int] = decode_array(raw).tolist()
        return listed
    values: list[int] = []
    end = 0
    # Most numbers take one byte: only the longer ones are put together here.
    for match in _LONGER.finditer(raw):
        values += raw[end : match.start()]
        end = match.end()
        value = 0
        for byte in reversed(match.group()):
            value = value << 7 | byte & 127
        values.append(value)
    values += raw[end:]
    return values
