"""The same answers worked out in plain Python and in NumPy arrays.

``interface`` says what a backend is. It is for type checkers alone: a search does not load it.
"""

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from newsgrep.engines.columnar.search.backends.interface import DocumentSet, TermPostings

D = TypeVar("D", bound="DocumentSet")
"""A backend's sets of documents."""

T = TypeVar("T", bound="TermPostings")
"""A backend's postings of a term."""
