"""Segments as Whoosh reads them: its codec interface over our files.

With this every query, matcher and collector of Whoosh works on an index of newsgrep's, with
document numbers, frequencies, lengths and positions as they are stored.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from whoosh.codec import base
from whoosh.matching import ListMatcher
from whoosh.reading import TermInfo, TermNotFound

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.engines.columnar.segment.term_dictionary import TermEntry

Term = tuple[str, bytes]


class WhooshSegment(base.Segment):  # type: ignore[misc]
    """A segment that Whoosh can hold; deletions are the archive's to make."""

    def __init__(self, segment: Segment) -> None:
        super().__init__("newsgrep")
        self.segment = segment
        self.segid = segment.file.path.stem

    def codec(self) -> NewsgrepCodec:
        return NewsgrepCodec()

    def doc_count_all(self) -> int:
        return self.segment.count

    def deleted_count(self) -> int:
        return len(self.segment.deleted)

    def deleted_docs(self) -> frozenset[int]:
        return frozenset(self.segment.deleted)

    def is_deleted(self, docnum: int) -> bool:
        return docnum in self.segment.deleted


class NewsgrepCodec(base.Codec):  # type: ignore[misc]
    """Reads our segments; they are written by :mod:`newsgrep.engines.columnar.segment.builder`."""

    def terms_reader(self, storage: object, segment: WhooshSegment) -> SegmentTerms:
        return SegmentTerms(segment.segment)

    def per_document_reader(self, storage: object, segment: WhooshSegment) -> SegmentDocuments:
        return SegmentDocuments(segment.segment)


class SegmentTerms(base.TermsReader):  # type: ignore[misc]
    """The dictionary and postings of a segment, field by field."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment

    def _entry(self, term: Term) -> TermEntry | None:
        return self._segment.terms.find(term_keys.key(term[0], term[1].decode()))

    def __contains__(self, term: Term) -> bool:
        return self._entry(term) is not None

    def _scan(self, start: str) -> Iterator[tuple[Term, TermEntry]]:
        for key, entry in self._segment.terms.scan(start):
            field, term = term_keys.split_key(key)
            if field:
                yield (field, term.encode()), entry

    def _info(self, entry: TermEntry) -> TermInfo:
        postings = self._segment.postings(entry)
        docs, frequencies = postings.docs(), postings.frequencies()
        words = self._segment.words
        lengths = [words[document] for document in docs]
        return TermInfo(
            weight=float(sum(frequencies)),
            df=entry.df,
            minlength=min(lengths),
            maxlength=max(lengths),
            maxweight=float(max(frequencies)),
            minid=docs[0],
            maxid=docs[-1],
        )

    def terms(self) -> Iterator[Term]:
        # Whoosh wants fields in order of their names; in our files ``text`` comes last.
        for term, _ in self.items_in_order():
            yield term

    def items_in_order(self) -> Iterator[tuple[Term, TermEntry]]:
        """Every term of the fields that Whoosh knows, by field and then by its bytes."""
        for field in sorted((term_keys.TEXT, *term_keys.NAMED, *term_keys.EXACT)):
            yield from self._field(field, "")

    def _field(self, field: str, prefix: str) -> Iterator[tuple[Term, TermEntry]]:
        first = term_keys.FIRST_WORD if field == term_keys.TEXT and not prefix else ""
        for term, entry in self._scan(first or term_keys.key(field, prefix)):
            if term[0] != field:
                return
            yield term, entry

    def terms_from(self, fieldname: str, prefix: bytes) -> Iterator[Term]:
        for term, _ in self._field(fieldname, prefix.decode()):
            yield term

    def items(self) -> Iterator[tuple[Term, TermInfo]]:
        for term, entry in self.items_in_order():
            yield term, self._info(entry)

    def items_from(self, fieldname: str, prefix: bytes) -> Iterator[tuple[Term, TermInfo]]:
        for term, entry in self._field(fieldname, prefix.decode()):
            yield term, self._info(entry)

    def frequency(self, fieldname: str, text: bytes) -> float:
        entry = self._entry((fieldname, text))
        return self._info(entry).weight() if entry is not None else 0

    def doc_frequency(self, fieldname: str, text: bytes) -> int:
        entry = self._entry((fieldname, text))
        return entry.df if entry is not None else 0

    def term_info(self, fieldname: str, text: bytes) -> TermInfo:
        entry = self._entry((fieldname, text))
        if entry is None:
            raise TermNotFound(f"No term {fieldname}:{text!r}")
        return self._info(entry)

    def cursor(self, fieldname: str, fieldobj: object) -> TermCursor:
        return TermCursor(self, fieldname)

    def matcher(self, fieldname: str, text: bytes, format_: Any, scorer: Any = None) -> ListMatcher:
        # Whoosh has no types: what it hands over is handed on to it.
        entry = self._entry((fieldname, text))
        if entry is None:
            raise TermNotFound(f"No term {fieldname}:{text!r}")
        postings = self._segment.postings(entry)
        positions = postings.positions()
        return ListMatcher(
            postings.docs(),
            weights=[float(len(found)) for found in positions],
            values=[_Positions(found) for found in positions],
            format=format_,
            scorer=scorer,
            term=(fieldname, text),
            terminfo=self._info(entry),
        )

    def indexed_field_names(self) -> list[str]:
        return [term_keys.TEXT, *term_keys.NAMED, *term_keys.EXACT]


class _Positions(tuple[int, ...]):
    """Positions as a value; a list would be taken for several values to be combined."""

    __slots__ = ()


class TermCursor(base.FieldCursor):  # type: ignore[misc]
    """Walks the terms of a field, as Whoosh's automata do."""

    def __init__(self, terms: SegmentTerms, fieldname: str) -> None:
        self._terms = terms
        self._fieldname = fieldname
        self._rest: Iterator[Term] = iter(())
        self._text: str | None = None
        self.first()

    def first(self) -> str | None:
        return self.find(b"")

    def find(self, term: bytes | str) -> str | None:
        start = term if isinstance(term, bytes) else term.encode()
        self._rest = self._terms.terms_from(self._fieldname, start)
        return self.next()

    def next(self) -> str | None:
        found = next(self._rest, None)
        self._text = None if found is None else found[1].decode()
        return self._text

    def text(self) -> str | None:
        """The term that the cursor is at; None behind the last."""
        return self._text

    def term_info(self) -> TermInfo:
        """Frequencies of the term that the cursor is at."""
        assert self._text is not None
        return self._terms.term_info(self._fieldname, self._text.encode())

    def is_valid(self) -> bool:
        """Whether the cursor is at a term."""
        return self._text is not None


class SegmentDocuments(base.PerDocumentReader):  # type: ignore[misc]
    """Lengths and stored values of a segment's documents."""

    def __init__(self, segment: Segment) -> None:
        self._segment = segment

    def doc_count(self) -> int:
        return self._segment.count - len(self._segment.deleted)

    def doc_count_all(self) -> int:
        return self._segment.count

    def has_deletions(self) -> bool:
        return bool(self._segment.deleted)

    def is_deleted(self, docnum: int) -> bool:
        return docnum in self._segment.deleted

    def deleted_docs(self) -> frozenset[int]:
        return frozenset(self._segment.deleted)

    def doc_field_length(self, docnum: int, fieldname: str, default: int = 0) -> int:
        return int(self._segment.words[docnum]) if fieldname == term_keys.TEXT else default

    def field_length(self, fieldname: str) -> int:
        return int(self._segment.about["words"]) if fieldname == term_keys.TEXT else 0

    def min_field_length(self, fieldname: str) -> int:
        return min(self._segment.words, default=0) if fieldname == term_keys.TEXT else 0

    def max_field_length(self, fieldname: str) -> int:
        return max(self._segment.words, default=0) if fieldname == term_keys.TEXT else 0

    def stored_fields(self, docnum: int) -> dict[str, Any]:
        # JSON of articles as they were stored, for Whoosh, which has no types.
        stored: dict[str, Any] = json.loads(self._segment.records[docnum])
        stored["id"] = self._segment.id(docnum)
        stored["text"] = self._segment.texts[docnum].decode()
        return stored
