"""An article as a document of a cluster: what a word is and where it stands is said by us.

A text is a row of positions parted by spaces; at each stand its terms, parted by bars, or a sign
for none. Marks stand at the first and the last position of what they mark: sentences, paragraphs
and quotations; and at the ends of headline and lead.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from hashlib import blake2b
from itertools import pairwise
from typing import Any

from newsgrep.article import Article, content_hash
from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.near_duplicates.minhash import BANDS, signatures
from newsgrep.engines.columnar.segment.chunk_stream import label_chunks, text_chunks
from newsgrep.engines.columnar.segment.doc_values import (
    DAY,
    HASH_BYTES,
    NO_DATE,
    coarseness_of,
    end_of,
    seconds_of,
)
from newsgrep.engines.columnar.segment.inverter import ChunkNumbers, Documents, chunk_entries
from newsgrep.engines.columnar.segment.stored_article import stored_record
from newsgrep.engines.columnar.segment.writer import labels_of
from newsgrep.engines.opensearch.mapping import (
    BESIDE,
    FREE,
    LEAD_END,
    LONGEST,
    PARAGRAPH,
    QUOTE,
    QUOTED_WORD,
    SENTENCE,
    TITLE_END,
    facet_field,
    label_field,
)
from newsgrep.engines.opensearch.paths import folded, held
from newsgrep.fields import FACETS, LABELS
from newsgrep.text.words import (
    GAP,
    GAP_MARK,
    PARAGRAPH_MARK,
    QUOTE_MARK,
    SENTENCE_MARK,
    UNQUOTE_MARK,
)

Json = dict[str, Any]


class Preparing:
    """Makes documents of articles; keeps what it learned of words from one to the next."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[str, ...]] = {}
        self._new: set[str] = set()
        self._signed: list[Json] = []
        self._numbers = ChunkNumbers()
        self._chunks = array("i")
        self._title, self._text = array("q"), array("q")

    def document(self, article: Article) -> Json:
        """The document of an article, but for what :meth:`sign` adds."""
        chunks, title, lead = text_chunks(article.title, article.deck, article.text)
        self._chunks.extend(map(self._numbers.__getitem__, chunks))
        self._title.append(title)
        self._text.append(len(chunks))
        labels = labels_of(article)
        document = {
            **self._zones(chunks, title, lead),
            **self._labels(labels),
            **_dates(article.date),
            "id": article.id,
            "content": content_hash(article)[: 2 * HASH_BYTES],
            "path": held(article.path),
            "path_folded": folded(article.path),
            "record": article.record,
            "kept": stored_record(article).decode(),
            "body": _clean(article.text),
        }
        for name, value in (("by_title", article.title), ("by_source", article.source)):
            if value:
                document[name] = _clean(value.casefold()[:LONGEST])
        self._signed.append(document)
        return document

    def sign(self) -> None:
        """Add to the documents made since the last time the bands that near-copies share."""
        whole = self._text
        documents = Documents(self._chunks, self._title, array("q"), self._text, whole)
        for document, row in zip(
            self._signed, signatures(documents, self._numbers).tolist(), strict=True
        ):
            if any(row):
                document["bands"] = [f"{at:x}{value:08x}" for at, value in enumerate(row)]
        self._signed.clear()
        self._numbers.clear()
        self._chunks, self._title, self._text = array("i"), array("q"), array("q")

    def new_keys(self) -> list[str]:
        """The keys that were met for the first time since the last time this was asked."""
        found = sorted(self._new)
        self._new.clear()
        return found

    def _places(self, chunk: str) -> tuple[str, ...]:
        """The terms of a chunk at its successive positions."""
        known = self._known.get(chunk)
        if known is None:
            entries, length = chunk_entries(chunk)
            at: list[list[str]] = [[] for _ in range(length)]
            for key, offset in entries:
                field, term = term_keys.split_key(key)
                self._new.add(_clean(key))
                if field != term_keys.HYPHENATED:
                    at[offset].append(term)
            known = tuple(_clean(BESIDE.join(dict.fromkeys(terms))) or FREE for terms in at)
            if len(self._known) > 500_000:
                self._known.clear()
            self._known[chunk] = known
        return known

    def _zones(self, chunks: list[str], title: int, lead: int) -> Json:
        row = _Row()
        title_end = lead_end = 0
        for number, chunk in enumerate(chunks):
            if number == title:
                title_end = len(row.places)
            if number == lead:
                lead_end = len(row.places)
            if chunk >= " ":
                row.places += self._places(chunk)
            else:
                row.mark(chunk)
        if lead >= len(chunks):
            lead_end = len(row.places)
        zones = {
            "title": " ".join(row.places[:title_end]),
            "lead": " ".join(row.places[title_end:lead_end]).strip(f" {FREE}"),
            "words": row.words,
        }
        zones["text"] = row.marked(((title_end, TITLE_END), (lead_end, LEAD_END)))
        return {name: value for name, value in zones.items() if value != ""}

    def _labels(self, labels: list[tuple[str, str]]) -> Json:
        found: Json = {}
        values: dict[str, list[str]] = {}
        for field, value in labels:
            values.setdefault(field, []).append(value)
        for field, some in values.items():
            if field in FACETS:
                found[facet_field(field)] = [_clean(v)[:LONGEST] for v in dict.fromkeys(some)]
            if field in LABELS:
                row: list[str] = []
                for value in some:
                    for chunk in label_chunks(field, value):
                        row += [FREE] * GAP if chunk == GAP_MARK else self._places(chunk)
                found[label_field(field)] = " ".join(row)
            elif field != "lang":
                found[field] = [_clean(value.replace("\0", ""))[:LONGEST] for value in some]
        return found


class _Row:
    """The positions of a text as they are filled."""

    def __init__(self) -> None:
        self.places: list[str] = []
        self._gaps = 0
        self._sentences: list[int] = []
        self._paragraphs: list[int] = []
        self._quotes: list[tuple[int, int]] = []
        self._opened = 0

    @property
    def words(self) -> int:
        return len(self.places) - self._gaps

    def mark(self, chunk: str) -> None:
        at = len(self.places)
        if chunk == GAP_MARK:
            self.places += [FREE] * GAP
            self._gaps += GAP
        elif chunk == SENTENCE_MARK:
            self._sentences.append(at)
        elif chunk == PARAGRAPH_MARK:
            self._sentences.append(at)
            self._paragraphs.append(at)
        elif chunk == QUOTE_MARK:
            self._opened = at
        elif chunk == UNQUOTE_MARK and at > self._opened:
            self._quotes.append((self._opened, at))

    def marked(self, ends: Sequence[tuple[int, str]]) -> str:
        """The row with its marks, and those of ``ends``."""
        end = len(self.places)
        places = [*self.places, *[FREE] * (max(at for at, _ in ends) + 1 - end)]

        def put(at: int, mark: str) -> None:
            places[at] = mark if places[at] == FREE else f"{mark}{BESIDE}{places[at]}"

        for boundaries, marks in ((self._sentences, SENTENCE), (self._paragraphs, PARAGRAPH)):
            for first, after in _units(boundaries, end):
                put(first, marks[0])
                put(after - 1, marks[1])
        for first, after in self._quotes:
            if after - first == 1:
                put(first, QUOTED_WORD)
            else:
                put(first, QUOTE[0])
                put(after - 1, QUOTE[1])
        for at, mark in ends:
            put(at, mark)
        return " ".join(places)


def _units(boundaries: list[int], end: int) -> Iterator[tuple[int, int]]:
    """What lies between boundaries, as the first position and that behind the last."""
    for first, after in pairwise([0, *boundaries, end]):
        if after > first:
            yield first, after


def _dates(date: str) -> Json:
    seconds = seconds_of(date)
    if seconds == NO_DATE:
        return {}
    found: Json = {"date": seconds, "day": seconds * 1000, "coarse": coarseness_of(date)}
    if found["coarse"] != DAY:
        found["date_end"] = end_of(seconds, found["coarse"])
    return found


def _clean(text: str) -> str:
    """A text without halves of characters, which JSON cannot carry."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def name_of(article: Article) -> str:
    """What tells an article from all others of an index: its file and record, in 128 bits."""
    key = f"{article.path}\0{article.record}".encode("utf-8", "surrogateescape")
    return blake2b(key, digest_size=16).hexdigest()


def signature_in(bands: Iterable[str]) -> list[int]:
    """The numbers of the bands of a document; all 0 where it has none."""
    row = [0] * BANDS
    for band in bands:
        row[int(band[0], 16)] = int(band[1:], 16)
    return row
