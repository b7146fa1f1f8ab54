"""What a newsroom does with an archive, beside asking it: a part of the public Python API."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from newsgrep.newsroom.marks import ArchiveMarks
from newsgrep.request import Request, requested

if TYPE_CHECKING:
    from newsgrep.engines.interface import Engine, Snapshot
    from newsgrep.newsroom.batch import Line
    from newsgrep.newsroom.citation import Citation
    from newsgrep.newsroom.receipt import Receipt
    from newsgrep.newsroom.results import (
        BatchRow,
        CheckedReceipt,
        Forgot,
        ForgottenArticle,
        Imported,
        MarkCounts,
        Marking,
        Network,
        Quotation,
        Remembered,
        Spread,
        Wanted,
    )
    from newsgrep.storage.folder import IndexFolder, Manifest

T = TypeVar("T")


class Newsroom:
    """What is kept about the articles of an archive, and what is made of its answers.

    >>> archive.newsroom.mark(archive.search("border wall").hits[0].id, "key")
    >>> archive.count("is:key")
    1

    An archive has one, as ``archive.newsroom``. Articles are named by id or path, or all that
    match a :class:`Request` in full.
    """

    def __init__(
        self,
        folders: Sequence[IndexFolder],
        engines: Sequence[Engine],
        state: Callable[[], tuple[Snapshot, Sequence[Manifest]]],
        let_go: Callable[[], None],
    ) -> None:
        """``engines`` are those of the folders, one each.

        ``state`` gives what the archive answers from, and the commits that it is of; ``let_go``
        makes it open the next one.
        """
        self._folders = folders
        self._engines = engines
        self._state = state
        self._let_go = let_go
        self.marks = ArchiveMarks(folders)
        """The marks and notes, which are kept beside the index."""

    def _snapshot(self) -> Snapshot:
        return self._state()[0]

    def _renewed_snapshot(self) -> Snapshot:
        self._let_go()
        return self._snapshot()

    # Review

    def mark(
        self,
        articles: str | Sequence[str] | Request,
        *marks: str,
        notes: Sequence[str] = (),
        who: str = "",
        dry_run: bool = False,
    ) -> Marking:
        """Put marks and notes on articles.

        A mark is ``seen``, ``key``, ``irrelevant`` or any tag; ``who`` puts it on, by default the
        user of this computer. Raises :class:`ArticleNotFound` before anything is marked, and
        :class:`UsageError` for what cannot be a mark.
        """
        from newsgrep.newsroom.review import chosen, user

        found = chosen(self._snapshot(), self._folders, self._named(articles))
        return self.marks.put(found, marks, notes, who or user(), dry_run=dry_run)

    def unmark(
        self,
        articles: str | Sequence[str] | Request,
        *marks: str,
        notes: bool | Sequence[str] = False,
        everything: bool = False,
        dry_run: bool = False,
    ) -> Marking:
        """Take marks off articles, or ``everything`` that was put on them.

        ``notes`` takes off all their notes, or those that say just so.
        """
        from newsgrep.newsroom.review import chosen

        found = chosen(self._snapshot(), self._folders, self._named(articles))
        gone = (article for _, article in found)
        return self.marks.take_off(gone, marks, notes=notes, everything=everything, dry_run=dry_run)

    def mark_counts(self) -> MarkCounts:
        """What the marks of the archive come to."""
        from newsgrep.newsroom.review import mark_counts

        return mark_counts(self._snapshot(), self.marks)

    def import_marks(self, lines: Iterable[str]) -> Imported:
        """Merge an export of :attr:`marks` into them; see :meth:`ArchiveMarks.merge`."""
        from newsgrep.ingest.forgotten import read_entries

        kept_out = {one.sha256 for folder in self._folders for one in read_entries(folder)}
        return self.marks.merge(lines, kept_out.__contains__)

    # Forget

    def forget(
        self, articles: str | Sequence[str], *, dry_run: bool = False, wait: float = 10.0
    ) -> Forgot:
        """Take articles out of the index so that no byte of them stays, and keep them out of it.

        A path stands for all articles of its file. Those with the very same text go as well, and
        all their marks; files are not touched. What was forgotten before is looked for once more,
        as a try that died may have left something. Raises :class:`ArticleNotFound`,
        :class:`ArticleAmbiguous`, and :class:`IndexLocked` after ``wait`` seconds.
        """
        from newsgrep.newsroom.forget import foreseen, forget, to_forget

        for folder in self._folders:
            folder.require_files("forgetting articles")
        named = [articles] if isinstance(articles, str) else articles
        found, near, begun = to_forget(self._snapshot(), self._folders, named, self.marks)
        if dry_run:
            return foreseen(found, near, begun, self.marks)
        self._let_go()
        return forget(self._folders, self._engines[0], self.marks, found, near, begun, wait)

    def remember(self, articles: str | Sequence[str], *, wait: float = 10.0) -> Remembered:
        """Let what was forgotten into the index again; the next run reads it.

        Raises :class:`ArticleNotFound` where something was not forgotten.
        """
        from newsgrep.newsroom.forget import remember

        self._let_go()
        named = [articles] if isinstance(articles, str) else articles
        return remember(self._folders, self._engines[0], named, wait)

    def forgotten(self) -> list[ForgottenArticle]:
        """What is kept out of the index."""
        from newsgrep.ingest.forgotten import read_entries
        from newsgrep.newsroom.results import ForgottenArticle

        entries = (entry for folder in self._folders for entry in read_entries(folder))
        return [ForgottenArticle(entry.id, entry.at) for entry in entries]

    # Batches

    def batch(
        self,
        queries: Iterable[str | Line],
        request: Request | None = None,
        *,
        names: bool = False,
        hits: int | None = None,
    ) -> Iterator[BatchRow]:
        """A row for each of many queries, in order, also for those that find nothing.

        A query that is not understood has its error in its row. The filters of ``request`` hold for
        all; ``names`` asks for each as for a person or an organization; ``hits`` of each answer
        are given, 0 for all.
        """
        from newsgrep.newsroom.batch import Line, batch

        lines = (
            Line(number, one) if isinstance(one, str) else one
            for number, one in enumerate(self._in_turn(queries), start=1)
        )
        asked = (request or Request()).but(marks=self.marks)
        return batch(
            self._snapshot(), self._renewed_snapshot, lines, asked, self._saved,
            names=names, hits=hits,
        )  # fmt: skip

    def _saved(self, request: Request) -> Request:
        """A request with the saved search that it names put in; a handle stays a word."""
        from newsgrep.newsroom.alerts import ENDING
        from newsgrep.newsroom.alerts_file import AlertsFile
        from newsgrep.newsroom.saved_search import resolved

        return resolved(request, AlertsFile(self._folders[0].beside(ENDING)).alerts)[0]

    def _in_turn(self, queries: Iterable[T]) -> Iterator[T]:
        """Each of some queries, when it is a question of its own to the indexes."""
        for query in queries:
            for folder in self._folders:
                folder.begin()
            yield query

    # Receipts

    def receipt(self, query: str | Request) -> Receipt:
        """What was asked, of what, and the SHA-256 of every article in the answer; JSON-ready.

        Raises :class:`QueryError`.
        """
        from newsgrep.newsroom.receipt import receipt

        snapshot, manifests = self._state()
        return receipt(snapshot, self._engines, self._folders, manifests, self._asked(query))

    def verify(self, given: Receipt) -> CheckedReceipt:
        """Which articles of a receipt still hold, and whether its question gives the same today.

        Raises :class:`UsageError` for what is no receipt.
        """
        from newsgrep.newsroom.receipt import verify

        return verify(self._snapshot(), given, self.marks)

    # What is made of the answers

    def quotes(
        self, query: str | Request = "", wanted: Wanted | None = None
    ) -> Iterator[Quotation]:
        """Who said what in the articles that match, or in all; see :class:`Wanted`."""
        from newsgrep.newsroom.quotations import quotations
        from newsgrep.newsroom.results import Wanted

        return quotations(self._snapshot(), self._asked(query), wanted or Wanted())

    def first(self, query: str | Request) -> Spread:
        """The earliest article that matches of each source, and its lag behind the first."""
        from newsgrep.newsroom.spread import spread

        return spread(self._snapshot(), self._asked(query))

    def network(
        self,
        query: str | Request,
        by: Sequence[str] = ("person", "org"),
        most: int = 500,
        least: int = 1,
    ) -> Network:
        """Who is named with whom; see :func:`newsgrep.newsroom.network.network`."""
        from newsgrep.newsroom.network import network

        return network(self._snapshot(), self._asked(query), by, most, least)

    def citation(self, named: str) -> Citation:
        """How an article is cited, by its id or path; :func:`newsgrep.cited` writes it out.

        Raises :class:`ArticleNotFound` and :class:`ArticleAmbiguous`.
        """
        from newsgrep.newsroom.citation import citation_of
        from newsgrep.search.named import match_named

        snapshot = self._snapshot()
        return citation_of(snapshot.article(match_named(snapshot, self._folders, named)))

    def _asked(self, query: str | Request) -> Request:
        return requested(query).but(marks=self.marks)

    def _named(self, articles: str | Sequence[str] | Request) -> Sequence[str] | Request:
        if isinstance(articles, Request):
            return articles.but(marks=self.marks)
        return [articles] if isinstance(articles, str) else articles
