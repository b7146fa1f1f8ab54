"""The values of a field that are written nearly as what was typed."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

from newsgrep.text.fold import fold


def nearest(values: Iterable[str], text: str) -> list[str]:
    """Those of ``values`` that are nearly ``text``, or have a word that is; three at most."""
    folded = {fold(value): value for value in sorted(values)}
    wanted = fold(text)
    near = [folded[name] for name in get_close_matches(wanted, folded, n=3, cutoff=0.6)]
    for name, value in folded.items():
        if value not in near and get_close_matches(wanted, name.split(), n=1, cutoff=0.6):
            near.append(value)
    return near[:3]
