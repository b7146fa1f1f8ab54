"""What a backend is: how the postings of all segments are made to sets, scores and counts.

There are two, :class:`~.pure_python.PurePython` and :class:`~.numpy_arrays.NumPyArrays`, with the
same answers; ``evaluation.evaluated`` takes one by the number of postings that a plan reads. Each
has a type for sets of documents and one for the postings of a term, which the rest of ``search/``
hands on without looking into them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Literal, Protocol

from newsgrep.engines.columnar.search.backends import D, T

if TYPE_CHECKING:
    from typing import Self

    from newsgrep.engines.columnar.doc_address import DocAddress
    from newsgrep.engines.columnar.search.expanded_terms import ExpandedTerm, Slot
    from newsgrep.engines.columnar.search.multi_reader import MultiReader
    from newsgrep.engines.columnar.search.scoring.field_weights import Weighing
    from newsgrep.engines.columnar.segment.reader import Segment

Column = Literal["dates", "words"]
"""Columns of numbers that documents are chosen and ordered by, as a segment names them."""


class DocumentSet(Protocol):
    """Undeleted documents of all segments; never changed."""

    def __and__(self, other: Self) -> Self: ...

    def __or__(self, other: Self) -> Self: ...

    def __sub__(self, other: Self) -> Self: ...

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[DocAddress]: ...


class TermPostings(Protocol):
    """The documents that hold a term, each with its weighted frequency."""

    @property
    def doc_freq(self) -> int:
        """How many undeleted documents hold the term."""
        ...

    def weight(self, address: DocAddress) -> float:
        """The weighted frequency in a document; 0 where the term is not in it."""
        ...


class Scores(Protocol):
    """The scores of a set of documents."""

    def of(self, address: DocAddress) -> float:
        """The score of a document of the set."""
        ...

    def best(self, wanted: int | None) -> list[tuple[float, DocAddress]]:
        """At least the ``wanted`` best, or all, in no order.

        Of ties at the edge the newer ones are among them, and of those the ones with the lower ids.
        """
        ...

    def scale(self, factor: Callable[[int], float]) -> None:
        """Multiply each score by what ``factor`` gives for the document's date.

        A date is in seconds since 1970, or ``doc_values.NO_DATE``.
        """
        ...


class Backend(Protocol[D, T]):
    """Works out the answers to one question."""

    # Terms

    def postings(self, term: ExpandedTerm, by: Weighing) -> T:
        """Read where a term stands: the documents, with frequencies weighted ``by`` zones."""
        ...

    def documents(self, postings: T) -> D:
        """The documents that hold a term whose postings are read already."""
        ...

    def holding(self, term: ExpandedTerm) -> D:
        """The documents that hold a term; its frequencies are left unread where that can be."""
        ...

    def positions(
        self, slots: Sequence[Slot], addresses: Iterable[DocAddress], most: int
    ) -> dict[DocAddress, list[int]]:
        """Word positions, ascending, of any of some words in each of some documents.

        Left out is what stands in more than ``most`` bytes of positions.
        """
        ...

    # Sets of documents

    def everything(self) -> D:
        """All documents."""
        ...

    def nothing(self) -> D:
        """No document."""
        ...

    def where(self, documents_of: Callable[[Segment], Iterable[int]]) -> D:
        """The documents that a function gives for each segment."""
        ...

    def spanned(self, numbers_of: Callable[[MultiReader], Iterable[int]]) -> D:
        """The documents whose numbers over all segments a function gives."""
        ...

    def between(self, column: Column, least: int, end: int) -> D:
        """The documents whose value in a column is ``least`` or more, and less than ``end``."""
        ...

    def grouped(self, groups: Callable[[int], memoryview[int] | None]) -> D:
        """The documents whose group is not 0; ``groups`` has those of a segment, by its number."""
        ...

    # Scores and counts

    def scores(
        self, documents: D, terms: Iterable[tuple[T, float]], average_words: float
    ) -> Scores:
        """BM25 of some documents; each term comes with what finding it is worth."""
        ...

    def foremost(
        self, documents: D, column: Column | None, wanted: int, *, down: bool
    ) -> Iterable[DocAddress]:
        """Documents among which the first ``wanted`` by a column are: the least, or the greatest.

        Ties with the last are among them, and where there are too few values those without; all
        documents, where no column tells.
        """
        ...

    def count_values(self, documents: D, field: str) -> Counter[str]:
        """How many of some documents have each value of a field."""
        ...

    def count_days(self, documents: D, coarsest: int) -> Counter[int]:
        """How many of some documents are of each day, in days since 1970.

        Those without a date are left out, and those of whose date less is known than
        ``coarsest``: ``doc_values.DAY``, ``MONTH`` or ``YEAR``.
        """
        ...
