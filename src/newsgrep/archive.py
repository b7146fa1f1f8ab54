"""An archive of articles: the public Python API, under the command line as under scripts."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from newsgrep import engines
from newsgrep.configuration import Configuration, configuration, follow
from newsgrep.newsroom.desk import Newsroom
from newsgrep.request import Request, requested
from newsgrep.results import Results
from newsgrep.search.marked import mark_notes
from newsgrep.search.request_tree import query_of
from newsgrep.search.searching import search
from newsgrep.storage.folder import IndexFolder, Manifest

if TYPE_CHECKING:
    from types import TracebackType

    from newsgrep.article import Article
    from newsgrep.engines.interface import Engine, Snapshot
    from newsgrep.engines.matches import Match
    from newsgrep.engines.whoosh.index import WhooshIndex
    from newsgrep.ingest.catalog import Failure
    from newsgrep.ingest.events import Event, Report
    from newsgrep.ingest.run import Options, Run
    from newsgrep.ingest.watching import Watch
    from newsgrep.newsroom.alerts import Alerts, State
    from newsgrep.results import Highlighting
    from newsgrep.search.analysis.results import (
        Audit,
        ConcordanceLine,
        Definition,
        DistinctiveTerms,
        Explanation,
        FacetCounts,
        Similar,
        StoryMember,
        Timeline,
    )
    from newsgrep.stats import Stats
    from newsgrep.verify import Checked


class Archive:
    """Articles and the index that answers questions about them.

    >>> archive = Archive("stories/.newsgrep")
    >>> archive.index(["stories"])
    >>> for hit in archive.search("DEA Mexico").hits:
    ...     print(hit.date, hit.title)

    Opening one makes nothing on disk; :meth:`index` does. Results are of the state that was
    committed last when the archive was first asked; :meth:`refresh` looks for a newer one.
    """

    def __init__(
        self,
        index: str | os.PathLike[str] | Sequence[str | os.PathLike[str]] | None = None,
        engine: Engine | None = None,
    ) -> None:
        """``index`` is the folder of the index; by default the one :func:`locate` finds.

        Several are searched as one, folders and indexes on clusters alike; :meth:`index` writes
        to the first. ``engine`` is what answers and is written to; by default each index's own.
        """
        named = [index] if index is None or isinstance(index, str | os.PathLike) else [*index]
        paths = [None if one is None else os.fspath(one) for one in named or [None]]
        located = [engines.index_at(path) for path in paths]
        # An index that is named twice is searched once.
        once = {folder.identity: (folder, own) for folder, own in reversed(located)}
        self.folders = [folder for folder, _ in reversed(once.values())]
        self.folder = self.folders[0]
        self._engines = [engine or own for _, own in reversed(once.values())]
        self._engine = self._engines[0]
        self.newsroom = Newsroom(
            self.folders, self._engines, lambda: (self.snapshot, self._manifests), self.close
        )
        """What a newsroom does with the articles: marks, and what is made of answers."""
        self._snapshot: Snapshot | None = None
        self._configuration: Configuration | None = None
        self._manifests: list[Manifest] = []
        self._in_question = False

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the index's files."""
        if self._snapshot is not None:
            self._snapshot.close()
            self._snapshot = None

    @contextmanager
    def question(self) -> Iterator[None]:
        """All that is asked within is one question to a cluster; else each method asks one."""
        self._begin()
        self._in_question = True
        try:
            yield
        finally:
            self._in_question = False

    def _begin(self) -> None:
        for folder in () if self._in_question else self.folders:
            folder.begin()

    def lacking(self) -> list[str]:
        """What the answers lack: shards of a cluster that is asked with ``partial=yes``."""
        return list(dict.fromkeys(one for folder in self.folders for one in folder.lacking()))

    def refresh(self) -> bool:
        """Answer from the newest commit from now on; whether there was a newer one.

        Raises :class:`IndexDamaged` where files that are open were cut off by another program.
        """
        if self._snapshot is not None:
            self._snapshot.check_whole()
        known = [manifest.generation for manifest in self._manifests]
        newer = [folder.manifest().generation for folder in self.folders] != known
        # What was answered in part is not kept: the rest may be there again.
        if newer or self.lacking():
            self.close()
        return newer

    def commits(self) -> tuple[tuple[int, str], ...]:
        """Of each index, the number and the time of the commit that answers."""
        assert self.snapshot is not None  # it is opened with them
        return tuple((one.generation, one.committed) for one in self._manifests)

    @property
    def snapshot(self) -> Snapshot:
        """The engine's snapshot of the current state. Raises :class:`NoIndexFound`."""
        self._begin()
        if self._configuration is None:
            self._configuration = configuration(self.folder.root)
        follow(self._configuration.sources)
        if self._snapshot is None:
            read = [self._read(*one) for one in zip(self.folders, self._engines, strict=True)]
            self._manifests = [manifest for manifest, _ in read]
            opened = [snapshot for _, snapshot in read]
            self._snapshot = engines.joined(list(zip(self._engines, opened, strict=True)))
        return self._snapshot

    def _read(self, folder: IndexFolder, engine: Engine) -> tuple[Manifest, Snapshot]:
        folder.require()

        def opened(manifest: Manifest) -> tuple[Manifest, Snapshot]:
            snapshot = engine.snapshot(
                folder.path, manifest.segments, manifest.clusters, folder.shown
            )
            return manifest, snapshot

        return folder.read(opened)

    @property
    def alerts(self) -> Alerts:
        """The saved searches of the index (of the first, where there are several)."""
        from newsgrep.newsroom.alerts import Alerts

        return Alerts(self.folder, self._newest)

    def _newest(self) -> State:
        """What the first index says now."""
        from newsgrep.newsroom.alerts import State

        self._begin()
        follow(configuration(self.folder.root).sources)
        manifest, snapshot = self._read(self.folder, self._engine)
        lasting = self.folder.lasting(manifest)
        return State(self._engine.joined([snapshot]), lasting, self.newsroom.marks)

    # What is written, and what is known of it

    def index(
        self,
        paths: Iterable[str | os.PathLike[str]] = (),
        options: Options | None = None,
        tell: Callable[[Event], None] = lambda event: None,
    ) -> Report:
        """Bring the index in step with files and folders; with none, with those given before.

        ``tell`` hears of progress and of what could not be read. Raises
        :class:`NewsgrepError`; a file that cannot be read is no error.
        """
        return self.indexing(options, tell).execute([os.path.abspath(path) for path in paths])

    def indexing(
        self, options: Options | None = None, tell: Callable[[Event], None] = lambda event: None
    ) -> Run:
        """A run that can be stopped; see :class:`newsgrep.ingest.run.Run`."""
        from newsgrep.ingest.run import Options, Run

        self.close()
        return Run(self.folder, self._engine, options or Options(), tell)

    def watching(
        self, options: Options | None = None, tell: Callable[[Event], None] = lambda event: None
    ) -> Watch:
        """A watch over files; see :class:`newsgrep.ingest.watching.Watch`.

        >>> for report in archive.watching().reports(["/home/me/stories"]):
        ...     print(report.added)
        """
        from newsgrep.ingest.run import Options
        from newsgrep.ingest.watching import Watch

        self.close()
        return Watch(self.folder, self._engine, options or Options(), tell)

    def check(self) -> Checked:
        """Every byte of the index verified."""
        from newsgrep.verify import check

        return check(self.folder)

    def repair(
        self, options: Options | None = None, tell: Callable[[Event], None] = lambda event: None
    ) -> Report:
        """What is good of a damaged index kept, and the rest read again."""
        from newsgrep.ingest.run import Options
        from newsgrep.verify import repair

        self.close()
        return repair(self.folder, self._engine, options or Options(), tell)

    def failures(self) -> Iterator[tuple[str, Failure]]:
        """The files and records that could not be read, as (path as shown, failure)."""
        from newsgrep.ingest.catalog import inventory_of

        for path, entry in sorted(inventory_of(self.folder).items()):
            for failure in entry.failures:
                yield self.folder.shown(path), failure

    def stats(self) -> Stats:
        """What the archive holds."""
        from newsgrep.ingest.holdings import stats_of

        totals = self.snapshot.totals()
        return stats_of(self.folder, self._manifests[0], totals)

    # A question and its answer

    def _asked(self, query: str | Request, **request: object) -> Request:
        """The request that a query makes of this archive, with its marks."""
        return requested(query, **{"marks": self.newsroom.marks, **request})

    def search(self, query: str | Request = "", **request: object) -> Results:
        """The articles that answer ``query``; the keywords are the fields of :class:`Request`.

        Raises :class:`QueryError` where the query is not understood, :class:`NoIndexFound`.
        """
        return search(self.snapshot, self._asked(query, **request))

    def count(self, query: str | Request, **request: object) -> int:
        """How many articles match in full; with ``mode="any"``, with any of the words."""
        return self.snapshot.count(query_of(self._asked(query, **request)))

    def paths(self, query: str | Request, **request: object) -> list[str]:
        """The files of the articles that match in full, in order, each once, as shown.

        A query gives those of all articles, near-copies too; a question as many as it says.
        """
        if not isinstance(query, Request):
            request = {"limit": None, "copies": "show", **request}
        snapshot = self.snapshot  # first: with it the configuration holds
        asked = query_of(self._asked(query, **request))
        if asked.request.mode == "default":
            asked = asked.asked(mode="all")
        return list(dict.fromkeys(snapshot.paths(snapshot.search(asked).rows)))

    def notes(self, query: str | Request) -> list[str]:
        """What ought to be said of how a query is read, as :attr:`Results.notes` has it."""
        asked = query_of(self._asked(query))
        return [*self.snapshot.notes(asked), *mark_notes(asked.tree, self.newsroom.marks)]

    def highlighting(self, query: str | Request) -> Highlighting:
        """What ``query`` highlights."""
        return self.snapshot.highlighting(query_of(self._asked(query)))

    def explain(self, query: str | Request) -> Explanation:
        """How a question is understood."""
        from newsgrep.search.analysis.explain import explain

        return explain(self.snapshot, self._asked(query))

    # What is asked around a search

    def facets(
        self, query: str | Request, names: Sequence[str] = ("source", "author", "year")
    ) -> FacetCounts:
        """How many of the articles that match have each value of some fields."""
        from newsgrep.search.analysis.timelines import facets

        return facets(self.snapshot, self._asked(query), names)

    def timeline(
        self, queries: str | Request | Sequence[str | Request], by: str = "month"
    ) -> Timeline:
        """How many articles match each query (or the one), period by period."""
        from newsgrep.search.analysis.timelines import timeline

        several = [queries] if isinstance(queries, str | Request) else queries
        return timeline(self.snapshot, [self._asked(query) for query in several], by)

    def terms(self, query: str | Request, most: int = 30) -> DistinctiveTerms:
        """The words and names that set the articles that match apart from the rest."""
        from newsgrep.search.analysis.keyness import distinctive

        return distinctive(self.snapshot, self._asked(query), most)

    def kwic(
        self, query: str | Request, width: int = 60, sort: str = ""
    ) -> Iterator[ConcordanceLine]:
        """Every place where ``query`` occurs, with the text on either side.

        A query is looked for in all articles, a request in as many as it says.
        """
        from newsgrep.search.analysis.concordance import concordance

        asked = query if isinstance(query, Request) else Request(query, limit=None, mode="all")
        return concordance(self.snapshot, self._asked(asked), width, sort)

    def similar(self, named: str, limit: int = 10, text: str = "") -> list[Similar]:
        """The articles most like the one that ``named`` names, or like ``text``."""
        from newsgrep.search.analysis.similar import similar

        if text:
            return similar(self.snapshot, text, None, limit)
        snapshot, match = self._of(named)
        article = snapshot.article(match)
        whole = f"{article.title}\n{article.deck}\n{article.text}"
        return similar(snapshot, whole, match, limit)

    def story(self, named: str) -> list[StoryMember]:
        """The near-copies of the article that ``named`` names, the earliest first."""
        from newsgrep.search.analysis.story import story

        return story(*self._of(named))

    def acronyms(self, acronym: str = "") -> list[Definition]:
        """Acronyms, their long forms, and how many articles define them so."""
        from newsgrep.search.analysis.results import Definition

        found = self.snapshot.definitions(acronym.replace(".", "").upper())
        return [Definition(*one) for one in found]

    def audit(self) -> Audit:
        """The archive looked over: what is known, what looks wrong, what is missing."""
        from newsgrep.search.analysis.audit import audit

        return audit(self.snapshot)

    # One article

    def article(self, named: str) -> Article:
        """The article with an id (or the start of one), or of a file (``path`` or ``path#12``).

        Raises :class:`ArticleNotFound` and :class:`ArticleAmbiguous`.
        """
        snapshot, match = self._of(named)
        return snapshot.article(match)

    def match(self, named: str) -> Match:
        """Where the article is that ``named`` names; see :meth:`article`."""
        return self._of(named)[1]

    def _of(self, named: str) -> tuple[Snapshot, Match]:
        from newsgrep.search.named import match_named

        snapshot = self.snapshot
        return snapshot, match_named(snapshot, self.folders, named)

    def shown(self, match: Match) -> str:
        """The path of a match's article, as the user would type it."""
        return self.snapshot.path(match)

    def whoosh(self) -> WhooshIndex:
        """The index as Whoosh sees it, for its own queries, spans and collectors."""
        self.folder.require_files("searching by Whoosh")
        self.folder.require()
        return self.folder.read(
            lambda manifest: engines.as_whoosh(self.folder.path, manifest.segments)
        )


def engine_version() -> str:
    """Name and version of the engine, for people."""
    return engines.local().version()
