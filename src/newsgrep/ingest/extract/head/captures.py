"""Lines that a reader's tools put above an article: of archives of the web, of chats and wires.

``archive.today``, ``webpage capture``, ``Saved from https://…``, ``10 Feb 2025 09:14:22 UTC``: the
address is the article's, and the day is that of the capture. ``[23/02/2019, 10:15:32] Ann:``
stands before a headline that somebody sent; ``BC-US--Quay,1st Ld-Writethru/34`` is a wire's slug.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsgrep.text.dates import find_dates

_ARCHIVE = re.compile(
    r"(?:https?://)?(?:www\.)?archive\.(?:today|ph|is|li|vn|fo|md|org)/?"
    r"|(?:the |internet archive )?wayback machine\b.*|internet archive|webpage capture\b.*"
    r"|perma\.cc.*|this is google['’]s (?:text-only )?cache of .*"
    r"|.*\bhttps?://(?:web\.archive\.org/web|archive\.(?:today|ph|is|li|vn|fo|md))/.*",
    re.IGNORECASE,
)
"""What names an archive of the web on a line of its own."""
_OF_ARCHIVE = re.compile(
    r"webpage(?: capture)?|screenshot|webpage\s+screenshot|history"
    r"|(?:←|→|previous|next)*(?:prior|next)"
    r"|no other snapshots.*|all snapshots.*|from host .*|share.*download \.zip.*|\d+ captures?.*"
    r"|(?:full version )?text-only version.{0,20}|tip: to quickly find .*"
    r"|report bug or abuse.*|buy me a coffee.*|search|about this capture|collected by.*|timestamps"
    r"|(?:archived|captured|saved)(?: on| at| from)?:?",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?:saved|archived|captured|redirected|original|url|via)(?: page| url)?(?: from)?\s*:?\s+"
    r"(?=https?://)|(?:webpage capture\s+)?saved from\s+(?=https?://)",
    re.IGNORECASE,
)
_COURT = re.compile(
    r"\s*Case \d{1,2}:\d\d-[a-z]{2}-\d{3,6}\S*\s+Document \S+\s+(?:Filed|Entered).{6,60}",
    re.IGNORECASE,
)
"""What courts of the United States stamp on each page of an exhibit."""
_OF_PROGRAM = re.compile(
    r"\.START|#? ?(?:-\*?-)? ?coding ?[:=] ?[\w-]+ ?(?:-\*?-)?|\[(?:앵커|기자|리포트)\]",
    re.IGNORECASE,
)
"""What a corpus or an editor begins a file with, and who speaks first in a broadcast."""
_INSIDE = re.compile(r"https?://(?:web\.archive\.org/web|archive\.\w+)/\d[\w*]*/(?=https?://)")
_ADDRESS = re.compile(r"https?://\S+")
_STAMP = re.compile(
    r"^\s*(?:\u200e)?(?:\[\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d\d(?::\d\d)?(?:\s?[AP]M)?\]"
    r"|\d{1,2}[./]\d{1,2}[./]\d{2,4},? \d{1,2}:\d\d(?:\s?[AP]M)? -) [^:\n]{1,40}: (?=\S)",
    re.IGNORECASE,
)
"""When and by whom a message of a chat was sent."""
_SLUG = re.compile(
    r"^\s*(?:BC-[A-Z]{2,3}(?:-[A-Z]{2})?--?\S.{0,60}|[A-Z]{1,3}-[A-Z]{2}-{2}\S.{0,60}"
    r"|.{3,50},\s?\d(?:st|nd|rd|th) Ld-Writethru.{0,20}|Eds?: .{0,120})\s*$"
)
"""The name of a wire's story, and what it tells editors."""
_WIRE = re.compile(
    r"^\s*(?:RTRS|RTRSW?|DJ|BN|AFP|AP|DPA|MNI|UPDATE \d|URGENT|WRAPUP \d)\s+[-–—]\s+(?=\S.{12})"
)


def without_captures(lines: list[str], filled: Sequence[int]) -> list[str]:
    """The lines without what archives, chats and wires put above an article; as many as before."""
    if not filled:
        return lines
    first = lines[filled[0]]
    if len(first) <= 300 and _ARCHIVE.fullmatch(first.strip()) is not None:
        return _without_archive(lines, filled)
    changed = dict[int, str]()
    if _COURT.fullmatch(first) is not None or (
        len(first) <= 40 and _OF_PROGRAM.fullmatch(first.strip()) is not None
    ):
        changed[filled[0]] = ""
    for at in filled[:8]:
        line = lines[at]
        # "[23/02/2019", "3/5/19, 10:15 - Ann: ", "RTRS - ", "Eds: "
        if line[:12].strip()[:1] in "[0123456789" and (stamp := _STAMP.match(line)) is not None:
            changed[at] = line[stamp.end() :]
    for at in filled[:3]:
        line = lines[at]
        if line[:1].isupper() and len(line) <= 200:
            if _SLUG.match(line) is not None:
                changed[at] = ""
            elif at == filled[0] and (wire := _WIRE.match(line)) is not None:
                changed[at] = line[wire.end() :]
    if not changed or not any(changed.get(at, lines[at]).strip() for at in filled):
        return lines
    return [changed.get(at, line) for at, line in enumerate(lines)]


def _without_archive(lines: list[str], filled: Sequence[int]) -> list[str]:
    """The lines without an archive's name, its menu and the time of its capture."""
    kept = list(lines)
    addressed = timed = False
    for at in filled:
        line = kept[at].strip()
        address = _ADDRESS.search(_INSIDE.sub("", line))
        if address is not None and not addressed and _is_addressed(line):
            cached = line.lower().startswith("this is google")
            inside = cached or _INSIDE.search(line) is not None
            addressed = inside or _ARCHIVE.fullmatch(line) is None
            kept[at] = address[0] if addressed else ""
        elif _ARCHIVE.fullmatch(line) is not None or _OF_ARCHIVE.fullmatch(line) is not None:
            kept[at] = ""
        elif not timed and _is_time(line):
            kept[at] = ""
            timed = True
        else:
            break
    return kept if any(line.strip() for line in kept) else lines


def _is_addressed(line: str) -> bool:
    """Whether a line of an archive's head says which page it has, or is an address alone."""
    return bool(_FROM.match(line) or _ARCHIVE.fullmatch(line) or _ADDRESS.fullmatch(line))


def _is_time(line: str) -> bool:
    """Whether a line is when a page was captured: a day and a time, and no word beside them."""
    if len(line) > 40:
        return False
    found = next(find_dates(line), None)
    if found is None:
        return False
    rest = (line[: found.start] + line[found.end :]).replace("UTC", "").replace("GMT", "")
    return ":" in line and not any(map(str.isalpha, rest))
