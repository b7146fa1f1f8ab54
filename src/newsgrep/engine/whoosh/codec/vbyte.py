"""Variable-byte integers: seven bits a byte, lowest first, the last byte below 128.

Written with NumPy, whole arrays at a time. Short runs are read in plain Python, so that a
question with a small answer need not import NumPy; see Manning, Raghavan and Schütze,
*Introduction to Information Retrieval*, section 5.3.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    IntArray = NDArray[np.int64]

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
    ends = np.flatnonzero(raw < 128)
    if len(ends) == len(raw):
        return raw.astype(np.int64)
    starts = np.empty_like(ends)
    starts[:1] = 0
    starts[1:] = ends[:-1] + 1
    sizes = ends - starts + 1
    values = (raw[starts] & 127).astype(np.int64)
    for k in range(1, int(sizes.max(initial=1))):
        more = np.flatnonzero(sizes > k)
        values[more] |= (raw[starts[more] + k] & 127).astype(np.int64) << (7 * k)
    return values


def decode(data: memoryview) -> list[int]:
    """All the integers in ``data``, as a list."""
    raw = bytes(data)
    if raw.isascii():
        return list(raw)
    if len(raw) > LONG_RUN:
        listed: list[int] = decode_array(raw).tolist()
        return listed
    values: list[int] = []
    value = shift = 0
    for byte in raw:
        if byte < 128:
            if shift:
                values.append(value | byte << shift)
                value = shift = 0
            else:
                values.append(byte)
        else:
            value |= (byte & 127) << shift
            shift += 7
    return values


def read_one(data: memoryview, at: int) -> tuple[int, int]:
    """The integer at ``at``, and where the next one starts."""
    byte = data[at]
    if byte < 128:
        return byte, at + 1
    value = byte & 127
    shift = 7
    while True:
        at += 1
        byte = data[at]
        value |= (byte & 127) << shift
        if byte < 128:
            return value, at + 1
        shift += 7


def write_one(out: bytearray, value: int) -> None:
    """Append one integer to ``out``."""
    while value > 127:
        out.append((value & 127) | 128)
        value >>= 7
    out.append(value)
