"""What an engine is asked, and what it answers with."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

from newsgrep.query.ast import Everything, Node
from newsgrep.records import record
from newsgrep.request import Request
from newsgrep.results import Highlighting

Period = Literal["day", "week", "month", "year"]


@record
class Query:
    """A request, and the tree that its query and filters were read as."""

    tree: Node
    request: Request

    def of(self, tree: Node) -> Query:
        """Another tree, asked in the same way."""
        return Query(tree, self.request)

    def asked(self, **fields: object) -> Query:
        """The same tree, with other values of some fields of its request."""
        return Query(self.tree, self.request.but(**fields))


Answering = Literal["full", "partial", "counted"]
"""Those that match in full; those with some of the words only; those that counts are of."""

EVERYTHING = Query(Everything(), Request())
"""All articles."""


@record
class TermCount:
    """A word of a question: the forms that are looked for, and how many articles hold them."""

    text: str
    field: str
    forms: tuple[str, ...]
    articles: int


class Part(NamedTuple):
    """What one word or signal gave an answer, and where the word stands in it."""

    what: str
    score: float
    detail: str = ""


class Match(NamedTuple):
    """An article that answers: where it is, its score, and whether it matches in full."""

    segment: int
    document: int
    score: float
    full: bool
    cluster: int = 0
    """The number of its near-duplicates in this commit; 0 where it has none."""


def by_count(counts: Mapping[str, int]) -> dict[str, int]:
    """Values with their counts, the commonest first, then by name."""
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


class Candidate(NamedTuple):
    """A match of one index, with what puts it in its place among those of others."""

    segment: int
    document: int
    score: float
    cluster: int
    date: int
    """Seconds since 1970, or ``NO_DATE``."""
    id: str
    value: int | str | None = None
    """What it is sorted by; None where it has none, and where that is its score."""

    @property
    def tie(self) -> tuple[float, int, str, int, int]:
        """The place among those of the same value: the better, the newer, the lower id."""
        return -self.score, -self.date, self.id, self.segment, self.document


class Candidates(NamedTuple):
    """How many articles of one index answer in full and in part, and the first of some of them."""

    full: int
    partial: int
    rows: list[Candidate]


class Digest(NamedTuple):
    """What the articles that match a question come to."""

    articles: int
    stories: int
    """How many they are, near-duplicates counted once."""
    first: str = ""
    """The earliest date, as far as it is known: ``2017-02-20``, ``2017-02``, ``2017``."""
    last: str = ""
    source: str = ""
    """The source of most of them."""
    source_articles: int = 0
    best: Match | None = None


@record
class Matches:
    """The articles that answer: counts of all, and the rows asked for, best first."""

    full: int
    partial: int
    rows: list[Match]
    highlighting: Highlighting
    notes: list[str]
    """What was searched otherwise than typed, in sentences for the user."""
