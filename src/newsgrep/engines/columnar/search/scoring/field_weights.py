"""What an occurrence of a word counts, by where it stands."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.segment.zones import TRIPLES

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Weight = TypeVar("Weight", float, "NDArray[np.float64]")


class Weighing(NamedTuple):
    """What an occurrence in the headline, and one in the lead, count beyond any other."""

    title: float
    lead: float


PLAIN = Weighing(1.0, 0.1)
"""A headline's words count twice, those of deck and first paragraph a tenth more."""
PROMINENT = Weighing(5.0, 1.5)
"""For ranking by prominence: what an article is about stands at its top."""


def weigh(triple: tuple[Weight, Weight, Weight], zone: str, by: Weighing = PLAIN) -> Weight:
    """The weight of occurrences given as (all, in the headline, in the lead); 0 is no match.

    Of numbers a number, of arrays an array.
    """
    occurrences, in_title, in_lead = triple
    if zone == term_keys.TITLE:
        return (1 + by.title) * in_title
    if zone == term_keys.LEAD:
        return (1 + by.title) * in_title + (1 + by.lead) * in_lead
    if zone == term_keys.BODY:
        return occurrences - in_title + by.lead * in_lead
    return occurrences + by.title * in_title + by.lead * in_lead


@lru_cache(maxsize=32)
def table(zone: str, by: Weighing) -> list[float]:
    """The weight of each zone code; 0 for the code of exceptions."""
    return [*(weigh(triple, zone, by) for triple in TRIPLES), 0.0]
