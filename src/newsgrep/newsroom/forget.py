"""Articles taken out of an index without a trace, and kept out of it.

What is deleted in an index stays in its segments until these are merged. Here every segment that
has something deleted is written anew without it, as are the catalogue and the groups of
near-copies; then the old files go.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from newsgrep.article import article_id, content_hash, content_key
from newsgrep.errors import ArticleNotFound, NewsgrepError
from newsgrep.ingest.catalog import Inventory, read_inventory, write_inventory
from newsgrep.ingest.forgotten import Entry, now, read_entries, write_entries
from newsgrep.newsroom.alerts import ENDING as ALERTS
from newsgrep.newsroom.alerts_file import AlertsFile
from newsgrep.newsroom.results import Forgot, Remembered
from newsgrep.search.named import matches_named
from newsgrep.storage.folder import MANIFEST, OCR, REBUILD, IndexFolder, Manifest

if TYPE_CHECKING:
    from newsgrep.article import Article
    from newsgrep.engines.interface import Engine, Snapshot
    from newsgrep.engines.matches import Match
    from newsgrep.newsroom.marks import ArchiveMarks


Found = tuple[int, str, "Article"]
"""An article with the number of its index, and its path as the user would type it."""


class Unfinished(NamedTuple):
    """What an earlier try set down, and may have died before it took it all out."""

    folders: frozenset[int] = frozenset()
    """The numbers of the indexes."""
    contents: frozenset[str] = frozenset()
    """The content hashes of the articles."""
    ids: frozenset[str] = frozenset()
    """The ids of those that are a file each."""


def to_forget(
    snapshot: Snapshot, folders: Sequence[IndexFolder], named: Sequence[str], marks: ArchiveMarks
) -> tuple[list[Found], list[str], Unfinished]:
    """The articles that are named, those that say the very same, and the ids of their near-copies.

    Also what of that was forgotten before, or is gone from the index, and is known to marks or
    alerts alone. Raises :class:`ArticleNotFound`,
    :class:`ArticleAmbiguous`.
    """
    matches: list[Match] = []
    begun, hashes, ids_before = set[int](), set[str](), set[str]()
    for name in named:
        try:
            matches += matches_named(snapshot, folders, name)
        except ArticleNotFound:
            known = [
                (number, entry)
                for number, folder in enumerate(folders)
                for entry in read_entries(folder)
                if _names(folder, entry, name)
            ]
            kept = _kept_ids(folders, marks, name)
            if not known and not kept:
                raise
            ids_before |= kept
            begun |= {number for number, _ in known}
            hashes |= {entry.sha256 for _, entry in known}
            ids_before |= {entry.id for _, entry in known if not entry.record}
    contents = frozenset(content_key(content_hash(snapshot.article(match))) for match in matches)
    same = [match for some in snapshot.with_content(contents).values() for match in some]
    near: dict[tuple[int, int], Match] = {}
    for match in same:
        near.update({(one.segment, one.document): one for one in snapshot.near_duplicates(match)})
    for match in same:
        near.pop((match.segment, match.document), None)
    found = [(snapshot.source(one), snapshot.path(one), snapshot.article(one)) for one in same]
    ids = [snapshot.article(one).id for one in near.values()]
    return found, ids, Unfinished(frozenset(begun), frozenset(hashes), frozenset(ids_before))


def _kept_ids(folders: Sequence[IndexFolder], marks: ArchiveMarks, name: str) -> set[str]:
    """The ids that ``name`` names among those of which marks or alerts keep something."""
    files = [AlertsFile(folder.beside(ALERTS)) for folder in folders]
    known = marks.ids().union(*(file.ids() for file in files))
    ids = set[str]().union(*(_ids_at(folder, name) for folder in folders))
    begins = {one for one in known if len(name) > 3 and one.startswith(name.lower())}
    return known & ids | (begins if len(begins) == 1 else set())


def foreseen(
    found: Sequence[Found], near_copies: Sequence[str], unfinished: Unfinished, marks: ArchiveMarks
) -> Forgot:
    """What :func:`forget` would do."""
    marked, begun = _marked(found, marks), bool(unfinished.folders or unfinished.ids)
    return _told(found, near_copies, marked, dry_run=True, finished=begun)


def _marked(found: Sequence[Found], marks: ArchiveMarks) -> int:
    contents = {content_hash(article) for *_, article in found}
    return sum(1 for row in marks.rows() if row.sha256 in contents)


def _told(
    found: Sequence[Found],
    near_copies: Sequence[str],
    marked: int,
    left: Sequence[str] = (),
    *,
    dry_run: bool = False,
    finished: bool = False,
) -> Forgot:
    return Forgot(
        ids=tuple(article.id for *_, article in found),
        paths=tuple(dict.fromkeys(path for _, path, _ in found)),
        marks=marked,
        near_copies=tuple(near_copies),
        left=tuple(left),
        dry_run=dry_run,
        again=finished,
    )


def forget(
    folders: Sequence[IndexFolder],
    engine: Engine,
    marks: ArchiveMarks,
    articles: Sequence[Found],
    near_copies: Sequence[str],
    unfinished: Unfinished,
    wait: float,
) -> Forgot:
    """Take articles out of their indexes, each given with the number of its index and its path.

    ``near_copies`` are the ids of articles that are nearly the same, and stay. What is
    ``unfinished`` is brought to its end, also where no article is left to be named. Raises
    :class:`IndexLocked` and :class:`IndexNotWritable`.
    """
    left: list[str] = []
    marked = _marked(articles, marks)
    by_folder = [
        (folder, [article for index, _, article in articles if index == number])
        for number, folder in enumerate(folders)
    ]
    concerned = [
        (folder, own)
        for number, (folder, own) in enumerate(by_folder)
        # Of what is gone, texts stay in segments until these are merged.
        if own or number in unfinished.folders or unfinished.ids
    ]
    with contextlib.ExitStack() as locks:
        for folder, _ in concerned:
            locks.enter_context(folder.locked(wait))
        # The index comes last: while it has an article, who was killed here can name it again.
        for folder, own in concerned:
            _keep_out(folder, own)
        contents = {content_hash(article) for *_, article in articles} | unfinished.contents
        # What is kept of earlier versions goes by the file: in one of many articles, another
        # may have had their number.
        ids = {article.id for *_, article in articles if not article.record} | unfinished.ids
        marks.forget(contents | marks.contents_of(ids))
        for folder in folders:
            AlertsFile(folder.beside(ALERTS)).forget(contents, ids)
        for folder, own in concerned:
            left += _purge(folder, engine, own)
    return _told(
        articles, near_copies, marked, left, finished=bool(unfinished.folders or unfinished.ids)
    )


def _keep_out(folder: IndexFolder, articles: Sequence[Article]) -> None:
    """Set down what is to stay out of an index, whose lock is held."""
    inventory = read_inventory(folder.path, folder.manifest().inventory)
    entries = {(entry.id, entry.sha256): entry for entry in read_entries(folder)}
    for article in articles:
        known = inventory.get(article.path)
        entry = Entry(
            article.id, content_hash(article), article.record, known.hash if known else "", now()
        )
        entries.setdefault((entry.id, entry.sha256), entry)
    write_entries(folder, entries.values())


def _purge(folder: IndexFolder, engine: Engine, articles: Sequence[Article]) -> list[str]:
    """Write an index anew without some articles; the old files that could not be removed."""
    keep: set[str] = set()
    for name in (REBUILD, MANIFEST):
        if (folder.path / name).is_file():
            keep |= _without(folder, engine, articles, name)
    folder.remove_leftovers(keep)
    # Which of the pages that were recognised are theirs is not known.
    shutil.rmtree(folder.path / OCR, ignore_errors=True)
    return [name for name in folder.index_files() if name not in keep]


def _without(
    folder: IndexFolder, engine: Engine, articles: Sequence[Article], name: str
) -> set[str]:
    """Commit a state without some articles; the files that it has. ``name`` is the manifest's."""
    try:
        manifest = folder.manifest(name)
        inventory = read_inventory(folder.path, manifest.inventory)
    except NewsgrepError:
        if name == MANIFEST:
            raise
        # A rebuild that cannot be gone on with; it is begun anew.
        (folder.path / name).unlink()
        return set()
    ids = _ids(folder, engine, manifest, articles)
    segments = engine.delete_articles(folder.path, manifest.segments, ids)
    clean = [
        engine.merge(folder.path, [ref]) if ref.deleted else ref
        for ref in segments
        if ref.deleted < ref.articles
    ]
    _take_out(inventory, engine.articles_by_file(folder.path, clean))
    for article in articles:
        if not article.record:
            inventory.pop(article.path, None)
    committed = folder.commit(
        manifest._replace(
            segments=tuple(clean),
            inventory=write_inventory(folder.path, inventory),
            clusters=engine.cluster(folder.path, clean),
        ),
        name,
    )
    return committed.files()


def _ids(
    folder: IndexFolder, engine: Engine, manifest: Manifest, articles: Sequence[Article]
) -> set[str]:
    """The ids of some articles, and of those in a state that say the very same."""
    snapshot = engine.snapshot(folder.path, manifest.segments)
    try:
        contents = frozenset(content_key(content_hash(one)) for one in articles)
        same = snapshot.with_content(contents)
        ids = {snapshot.article(match).id for some in same.values() for match in some}
    finally:
        snapshot.close()
    return ids | {article.id for article in articles}


def _take_out(inventory: Inventory, counts: dict[str, int]) -> None:
    """Let the catalogue count the articles that are there."""
    for path, entry in inventory.items():
        if entry.articles and entry.articles != counts.get(path, 0):
            inventory[path] = entry._replace(articles=counts.get(path, 0))


def remember(
    folders: Sequence[IndexFolder], engine: Engine, named: Sequence[str], wait: float
) -> Remembered:
    """Let articles, by their ids or paths, into the indexes again; the next run reads them.

    Raises :class:`ArticleNotFound` where one was not forgotten, before anything is done.
    """
    ids: list[str] = []
    listed = [read_entries(folder) for folder in folders]
    wanted: set[str] = set()
    for name in named:
        found = {
            entry.id
            for folder, entries in zip(folders, listed, strict=True)
            for entry in entries
            if _names(folder, entry, name)
        }
        if not found:
            error = ArticleNotFound(name)
            error.hint = "newsgrep forget --list has the ids of what was forgotten"
            raise error
        wanted |= found
    for folder, entries in zip(folders, listed, strict=True):
        if wanted.isdisjoint(entry.id for entry in entries):
            continue
        with folder.locked(wait):
            entries = read_entries(folder)
            again = [entry for entry in entries if entry.id in wanted]
            _read_again(folder, again)
            write_entries(folder, [entry for entry in entries if entry.id not in wanted])
            ids += dict.fromkeys(entry.id for entry in again)
    return Remembered(tuple(ids))


def _names(folder: IndexFolder, entry: Entry, name: str) -> bool:
    """Whether an entry is of the article that a user names by id, path or ``path#record``."""
    if name and entry.id.startswith(name.lower()):
        return True
    return entry.id in _ids_at(folder, name, entry.record)


def _ids_at(folder: IndexFolder, name: str, record: int = 0) -> set[str]:
    """The ids of the articles at a path, a record of its file, or at ``path#record``."""
    places = [(name, record)]
    path, mark, number = name.rpartition("#")
    if mark and number.isdigit():
        places.append((path, int(number)))
    return {article_id(folder.stored(os.path.abspath(one)), number) for one, number in places}


def _read_again(folder: IndexFolder, entries: Iterable[Entry]) -> None:
    """Let the next run read the files of some entries, though they have not changed."""
    manifest = folder.manifest()
    inventory = read_inventory(folder.path, manifest.inventory)
    by_id = {(entry.id, entry.record) for entry in entries}
    records = {record for _, record in by_id}
    for path, entry in inventory.items():
        its = any((article_id(path, record), record) in by_id for record in records)
        # Files that hold nothing may be those whose one article was kept out.
        if its or not (entry.articles or entry.failures):
            inventory[path] = entry._replace(mtime=-1, hash="")
    names = write_inventory(folder.path, inventory)
    committed = folder.commit(manifest._replace(inventory=names))
    with contextlib.suppress(NewsgrepError):
        folder.remove_leftovers(committed.files() | folder.manifest(REBUILD).files())
