"""The article that a user names: by its id or the start of one, by its file, ``file#record``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from typing import TYPE_CHECKING
from unicodedata import normalize

from newsgrep.article import content_hash
from newsgrep.errors import ArticleAmbiguous, ArticleNotFound, ArticleUnanswered

if TYPE_CHECKING:
    from newsgrep.engines.interface import Snapshot
    from newsgrep.engines.matches import Match
    from newsgrep.storage.folder import IndexFolder

ID_DIGITS = 12
"""Hexadecimal digits of an id."""


def match_named(snapshot: Snapshot, folders: Sequence[IndexFolder], named: str) -> Match:
    """Where the one article is that ``named`` names.

    ``folders`` are those that the snapshot is of, in its order. Raises
    :class:`ArticleNotFound`, :class:`ArticleUnanswered` and :class:`ArticleAmbiguous`.
    """
    matches = _matches(snapshot, folders, named)
    if not matches:
        for folder in folders:
            for lacking in folder.lacking():
                raise ArticleUnanswered(named, lacking)
        raise ArticleNotFound(named, _near(folders[0], named))
    if len(matches) > 1:
        articles = [snapshot.article(match) for match in matches[:5]]
        ids = dict.fromkeys(article.id for article in articles)
        if len(ids) > 1:
            by_id = articles[0].id.startswith(named.lower())
            hint = "type more of the id" if by_id else f"name one of its records: {named}#1"
            raise ArticleAmbiguous(named, tuple(ids), len(matches), hint)
        # Indexes of folders with the same names in them have the same ids.
        if len({content_hash(article) for article in articles}) > 1:
            paths = tuple(snapshot.paths(matches[:5]))
            raise ArticleAmbiguous(named, paths, len(matches), "name it by its file")
    return matches[0]


def matches_named(snapshot: Snapshot, folders: Sequence[IndexFolder], named: str) -> list[Match]:
    """The articles that ``named`` names: one by its id, or all of a file.

    Raises :class:`ArticleNotFound`, and :class:`ArticleAmbiguous` for the start of several ids.
    """
    matches = _matches(snapshot, folders, named)
    if len(matches) > 1 and snapshot.article(matches[0]).id.startswith(named.lower()):
        return [match_named(snapshot, folders, named)]
    return matches or [match_named(snapshot, folders, named)]


def _matches(snapshot: Snapshot, folders: Iterable[IndexFolder], named: str) -> list[Match]:
    lowered = named.lower()
    if 0 < len(lowered) <= ID_DIGITS and all(c in "0123456789abcdef" for c in lowered):
        found = snapshot.find(lowered)
        if found:
            return found
    name, mark, record = named.rpartition("#")
    for number, folder in enumerate(folders):
        for stored in folder.meant(named):
            found = _of_file(snapshot, number, stored)
            if found:
                return found
        if mark and record.isdigit():
            for stored in folder.meant(name):
                for match in _of_file(snapshot, number, stored):
                    if snapshot.article(match).record == int(record):
                        return [match]
    return []


def _of_file(snapshot: Snapshot, source: int, stored: str) -> list[Match]:
    # As typed, and with accents put together or taken apart, as some systems keep names.
    for name in dict.fromkeys((stored, normalize("NFC", stored), normalize("NFD", stored))):
        found = [match for match in snapshot.of_file(name) if snapshot.source(match) == source]
        if found:
            return found
    return []


def _near(folder: IndexFolder, named: str) -> tuple[str, ...]:
    """Files that are named nearly so."""
    from newsgrep.ingest.catalog import inventory_of

    if "/" not in named and "." not in named:
        return ()
    # Last as it was typed, where that names another machine.
    near = get_close_matches(folder.meant(named)[-1], list(inventory_of(folder)), n=2, cutoff=0.8)
    return tuple(folder.shown(path) for path in near)
