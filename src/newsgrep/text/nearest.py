"""What somebody who mistyped a name may have meant."""

from __future__ import annotations

from collections.abc import Iterable


def did_you_mean(given: str, known: Iterable[str], written: str = "{}") -> str:
    """``did you mean date? `` with the nearest of ``known`` to ``given``; empty where none is near.

    ``written`` is how a name is typed: ``is:{}``.
    """
    from difflib import get_close_matches

    near = get_close_matches(given, list(known), n=1, cutoff=_LEAST)
    return f"did you mean {written.format(near[0])}? " if near else ""


_LEAST = 0.7
"""The share of letters that two names have alike, in their order: of three letters all."""
