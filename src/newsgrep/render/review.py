"""What is said of marks and notes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from newsgrep.newsroom.results import Imported, MarkCounts, Marking
from newsgrep.render.as_json import dump, dump_line
from newsgrep.render.lines import Line, Piece
from newsgrep.render.prose import counted

_MOST = 20
"""Lines of an import that are named."""


def marking_summary(done: Marking) -> Iterator[str]:
    """What was put on articles or taken off."""
    what = ", ".join(done.marks)
    if done.notes and not (done.removed and done.marks):
        noted = counted(len(done.notes), "note")
        what = f"{what}, with {noted}" if what else f"with {noted}"
    articles = counted(done.articles, "article")
    if not done.articles:
        yield "no article is so; nothing was changed"
    elif done.removed:
        would = "would be taken" if done.dry_run else "taken"
        gone = counted(done.changed, "mark or note") if done.changed != 1 else "1 mark or note"
        gone = gone.replace("mark or notes", "marks and notes")
        yield f"{gone} {would} off {articles}" + (f" ({what})" if what else "")
    else:
        would = "would be marked" if done.dry_run else "marked"
        already = f" ({done.unchanged:,} so before)" if done.unchanged else ""
        yield f"{articles} {would} {what}{already}"


def mark_count_lines(counts: MarkCounts) -> Iterator[Line]:
    """Each mark, and how many articles have it."""
    for mark, articles in counts.marks:
        yield Line((Piece(f"{articles:>7,}  ", "id"), Piece(mark, "mark")), hanging=" " * 9)


def mark_count_summary(counts: MarkCounts) -> Iterator[str]:
    """How many articles have marks and notes, and which of them are not in the index."""
    if not counts.articles:
        yield "nothing was ever marked; see newsgrep mark --help"
        return
    yield (
        f"{counted(counts.articles, 'article')} with marks or notes, {counts.seen:,} reviewed; "
        f"{counted(counts.notes, 'note')}"
    )
    if counts.lost:
        yield f"{counts.lost:,} of them not in the index: gone, or with another text now"


def marks_jsonl(lines: Iterable[Mapping[str, Any]]) -> Iterator[str]:
    """An export of marks, an article a line."""
    for line in lines:
        yield dump_line(line)


def imported_summary(done: Imported) -> Iterator[str]:
    """What an import brought."""
    yield f"{counted(done.lines, 'line')}, {done.news:,} marks and notes that were news"
    for number, reason in done.unreadable[:_MOST]:
        yield f"newsgrep: line {number:,} left out: {reason}"
    if len(done.unreadable) > _MOST:
        yield f"newsgrep: {len(done.unreadable):,} lines left out in all"


def imported_json(done: Imported) -> Iterator[str]:
    """What an import brought, as one JSON object."""
    left_out = [{"line": number, "reason": reason} for number, reason in done.unreadable]
    yield dump({"lines": done.lines, "news": done.news, "unreadable": left_out}, indent=2)
