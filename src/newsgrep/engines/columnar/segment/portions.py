"""Work cut into portions: what is done by whole arrays takes memory for all of them at once."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray


def portions(running: NDArray[Any], most: int) -> Iterator[tuple[int, int]]:
    """The items whose sizes add up to ``running``, in portions of ``most``, about: none is divided.

    Each portion as the first item and the last but one; none where there are no items.
    """
    portion = running // most
    cuts = (np.flatnonzero(portion[1:] != portion[:-1]) + 1).tolist()
    return pairwise(dict.fromkeys([0, *cuts, len(running)]))
