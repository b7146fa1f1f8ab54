"""The engines: what answers questions from an index.

An index is a list of immutable segments, named in the archive's manifest. A writer makes new
ones, a snapshot reads them, and a commit is the archive writing another list. ``interface``
says what an engine is; ``columnar`` is the local one, ``opensearch`` one on a cluster, ``joint``
searches indexes of several as one, and ``whoosh`` shows local files to Whoosh.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsgrep.storage.folder import IndexFolder
from newsgrep.storage.location import is_address, locate

if TYPE_CHECKING:
    from newsgrep.engines.interface import Engine, Snapshot
    from newsgrep.engines.whoosh.index import WhooshIndex
    from newsgrep.storage.segment_ref import SegmentRef


def local() -> Engine:
    """The engine of indexes on this machine."""
    from newsgrep.engines.columnar.engine import ColumnarEngine

    return ColumnarEngine()


def index_at(named: str | None) -> tuple[IndexFolder, Engine]:
    """The index that a folder or an address names, and its engine.

    By default what :func:`newsgrep.storage.location.locate` finds. Raises :class:`UsageError`.
    """
    named = named or os.environ.get("NEWSGREP_INDEX") or None
    if named is not None and is_address(named):
        from newsgrep.engines.opensearch.engine import engine_at
        from newsgrep.engines.opensearch.store import ClusterStore

        engine = engine_at(named)
        return ClusterStore(engine), engine
    return IndexFolder(locate(named)), local()


def joined(opened: Sequence[tuple[Engine, Snapshot]]) -> Snapshot:
    """One snapshot of several indexes, each given with its engine; it closes theirs.

    What an engine joins by itself is one part of it; what it does not, a part each.
    """
    groups: list[list[int]] = []
    for number, (engine, _) in enumerate(opened):
        for group in groups:
            if engine.joins(opened[group[0]][0]):
                group.append(number)
                break
        else:
            groups.append([number])
    parts = [opened[group[0]][0].joined([opened[n][1] for n in group]) for group in groups]
    if len(parts) == 1:
        return parts[0]
    from newsgrep.engines.joint.snapshot import joint

    return joint(parts, groups)


def as_whoosh(folder: Path, segments: Sequence[SegmentRef]) -> WhooshIndex:
    """The segments of a folder as Whoosh sees them."""
    from newsgrep.engines.whoosh.index import WhooshIndex

    return WhooshIndex(folder, segments)
