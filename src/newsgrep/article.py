"""The one record that every stage of the house passes on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Fact:
    """Where a field's value came from, and how sure the extractor is (0 to 1)."""

    origin: str
    confidence: float


@dataclass(frozen=True, slots=True)
class Article:
    """A news article.

    Texts are in Unicode NFC without control characters; ``text`` has its paragraphs
    separated by a blank line and leaves out headline, byline and trailing boilerplate.
    Absent values are empty (``""``, ``()``), never invented.
    """

    id: str
    """12 hexadecimal digits, from path and record; see :func:`article_id`."""
    path: str
    """The file, relative to the folder that holds the index, or absolute outside of it."""
    record: int = 0
    """1-based number of the record within a file of many; 0 for a file of one."""
    title: str = ""
    """The headline."""
    deck: str = ""
    """The standfirst or pull-quote between headline and text."""
    authors: tuple[str, ...] = ()
    date: str = ""
    """Published: ISO 8601, as precise as known (``2017-02``, ``2017-02-20T09:40:00+01:00``)."""
    modified: str = ""
    """Last changed, in the same form."""
    source: str = ""
    """The publication or agency, by its usual name."""
    source_as_written: str = ""
    """What the article calls it, where that is another name: ``AP News``."""
    place: str = ""
    """Where it was filed: the dateline's place, as written."""
    section: str = ""
    language: str = ""
    """ISO 639-1 code."""
    url: str = ""
    tags: tuple[str, ...] = ()
    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    acronyms: tuple[tuple[str, str], ...] = ()
    """Pairs of an acronym and the long form that the article gives for it."""
    speakers: tuple[str, ...] = ()
    """Those whom it quotes."""
    correction: str = ""
    """The sentence that tells of a correction or retraction."""
    update: str = ""
    """The sentence that tells of an update."""
    part: str = ""
    """Where in a file of many it stands: ``bytes 120-980``, ``pages 3-4``, ``line 7``."""
    words: int = 0
    """Words in headline, deck and text."""
    text: str = ""
    facts: dict[str, Fact] = field(default_factory=dict)
    """For each extracted field, its origin and confidence."""

    def as_dict(self) -> dict[str, Any]:
        """All fields as JSON-ready values, in the order of their declaration."""
        # By hand: ``dataclasses.asdict`` copies every value, which an index has no use for.
        values = {name: getattr(self, name) for name in self.__dataclass_fields__}
        values["facts"] = {
            name: {"origin": fact.origin, "confidence": fact.confidence}
            for name, fact in self.facts.items()
        }
        return values


def article_id(path: str, record: int) -> str:
    """12 hexadecimal digits that stay the same as long as path and record do."""
    from hashlib import blake2b

    key = f"{path}\x00{record}" if record else path
    return blake2b(key.encode("utf-8", "surrogateescape"), digest_size=6).hexdigest()


def content_hash(article: Article) -> str:
    """SHA-256 of what an article says: headline, deck and text, each on its own line, in UTF-8.

    64 hexadecimal digits that stay the same wherever the file is and however often it is read.
    """
    from hashlib import sha256

    content = f"{article.title}\n{article.deck}\n{article.text}"
    return sha256(content.encode("utf-8", "replace")).hexdigest()


def content_key(sha256: str) -> bytes:
    """The first 16 bytes of a content hash, by which an index keeps it."""
    return bytes.fromhex(sha256)[:16]


def order_of_time(article: Article) -> tuple[str, str]:
    """What near-copies are sorted by, the first to run it first; those without a date last."""
    return article.date or "9999", article.id


def article_from_dict(data: dict[str, Any]) -> Article:
    """The inverse of :meth:`Article.as_dict`; unknown keys are passed over."""
    known = {k: v for k, v in data.items() if k in Article.__dataclass_fields__}
    for name in ("authors", "tags", "people", "organizations", "places", "speakers"):
        known[name] = tuple(known.get(name, ()))
    known["acronyms"] = tuple((a, b) for a, b in known.get("acronyms", ()))
    known["facts"] = {k: Fact(**f) for k, f in known.get("facts", {}).items()}
    return Article(**known)
