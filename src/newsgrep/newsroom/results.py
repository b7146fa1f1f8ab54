"""What the commands of a newsroom give: plain data, the same for every output."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsgrep.results import Hit


@dataclass(frozen=True, slots=True)
class Marking:
    """What came of putting marks and notes on articles, or of taking them off."""

    marks: tuple[str, ...]
    notes: tuple[str, ...]
    articles: int
    """Articles that were named, or that the query found."""
    changed: int
    """Marks and notes that were put on or taken off."""
    unchanged: int
    """Those that were there already, or not there to be taken off."""
    removed: bool = False
    dry_run: bool = False


@dataclass(frozen=True, slots=True)
class MarkCounts:
    """What an archive's marks come to."""

    file: str
    marks: tuple[tuple[str, int], ...]
    """Each mark, and how many articles have it; the commonest first."""
    notes: int
    articles: int
    """Articles with a mark or a note."""
    seen: int
    """Of them those marked as seen, key or irrelevant."""
    lost: int
    """Of them those that are not in the index: gone, or with another text now."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What came of importing marks."""

    lines: int
    news: int
    """Marks and notes, put on or taken off, that were not known here, or only an older state."""
    unreadable: tuple[tuple[int, str], ...] = ()
    """Lines that were left out, and why."""


@dataclass(frozen=True, slots=True)
class Forgot:
    """What was taken out of an index for good."""

    ids: tuple[str, ...]
    """The articles; those that say the very same are among them."""
    paths: tuple[str, ...]
    """Their files, as the user would type them, which are not touched."""
    marks: int
    """Marks and notes of them that went, too."""
    near_copies: tuple[str, ...]
    """Ids of articles with nearly the same text, which stay."""
    left: tuple[str, ...] = ()
    """Old files of the index that could not be removed, as another process has them open."""
    dry_run: bool = False
    again: bool = False
    """Whether something that was named was forgotten before; what was left of it went now."""


@dataclass(frozen=True, slots=True)
class Remembered:
    """What may be in an index again, once the next run has read it."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ForgottenArticle:
    """An article that is kept out of an index; nothing more is known of it."""

    id: str
    at: str
    """When it was forgotten: UTC, ISO 8601."""


@dataclass(frozen=True, slots=True)
class BatchRow:
    """What one query of a list comes to."""

    number: int
    """Its line in the list, from 1."""
    query: str
    """As it stands in the list."""
    others: tuple[tuple[str, str], ...]
    """The other columns of its row, each with what stood in it."""
    asked: str
    """The query that was asked: for a name, all its forms."""
    articles: int = 0
    """Articles that match in full, near-copies too."""
    stories: int = 0
    """How many different stories they are: near-copies counted once."""
    first_date: str = ""
    last_date: str = ""
    top_source: str = ""
    top_source_articles: int = 0
    best_id: str = ""
    best_title: str = ""
    best_source: str = ""
    best_date: str = ""
    best_path: str = ""
    """As the user would type it."""
    best_record: int = 0
    hits: tuple[Hit, ...] = ()
    """The best articles, where they were asked for."""
    error: str = ""
    """Why it was not understood; empty where it was."""


@dataclass(frozen=True, slots=True)
class CheckedArticle:
    """What became of an article of a receipt."""

    state: str
    """``holds``; ``moved``: it says the same in another place; ``changed``: in its place is
    another text; ``gone``; or ``new``: it answers now and is not in the receipt."""
    id: str
    path: str
    """As the receipt has it; of a new one as the user would type it."""
    sha256: str
    now: str = ""
    """Where it is now, if it moved."""


@dataclass(frozen=True, slots=True)
class CheckedReceipt:
    """A receipt held against an index."""

    made: str
    """When it was made: UTC, ISO 8601."""
    query: str
    unaltered: bool
    """Whether the receipt is as it was written."""
    articles: tuple[CheckedArticle, ...]
    new: tuple[CheckedArticle, ...]
    """Articles that match in full now, and are not in the receipt."""
    lacking: tuple[str, ...]
    """Ids of articles that matched in full then, and do not now."""
    error: str = ""
    """Why the question cannot be asked any more; empty where it was."""

    @property
    def same_answer(self) -> bool:
        """Whether the question gives the same articles today."""
        return not (self.new or self.lacking or self.error)

    @property
    def holds(self) -> bool:
        """Whether all is as the receipt says."""
        known = all(article.state in ("holds", "moved") for article in self.articles)
        return self.unaltered and known and self.same_answer


@dataclass(frozen=True, slots=True)
class QuotationCopy:
    """The same quotation in a near-copy of the article."""

    id: str
    path: str
    record: int
    source: str
    date: str
    speaker: str
    changes: tuple[tuple[str, str], ...]
    """What it made of the quotation, as pairs of ``same``, ``added`` or ``removed`` and words;
    empty where it has the same words."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody says in an article."""

    speaker: str
    """The name in the fullest form that the article has, or what it calls them (*a spokesman*);
    empty where it does not tell."""
    named: bool
    """Whether ``speaker`` is the name of a person."""
    sure: float
    """How sure it is that they say it, from 0 to 1; 0 without a speaker."""
    text: str
    """What stands inside the marks; paragraphs are parted by a blank line."""
    id: str
    path: str
    record: int
    title: str
    source: str
    date: str
    start: int
    """Where it begins in the text of the article, in characters, behind its mark."""
    end: int
    """Where it ends there, before its last mark."""
    copies: tuple[QuotationCopy, ...] = ()
    """The same quotation in the near-copies that match as well, the earliest first."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which quotations are wanted."""

    said: str = ""
    """Only those of speakers with all of these words in their names, whatever case and accents."""
    sure: float = 0.0
    """Only those of which it is so sure who says them."""
    everyone: bool = False
    """Also those without a known speaker, and single words in marks."""
    matching: bool = False
    """Only those that hold a word of the query."""


@dataclass(frozen=True, slots=True)
class First:
    """The earliest article of a source."""

    source: str
    """Empty for all whose source is not known."""
    date: str
    lag: float | None
    """Hours behind the first of all; None where the dates do not tell."""
    exact: bool
    """Whether ``lag`` is right to the minute, rather than in whole days."""
    articles: int
    """Articles of the source that match."""
    copies: int
    """Near-copies of it that match and came later, of any source."""
    copy_of: str
    """The id of the first near-copy of it; empty where it is that itself, or has none."""
    id: str
    path: str
    record: int
    title: str


@dataclass(frozen=True, slots=True)
class Spread:
    """Who had it first, and how it spread."""

    query: str
    total: int
    """Articles that match."""
    undated: int
    """Those of them without a date, which stand in no line."""
    firsts: tuple[First, ...]
    """The earliest article of each source, the earliest of all first."""


@dataclass(frozen=True, slots=True)
class Node:
    """Somebody or something that articles name."""

    id: str
    """Its kind and its label: ``person:Joan Quill``."""
    label: str
    """The name, in the fullest form of those that most articles use."""
    kind: str
    """The field that it is a value of: ``person``, ``org``, …"""
    articles: int
    """Articles that name it; near-copies count as one."""
    first: str
    """The date of the earliest of them; empty where none has one."""
    last: str
    other_names: tuple[str, ...] = ()
    """What else it is called."""


@dataclass(frozen=True, slots=True)
class Edge:
    """Two that are named in the same articles."""

    source: str
    """The id of a node; the other's comes after it in the alphabet."""
    target: str
    articles: int
    first: str
    last: str


@dataclass(frozen=True, slots=True)
class Network:
    """Who is named with whom."""

    query: str
    total: int
    """Articles that match; near-copies count as one."""
    names: int
    """Names that they have altogether, of which ``nodes`` are the most frequent."""
    nodes: tuple[Node, ...]
    """The most articles first."""
    edges: tuple[Edge, ...]
    """The most articles first."""
