"""Builds a segment of articles in memory and writes it in one go."""

from __future__ import annotations

import sys
from array import array
from pathlib import Path

import numpy as np

from newsgrep.article import content_key
from newsgrep.engines.columnar.near_duplicates.minhash import as_stored, signatures
from newsgrep.engines.columnar.segment import doc_values
from newsgrep.engines.columnar.segment.chunk_stream import label_chunks, text_chunks
from newsgrep.engines.columnar.segment.contents import Contents, Written
from newsgrep.engines.columnar.segment.doc_store import StoredBlocks, write_stored
from newsgrep.engines.columnar.segment.facets import FacetBuilder
from newsgrep.engines.columnar.segment.inverter import ChunkNumbers, Documents, Lengths, invert
from newsgrep.engines.columnar.segment.packed_section import PackedWriter
from newsgrep.engines.columnar.segment.term_dictionary import TermsWriter
from newsgrep.fields import FACETS
from newsgrep.storage.section_file import SectionWriter
from newsgrep.text.words import GAP_MARK

TEXT_BLOCK = 1 << 18
RECORD_BLOCK = 1 << 17
FILE_BLOCK = 1 << 15

BYTES_PER_CHUNK = 32
"""Memory that one chunk costs at the height of an inversion (measured)."""

COPIES_BYTES = 200
"""And each article, for its signature (measured)."""
FACETS_BYTES = 1200
"""And for its names and labels (measured: some twenty values, most of them new)."""
BYTES_PER_DISTINCT_CHUNK = 600
"""And each distinct one, with its terms (measured)."""


def write_columns(
    out: SectionWriter,
    lengths: Lengths,
    dates: array[int],
    coarse: bytes | bytearray,
    files: array[int],
    ids: bytes | bytearray,
    hashes: bytes | bytearray,
) -> None:
    """Write every column of :data:`doc_values.TYPES`, the ids and the content hashes."""
    values: dict[str, bytes | bytearray | memoryview] = {
        "words": lengths.words.astype(np.uint32).data,
        "title_end": lengths.title_ends.astype(np.uint32).data,
        "lead_end": lengths.lead_ends.astype(np.uint32).data,
        "date": memoryview(dates),
        "coarse": coarse,
        "file": memoryview(files),
    }
    for name in doc_values.TYPES:
        out.section(doc_values.section(name), values[name])
    out.section("ids", ids)
    out.section("hashes", hashes)


class Builder:
    """Collects articles; ``memory`` tells when it is time to write them.

    Texts are compressed as they come, words kept as numbers.
    """

    def __init__(self) -> None:
        self._numbers = ChunkNumbers()
        self._numbers[GAP_MARK]
        self._chunks = array("i")
        self._title, self._lead = array("q"), array("q")
        self._text, self._whole = array("q"), array("q")
        self._texts = StoredBlocks(TEXT_BLOCK)
        self._records = StoredBlocks(RECORD_BLOCK)
        self._files = StoredBlocks(FILE_BLOCK)
        self._file_numbers: dict[bytes, int] = {}
        self._ids, self._hashes = bytearray(), bytearray()
        self._dates, self._file_of = array("q"), array("I")
        self._coarse = bytearray()
        self._facets = {field: FacetBuilder() for field in FACETS}

    def __len__(self) -> int:
        return len(self._dates)

    @property
    def memory(self) -> int:
        """Bytes that writing the segment now would take at its height, about."""
        return (
            len(self._chunks) * BYTES_PER_CHUNK
            + len(self._numbers) * BYTES_PER_DISTINCT_CHUNK
            + self._texts.size
            + self._records.size
            + FACETS_BYTES * len(self)
            + COPIES_BYTES * len(self)
        )

    def add(
        self,
        *,
        id: str,
        content: str,
        path: bytes,
        record: bytes,
        date: int,
        coarse: int,
        title: str,
        deck: str,
        text: str,
        labels: list[tuple[str, str]],
    ) -> int:
        """Add an article; how many chunks of headline, deck and text it has.

        ``content`` is its content hash, ``record`` what is stored beside its text; ``date`` in
        seconds since 1970 (:data:`doc_values.NO_DATE` for none), ``coarse`` tells how much of it
        is known; ``labels`` are pairs of field and value.
        """
        number_of = self._numbers.__getitem__
        stream, title_count, lead_count = text_chunks(title, deck, text)
        text_count = len(stream)
        for field, value in labels:
            stream += label_chunks(field, value)
        self._chunks.extend(map(number_of, stream))
        self._title.append(title_count)
        self._lead.append(lead_count)
        self._text.append(text_count)
        self._whole.append(len(stream))
        self._texts.add(text.encode("utf-8", "replace"))
        self._records.add(record)
        file_number = self._file_numbers.get(path)
        if file_number is None:
            file_number = self._file_numbers[path] = len(self._file_numbers)
            self._files.add(path)
        self._file_of.append(file_number)
        by_field: dict[str, list[str]] = {}
        for field, value in labels:
            by_field.setdefault(field, []).append(value)
        for field, facet in self._facets.items():
            if field in by_field:
                facet.add(by_field[field])
            else:
                facet.add_none()
        self._ids += bytes.fromhex(id)
        self._hashes += content_key(content)
        self._dates.append(date)
        self._coarse.append(coarse)
        return text_count

    def write(self, path: Path) -> Written:
        """Write the segment; what was written."""
        if sys.byteorder != "little":
            raise OSError("indexes are written on little-endian machines only")
        out = SectionWriter(path)
        try:
            dictionary = TermsWriter()
            documents = Documents(self._chunks, self._title, self._lead, self._text, self._whole)
            postings = PackedWriter(out)
            lengths = invert(documents, self._numbers, postings, dictionary)
            postings.end("postings")
            terms = dictionary.write(out)
            write_columns(
                out, lengths, self._dates, self._coarse, self._file_of, self._ids, self._hashes
            )
            write_stored(out, "texts", self._texts)
            write_stored(out, "records", self._records)
            write_stored(out, "files", self._files)
            out.section("copies", as_stored(signatures(documents, self._numbers)))
            distinct = {field: facet.write(out, field) for field, facet in self._facets.items()}
            contents: Contents = {
                "articles": len(self),
                "words": int(lengths.words.sum()),
                "terms": terms,
                "files": len(self._file_numbers),
                "facets": distinct,
            }
            size = out.finish({**contents})
        except BaseException:
            out.abandon()
            raise
        return Written(contents, size)
