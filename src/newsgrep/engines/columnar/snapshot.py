"""Searches the segments of one commit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING

from newsgrep.article import order_of_time
from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.near_duplicates.clusters import Clusters, JoinedClusters
from newsgrep.engines.columnar.search.evaluation import evaluated
from newsgrep.engines.columnar.search.plan import MAX_PLANS, QueryPlan, planned
from newsgrep.engines.columnar.search.scoring.statistics import Collection, collection_of, newest_of
from newsgrep.engines.columnar.search.synonyms import definitions
from newsgrep.engines.columnar.search.vocabulary import Vocabulary
from newsgrep.engines.columnar.segment.doc_values import NO_DATE, SECONDS_A_DAY, day_of
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.engines.columnar.segment.stored_article import (
    article_of,
    documents_of_files,
    file_name,
    path_of,
    record_of,
)
from newsgrep.engines.matches import (
    EVERYTHING,
    Answering,
    Candidate,
    Candidates,
    Digest,
    Match,
    Matches,
    Part,
    Period,
    Query,
    TermCount,
    by_count,
)
from newsgrep.query.ast import Node, describe
from newsgrep.results import Highlighting
from newsgrep.storage.segment_ref import SegmentRef

if TYPE_CHECKING:
    from newsgrep.article import Article
    from newsgrep.engines.columnar.doc_address import DocAddress
    from newsgrep.engines.columnar.search.evaluation import AnyEvaluation
    from newsgrep.engines.columnar.search.multi_reader import MultiReader
    from newsgrep.engines.columnar.search.query_terms import TermName
    from newsgrep.engines.joint.interface import Whole
    from newsgrep.stats import Totals


MAX_FORMS = 12
"""Forms of a word that are told to people."""

_NEVER = 1 << 62
"""The day of an article without a date, where days are put in order."""


class ColumnarSnapshot:
    """Implements :class:`newsgrep.engines.interface.Snapshot`."""

    def __init__(
        self,
        folder: Path,
        refs: Sequence[SegmentRef],
        clusters: str = "",
        shown: Callable[[str], str] = str,
    ) -> None:
        self.segments = [
            Segment(folder / ref.name, folder / ref.deletions if ref.deletions else None)
            for ref in refs
        ]
        self.vocabulary = Vocabulary(self.segments)
        self.clusters: Clusters | JoinedClusters = Clusters(
            folder, clusters, [ref.name for ref in refs]
        )
        self._sources = [0] * len(refs)
        self._shown = [shown]
        self._joined: MultiReader | None = None
        self._plans: dict[tuple[Node, bool], QueryPlan] = {}
        self._whole: Whole | None = None
        self._scoring: tuple[Query, AnyEvaluation] | None = None

    @classmethod
    def joined(cls, snapshots: Sequence[ColumnarSnapshot]) -> ColumnarSnapshot:
        """One snapshot of the segments of several, in which words count over all of them."""
        one = cls(Path(), ())
        one._shown = [shown for snapshot in snapshots for shown in snapshot._shown]
        for number, snapshot in enumerate(snapshots):
            one.segments += snapshot.segments
            one._sources += [number] * len(snapshot.segments)
        one.vocabulary = Vocabulary(one.segments)
        one.clusters = JoinedClusters(
            [(snapshot.clusters, len(snapshot.segments)) for snapshot in snapshots]
        )
        return one

    def source(self, match: Match) -> int:
        """Which of the indexes searched together a match is from, counted from 0."""
        return self._sources[match.segment]

    def search(self, query: Query) -> Matches:
        """What answers ``query``, in the part and order that its request asks for."""
        return self._evaluated(query, to_score=True).matches(query.request)

    def _plan(self, query: Query) -> QueryPlan:
        """The plan of a question; made once, whatever is asked of it."""
        if self._whole is not None:
            return self._whole.plan(query)
        name = query.tree, query.request.expand
        if name not in self._plans:
            if len(self._plans) >= MAX_PLANS:
                self._plans.pop(next(iter(self._plans)))
            self._plans[name] = planned(query.tree, self.vocabulary, expand=query.request.expand)
        return self._plans[name]

    def _evaluated(self, query: Query, *, to_score: bool = False) -> AnyEvaluation:
        return evaluated(
            self._plan(query),
            self.segments,
            self._multi_reader,
            self.clusters,
            rank=query.request.rank,
            to_score=to_score,
            statistics=None if self._whole is None else self._whole.statistics(query),
        )

    def _multi_reader(self) -> MultiReader:
        """The segments as one; made when an answer in whole arrays is wanted, and kept."""
        if self._joined is None:
            from newsgrep.engines.columnar.search.multi_reader import MultiReader

            self._joined = MultiReader(self.segments)
        return self._joined

    def highlighting(self, query: Query) -> Highlighting:
        """What ``query`` would highlight."""
        return self._plan(query).highlighting

    def notes(self, query: Query) -> list[str]:
        """What ought to be said of how ``query`` is read: what else was searched, what was not."""
        return list(self._plan(query).notes)

    def count(self, query: Query) -> int:
        """How many articles match: in full, or with any of the words where that is asked."""
        return self._evaluated(query).count(query.request.mode)

    def facets(self, query: Query, names: Sequence[str]) -> tuple[int, dict[str, dict[str, int]]]:
        """How many articles match, and for each field its values with how many have each."""
        articles, counts = self._evaluated(query).count_values(query.request.mode, names)
        return articles, dict(zip(names, map(by_count, counts), strict=True))

    def periods(self, query: Query, by: Period) -> tuple[int, dict[str, int]]:
        """How many articles match, and how many in each period that has any, in order."""
        articles, counts = self._evaluated(query).count_periods(query.request.mode, by)
        return articles, dict(sorted(counts.items()))

    def digest(self, query: Query) -> Digest:
        """What the articles that match come to: numbers, dates, the best of them."""
        return self._evaluated(query, to_score=True).digest(query.request)

    def words(self, query: Query) -> list[TermCount]:
        """Each word of a question with the forms that are looked for and their articles."""
        evaluation = self._evaluated(query)
        found = []
        for name, term in self._plan(query).terms.items():
            scope, node = name
            found.append(
                TermCount(describe(node), "" if scope == term_keys.TEXT else scope,
                          term.forms(MAX_FORMS), evaluation.doc_freq(name))
            )  # fmt: skip
        return found

    def parts(self, query: Query, matches: Sequence[Match]) -> list[list[Part]]:
        """What each word and signal added to the score of each match."""
        evaluation = self._evaluated(query, to_score=True)
        return [evaluation.parts(match, query.request.rank) for match in matches]

    def frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """How many articles hold each of some folded words, in this form; 0 for none."""
        return self.vocabulary.frequencies(words)

    def everything(self) -> Iterator[tuple[Match, Article]]:
        """Every undeleted article, in the order of the index."""
        for number, segment in enumerate(self.segments):
            for document in range(segment.count):
                if document not in segment.deleted:
                    cluster = self.clusters.of((number, document))
                    match = Match(number, document, 0.0, True, cluster)
                    yield match, self.article(match)

    def spelling(self, word: str) -> list[tuple[str, int]]:
        """Words of the index that are written nearly so, with their articles."""
        return self.vocabulary.spelling(word)

    def nearest_values(self, field: str, text: str) -> list[tuple[str, int]]:
        """Values of a field that are nearly ``text``, with their articles; three at most."""
        from newsgrep.engines.nearest_values import counted_nearest

        names: set[str] = set()
        for segment in self.segments:
            names.update(raw.decode() for raw in segment.facet(field).values)
        return counted_nearest(names, field, text, self.count)

    def near_duplicates(self, match: Match) -> list[Match]:
        """The near-duplicates of an article, itself among them."""
        row = (match.segment, match.document)
        cluster = self.clusters.of(row)
        rows = self.clusters.members(cluster) or [row]
        return [Match(*one, 0.0, True, cluster) for one in rows]

    def span(self) -> tuple[str, str]:
        """The first and the last day of all articles; empty where none has a date."""
        first, last = 1 << 62, NO_DATE
        for segment in self.segments:
            dates = [seconds for seconds in segment.dates.tolist() if seconds != NO_DATE]
            if dates:
                first, last = min(first, min(dates)), max(last, max(dates))
        return ("", "") if last == NO_DATE else (day_of(first), day_of(last))

    def definitions(self, acronym: str = "") -> list[tuple[str, str, int]]:
        """Acronyms, their long forms, and how many articles define them so."""
        return [(d.acronym, d.long, d.articles) for d in definitions(self.vocabulary, acronym)]

    def first(self, matches: Sequence[Match]) -> Article:
        """The article of ``matches`` that ran first; those without a date come last."""
        # A story may have run in hundreds of papers: only what ran on the first day is read.
        days = [self._day(match) for match in matches]
        first_day = min(days)
        foremost = [match for match, day in zip(matches, days, strict=True) if day == first_day]
        if first_day == _NEVER:
            foremost = [min(foremost, key=self._id)]
        return min(map(self.article, foremost), key=order_of_time)

    def _day(self, match: Match) -> int:
        seconds = self.segments[match.segment].dates[match.document]
        return _NEVER if seconds == NO_DATE else seconds // SECONDS_A_DAY

    def _id(self, match: Match) -> str:
        return self.segments[match.segment].id(match.document)

    def article(self, match: Match) -> Article:
        """The article of a match, whole."""
        return article_of(self.segments[match.segment], match.document)

    def find(self, id_prefix: str) -> list[Match]:
        """The articles whose ids begin so."""
        return [
            Match(number, document, 0.0, True)
            for number, segment in enumerate(self.segments)
            for document in segment.with_id_prefix(id_prefix)
        ]

    def with_content(self, hashes: frozenset[bytes]) -> dict[bytes, list[Match]]:
        """The articles of content hashes, each given by its first 16 bytes; none for unknown."""
        found: dict[bytes, list[Match]] = {}
        for number, segment in enumerate(self.segments):
            for document in segment.with_hashes(hashes):
                if document not in segment.deleted:
                    match = Match(number, document, 0.0, True)
                    found.setdefault(segment.content(document), []).append(match)
        return found

    def of_file(self, path: str) -> list[Match]:
        """The articles read from a file, by record; ``path`` as it is stored."""
        found = [
            (record_of(segment, document), Match(number, document, 0.0, True))
            for number, segment in enumerate(self.segments)
            for document in documents_of_files(segment, {path})
        ]
        return [match for _, match in sorted(found, key=itemgetter(0))]

    def paths(self, matches: Iterable[Match]) -> Iterator[str]:
        """The file of each match, as the user would type it."""
        rows = [(match.segment, match.document) for match in matches]
        wanted = sorted({(n, self.segments[n].files[document]) for n, document in rows})
        # In the order of the store, so that each of its blocks is unpacked once.
        names = {(n, file): file_name(self.segments[n], file) for n, file in wanted}
        for n, document in rows:
            yield self._shown[self._sources[n]](names[n, self.segments[n].files[document]])

    def path(self, match: Match) -> str:
        """The file of a match, as the user would type it."""
        shown = self._shown[self._sources[match.segment]]
        return shown(path_of(self.segments[match.segment], match.document))

    def totals(self) -> Totals:
        """What all articles together come to: numbers, words, days, sources, languages."""
        from newsgrep.stats import Totals

        articles, counts = self.facets(EVERYTHING, ("source", "lang"))
        words = 0
        dates: list[int] = []
        keys: set[str] = set()
        for segment in self.segments:
            keys.update(segment.terms.names(term_keys.FIRST_WORD))
            kept = [n for n in range(segment.count) if n not in segment.deleted]
            words += sum(map(segment.words.__getitem__, kept))
            dates += [seconds for n in kept if (seconds := segment.dates[n]) != NO_DATE]

        def with_none(field: str) -> dict[str, int]:
            """The counts of a field, and of those without it, the commonest first."""
            without = articles - sum(counts[field].values())
            return by_count(counts[field] | {"": without} if without else counts[field])

        return Totals(
            articles=articles,
            words=words,
            terms=len(keys),
            first_date=day_of(min(dates)) if dates else "",
            last_date=day_of(max(dates)) if dates else "",
            dated=len(dates),
            sources=with_none("source"),
            languages=with_none("lang"),
        )

    # As one of several

    def ahead(self) -> tuple[Vocabulary, Callable[[], bool]]:
        """Its words, all of which are at hand: there is nothing to be asked for."""
        return self.vocabulary, lambda: False

    def collection(self) -> Collection:
        """How many articles there are, and how long."""
        return collection_of(self.segments)

    def newest(self) -> int:
        """The newest date, in seconds since 1970, or ``NO_DATE``."""
        return newest_of(self.segments)

    def precision(self) -> float:
        """How far its scores may be from what they ought to be: not at all."""
        return 0.0

    def join(self, whole: Whole) -> None:
        """Answer as a part of ``whole`` from now on."""
        self._whole = whole

    def _scored(self, query: Query) -> AnyEvaluation:
        """The evaluation of a question; it is asked several things, one after the other."""
        if self._scoring is None or self._scoring[0] != query:
            self._scoring = query, self._evaluated(query, to_score=True)
        return self._scoring[1]

    def doc_freqs(self, query: Query, names: Iterable[TermName]) -> dict[TermName, int]:
        """How many articles hold each of some terms of a question."""
        evaluation = self._scored(query)
        return {name: evaluation.doc_freq(name) for name in names}

    def candidates(self, query: Query, which: Answering, wanted: int | None) -> Candidates:
        """How many articles answer, and the ``wanted`` first of those ``which`` are asked for."""
        return self._scored(query).candidates(query.request, which, wanted)

    def closeness(self, query: Query, rows: Sequence[Candidate]) -> dict[DocAddress, float]:
        """What some articles get for words of the question that stand close to each other."""
        addresses = [(row.segment, row.document) for row in rows]
        return self._scored(query).closeness(query.request, addresses)

    def expect(self, matches: Sequence[Match]) -> None:
        """Nothing: an article that is asked for next is at hand."""

    def check_whole(self) -> None:
        """Raises :class:`IndexDamaged` where a segment's file was cut off since it was opened."""
        for segment in self.segments:
            segment.file.check_size()

    def close(self) -> None:
        """Let go of the segments' files."""
        self._joined = self._scoring = None
        self.clusters.close()
        for segment in self.segments:
            segment.close()
