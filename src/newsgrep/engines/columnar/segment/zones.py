"""Zone codes: how often a word occurs in an article, its headline and its lead, in four bits.

The fifteen commonest triples have a code each; code 15 means that the triple itself is in
the posting list's exceptions.
"""

from __future__ import annotations

TRIPLES: tuple[tuple[int, int, int], ...] = (
    (1, 0, 0), (1, 1, 0), (1, 0, 1), (2, 0, 0), (2, 1, 0),
    (2, 0, 1), (2, 1, 1), (3, 0, 0), (3, 0, 1), (3, 1, 1),
    (4, 0, 0), (3, 1, 0), (4, 0, 1), (4, 1, 1), (5, 0, 0),
)  # fmt: skip
"""(occurrences, of them in the headline, of them in the lead) for each code."""

EXCEPTION = 15

FREQUENCIES = tuple(triple[0] for triple in TRIPLES)
