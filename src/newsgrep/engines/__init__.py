"""The engines: what answers questions from an index.

An index is a list of immutable segments, named in the archive's manifest. A writer makes new
ones, a snapshot reads them, and a commit is the archive writing another list. ``interface``
says what an engine is; ``columnar`` is the local one, and ``whoosh`` shows its files to Whoosh.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsgrep.engines.interface import Engine
    from newsgrep.engines.whoosh.index import WhooshIndex
    from newsgrep.storage.segment_ref import SegmentRef


def local() -> Engine:
    """The engine of indexes on this machine."""
    from newsgrep.engines.columnar.engine import ColumnarEngine

    return ColumnarEngine()


def as_whoosh(folder: Path, segments: Sequence[SegmentRef]) -> WhooshIndex:
    """The segments of a folder as Whoosh sees them."""
    from newsgrep.engines.whoosh.index import WhooshIndex

    return WhooshIndex(folder, segments)
