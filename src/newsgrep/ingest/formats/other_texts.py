"""Texts of one record beside the article itself: what they say besides is kept, once.

A record may have its text twice (as markup and plain, cleaned, cut off) and may have other texts
(a translation, captions, what an editor noted). The former are left out, the latter stand below.
"""

from __future__ import annotations

from collections.abc import Iterable

from newsgrep.text.letters import letters

_SHINGLE = 4
"""Letters that are compared together, so that scripts without blanks are compared alike."""
_SAME = 0.5
"""The share of a text's shingles that the article has as well, from which on it says the same."""
_LONGEST = 200_000
"""Characters of a text that are compared."""


def with_other_texts(text: str, others: Iterable[str], beside: str = "") -> str:
    """``text``, and below it those of ``others`` that say something else, a paragraph each.

    ``beside`` is what the record says in other fields, and need not be said again.
    """
    told = [text]
    known: set[str] | None = None
    for other in sorted(filter(str.strip, others), key=len, reverse=True):
        if other.strip() in text:
            continue
        known = _shingles(text) | _shingles(beside) if known is None else known
        own = _shingles(other)
        if not own or sum(one in known for one in own) >= _SAME * len(own):
            continue
        known |= own
        told.append(other.strip())
    return "\n\n".join(filter(None, told))


def _shingles(text: str) -> set[str]:
    """The runs of letters in a text; of one that is shorter, itself."""
    alone = letters(text[:_LONGEST])
    return {alone[at : at + _SHINGLE] for at in range(max(1, len(alone) - _SHINGLE + 1))} - {""}
