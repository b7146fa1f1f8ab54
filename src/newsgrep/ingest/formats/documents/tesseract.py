"""Tesseract, a program that recognises print: found, asked for its languages, and run on a page.

https://tesseract-ocr.github.io; the table it gives is described at
https://tesseract-ocr.github.io/tessdoc/Command-Line-Usage.html.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from statistics import median
from typing import Any, NamedTuple

from newsgrep.errors import UnreadableFile, UsageError
from newsgrep.ingest.formats.documents.page_lines import Line

PROGRAM = "tesseract"
MOST_LANGUAGES = 4
"""Languages that are taken without being asked for; with more, every page takes too long."""
_TURNS = "osd"
"""The data by which tesseract tells how a page lies."""
_TURNED = 0.7
"""A page less sure than this is tried again, as it may lie on its side."""
_NO_LANGUAGES = frozenset((_TURNS, "equ"))
_LINE_HEIGHT = 11.0
"""What most lines of a page are made high, in points: a picture does not tell its size."""
_BIG = 1.35
"""Times the height of most lines from which on one is a headline's."""
_INSTALL = "install it: apt install tesseract-ocr, brew install tesseract, winget install tesseract"


class Grey(NamedTuple):
    """A page as grey pixels, one byte each, row by row."""

    width: int
    height: int
    pixels: bytes


class Recognised(NamedTuple):
    """What was recognised on a page."""

    lines: tuple[Line, ...]
    confidence: float
    """The mean of its words, 0 to 1."""
    words: int


class NotRecognised(UnreadableFile):
    """A page on which nothing can be recognised, for a reason of the program's."""


@lru_cache(maxsize=8)
def settled(languages: str) -> tuple[str, str]:
    """The program's path and the languages to be asked for, ``deu+eng``.

    Without ``languages`` those that are installed, where they are few. Raises
    :class:`UsageError` where there is no such program or language.
    """
    program = shutil.which(PROGRAM)
    if program is None:
        raise UsageError("--ocr needs tesseract, which is not on the PATH", _INSTALL)
    installed = _installed(program)
    if not languages:
        chosen = [name for name in installed if name not in _NO_LANGUAGES]
        if len(chosen) > MOST_LANGUAGES:
            raise UsageError(
                f"tesseract has {len(chosen)} languages; say which to read",
                f"as --ocr-lang {chosen[0]}+{chosen[1]}",
            )
        # English last: of two readings alike, that of the first language is taken.
        chosen.sort(key=lambda name: (name == "eng", name))
    else:
        chosen = languages.replace(",", "+").replace(" ", "").split("+")
    missing = [name for name in chosen if name not in installed]
    if missing or not chosen:
        known = " ".join(name for name in installed if name not in _NO_LANGUAGES) or "none"
        raise UsageError(
            f"tesseract has no language {missing[0] if missing else 'at all'!r}; it has: {known}",
            f"install it, as with: apt install tesseract-ocr-{missing[0] if missing else 'eng'}",
        )
    return os.path.abspath(program), "+".join(chosen)


@lru_cache(maxsize=2)
def _installed(program: str) -> list[str]:
    try:
        done = _run([program, "--list-langs"], b"", 30)
    except (OSError, subprocess.SubprocessError) as error:
        raise UsageError(f"--ocr: {program} does not run ({error})", _INSTALL) from None
    told = (done.stdout or done.stderr).decode("utf-8", "replace").splitlines()
    return [line.strip() for line in told[1:] if line.strip() and " " not in line.strip()]


def recognise(page: Grey, languages: str, seconds: float) -> Recognised:
    """What stands on a page. Raises :class:`NotRecognised`, :class:`UsageError`."""
    program, chosen = settled(languages)
    image = b"P5\n%d %d\n255\n" % (page.width, page.height) + page.pixels
    command = [program, "stdin", "stdout", "-l", chosen, "-c", "tessedit_create_tsv=1"]
    began = time.monotonic()
    found = _tried(command, image, seconds)
    left = max(seconds - (time.monotonic() - began), 1.0) if seconds else 0.0
    if found.words and found.confidence < _TURNED and _TURNS in _installed(program):
        # It may lie on its side.
        try:
            turned = _tried([*command, "--psm", "1"], image, left)
        except NotRecognised:
            return found
        found = max(found, turned, key=lambda one: one.confidence)
    return found


def _tried(command: list[str], image: bytes, seconds: float) -> Recognised:
    try:
        done = _run(command, image, seconds)
    except subprocess.TimeoutExpired:
        reason = f"took longer to recognise than --ocr-timeout allows ({seconds:g} s)"
        raise NotRecognised(reason) from None
    except OSError as error:
        raise NotRecognised(f"tesseract does not run ({error.strerror or error})") from None
    if done.returncode:
        told = done.stderr.decode("utf-8", "replace").strip().splitlines() or [""]
        raise NotRecognised(f"tesseract ended with {done.returncode} ({told[-1][:120]})")
    return _read(done.stdout.decode("utf-8", "replace"))


def _run(command: list[str], data: bytes, seconds: float) -> subprocess.CompletedProcess[bytes]:
    # One thread each: the files are read by several processes already. In a group of its own,
    # as Ctrl-C is for newsgrep, which ends it where that is needed.
    apart: dict[str, Any] = (
        {"creationflags": subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP}  # type: ignore[attr-defined,unused-ignore]
        if os.name == "nt"
        else {"process_group": 0}
    )
    return subprocess.run(
        command,
        input=data,
        capture_output=True,
        timeout=seconds or None,
        check=False,
        env={**os.environ, "OMP_THREAD_LIMIT": "1"},
        **apart,
    )


class _Word(NamedTuple):
    paragraph: tuple[str, ...]
    line: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    text: str


def _words(table: str) -> Iterator[_Word]:
    """The words of a table: 12 columns, of which the last are box, confidence and text."""
    for row in table.splitlines()[1:]:
        cells = row.split("\t", 11)
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip():
            continue
        try:
            left, top, width, height = map(int, cells[6:10])
            confidence = float(cells[10])
        except ValueError:
            continue
        yield _Word(
            (cells[2], cells[3]), cells[4], left, top, left + width, top + height,
            min(max(confidence, 0.0), 100.0), cells[11].strip(),
        )  # fmt: skip


def _upright(words: list[_Word]) -> list[_Word]:
    """The words of a page that lies on its side or head, as if it stood: boxes are as it lies."""
    along = [(a, b) for a, b in pairwise(words) if (a.paragraph, a.line) == (b.paragraph, b.line)]
    right = sum((b.left - a.left > 0) - (b.left - a.left < 0) for a, b in along)
    down = sum((b.top - a.top > 0) - (b.top - a.top < 0) for a, b in along)
    wide = sum(abs(b.left - a.left) > abs(b.top - a.top) for a, b in along)
    if wide < len(along) / 2 and down > 0:
        return [w._replace(left=w.top, right=w.bottom, top=-w.right, bottom=-w.left) for w in words]
    if wide < len(along) / 2:
        return [w._replace(left=-w.bottom, right=-w.top, top=w.left, bottom=w.right) for w in words]
    if right < 0:
        return [
            w._replace(left=-w.right, right=-w.left, top=-w.bottom, bottom=-w.top) for w in words
        ]
    return words


def _read(table: str) -> Recognised:
    words = _upright(list(_words(table)))
    if not words:
        return Recognised((), 0.0, 0)
    rows: dict[tuple[tuple[str, ...], str], list[_Word]] = {}
    for word in words:
        rows.setdefault((word.paragraph, word.line), []).append(word)
    usual = median(max(w.bottom for w in row) - min(w.top for w in row) for row in rows.values())
    scale = _LINE_HEIGHT / max(usual, 1)
    paragraphs: dict[tuple[str, ...], list[Line]] = {}
    for (paragraph, _), row in rows.items():
        lines = paragraphs.setdefault(paragraph, [])
        number = len(paragraphs)
        lines.append(
            Line(
                min(w.left for w in row) * scale,
                -max(w.bottom for w in row) * scale,
                max(w.right for w in row) * scale,
                -min(w.top for w in row) * scale,
                " ".join(w.text for w in row),
                number,
            )
        )
    kept = [line for lines in paragraphs.values() for line in _headline_as_one(lines)]
    confidence = sum(word.confidence for word in words) / len(words) / 100
    return Recognised(tuple(kept), round(confidence, 3), len(words))


def _headline_as_one(lines: list[Line]) -> list[Line]:
    """The lines of a paragraph; those of one set in large type as one, wherever they break."""
    if len(lines) < 2 or median(line.top - line.bottom for line in lines) < _BIG * _LINE_HEIGHT:
        return lines
    left, bottom, right, top, texts, numbers = zip(*lines, strict=True)
    return [Line(min(left), min(bottom), max(right), max(top), " ".join(texts), numbers[0])]
