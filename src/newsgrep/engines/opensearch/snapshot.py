"""Answers questions from what a run left visible on a cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from newsgrep.article import order_of_time
from newsgrep.engines.columnar.search.facets import coarsest_for
from newsgrep.engines.columnar.search.plan import MAX_PLANS, QueryPlan, planned_ahead
from newsgrep.engines.columnar.search.scoring.statistics import Collection
from newsgrep.engines.columnar.search.synonyms import definitions
from newsgrep.engines.columnar.segment.doc_values import day_of
from newsgrep.engines.columnar.snapshot import MAX_FORMS
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
from newsgrep.engines.opensearch import counting
from newsgrep.engines.opensearch.articles import Articles
from newsgrep.engines.opensearch.asking import Asking, collection_of, scope_of
from newsgrep.engines.opensearch.candidates import candidates
from newsgrep.engines.opensearch.lookups import Ahead, Lookups
from newsgrep.engines.opensearch.measured import Measuring
from newsgrep.engines.opensearch.paths import held, stored
from newsgrep.engines.opensearch.ranking import Ranking
from newsgrep.engines.opensearch.rows import Column, Row, first_rows
from newsgrep.engines.opensearch.vocabulary import ClusterVocabulary
from newsgrep.engines.periods import period_of
from newsgrep.query.ast import Node, describe
from newsgrep.results import Highlighting

if TYPE_CHECKING:
    from newsgrep.article import Article
    from newsgrep.engines.columnar.doc_address import DocAddress
    from newsgrep.engines.columnar.search.query_terms import TermName
    from newsgrep.engines.joint.interface import Whole
    from newsgrep.engines.opensearch.connection import Connection
    from newsgrep.stats import Totals

Json = dict[str, Any]
PRECISION = 3e-6
"""Of a score: a cluster counts in numbers of 24 bits, and adds up some dozens of them."""
MOST_CLUSTERS = 10_000
"""Clusters of near-copies that are kept in memory."""
AT_ONCE = 10_000
"""Content hashes that are asked for together."""


class ClusterSnapshot:
    """Implements :class:`newsgrep.engines.interface.Snapshot`.

    A match's document is the number of its article in the order in which this snapshot met them.
    """

    def __init__(
        self,
        connection: Connection,
        index: str,
        seen: Json,
        facts: Json,
        shown: Callable[[str], str] = str,
    ) -> None:
        """``index`` is the set's index of articles; ``seen`` finds those that readers see."""
        self._connection = connection
        self._index = index
        self._seen = seen
        self._facts = facts
        self._shown = shown
        self._lookups = Lookups(connection, index, seen)
        self.vocabulary = ClusterVocabulary(self._lookups, facts)
        self._articles = Articles(connection, index)
        self._measuring = Measuring(connection, index)
        self._asked: dict[tuple[Node, bool], Asking] = {}
        self._copies: dict[int, list[Match]] = {}
        self._expected: set[int] = set()
        self._whole: Whole | None = None

    def _asking(self, query: Query) -> Asking:
        name = query.tree, query.request.expand
        if name not in self._asked:
            if len(self._asked) >= MAX_PLANS:
                self._asked.pop(next(iter(self._asked)))
            whole = self._whole
            self._asked[name] = Asking(
                self._connection, self._index, self._seen, self._facts,
                self._plan(query) if whole is None else whole.plan(query),
                self.vocabulary, self._measuring,
                None if whole is None else whole.statistics(query),
            )  # fmt: skip
        return self._asked[name]

    def _plan(self, query: Query) -> QueryPlan:
        """The plan of a question; what it looks up is asked for round by round before it does."""
        return planned_ahead(query.tree, self.vocabulary, self.ahead, expand=query.request.expand)

    def source(self, match: Match) -> int:
        """Which of the indexes searched together a match is from: the only one."""
        return 0

    # Answers

    def search(self, query: Query) -> Matches:
        """What answers ``query``, in the part and order that its request asks for."""
        request, asking = query.request, self._asking(query)
        full, some = asking.queries.answer(request.mode)
        ranking = self._ranking(query)
        wanted = request.offset + request.limit if request.limit else None
        total, rows, any_of_them, _ = ranking.rows(full, wanted, beside=some)
        matches = [self._match(row, full=True) for row in rows]
        partially = any_of_them - total if some is not None else 0
        if some is not None and partially and (wanted is None or len(rows) < wanted):
            more = None if wanted is None else wanted - len(rows)
            only = {"bool": {"filter": [some], "must_not": [full]}}
            told = {row.cluster for row in rows if row.cluster}
            others = ranking.rows(only, more, told=told).rows
            matches += [self._match(row, full=False) for row in others]
        self.expect(matches[request.offset :])
        return Matches(
            total, partially, matches[request.offset :],
            asking.plan.highlighting, self._notes(asking),
        )  # fmt: skip

    def expect(self, matches: Sequence[Match]) -> None:
        """What is likely to be asked for next: the articles of some matches, and their copies."""
        self._articles.expect(match.document for match in matches)
        self._expected = {match.cluster for match in matches if match.cluster}

    def _match(self, row: Row, *, full: bool) -> Match:
        number = self._articles.number(row.key, row.path)
        return Match(0, number, row.score, full, row.cluster)

    def _notes(self, asking: Asking) -> list[str]:
        # What the local engine measured may have been cut.
        notes = list(dict.fromkeys((*asking.plan.notes, *asking.plan.expander.notes)))
        return [*notes, *self._connection.question.lacking]

    def _ranking(self, query: Query) -> Ranking:
        return Ranking(self._connection, self._index, self._asking(query), query.request)

    # As one of several

    def ahead(self) -> tuple[ClusterVocabulary, Callable[[], bool]]:
        """Words that are known already, to try a plan with; and what asks for those it lacks."""
        ahead = Ahead(self._lookups)

        def fetch() -> bool:
            self._lookups.fetch(ahead.wanted)
            return bool(ahead.wanted)

        return ClusterVocabulary(ahead, self._facts), fetch

    def collection(self) -> Collection:
        """How many articles there are, and how long."""
        return collection_of(self._facts)

    def newest(self) -> int:
        """The newest date, in seconds since 1970, or ``NO_DATE``."""
        return int(self._facts["newest"])

    def precision(self) -> float:
        """How far its scores may be from what they ought to be, as parts of themselves."""
        return PRECISION

    def join(self, whole: Whole) -> None:
        """Answer as a part of ``whole`` from now on."""
        self._whole = whole

    def doc_freqs(self, query: Query, names: Iterable[TermName]) -> dict[TermName, int]:
        """How many articles hold each of some terms of a question."""
        return self._asking(query).own_doc_freqs(names)

    def candidates(self, query: Query, which: Answering, wanted: int | None) -> Candidates:
        """How many articles answer, and the ``wanted`` first of those ``which`` are asked for."""
        return candidates(self._ranking(query), self._articles, which, wanted)

    def closeness(self, query: Query, rows: Sequence[Candidate]) -> dict[DocAddress, float]:
        """What some articles get for words of the question that stand close to each other."""
        keys = {self._articles.key(row.document): (row.segment, row.document) for row in rows}
        close = self._ranking(query).closeness(list(keys))
        return {keys[key]: score for key, score in close.items()}

    def notes(self, query: Query) -> list[str]:
        """What ought to be said of how ``query`` is read: what else was searched, what was not."""
        return [*self._asking(query).plan.notes, *self._connection.question.lacking]

    def highlighting(self, query: Query) -> Highlighting:
        """What ``query`` would highlight."""
        return self._asking(query).plan.highlighting

    def _counted(self, query: Query) -> Json:
        asking = self._asking(query)
        return asking.seen(asking.queries.counted(query.request.mode))

    def count(self, query: Query) -> int:
        """How many articles match: in full, or with any of the words where that is asked."""
        return counting.count(self._connection, self._index, self._counted(query))

    def facets(self, query: Query, names: Sequence[str]) -> tuple[int, dict[str, dict[str, int]]]:
        """How many articles match, and for each field its values with how many have each."""
        found = self._counted(query)
        total, values = counting.values(
            self._connection, self._index, found, [name for name in names if name != "year"]
        )
        if "year" in names:
            values["year"] = by_count(self.periods(query, "year")[1])
        return total, {name: values[name] for name in names}

    def periods(self, query: Query, by: Period) -> tuple[int, dict[str, int]]:
        """How many articles match, and how many in each period that has any, in order."""
        total, starts = counting.periods(
            self._connection, self._index, self._counted(query), by, coarsest_for(by)
        )
        return total, {
            period_of(datetime.fromtimestamp(start, UTC).date(), by): count
            for start, count in sorted(starts.items())
        }

    def digest(self, query: Query) -> Digest:
        """What the articles that match come to: numbers, dates, the best of them."""
        asking = self._asking(query)
        found = asking.queries.counted(query.request.mode)
        told = counting.digest(self._connection, self._index, asking.seen(found))
        if not told.articles:
            return told
        ranking = self._ranking(query)
        (best,) = ranking.rows(found, 1).rows
        return told._replace(best=self._match(best, full=True))

    def words(self, query: Query) -> list[TermCount]:
        """Each word of a question with the forms that are looked for and their articles."""
        asking = self._asking(query)
        frequencies = asking.own_doc_freqs(asking.plan.terms)
        return [
            TermCount(describe(name[1]), scope_of(name), term.forms(MAX_FORMS), frequencies[name])
            for name, term in asking.plan.terms.items()
        ]

    def parts(self, query: Query, matches: Sequence[Match]) -> list[list[Part]]:
        """What each word and signal added to the score of each match."""
        from newsgrep.engines.opensearch.explaining import parts

        keys = [self._articles.key(match.document) for match in matches]
        return parts(
            self._connection, self._index, self._asking(query), keys, matches, query.request.rank
        )

    # Words

    def frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """How many articles hold each of some folded words, in this form; 0 for none."""
        return self.vocabulary.frequencies(words)

    def spelling(self, word: str) -> list[tuple[str, int]]:
        """Words of the index that are written nearly so, with their articles."""
        return self.vocabulary.spelling(word)

    def nearest_values(self, field: str, text: str) -> list[tuple[str, int]]:
        """Values of a field that are nearly ``text``, with their articles; three at most."""
        from newsgrep.engines.nearest_values import counted_nearest

        _, values = self.facets(EVERYTHING, (field,))
        return counted_nearest(values[field], field, text, self.count)

    def definitions(self, acronym: str = "") -> list[tuple[str, str, int]]:
        """Acronyms, their long forms, and how many articles define them so."""
        return [(d.acronym, d.long, d.articles) for d in definitions(self.vocabulary, acronym)]

    # Articles

    def everything(self) -> Iterator[tuple[Match, Article]]:
        """Every article, by its file and record."""
        for row in self._all({"match_all": {}}):
            match = self._match(row, full=True)
            yield match, self.article(match)

    def _all(self, query: Json) -> list[Row]:
        """The articles that a filter lets through, by file and record."""
        seen = {"bool": {"filter": [self._seen, query]}}
        columns: tuple[Column, ...] = ("path", "content")
        rows = first_rows(self._connection, self._index, seen, "path", None, (), columns).rows
        self._articles.expect(self._articles.number(row.key, row.path) for row in rows)
        return rows

    def near_duplicates(self, match: Match) -> list[Match]:
        """The near-duplicates of an article, itself among them."""
        cluster = match.cluster or self._articles.cluster(match.document)
        if not cluster:
            return [Match(0, match.document, 0.0, True)]
        if cluster not in self._copies:
            self._fetch_copies(cluster)
        return self._copies[cluster]

    def first(self, matches: Sequence[Match]) -> Article:
        """The article of ``matches`` that ran first; those without a date come last."""
        return min(map(self.article, matches), key=order_of_time)

    def _fetch_copies(self, cluster: int) -> None:
        """The near-copies of one cluster, and of those of the page that are not known yet."""
        if len(self._copies) > MOST_CLUSTERS:
            self._copies.clear()
        wanted = {cluster} | (self._expected - self._copies.keys())
        self._copies.update((one, []) for one in wanted)
        for row in self._all({"terms": {"cluster": sorted(wanted)}}):
            self._copies[row.cluster].append(self._match(row._replace(score=0.0), full=True))

    def article(self, match: Match) -> Article:
        """The article of a match, whole."""
        return self._articles.article(match.document)

    def find(self, id_prefix: str) -> list[Match]:
        """The articles whose ids begin so."""
        rows = self._all({"prefix": {"id": id_prefix}})
        return [self._match(row._replace(score=0.0), full=True) for row in rows]

    def with_content(self, hashes: frozenset[bytes]) -> dict[bytes, list[Match]]:
        """The articles of content hashes, each given by its first 16 bytes; none for unknown."""
        found: dict[bytes, list[Match]] = {}
        named = [one.hex() for one in sorted(hashes)]
        for at in range(0, len(named), AT_ONCE):
            for row in self._all({"terms": {"content": named[at : at + AT_ONCE]}}):
                match = self._match(row._replace(score=0.0), full=True)
                content = bytes.fromhex(row.content)
                found.setdefault(content, []).append(match)
        return found

    def of_file(self, path: str) -> list[Match]:
        """The articles read from a file, by record; ``path`` as it is stored."""
        rows = self._all({"term": {"path": held(path)}})
        return [self._match(row._replace(score=0.0), full=True) for row in rows]

    def paths(self, matches: Iterable[Match]) -> Iterator[str]:
        """The file of each match, as the user would type it."""
        return map(self.path, matches)

    def path(self, match: Match) -> str:
        """The file of a match, as the user would type it."""
        return self._shown(stored(self._articles.path(match.document)))

    # The archive

    def span(self) -> tuple[str, str]:
        """The first and the last day of all articles; empty where none has a date."""
        first, last, _ = self._dates()
        return first, last

    def _dates(self) -> tuple[str, str, int]:
        """The first and the last day, and how many articles have a date."""
        first, last, dated = counting.dates(self._connection, self._index, self._seen)
        if not dated:
            return "", "", 0
        return day_of(first), day_of(last), dated

    def totals(self) -> Totals:
        """What all articles together come to: numbers, words, days, sources, languages."""
        from newsgrep.stats import Totals

        articles, counts = self.facets(EVERYTHING, ("source", "lang"))
        first, last, dated = self._dates()

        def with_none(field: str) -> dict[str, int]:
            without = articles - sum(counts[field].values())
            return by_count(counts[field] | {"": without} if without else counts[field])

        return Totals(
            articles=articles,
            words=int(self._facts["words"]),
            terms=self.vocabulary.distinct_words,
            first_date=first,
            last_date=last,
            dated=dated,
            sources=with_none("source"),
            languages=with_none("lang"),
        )

    def check_whole(self) -> None:
        """Nothing: a cluster looks after its files, and says which shards do not answer."""

    def close(self) -> None:
        """Let go of the connections."""
        self._connection.close()
