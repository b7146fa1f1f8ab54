"""Which articles are marked, and what an archive's marks come to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from newsgrep.article import content_key
from newsgrep.fields import VERDICTS
from newsgrep.newsroom.matching import whole
from newsgrep.newsroom.results import MarkCounts
from newsgrep.request import Request
from newsgrep.search.named import match_named

if TYPE_CHECKING:
    from newsgrep.article import Article
    from newsgrep.engines.interface import Snapshot
    from newsgrep.engines.matches import Match
    from newsgrep.newsroom.marks import ArchiveMarks
    from newsgrep.storage.folder import IndexFolder


def chosen(
    snapshot: Snapshot, folders: Sequence[IndexFolder], articles: Sequence[str] | Request
) -> Iterator[tuple[int, Article]]:
    """The articles that are named, or that match a request in full, near-copies too.

    Each comes with the number of the index that it is in. Raises :class:`ArticleNotFound`,
    :class:`ArticleAmbiguous` and :class:`QueryError` before the first is given.
    """
    matches = chosen_matches(snapshot, folders, articles)
    return ((snapshot.source(match), snapshot.article(match)) for match in matches)


def chosen_matches(
    snapshot: Snapshot, folders: Sequence[IndexFolder], articles: Sequence[str] | Request
) -> list[Match]:
    """Where the articles are that :func:`chosen` gives."""
    if not isinstance(articles, Request):
        return [match_named(snapshot, folders, named) for named in articles]
    return snapshot.search(whole(articles)).rows


def mark_counts(snapshot: Snapshot, marks: ArchiveMarks) -> MarkCounts:
    """What the marks of an archive come to."""
    rows = marks.rows()
    hashes = {row.sha256 for row in rows}
    seen = {row.sha256 for row in rows if row.kind == "mark" and row.value in VERDICTS}
    kept = snapshot.with_content(frozenset(content_key(one) for one in hashes))
    return MarkCounts(
        file=str(marks.paths[0]),
        marks=tuple(marks.counts().items()),
        notes=sum(1 for row in rows if row.kind == "note"),
        articles=len(hashes),
        seen=len(seen),
        lost=len(hashes) - len(kept),
    )


def user() -> str:
    """Who uses this computer, as marks have it: ``$NEWSGREP_USER``, or the name of the account."""
    import getpass
    import os

    try:
        return os.environ.get("NEWSGREP_USER") or getpass.getuser()
    except (OSError, KeyError, ImportError):
        # An account without a name, as containers have them.
        return ""
