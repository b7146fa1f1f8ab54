"""Marks and notes of articles: put on, taken off, asked for, exported and merged."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from fnmatch import fnmatchcase
from pathlib import Path
from typing import TYPE_CHECKING, Any

from newsgrep.article import article_id, content_hash, content_key
from newsgrep.errors import UsageError
from newsgrep.fields import VERDICTS
from newsgrep.text.fold import fold

if TYPE_CHECKING:
    from newsgrep.article import Article
    from newsgrep.newsroom.marks_file import MarkedArticle, MarkRow, MarksFile
    from newsgrep.newsroom.results import Imported, Marking
    from newsgrep.storage.folder import IndexFolder

ENDING = "marks.sqlite"
"""What the name of the file ends in, behind that of the index that it is beside."""

LONGEST_MARK, LONGEST_NOTE = 100, 10_000
"""Characters of a mark and of a note."""

SCHEMA = 1
"""Version of the lines of an export."""


class ArchiveMarks:
    """The marks beside some indexes, which are searched as one; implements :class:`Marks`.

    What is asked is answered from all their files; an article's marks are written beside the
    index that it is in.
    """

    def __init__(self, folders: Sequence[IndexFolder]) -> None:
        self._folders = folders
        self._rows: list[MarkRow] = []
        self._versions: list[bytes] | None = None

    @property
    def paths(self) -> list[Path]:
        """The files, one beside each index; of one on a cluster it has to be asked for its name."""
        return [folder.beside(ENDING) for folder in self._folders]

    def __bool__(self) -> bool:
        """Whether anything was ever marked."""
        return any(path.is_file() for path in self.paths)

    def file(self, number: int = 0) -> MarksFile:
        """The file beside the index ``number``."""
        # SQLite takes its time to load, and most archives have no marks.
        from newsgrep.newsroom.marks_file import MarksFile

        return MarksFile(self.paths[number])

    def rows(self) -> list[MarkRow]:
        """The marks and notes that stand."""
        if not self:
            return []
        files = [self.file(number) for number in range(len(self._folders))]
        versions = [file.version() for file in files]
        if versions != self._versions:
            rows = [row for file in files for row in file.rows() if not row.removed]
            self._rows, self._versions = rows, versions
        return self._rows

    def version(self) -> tuple[bytes, ...]:
        """What is other once something was marked, in whatever process."""
        return (
            tuple(self.file(number).version() for number in range(len(self._folders)))
            if self
            else ()
        )

    # What a query asks

    def hashes(self, name: str, value: str) -> frozenset[bytes]:
        """The articles that a part of a query asks for, as :class:`newsgrep.request.Marks` says."""
        fits = _fitting(name, value)
        return frozenset(content_key(row.sha256) for row in self.rows() if fits(row))

    def counts(self) -> dict[str, int]:
        """Each mark, and how many articles have it; the commonest first."""
        having: dict[str, set[str]] = {}
        for row in self.rows():
            if row.kind == "mark":
                having.setdefault(row.value, set()).add(row.sha256)
        pairs = sorted(having.items(), key=lambda pair: (-len(pair[1]), pair[0]))
        return {value: len(hashes) for value, hashes in pairs}

    def of(self, content: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The marks and the notes of the article with a content hash."""
        rows = [row for row in self.rows() if row.sha256 == content]
        return tuple(
            tuple(dict.fromkeys(row.value for row in rows if row.kind == kind))
            for kind in ("mark", "note")
        )  # type: ignore[return-value]

    # What is written

    def put(
        self,
        articles: Iterable[tuple[int, Article]],
        marks: Sequence[str],
        notes: Sequence[str],
        who: str,
        *,
        dry_run: bool = False,
    ) -> Marking:
        """Put marks and notes on articles, each with the number of the index that it is in.

        Raises :class:`UsageError` for what cannot be a mark, :class:`MarksNotWritable`.
        """
        from newsgrep.newsroom.results import Marking

        marks = [self._spelt(clean_mark(mark)) for mark in marks]
        notes = [clean_note(note) for note in notes]
        values = [*(("mark", mark) for mark in marks), *(("note", note) for note in notes)]
        by_file: dict[int, dict[str, MarkedArticle]] = {}
        for number, article in articles:
            told = about(article)
            by_file.setdefault(number, {})[told.sha256] = told
        count = sum(map(len, by_file.values()))
        changed = 0
        for number, known in by_file.items():
            wanted = [(sha256, kind, value) for sha256 in known for kind, value in values]
            if dry_run:
                changed += len(set(wanted) - {row[:3] for row in self.rows()})
            else:
                changed += self.file(number).put(wanted, who, known.values())
        whole = count * len(values)
        return Marking(tuple(marks), tuple(notes), count, changed, whole - changed, dry_run=dry_run)

    def _spelt(self, mark: str) -> str:
        """The mark as it is spelt already, where it is known in other letters."""
        return next((one for one in self.counts() if fold(one) == fold(mark)), mark)

    def take_off(
        self,
        articles: Iterable[Article],
        marks: Sequence[str],
        *,
        notes: bool | Sequence[str] = False,
        everything: bool = False,
        dry_run: bool = False,
    ) -> Marking:
        """Take marks off articles, whoever put them on.

        With them go all their ``notes``, or those that say just so; or ``everything``.
        """
        from newsgrep.newsroom.results import Marking

        hashes = {content_hash(article) for article in articles}
        wanted = {fold(clean_mark(mark)) for mark in marks}
        said = () if isinstance(notes, bool) else {clean_note(note) for note in notes}

        def goes(row: MarkRow) -> bool:
            if row.sha256 not in hashes:
                return False
            if everything:
                return True
            if row.kind == "note":
                return notes is True or row.value in said
            return fold(row.value) in wanted

        gone = [row for row in self.rows() if goes(row)]
        changed = len({(row.sha256, row.kind, row.value) for row in gone})
        if gone and not dry_run:
            for number in range(len(self.paths)):
                self.file(number).take_off(gone)
        asked = len(wanted) + len(said)
        unchanged = 0 if everything else max(0, len(hashes) * asked - changed)
        told = tuple(dict.fromkeys(row.value for row in gone if row.kind == "note"))
        named = tuple(dict.fromkeys(row.value for row in gone if row.kind == "mark")) or (*marks,)
        return Marking(named, told, len(hashes), changed, unchanged, True, dry_run)

    def ids(self) -> set[str]:
        """The ids that articles had when they were marked."""
        return {article_id(told.path, told.record) for told in self._told()}

    def contents_of(self, ids: set[str]) -> set[str]:
        """The content hashes of what articles with these ids said when they were marked."""
        return {told.sha256 for told in self._told() if article_id(told.path, told.record) in ids}

    def _told(self) -> Iterator[MarkedArticle]:
        for number, path in enumerate(self.paths):
            if path.is_file():
                yield from self.file(number).articles().values()

    def forget(self, hashes: set[str]) -> None:
        """Take out all that is known of the articles with these content hashes, for good."""
        for number, path in enumerate(self.paths):
            if path.is_file():
                self.file(number).forget(hashes)

    # Export and import

    def lines(self) -> Iterator[dict[str, Any]]:
        """An export: for each article its marks and notes, also those that were taken off."""
        for number in range(len(self.paths)):
            file = self.file(number)
            articles = file.articles()
            by_hash: dict[str, list[MarkRow]] = {}
            for row in file.rows():
                by_hash.setdefault(row.sha256, []).append(row)
            for sha256, rows in by_hash.items():
                told = articles[sha256]._asdict() if sha256 in articles else {"sha256": sha256}
                yield {
                    "schema": SCHEMA,
                    **{name: value for name, value in told.items() if value != ""},
                    "marks": [_line(row) for row in rows],
                }

    def merge(
        self, lines: Iterable[str], kept_out: Callable[[str], bool] = lambda sha256: False
    ) -> Imported:
        """Take in an export. Of two states of one mark the later counts; no other is lost.

        Lines that are none of an export are left out and told; so are, in silence, articles
        whose content hash is ``kept_out``.
        """
        from newsgrep.newsroom.results import Imported

        rows: list[MarkRow] = []
        articles: list[MarkedArticle] = []
        unreadable: list[tuple[int, str]] = []
        count = 0
        for number, line in enumerate(lines, start=1):
            if not line.strip():
                continue
            count += 1
            try:
                given = json.loads(line)
                sha256, found = _read(given)
            except (ValueError, TypeError, KeyError, OverflowError, RecursionError) as error:
                unreadable.append((number, str(error) or "not a line of an export"))
                continue
            if not kept_out(sha256):
                rows += found
                articles.append(_told(sha256, given))
        news = self.file().take(rows, articles) if rows else 0
        return Imported(count, news, tuple(unreadable))


def about(article: Article) -> MarkedArticle:
    """What the file of marks tells of an article."""
    from newsgrep.newsroom.marks_file import MarkedArticle

    path = article.path.encode("utf-8", "replace").decode()
    return MarkedArticle(
        content_hash(article), article.title, article.source, article.date, path,
        article.record, article.url,
    )  # fmt: skip


_NO_QUERY = frozenset('"“”„«»')
"""Signs that no query can ask for within quotation marks."""


def clean_mark(mark: str) -> str:
    """A mark as it is kept. Raises :class:`UsageError` for what cannot be one."""
    kept = " ".join(mark.split())
    if not _NO_QUERY.isdisjoint(kept):
        raise UsageError(f"{mark!r} cannot be a mark: it has quotation marks", "leave them out")
    if not kept or kept == "*" or len(kept) > LONGEST_MARK or not kept.isprintable():
        raise UsageError(
            f"{mark!r} cannot be a mark", f"seen, key, irrelevant, or 1 to {LONGEST_MARK} letters"
        )
    return fold(kept) if fold(kept) in VERDICTS else kept


def clean_note(note: str) -> str:
    """A note as it is kept. Raises :class:`UsageError` for what cannot be one."""
    kept = "\n".join(" ".join(line.split()) for line in note.strip().splitlines())
    kept = "".join(c for c in kept if c == "\n" or c.isprintable())
    if not kept or len(kept) > LONGEST_NOTE:
        raise UsageError(f"a note has 1 to {LONGEST_NOTE:,} letters, not {len(kept):,}")
    return kept


def _fitting(name: str, value: str) -> Callable[[MarkRow], bool]:
    """Whether a row is what a part of a query asks for."""
    if name == "is":
        wanted = VERDICTS if value == "seen" else (value,)
        return lambda row: row.kind == "mark" and row.value in wanted
    if value == "*":
        return lambda row: row.kind == name
    if name == "mark":
        folded = fold(value)
        return lambda row: row.kind == "mark" and fold(row.value) == folded
    words = _words(value, keep="*?")
    return lambda row: row.kind == "note" and _says(_words(row.value), words)


def _words(text: str, keep: str = "") -> list[str]:
    """The words of a note, folded; with the characters ``keep`` as letters."""
    return "".join(c if c.isalnum() or c in keep else " " for c in fold(text)).split()


def _says(words: Sequence[str], wanted: Sequence[str]) -> bool:
    """Whether the patterns ``wanted`` stand side by side among ``words``."""
    many = len(wanted)
    return bool(wanted) and any(
        all(map(fnmatchcase, words[at : at + many], wanted)) for at in range(len(words) - many + 1)
    )


def _line(row: MarkRow) -> dict[str, Any]:
    told: dict[str, Any] = {row.kind: row.value, "who": row.who, "at": row.at}
    return {**told, "removed": True} if row.removed else told


def _read(given: Any) -> tuple[str, list[MarkRow]]:
    """The article and the rows of a line of an export. Raises ValueError and its like."""
    from newsgrep.newsroom.marks_file import MarkRow, moment

    if not isinstance(given, Mapping):
        raise ValueError("not an object")
    if given.get("schema") != SCHEMA:
        raise ValueError(f"schema {given.get('schema')}; this newsgrep reads {SCHEMA}")
    sha256 = str(given.get("sha256", "")).lower()
    if len(sha256) != 64 or len(bytes.fromhex(sha256)) != 32:
        raise ValueError("sha256 is not 64 hexadecimal digits")
    rows = []
    for one in given["marks"]:
        kind = "mark" if "mark" in one else "note"
        clean = clean_mark if kind == "mark" else clean_note
        try:
            value = clean(str(one[kind]))
        except UsageError as error:
            raise ValueError(error.message) from None
        at = datetime.fromisoformat(one["at"])
        if at.tzinfo is None:
            raise ValueError(f"at {one['at']} has no time zone")
        rows.append(
            MarkRow(sha256, kind, value, str(one.get("who", "")), moment(at),
                    bool(one.get("removed", False)))
        )  # fmt: skip
    return sha256, rows


def _told(sha256: str, given: Mapping[str, Any]) -> MarkedArticle:
    from newsgrep.newsroom.marks_file import MarkedArticle

    def text(name: str) -> str:
        return str(given.get(name, ""))

    number = given.get("record", 0)
    return MarkedArticle(
        sha256, text("title"), text("source"), text("date"), text("path"),
        number if isinstance(number, int) else 0, text("url"),
    )  # fmt: skip
