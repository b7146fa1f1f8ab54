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

_NUMBER = re.compile(rb"[\x80-\xff]*[\x00-\x7f]")

LONG_RUN = 1 << 16
"""Runs of more bytes than this are decoded with NumPy."""


def encode(values: NDArray[np.integer]) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
    """The bytes of non-negative ``values`` (below 2**35), and how many each takes."""
    import numpy as np

    sizes = np.ones(len(values), dtype=np.uint8)
    longer = np.flatnonzero(values > 127)
    if not len(longer):
        return values.astype(np.uint8), sizes
    # Most numbers take one byte; only the others are looked at again.
    rest = values[longer] >> 7
    for bits in (0, 7, 14, 21):
        sizes[longer] += rest >> bits > 0
    starts = np.cumsum(sizes, dtype=np.int64)
    out = np.empty(int(starts[-1]), dtype=np.uint8)
    starts -= sizes
    out[starts] = values & 127
    at = starts[longer]
    while len(at):
        out[at] |= 128
        at += 1
        out[at] = rest & 127
        rest >>= 7
        goes_on = rest > 0
        at, rest = at[goes_on], rest[goes_on]
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


def split(data: memoryview) -> list[bytes]:
    """The bytes of each integer in ``data``, for those who want a few of them."""
    return _NUMBER.findall(data)
