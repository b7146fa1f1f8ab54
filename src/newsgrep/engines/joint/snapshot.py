"""Answers questions from several indexes, of whatever engines, as from one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from newsgrep.engines.columnar.search.plan import MAX_PLANS, QueryPlan, planned_ahead
from newsgrep.engines.columnar.search.synonyms import definitions
from newsgrep.engines.joint.digests import joint_digest, joint_totals
from newsgrep.engines.joint.interface import PartSnapshot
from newsgrep.engines.joint.numbering import of_all, of_part
from newsgrep.engines.joint.ranking import JointRanking
from newsgrep.engines.joint.statistics import JointStatistics, collection_of
from newsgrep.engines.joint.vocabulary import JointVocabulary
from newsgrep.engines.matches import (
    EVERYTHING,
    Candidate,
    Digest,
    Match,
    Matches,
    Part,
    Period,
    Query,
    TermCount,
    by_count,
)
from newsgrep.errors import UsageError
from newsgrep.query.ast import Node
from newsgrep.results import Highlighting

if TYPE_CHECKING:
    from newsgrep.article import Article
    from newsgrep.engines.interface import Snapshot
    from newsgrep.stats import Totals


class JointSnapshot:
    """Implements :class:`newsgrep.engines.interface.Snapshot` over parts of which each is one."""

    def __init__(self, parts: Sequence[PartSnapshot], indexes: Sequence[Sequence[int]]) -> None:
        """``indexes`` are the numbers, among all, of the indexes that each part is of."""
        self._parts = parts
        self._indexes = indexes
        self.vocabulary = JointVocabulary([part.vocabulary for part in parts])
        self._collection = collection_of(parts)
        self._asked: dict[tuple[Node, bool], tuple[QueryPlan, JointStatistics]] = {}
        for part in parts:
            part.join(self)

    @cached_property
    def _newest(self) -> int:
        return max(part.newest() for part in self._parts)

    # What the parts answer by

    def plan(self, query: Query) -> QueryPlan:
        """What a question looks up."""
        return self._read(query)[0]

    def statistics(self, query: Query) -> JointStatistics:
        """What the scores of a question rest on."""
        return self._read(query)[1]

    def _read(self, query: Query) -> tuple[QueryPlan, JointStatistics]:
        name = query.tree, query.request.expand
        if name not in self._asked:
            if len(self._asked) >= MAX_PLANS:
                self._asked.pop(next(iter(self._asked)))
            plan = self._planned(query)
            statistics = JointStatistics(
                self._parts, self._collection, lambda: self._newest, query, plan
            )
            self._asked[name] = plan, statistics
        return self._asked[name]

    def _planned(self, query: Query) -> QueryPlan:
        """The plan of a question; what it looks up is asked for round by round before it does."""
        return planned_ahead(query.tree, self.vocabulary, self._ahead, expand=query.request.expand)

    def _ahead(self) -> tuple[JointVocabulary, Callable[[], bool]]:
        """As :meth:`PartSnapshot.ahead` has it, of all parts."""
        ahead = [part.ahead() for part in self._parts]

        def fetch() -> bool:
            lacked = [fetch() for _, fetch in ahead]  # of each, whatever another lacked
            return any(lacked)

        return JointVocabulary([words for words, _ in ahead]), fetch

    # Matches of all and of a part

    def _of_all(self, number: int, matches: Iterable[Match]) -> list[Match]:
        return [of_all(match, number, len(self._parts)) for match in matches]

    def _part(self, match: Match) -> tuple[PartSnapshot, Match]:
        number, own = of_part(match, len(self._parts))
        return self._parts[number], own

    def _by_part(self, matches: Iterable[Match]) -> tuple[list[int], list[list[Match]]]:
        """The part of each match, and of each part its matches as it has them."""
        numbers: list[int] = []
        of_each: list[list[Match]] = [[] for _ in self._parts]
        for match in matches:
            number, own = of_part(match, len(self._parts))
            numbers.append(number)
            of_each[number].append(own)
        return numbers, of_each

    def source(self, match: Match) -> int:
        """Which of the indexes searched together a match is from, counted from 0."""
        number, own = of_part(match, len(self._parts))
        return self._indexes[number][self._parts[number].source(own)]

    # Answers

    def search(self, query: Query) -> Matches:
        """What answers ``query``, in the part and order that its request asks for."""
        request = query.request
        ranking = JointRanking(self._parts, query)
        wanted = request.offset + request.limit if request.limit else None
        found = ranking.first("full", wanted)
        rows = [_match(row, full=True) for row in found.rows]
        if found.partial and (wanted is None or len(rows) < wanted):
            more = None if wanted is None else wanted - len(rows)
            told = {row.cluster for row in rows if row.cluster}
            others = ranking.first("partial", more, told).rows
            rows += [_match(row, full=False) for row in others]
        page = rows[request.offset :]
        _, of_each = self._by_part(page)
        for part, some in zip(self._parts, of_each, strict=True):
            part.expect(some)
        return Matches(found.full, found.partial, page, self.highlighting(query), self.notes(query))

    def notes(self, query: Query) -> list[str]:
        """What ought to be said of how ``query`` is read: what else was searched, what was not."""
        plan = self.plan(query)
        of_each = [part.notes(query) for part in self._parts]
        # What was measured may have been cut.
        return list(dict.fromkeys(chain(plan.notes, plan.expander.notes, *of_each)))

    def highlighting(self, query: Query) -> Highlighting:
        """What ``query`` would highlight."""
        return self.plan(query).highlighting

    def count(self, query: Query) -> int:
        """How many articles match: in full, or with any of the words where that is asked."""
        return sum(part.count(query) for part in self._parts)

    def facets(self, query: Query, names: Sequence[str]) -> tuple[int, dict[str, dict[str, int]]]:
        """How many articles match, and for each field its values with how many have each."""
        articles = 0
        counts: dict[str, Counter[str]] = {name: Counter() for name in names}
        for part in self._parts:
            some, found = part.facets(query, names)
            articles += some
            for name in names:
                counts[name].update(found[name])
        return articles, {name: by_count(counts[name]) for name in names}

    def periods(self, query: Query, by: Period) -> tuple[int, dict[str, int]]:
        """How many articles match, and how many in each period that has any, in order."""
        articles = 0
        counts: Counter[str] = Counter()
        for part in self._parts:
            some, found = part.periods(query, by)
            articles += some
            counts.update(found)
        return articles, dict(sorted(counts.items()))

    def digest(self, query: Query) -> Digest:
        """What the articles that match come to: numbers, dates, the best of them."""
        told = joint_digest([part.digest(query) for part in self._parts])
        if not told.articles:
            return told
        sources = self.facets(query, ("source",))[1]["source"]
        source = next(iter(sources), "")
        (best,) = JointRanking(self._parts, query).first("counted", 1).rows
        return told._replace(
            source=source, source_articles=sources.get(source, 0), best=_match(best, full=True)
        )

    def words(self, query: Query) -> list[TermCount]:
        """Each word of a question with the forms that are looked for and their articles."""
        of_each = zip(*(part.words(query) for part in self._parts), strict=True)
        return [
            TermCount(one.text, one.field, one.forms, sum(same.articles for same in (one, *others)))
            for one, *others in of_each
        ]

    def parts(self, query: Query, matches: Sequence[Match]) -> list[list[Part]]:
        """What each word and signal gave each match."""
        numbers, of_each = self._by_part(matches)
        told = [
            iter(part.parts(query, some) if some else ())
            for part, some in zip(self._parts, of_each, strict=True)
        ]
        return [next(told[number]) for number in numbers]

    # Words

    def frequencies(self, words: Iterable[str]) -> dict[str, int]:
        """How many articles hold each of some folded words, in this form; 0 for none."""
        return self.vocabulary.frequencies(words)

    def spelling(self, word: str) -> list[tuple[str, int]]:
        """Words of the indexes that are written nearly so, with their articles."""
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
        """Every article, index by index."""
        for number, part in enumerate(self._parts):
            for match, article in part.everything():
                yield of_all(match, number, len(self._parts)), article

    def near_duplicates(self, match: Match) -> list[Match]:
        """The near-duplicates of an article in its own index, itself among them."""
        number, own = of_part(match, len(self._parts))
        return self._of_all(number, self._parts[number].near_duplicates(own))

    def first(self, matches: Sequence[Match]) -> Article:
        """The article that ran first of ``matches``, which are of one index."""
        part, _ = self._part(matches[0])
        return part.first([self._part(match)[1] for match in matches])

    def article(self, match: Match) -> Article:
        """The article of a match, whole."""
        part, own = self._part(match)
        return part.article(own)

    def find(self, id_prefix: str) -> list[Match]:
        """The articles whose ids begin so."""
        return [
            match
            for number, part in enumerate(self._parts)
            for match in self._of_all(number, part.find(id_prefix))
        ]

    def with_content(self, hashes: frozenset[bytes]) -> dict[bytes, list[Match]]:
        """The articles of content hashes, each given by its first 16 bytes; none for unknown."""
        found: dict[bytes, list[Match]] = {}
        for number, part in enumerate(self._parts):
            for content, matches in part.with_content(hashes).items():
                found.setdefault(content, []).extend(self._of_all(number, matches))
        return found

    def of_file(self, path: str) -> list[Match]:
        """The articles read from a file, index by index and by record."""
        return [
            match
            for number, part in enumerate(self._parts)
            for match in self._of_all(number, part.of_file(path))
        ]

    def paths(self, matches: Iterable[Match]) -> Iterator[str]:
        """The file of each match, as the user would type it."""
        numbers, of_each = self._by_part(matches)
        told = [part.paths(some) for part, some in zip(self._parts, of_each, strict=True)]
        return (next(told[number]) for number in numbers)

    def path(self, match: Match) -> str:
        """The file of a match, as the user would type it."""
        part, own = self._part(match)
        return part.path(own)

    # The archive

    def span(self) -> tuple[str, str]:
        """The first and the last day of all articles; empty where none has a date."""
        days = [day for part in self._parts for day in part.span() if day]
        return min(days, default=""), max(days, default="")

    def totals(self) -> Totals:
        """What all articles together come to: numbers, words, days, sources, languages."""
        return joint_totals(
            [part.totals() for part in self._parts], len(self.vocabulary.all_words())
        )

    def check_whole(self) -> None:
        """Raises :class:`IndexDamaged` where files were cut off since they were opened."""
        for part in self._parts:
            part.check_whole()

    def close(self) -> None:
        """Let go of files and connections."""
        for part in self._parts:
            part.close()


def _match(row: Candidate, *, full: bool) -> Match:
    return Match(row.segment, row.document, row.score, full, row.cluster)


def joint(parts: Sequence[Snapshot], indexes: Sequence[Sequence[int]]) -> JointSnapshot:
    """One snapshot of several, of whatever engines; ``indexes`` as :class:`JointSnapshot` has it.

    Raises :class:`UsageError` where one cannot be a part.
    """
    able = [part for part in parts if isinstance(part, PartSnapshot)]
    if len(able) < len(parts):
        raise UsageError("these indexes are not searched as one", "ask each of them in turn")
    return JointSnapshot(able, indexes)
