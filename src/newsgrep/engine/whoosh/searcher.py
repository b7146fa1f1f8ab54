"""Searches the segments of one commit."""

from __future__ import annotations

import heapq
import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsgrep.engine.matches import Match, Matches, Mode
from newsgrep.engine.segments import SegmentRef
from newsgrep.engine.whoosh import fields
from newsgrep.engine.whoosh.codec.columns import NO_DATE
from newsgrep.engine.whoosh.codec.segment import Segment
from newsgrep.engine.whoosh.evaluation import Evaluation
from newsgrep.engine.whoosh.leaves import LeafReader
from newsgrep.engine.whoosh.stories import Stories
from newsgrep.engine.whoosh.vocabulary import Vocabulary
from newsgrep.query.tree import Node
from newsgrep.results import Pattern

if TYPE_CHECKING:
    from newsgrep.article import Article
    from newsgrep.holdings import Totals

_EPOCH = datetime(1970, 1, 1)

Row = tuple[int, int]


def seconds_of(date: str) -> int:
    """Seconds since 1970 of an ISO 8601 date, in its own time zone; NO_DATE for none.

    Articles are asked for by the day that they show, so the offset is left out on purpose.
    """
    if not date:
        return NO_DATE
    padded = date if len(date) > 7 else f"{date}-01" if len(date) == 7 else f"{date}-01-01"
    moment = datetime.fromisoformat(padded).replace(tzinfo=None)
    return int((moment - _EPOCH).total_seconds())


class WhooshSearcher:
    """Implements :class:`newsgrep.engine.Searcher`."""

    def __init__(self, folder: Path, refs: Sequence[SegmentRef], stories: str = "") -> None:
        self.segments = [
            Segment(folder / ref.name, folder / ref.deletions if ref.deletions else None)
            for ref in refs
        ]
        self.vocabulary = Vocabulary(self.segments)
        self.stories = Stories(folder, stories, [ref.name for ref in refs])

    def search(
        self, query: Node, *, mode: Mode, sort: str, limit: int | None, offset: int
    ) -> Matches:
        reader = LeafReader(self.vocabulary)
        evaluation = Evaluation(self.segments, reader, query)
        answers = [evaluation.answer(n, mode) for n in range(len(self.segments))]
        full = sum(len(answer.full) for answer in answers)
        partial = sum(len(answer.partial) for answer in answers)
        wanted = None if limit is None else offset + limit
        rows: list[Match] = []
        if wanted != 0:
            scores = evaluation.scores([answer.full for answer in answers])
            rows = self._ranked([a.full for a in answers], scores, True, sort, wanted)
        if partial and (wanted is None or len(rows) < wanted):
            scores = evaluation.scores([answer.partial for answer in answers])
            more = None if wanted is None else wanted - len(rows)
            rows += self._ranked([a.partial for a in answers], scores, False, sort, more)
        return Matches(full, partial, rows[offset:], evaluation.patterns(), reader.notes)

    def patterns(self, query: Node) -> list[Pattern]:
        return Evaluation(self.segments, LeafReader(self.vocabulary), query).patterns()

    def _ranked(
        self,
        found: Sequence[set[int]],
        scores: Sequence[dict[int, float]],
        full: bool,
        sort: str,
        wanted: int | None,
    ) -> list[Match]:
        rows = [(n, document) for n, documents in enumerate(found) for document in documents]
        key = self._sort_key(sort, scores)
        ranked = sorted(rows, key=key) if wanted is None else heapq.nsmallest(wanted, rows, key)
        return [Match(n, document, scores[n][document], full) for n, document in ranked]

    def _sort_key(
        self, sort: str, scores: Sequence[dict[int, float]]
    ) -> Callable[[Row], tuple[Any, ...]]:
        """The order of rows; ties go to the better score, the newer article, the lower id."""

        def tie(row: Row) -> tuple[float, int, str]:
            number, document = row
            segment = self.segments[number]
            return -scores[number][document], -segment.dates[document], segment.id(document)

        if sort == "relevance":
            return tie
        name = sort.lstrip("-")
        down = sort.startswith("-")

        def key(row: Row) -> tuple[Any, ...]:
            value: Any = self._sort_value(name, row)
            missing = value is None or value == ""
            if isinstance(value, str) and down:
                # The 1 at the end puts a word after those that it begins.
                value = (*(-ord(c) for c in value), 1)
            elif down and not missing:
                value = -value
            return (missing, *(() if missing else (value,)), *tie(row))

        return key

    def _sort_value(self, name: str, row: Row) -> int | str | None:
        number, document = row
        segment = self.segments[number]
        if name == "date":
            seconds = segment.dates[document]
            return None if seconds == NO_DATE else int(seconds)
        if name == "words":
            return int(segment.words[document])
        if name == "path":
            return self._path(row)
        value = json.loads(segment.records[document]).get(name, "")
        return str(value).casefold()

    def _path(self, row: Row) -> str:
        segment = self.segments[row[0]]
        return segment.file_names[segment.files[row[1]]].decode("utf-8", "surrogateescape")

    def article(self, match: Match) -> Article:
        from newsgrep.article import article_from_dict

        segment, document = self.segments[match.segment], match.document
        data = json.loads(segment.records[document])
        data["facts"] = {k: {"origin": o, "confidence": c} for k, (o, c) in data["facts"].items()}
        data["id"] = segment.id(document)
        data["path"] = self._path((match.segment, document))
        data["text"] = segment.texts[document].decode()
        data["words"] = int(segment.words[document])
        return article_from_dict(data)

    def find(self, id_prefix: str) -> list[Match]:
        return [
            Match(number, document, 0.0, True)
            for number, segment in enumerate(self.segments)
            for document in segment.with_id_prefix(id_prefix)
        ]

    def of_file(self, path: str) -> list[Match]:
        found = [
            Match(number, document, 0.0, True)
            for number, segment in enumerate(self.segments)
            for document in documents_of_files(segment, {path})
        ]
        return sorted(found, key=lambda match: self.article(match).record)

    def paths(self, matches: Iterable[Match]) -> Iterator[str]:
        for match in matches:
            yield self._path((match.segment, match.document))

    def totals(self) -> Totals:
        from newsgrep.holdings import Totals

        sources: dict[str, int] = {}
        languages: dict[str, int] = {}
        seconds: list[int] = []
        articles = words = 0
        keys: set[str] = set()
        for segment in self.segments:
            keys.update(term for term, _ in segment.terms.scan(fields.FIRST_WORD))
            dates, lengths = segment.dates, segment.words
            for document, record in enumerate(segment.records):
                if document in segment.deleted:
                    continue
                data = json.loads(record)
                source, language = data.get("source", ""), data.get("language", "")
                sources[source] = sources.get(source, 0) + 1
                languages[language] = languages.get(language, 0) + 1
                articles += 1
                words += lengths[document]
                if dates[document] != NO_DATE:
                    seconds.append(dates[document])
        return Totals(
            articles=articles,
            words=words,
            terms=len(keys),
            first_date=_day(min(seconds)) if seconds else "",
            last_date=_day(max(seconds)) if seconds else "",
            dated=len(seconds),
            sources=_by_count(sources),
            languages=_by_count(languages),
        )

    def close(self) -> None:
        self.stories.close()
        for segment in self.segments:
            segment.close()


def _day(seconds: int) -> str:
    return (_EPOCH + timedelta(seconds=seconds)).date().isoformat()


def _by_count(counts: dict[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def documents_of_files(segment: Segment, paths: set[str]) -> list[int]:
    """The undeleted documents of ``segment`` that come from ``paths``."""
    wanted = {path.encode("utf-8", "surrogateescape") for path in paths}
    numbers = {number for number, name in enumerate(segment.file_names) if name in wanted}
    if not numbers:
        return []
    return [
        document
        for document, file in enumerate(segment.files.tolist())
        if file in numbers and document not in segment.deleted
    ]


def stored_record(article: Article) -> bytes:
    """What is stored of an article beside what other parts of the segment hold."""
    data = article.as_dict()
    for name in ("id", "path", "text", "words"):
        del data[name]
    kept = {name: value for name, value in data.items() if value}
    kept["facts"] = {name: (fact.origin, fact.confidence) for name, fact in article.facts.items()}
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
