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
