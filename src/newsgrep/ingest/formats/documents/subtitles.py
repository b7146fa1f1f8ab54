"""Subtitles and captions: WebVTT (W3C, 2019) and SubRip, as the transcript that they are.

Times are left out, and so are the pictures of a preview (`#xywh=`, W3C Media Fragments); the
lines of cues are joined to paragraphs, which end where somebody else speaks, or with a sentence
before a pause or when they are long.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator
from html import unescape
from itertools import pairwise, takewhile
from typing import BinaryIO, NamedTuple

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.encoding import decode, read_document
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex

NAMES = (".srt", ".vtt")

_WEBVTT = regex(rb"WEBVTT(?:[ \t\r\n]|$)")
_SUBRIP = regex(rb"\s*\d{1,5}[ \t]*\r?\n\d{1,2}:\d\d:\d\d[,.]\d{1,3} --> \d")
_ARROW = regex(rb"(?m)^[\d:.,; \t]+-+>[ \t]*\d[\d:.,;]+")
_TIMES = regex(
    r"(?:(\d+):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3})[ \t]*-->[ \t]*"
    r"(?:(\d+):)?(\d{1,2}):(\d{1,2})[,.](\d{1,3}).*"
)
_TIMED = regex(r"[\d:.,; \t]+-+>[ \t]*\d[\d:.,;]+.*")
_SPEAKER = regex(r"<v(?:\.[^\s>]*)?[ \t]+([^>]+)>")
_TAG = regex(
    r"</?(?:[biucsv]|lang|ruby|rt|font)(?:[ \t.][^<>]*)?>|<(?:\d+:)?\d\d:\d\d\.\d{3}>|\{\\[^{}]*\}"
)
_LANGUAGE = regex(r"^Language:[ \t]*([A-Za-z-]{2,11})[ \t]*$")
_EMPTY_LINES = regex(r"\n[ \t]*\n")
_ENDED = regex(r"[.!?…。！？][\"”’»)\]]*$")
_PAUSE = 2.0
"""Seconds without a cue that end a paragraph, if a sentence ends there."""
_ROLLS = 0.1
"""Seconds at most between two showings of a line that is said once."""
_NO_CUE = regex(r"\s*(?:NOTE|STYLE|REGION)\b")
_LONG = 500
"""Characters of a paragraph from which on it ends with its sentence."""


class _Cue(NamedTuple):
    start: float
    end: float
    speaker: str
    lines: list[str]


def matches(head: bytes, name: str) -> bool:
    head = head.removeprefix(BOM_UTF8)
    if _WEBVTT.match(head) is not None:
        return True
    # What is called so is believed with less.
    cue = _ARROW.search(head) if name.endswith(NAMES) else _SUBRIP.match(head)
    return cue is not None


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument]:
    text = decode(read_document(stream)).removeprefix("\ufeff")
    blocks = _EMPTY_LINES.split(text.replace("\r\n", "\n").replace("\r", "\n"))
    told = [match[1] for line in blocks[0].split("\n") if (match := _LANGUAGE.match(line))]
    claims = [Claim("language", told[0], "header of the captions", 0.6)] if told else []
    paragraphs = list(_paragraphs(_cues(blocks)))
    if not paragraphs:
        raise UnreadableFile("captions without words")
    above = [] if text.lstrip().startswith("WEBVTT") else _above(blocks)
    yield RawDocument(Form.PROSE, "\n\n".join([*above, *paragraphs]), tuple(claims))


def _above(blocks: list[str]) -> list[str]:
    """What somebody wrote above the first cue."""
    head = takewhile(lambda block: "-->" not in block, blocks)
    return [words for block in head if (words := block.strip())]


def _cues(blocks: list[str]) -> Iterator[_Cue]:
    """The cues in order; what has no times (a header, notes, styles) is none.

    A cue whose times are not as they should be is one that follows the one above it.
    """
    ended, started = 0.0, False
    for block in blocks:
        lines = [line.strip() for line in block.split("\n")]
        timed = [at for at, line in enumerate(lines) if _TIMED.fullmatch(line)]
        if not timed and started and not _NO_CUE.match(block):
            # An empty line within a cue.
            words = [line for line in _shown(lines) if not line.isdecimal()]
            yield _Cue(ended, ended, "", words)
        started = started or bool(timed)
        for at, end in pairwise([*timed, len(lines)]):
            times = _TIMES.fullmatch(lines[at])
            start, ended = (
                (_seconds(times.groups()[:4]), _seconds(times.groups()[4:]))
                if times
                else (ended, ended)
            )
            if end < len(lines) and lines[end - 1].isdecimal() and end - 1 > at:
                end -= 1  # No empty line between cues: this is the number of the next.
            own = lines[at + 1 : end]
            speaker = next((m[1].strip() for each in own if (m := _SPEAKER.search(each))), "")
            shown = _shown(each for each in own if "#xywh=" not in each)
            yield _Cue(start, ended, speaker, shown)


def _shown(lines: Iterable[str]) -> list[str]:
    """What lines of a cue show: without tags, and those that have words."""
    return [words for line in lines if (words := unescape(_TAG.sub("", line)).strip())]


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, thousandths = (int(part or 0) for part in parts)
    return hours * 3600 + minutes * 60 + seconds + thousandths / 1000


def _paragraphs(cues: Iterator[_Cue]) -> Iterator[str]:
    paragraph = speaker = shown = ""
    ended = 0.0
    for cue in cues:
        # Captions that roll show each line twice, and three times, without a pause between.
        rolls = cue.start - ended <= _ROLLS
        fresh = [line for line in cue.lines if not rolls or line != shown]
        shown = cue.lines[-1] if cue.lines else shown
        whole = _ENDED.search(paragraph) is not None
        apart = cue.start - ended > _PAUSE or len(paragraph) > _LONG
        other = bool(cue.speaker) and cue.speaker != speaker
        if paragraph and fresh and (other or (whole and apart)):
            yield paragraph
            paragraph = ""
        if other and fresh:
            speaker = cue.speaker
            paragraph = f"{speaker}:"
        for line in fresh:
            if line.startswith(("- ", "– ", "-")) and len(fresh) > 1 and paragraph:
                yield paragraph
                paragraph = ""
            paragraph = f"{paragraph} {line.lstrip('-– ') if line[0] in '-–' else line}".strip()
        ended = cue.end
    if paragraph:
        yield paragraph
