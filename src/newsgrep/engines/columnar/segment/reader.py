"""Reads one segment: its dictionary, postings, columns and stored values."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.segment import doc_values
from newsgrep.engines.columnar.segment.deletions import read_deletions
from newsgrep.engines.columnar.segment.doc_store import Stored
from newsgrep.engines.columnar.segment.facets import Facet
from newsgrep.engines.columnar.segment.packed_section import PackedSection
from newsgrep.engines.columnar.segment.postings import Postings
from newsgrep.engines.columnar.segment.term_dictionary import TermEntry, Terms
from newsgrep.storage.section_file import SectionFile

if TYPE_CHECKING:
    from newsgrep.engines.columnar.segment.contents import Contents


_CACHED = (
    "words", "title_ends", "lead_ends", "dates", "coarse", "files",
    "file_names", "records", "texts",
)  # fmt: skip
"""What holds on to the file."""


class Segment:
    """An immutable segment and the documents of it that are deleted."""

    def __init__(self, path: Path, deletions: Path | None = None) -> None:
        self.file = SectionFile(path)
        # JSON as :class:`Builder` wrote it; the file's checksum holds.
        self.about = cast("Contents", self.file.about)
        self.count: int = self.about["articles"]
        self.deleted = read_deletions(deletions) if deletions else frozenset[int]()
        self.terms = Terms(self.file)
        self.posting_bytes = PackedSection(self.file, "postings")
        self._facets: dict[str, Facet] = {}
        self._languages: dict[str, frozenset[int]] = {}

    def postings(self, entry: TermEntry) -> Postings:
        """The postings of a dictionary entry."""
        return Postings(self.posting_bytes, entry)

    @cached_property
    def words(self) -> memoryview[int]:
        """Words of text for each document."""
        return doc_values.column(self.file, "words")

    @cached_property
    def title_ends(self) -> memoryview[int]:
        """The first position after the headline, for each document."""
        return doc_values.column(self.file, "title_end")

    @cached_property
    def lead_ends(self) -> memoryview[int]:
        """The first position after the lead, for each document."""
        return doc_values.column(self.file, "lead_end")

    @cached_property
    def dates(self) -> memoryview[int]:
        """Seconds since 1970 for each document, or ``doc_values.NO_DATE``."""
        return doc_values.column(self.file, "date")

    @cached_property
    def coarse(self) -> memoryview[int]:
        """How much is known of each document's date."""
        return doc_values.column(self.file, "coarse")

    @cached_property
    def coarse_dates(self) -> list[int]:
        """The documents of which only the month or the year is known."""
        values = bytes(self.coarse)
        return [n for n, value in enumerate(values) if value] if any(values) else []

    def vaguer_than(self, coarsest: int) -> list[int]:
        """The documents of whose date less is known than ``coarsest``."""
        return [n for n in self.coarse_dates if self.coarse[n] > coarsest]

    @cached_property
    def files(self) -> memoryview[int]:
        """For each document the number of its file."""
        return doc_values.column(self.file, "file")

    @cached_property
    def file_names(self) -> Stored:
        """Paths of files, as bytes."""
        return Stored(self.file, "files", self.about["files"])

    @cached_property
    def records(self) -> Stored:
        """What is stored of each document beside its text."""
        return Stored(self.file, "records", self.count)

    @cached_property
    def texts(self) -> Stored:
        """The documents' texts, in UTF-8."""
        return Stored(self.file, "texts", self.count)

    def of_language(self, code: str) -> frozenset[int]:
        """The documents in a language."""
        if code not in self._languages:
            entry = self.terms.find(term_keys.key("lang", code))
            found = frozenset(self.postings(entry).docs()) if entry else frozenset[int]()
            self._languages[code] = found
        return self._languages[code]

    def of_other_languages(self, code: str) -> frozenset[int]:
        """The documents that are known to be in another language than ``code``."""
        start = term_keys.key("lang", "")
        others = (key[len(start) :] for key in self.terms.names_with_prefix(start))
        return frozenset[int]().union(*(self.of_language(o) for o in others if o != code))

    def facet(self, field: str) -> Facet:
        """The values of a field that is counted."""
        if field not in self._facets:
            self._facets[field] = Facet(self.file, field, self.about["facets"][field])
        return self._facets[field]

    @property
    def copies(self) -> memoryview:
        """The signature of each document, as :func:`minhash.as_stored` gives it."""
        return self.file.read("copies")

    def id(self, document: int) -> str:
        """The article's id, 12 hexadecimal digits."""
        at = document * doc_values.ID_BYTES
        return self.file.read("ids", at, at + doc_values.ID_BYTES).hex()

    def content(self, document: int) -> bytes:
        """The first 16 bytes of the article's content hash."""
        at = document * doc_values.HASH_BYTES
        return bytes(self.file.read("hashes", at, at + doc_values.HASH_BYTES))

    def with_id_prefix(self, prefix: str) -> list[int]:
        """The undeleted documents whose ids begin with the hexadecimal digits ``prefix``."""
        ids = bytes(self.file.read("ids"))
        whole = bytes.fromhex(prefix[: len(prefix) // 2 * 2])
        found: list[int] = []
        at = ids.find(whole)
        while 0 <= at < len(ids):
            document, offset = divmod(at, doc_values.ID_BYTES)
            if (
                offset == 0
                and document not in self.deleted
                and self.id(document).startswith(prefix)
            ):
                found.append(document)
            at = ids.find(whole, at + 1)
        return found

    def with_hashes(self, wanted: frozenset[bytes]) -> list[int]:
        """The documents whose content hashes begin with one of ``wanted``, deleted ones too."""
        width = doc_values.HASH_BYTES
        kept = bytes(self.file.read("hashes")) if wanted else b""
        return [
            document
            for document, start in enumerate(range(0, len(kept), width))
            if kept[start : start + width] in wanted
        ]

    def close(self) -> None:
        """Let go of the file."""
        for name in _CACHED:
            self.__dict__.pop(name, None)
        self._facets.clear()
        self.posting_bytes.close()
        self.file.close()
