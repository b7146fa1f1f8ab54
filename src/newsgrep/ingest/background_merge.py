"""A merge of segments that goes on beside the reading, so that readers need not wait for it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from newsgrep.storage.segment_ref import SegmentRef

if TYPE_CHECKING:
    from newsgrep.engines.interface import Engine


class Merge:
    """Some segments on their way to be one; nothing is committed here.

    The thread is a daemon: a run that is broken off leaves a file that no manifest names,
    which the next run removes.
    """

    def __init__(self, engine: Engine, folder: Path, segments: Sequence[SegmentRef]) -> None:
        self.segments = segments
        self._engine = engine
        self._folder = folder
        self._merged: SegmentRef | None = None
        self._error: BaseException | None = None
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        try:
            self._merged = self._engine.merge(self._folder, self.segments)
        except BaseException as error:
            self._error = error

    @property
    def is_done(self) -> bool:
        """Whether :meth:`result` need not wait."""
        return not self._thread.is_alive()

    def wait(self, stopped: Callable[[], bool]) -> bool:
        """Wait until it is done, or until ``stopped``; whether it is done."""
        while self._thread.is_alive():
            if stopped():
                return False
            self._thread.join(0.1)
        return True

    def result(self) -> SegmentRef:
        """The merged segment, when it is written. Raises what merging raised."""
        self._thread.join()
        if self._error is not None:
            raise self._error
        assert self._merged is not None
        return self._merged
