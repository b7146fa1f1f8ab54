"""What scores rest on beside an article itself: how many there are, and how many hold a term.

Lucene's ``CollectionStatistics`` and ``TermStatistics``. Where several indexes are searched as one,
those of all are given from outside.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from newsgrep.engines.columnar.search.query_terms import TermName
from newsgrep.engines.columnar.segment.doc_values import NO_DATE

if TYPE_CHECKING:
    from newsgrep.engines.columnar.search.term_postings import PlannedPostings
    from newsgrep.engines.columnar.segment.reader import Segment

SMALL_ARCHIVE = 1000
"""In archives of fewer articles every word is rare enough to stand close to another by intent."""


class Collection(NamedTuple):
    """How many articles there are, and how long."""

    articles: int
    words: int
    measured: int
    """Articles that the words are of: deleted ones may be among them."""

    @property
    def average_words(self) -> float:
        """The length of an article; at least 1."""
        return max(self.words / max(1, self.measured), 1.0)


class Statistics(Protocol):
    """What the scores of one question rest on."""

    @property
    def collection(self) -> Collection:
        """All articles together."""
        ...

    @property
    def newest(self) -> int:
        """The newest date, in seconds since 1970, or ``doc_values.NO_DATE``."""
        ...

    def doc_freq(self, name: TermName) -> int:
        """How many articles hold a term of the question."""
        ...


class OwnStatistics:
    """Those of some segments alone."""

    def __init__(self, segments: Sequence[Segment], postings: PlannedPostings[Any, Any]) -> None:
        self._segments = segments
        self.collection = collection_of(segments)
        self.doc_freq = postings.doc_freq

    @cached_property
    def newest(self) -> int:
        """The newest date, in seconds since 1970, or ``doc_values.NO_DATE``."""
        return newest_of(self._segments)


def collection_of(segments: Sequence[Segment]) -> Collection:
    """The articles of some segments together."""
    return Collection(
        sum(segment.count - len(segment.deleted) for segment in segments),
        sum(segment.about["words"] for segment in segments),
        sum(segment.count for segment in segments),
    )


def newest_of(segments: Sequence[Segment]) -> int:
    """The newest date of some segments."""
    return max((max(s.dates, default=NO_DATE) for s in segments), default=NO_DATE)


def is_telling(frequency: int, articles: int) -> bool:
    """Whether a word is not in so many articles that it stands close to everything."""
    return articles < SMALL_ARCHIVE or 3 * frequency < articles
