"""Every error that a user can meet, each with its message and exit code.

Exit codes follow grep: 0 found, 1 nothing found, 2 error. Others are borrowed from
``sysexits.h`` and the shells: 75 (try again later), and 128 and the number of the signal that
stopped a run, as 130 for Ctrl-C and 143 for SIGTERM.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

EXIT_FOUND = 0
EXIT_NOTHING_FOUND = 1
EXIT_ERROR = 2
EXIT_LOCKED = 75
EXIT_INTERRUPTED = 130
EXIT_BY_SIGNAL = 128
"""And the number of the signal."""


class NewsgrepError(Exception):
    """An error to be told in one or two lines, without a traceback.

    ``message`` says what was given and what was expected; ``hint`` what to do about it.
    """

    exit_code = EXIT_ERROR

    def __init__(self, message: str, hint: str = "") -> None:
        self.message = _shortened(message)
        self.hint = _shortened(hint)
        super().__init__(self.message)


LONGEST = 400
"""Characters of a message: what was typed may have been pasted, and be a book."""


def _shortened(text: str) -> str:
    if len(text) <= LONGEST:
        return text
    return f"{text[: LONGEST - 100]}…{text[-90:]}"


class QueryError(NewsgrepError):
    """A query that was not understood; it is never answered.

    ``start`` and ``end`` are character offsets into ``query`` that bound the offending part.
    """

    def __init__(self, query: str, start: int, end: int, message: str, hint: str = "") -> None:
        super().__init__(message, hint)
        self.query = query
        self.start = start
        self.end = max(end, start + 1)

    def pointer(self, width: int = 76) -> tuple[str, str]:
        """The query on one line, and carets under the place; of a long one what is around it.

        Neither line is longer than ``width`` columns.
        """
        line = "".join(" " if c in "\n\r\t" else c for c in self.query)
        start, end = min(self.start, len(line)), self.end
        before = after = ""
        if _columns(line) > width:
            begin = start
            while begin and _columns(line[begin - 1 : start]) <= width // 3:
                begin -= 1
            stop = begin
            while stop < len(line) and _columns(line[begin : stop + 1]) <= width - 2:
                stop += 1
            before, after = "…" if begin else "", "…" if stop < len(line) else ""
            line, start, end = line[begin:stop], start - begin, min(end, stop) - begin
        carets = "^" * max(_columns(line[start:end]), 1)
        return before + line + after, " " * _columns(before + line[:start]) + carets


def _columns(text: str) -> int:
    """Columns of a terminal that ``text`` takes."""
    if text.isascii():
        return len(text)
    from unicodedata import combining, east_asian_width

    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


class DateError(ValueError):
    """A date in words or digits that was not understood; says what was expected."""


class UsageError(NewsgrepError):
    """Options or arguments that do not go together."""


class PathNotFound(NewsgrepError):
    """A file or folder that was named and is not there."""

    def __init__(self, path: str) -> None:
        super().__init__(f"no such file or folder: {path}")


class NoIndexFound(NewsgrepError):
    """There is no index where one was looked for."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"no index found at {where}",
            "make one with: newsgrep index FOLDER (or name one with --index DIR)",
        )


class IndexNotReadable(NoIndexFound):
    """The system does not let the index be read."""

    def __init__(self, where: str, error: OSError) -> None:
        super().__init__(where)
        self.message = f"cannot read the index {where}: {error.strerror or error}"
        self.hint = ""


class NotAnIndex(NewsgrepError):
    """A folder with other files in it, where an index was to be made."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"not a newsgrep index: {where} has other files in it",
            "name an empty or new folder with --index DIR",
        )


class IndexNotWritable(NewsgrepError):
    """The system does not let the index be written."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"cannot write to the index {where}: {reason}")


class IndexUntrusted(NewsgrepError):
    """An index that belongs to another user; its maker could lead its readers astray."""

    def __init__(self, where: str, owner: str) -> None:
        super().__init__(
            f"the index {where} belongs to another user ({owner})",
            "if you trust its maker, set NEWSGREP_TRUST_INDEX=1 for this command",
        )


class IndexVersionUnknown(NewsgrepError):
    """An index in a format that this version does not read."""

    def __init__(self, where: str, found: object, known: int) -> None:
        super().__init__(
            f"the index {where} has format {found}; this newsgrep reads format {known}",
            "make it anew with: newsgrep index --rebuild",
        )


class IndexDamaged(NewsgrepError):
    """A file of the index that is missing, or is not as it was written."""

    def __init__(self, file: str, what: str) -> None:
        super().__init__(
            f"index damaged: {file} ({what})",
            "repair it with: newsgrep check --repair (or make it anew: newsgrep index --rebuild)",
        )


class StateGone(NewsgrepError):
    """The state of an index that is asked of was replaced, and is not kept any longer."""

    def __init__(self, where: str) -> None:
        super().__init__(
            f"the index {where} was changed while it was asked, and what it had before is not "
            "kept any longer",
            "ask again (in Python: Archive.refresh())",
        )


class IndexLocked(NewsgrepError):
    """Another process is writing the index, and was waited for in vain (exit code 75)."""

    exit_code = EXIT_LOCKED

    def __init__(self, where: str, holder: str, waited: float) -> None:
        super().__init__(
            f"the index {where} is being written by {holder} (waited {waited:g} s)",
            "try again later, or wait longer with --wait SECONDS",
        )


class MarksUnreadable(NewsgrepError):
    """The file of marks is damaged, or is of a newer newsgrep."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"cannot read the marks in {where}: {reason}",
            "put a copy of the file in its place, or move it away and import an export of it",
        )


class MarksNotWritable(NewsgrepError):
    """The system does not let a mark be written; those that were there still are."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(
            f"cannot write to the marks in {where}: {reason}", "nothing was changed in it"
        )


class MarksLocked(NewsgrepError):
    """Another process is writing marks, and was waited for in vain (exit code 75)."""

    exit_code = EXIT_LOCKED

    def __init__(self, where: str, waited: float) -> None:
        super().__init__(
            f"another process is writing to {where} (waited {waited:g} s)", "try again later"
        )


class AlertNotFound(NewsgrepError):
    """No saved search has this name."""

    def __init__(self, name: str, near: str = "") -> None:
        super().__init__(f"no alert is called {name!r}", near or "newsgrep alert list has them all")


class AnswerIncomplete(NewsgrepError):
    """Parts of the index did not answer, and what is asked for is made of the whole answer."""

    def __init__(self, what: str, lacking: Sequence[str]) -> None:
        super().__init__(f"{what}: {'; '.join(lacking)}", "try again when all of the index answers")


class AlertNameTaken(UsageError):
    """There is a saved search of this name already."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"there is an alert called {name}", f"remove it first: newsgrep alert remove {name}"
        )


class AlertsUnusable(NewsgrepError):
    """The file of alerts cannot be read or written; what was in it before is in it still."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"cannot use the alerts in {where}: {reason}", "nothing was changed in it")


class NotDelivered(NewsgrepError):
    """What is new could not be told; the next run tells it again."""


class AlertsLocked(NewsgrepError):
    """Another process runs the alerts, and was waited for in vain (exit code 75)."""

    exit_code = EXIT_LOCKED

    def __init__(self, where: str, waited: float) -> None:
        super().__init__(
            f"another process runs the alerts of {where} (waited {waited:g} s)", "try again later"
        )


class ArticleNotFound(NewsgrepError):
    """No article has this id or path (exit code 1)."""

    exit_code = EXIT_NOTHING_FOUND

    def __init__(
        self, asked: str, near: tuple[str, ...] = (), hint: str = "newsgrep search lists ids"
    ) -> None:
        hint = f"did you mean {' or '.join(near)}?" if near else hint
        super().__init__(f"no article with the id or path {asked!r}", hint)


class ArticleUnanswered(NewsgrepError):
    """Nothing that answers has this id or path, and some of the index did not answer."""

    def __init__(self, asked: str, lacking: str) -> None:
        super().__init__(
            f"no article with the id or path {asked!r} in what answers: {lacking}",
            "it may be in the rest: ask again once all answer",
        )


class ArticleAmbiguous(NewsgrepError):
    """More than one article has an id that begins so, or is in this file."""

    def __init__(
        self,
        asked: str,
        names: tuple[str, ...],
        articles: int,
        hint: str = "type more of the id",
    ) -> None:
        """``names`` tell the first of the ``articles`` that are named so from each other."""
        shown = ", ".join(names) + (", …" if articles > len(names) else "")
        super().__init__(f"{asked!r} names {articles:,} articles: {shown}", hint)


class UnreadableFile(NewsgrepError):
    """A file that could not be read as articles; the run goes on without it."""

    scanned = False
    """Whether ``--ocr`` would read it."""


class Scanned(UnreadableFile):
    """A file whose pages are pictures of text."""

    scanned = True


class NotArticles(UnreadableFile):
    """A file of a kind that holds no articles newsgrep can read."""


class Picture(NotArticles):
    """A picture, which may have text on it."""

    scanned = True
