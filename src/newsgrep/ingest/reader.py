"""From a file to its articles: read, told apart, extracted; one bad record stops no other."""

from __future__ import annotations

import hashlib
import io
import os
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING, BinaryIO

from newsgrep.article import Article, Fact
from newsgrep.configuration import Sources, follow
from newsgrep.errors import NotArticles, UnreadableFile
from newsgrep.ingest.catalog import Failure, Foreign
from newsgrep.ingest.forgotten import NOTHING, Forgotten
from newsgrep.ingest.formats.documents.picture import PICTURES
from newsgrep.ingest.formats.documents.recognition import Ocr, recognising
from newsgrep.ingest.formats.documents.tesseract import settled
from newsgrep.ingest.formats.other_names import OTHER_NAMES
from newsgrep.ingest.formats.registry import ARTICLE_NAMES, HEAD, read_stream
from newsgrep.ingest.raw_document import RawDocument, Unreadable
from newsgrep.ingest.shares import ALL_RECORDS, Reached, Share, is_passed
from newsgrep.ingest.time_limit import DEFAULT_SECONDS, TookTooLong, at_most

if TYPE_CHECKING:
    from newsgrep.ingest.extract.assemble import Namer

# What extracts is loaded where an article is read: a process that only looks which files changed,
# or hands them to others, does without.

NO_TEXT = "no text in it"
"""What is said of a file without articles where nothing else is."""
WHOLE = 8 << 20
"""Files up to this many bytes are read into memory at once."""


def is_article_name(path: str) -> bool:
    """Whether a file found in a folder may hold articles, going by its name."""
    name = os.path.basename(path).lower()
    if name.endswith(ARTICLE_NAMES):
        return os.path.splitext(name.removesuffix(".gz"))[1] not in OTHER_NAMES
    return os.path.splitext(name)[1] not in OTHER_NAMES


def is_article_or_picture(path: str) -> bool:
    """Whether a file may hold articles where pictures are recognised."""
    return os.path.splitext(path)[1].lower() in PICTURES or is_article_name(path)


_PLAIN = (".txt", ".text", ".md", ".html", ".htm", ".json", ".jsonl", ".ndjson", ".csv", ".tsv")


def is_plain(path: str) -> bool:
    """Whether a file is, by its name, of a kind that cannot bring a process down."""
    return path.lower().endswith(_PLAIN)


class OpenFile:
    """An open file with the hash of its content (BLAKE2b, 16 bytes, hexadecimal)."""

    def __init__(self, path: str) -> None:
        file = open(path, "rb")  # noqa: SIM115 - closed by close()
        self._file: BinaryIO = file
        size = os.fstat(file.fileno()).st_size
        if size <= WHOLE:
            # One byte more than there should be: the file may be growing.
            data = file.read(size + 1)
            if len(data) <= size:
                self.hash = hashlib.blake2b(data, digest_size=16).hexdigest()
                self.stream = io.BufferedReader(io.BytesIO(data), HEAD)
                return
            file.seek(0)
        digest = hashlib.file_digest(file, lambda: hashlib.blake2b(digest_size=16))
        self.hash = digest.hexdigest()
        file.seek(0)
        self.stream = file  # type: ignore[assignment]

    def __enter__(self) -> OpenFile:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()


@dataclass(frozen=True, slots=True)
class Reading:
    """How files are read."""

    names: str = "rules"
    """What finds names: ``rules``, ``none`` or ``spacy:MODEL``."""
    date_from_mtime: bool = False
    """Whether an article without a date gets its file's time, and is marked so."""
    timeout: float = DEFAULT_SECONDS
    """Seconds that one article may take."""
    keep_all: bool = False
    """Whether web pages keep all text that is not navigation."""
    sources: Sources = ()
    """What publications are called, where ``newsgrep.toml`` says it otherwise."""
    forgotten: Forgotten = NOTHING
    """What is kept out of the index."""
    ocr: Ocr | None = None
    """How scanned pages and pictures are recognised; None for not at all."""

    @property
    def patience(self) -> float:
        """Seconds after which a process that gives no sign of life is stuck."""
        allowed = (self.timeout,) if self.ocr is None else (self.timeout, self.ocr.seconds)
        return max(allowed) if all(allowed) else float("inf")


DEFAULT = Reading()


def load() -> None:
    """Load what extracts, before the first article asks for it."""
    import newsgrep.ingest.extract.assemble  # noqa: F401


def check(how: Reading) -> None:
    """Raise :class:`UsageError` for what finds no names or is not installed, before reading."""
    if how.names != DEFAULT.names:
        from newsgrep.ingest.extract.names.pipeline import namer_of

        namer_of(how.names)
    if how.ocr is not None:
        settled(how.ocr.languages)


@dataclass(slots=True)
class Place:
    """How far a file is read; ``articles_in`` moves it on as it yields."""

    records: int = 0
    """Records dealt with: read, found unreadable, or passed over."""
    characters: int = 0
    """Characters of their content."""
    share: Share = ALL_RECORDS
    """Those that are read; the others are passed over."""
    before: Reached = ()
    """How far the file was read earlier; those records are passed over, too."""

    def takes(self, record: int) -> bool:
        """Whether a record is to be read; the first of a file is 0."""
        return self.share.holds(record) and not is_passed(self.before, record)


def articles_in(
    stream: BinaryIO,
    name: str,
    stored_path: str,
    how: Reading = DEFAULT,
    place: Place | None = None,
) -> Iterator[Article | Failure]:
    """The articles in a stream, in order, and what of it could not be read.

    ``name`` is the file's name; ``stored_path`` what articles give as their path. What ``place``
    does not take is passed over. Raises :class:`BrokenOff` where a signal handler called
    ``break_off``; the record in hand then does not count as dealt with.
    """
    from newsgrep.ingest.extract.names.pipeline import namer_of

    documents = read_stream(stream, os.path.basename(name))
    if how.ocr is not None:
        documents = recognising(documents, how.ocr)
    namer = namer_of(how.names)
    at = place or Place()
    told = bool(at.before)
    while True:
        found: Article | Failure | None = None
        # The clock stands still while the article is with whoever asked for it.
        follow(how.sources)
        with at_most(how.timeout):
            try:
                raw = next(documents, None)
            except NotArticles as error:
                found = Foreign(0, error.message, error.scanned)
                raw, documents = None, iter(())
            except Exception as error:
                found = Failure(0, _reason(error), getattr(error, "scanned", False))
                raw, documents = None, iter(())
            else:
                if raw is not None and at.takes(at.records):
                    found = _article(raw, stored_path, namer, how.keep_all)
        if raw is not None:
            at.records += 1
            at.characters += len(raw.content) if isinstance(raw, RawDocument) else 0
        if found is not None:
            told = True
            yield found
        if raw is None:
            if at.records and not told and at.share == ALL_RECORDS:
                pages = "a page" if at.records == 1 else f"{at.records:,} pages"
                yield Failure(0, f"{pages} with too little text for an article")
            return


def _article(
    raw: RawDocument | Unreadable, stored_path: str, namer: Namer, keep_all: bool
) -> Article | Failure | None:
    """The article of a raw document; None for a page that is none and need not be one."""
    from newsgrep.ingest.extract.assemble import article_from

    if isinstance(raw, Unreadable):
        return Failure(raw.record, raw.reason, raw.scanned)
    try:
        return article_from(raw, stored_path, namer, keep_all=keep_all)
    except TookTooLong as error:
        return Failure(raw.record, error.message)
    except Exception as error:
        if raw.optional and isinstance(error, UnreadableFile):
            return None
        return Failure(raw.record, _reason(error))


def _reason(error: Exception) -> str:
    """Why something could not be read. What no test foresaw must not stop a run either."""
    match error:
        case UnreadableFile():
            return error.message
        case RecursionError() | MemoryError():
            return f"too complex to read ({type(error).__name__})"
        case OSError():
            return error.strerror or str(error)
    return f"could not be understood ({_name(error)})"


def dated_by_file(article: Article, mtime: int) -> Article:
    """An article without a date, dated by its file's time (nanoseconds since 1970)."""
    if article.date:
        return article
    moment = datetime.fromtimestamp(mtime / 1e9, UTC).isoformat(timespec="seconds")
    facts = {**article.facts, "date": Fact("the file's modification time", 0.1)}
    return replace(article, date=moment, facts=facts)


def _name(error: Exception) -> str:
    return f"{type(error).__name__}: {str(error)[:120]}"
