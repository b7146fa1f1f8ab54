"""What is said of articles that are taken out of an index, and kept out of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from newsgrep.newsroom.results import Forgot, ForgottenArticle, Remembered
from newsgrep.render.as_json import dump
from newsgrep.render.lines import Line, Piece
from newsgrep.render.prose import counted, date_for_people
from newsgrep.text.printable import printable_path

_MOST = 5
"""Files and near-copies that are named."""


def forgot_lines(done: Forgot) -> Iterator[Line]:
    """The ids of the articles that are taken out."""
    for id in done.ids:
        yield Line((Piece(id, "id"),), whole=True)


def forgot_summary(done: Forgot) -> Iterator[str]:
    """What was taken out, what stays, and where the text still is."""
    would = "would be forgotten" if done.dry_run else "forgotten"
    whose = "its" if len(done.ids) == 1 else "their"
    marks = f", with {done.marks:,} of {whose} marks and notes" if done.marks else ""
    if done.again:
        yield (
            "forgotten before; whatever was left of it is gone now, too"
            if not done.dry_run
            else ("forgotten before; whatever was left of it would go, too")
        )
    if not done.ids:
        return
    yield f"{counted(len(done.ids), 'article')} {would}{marks}"
    yield f"  not touched: {_some([printable_path(path) for path in done.paths])}"
    if done.near_copies:
        yield f"  near-copies stay in the index: {_some(done.near_copies)}"
    if done.left:
        yield (
            f"newsgrep: another process has {counted(len(done.left), 'old file')} of the index "
            "open; newsgrep index removes them when it has ended"
        )


def _some(names: Sequence[str]) -> str:
    more = f" and {len(names) - _MOST:,} more" if len(names) > _MOST else ""
    return ", ".join(names[:_MOST]) + more


def remembered_summary(done: Remembered) -> Iterator[str]:
    """What may be in the index again."""
    it = "it" if len(done.ids) == 1 else "them"
    yield f"{counted(len(done.ids), 'article')} no longer kept out; newsgrep index reads {it} again"


def forgotten_lines(found: Sequence[ForgottenArticle]) -> Iterator[Line]:
    """The ids of what is kept out, and since when."""
    for one in found:
        yield Line((Piece(one.id, "id"), Piece(f"  {date_for_people(one.at)}")), whole=True)


def forgotten_summary(found: Sequence[ForgottenArticle]) -> Iterator[str]:
    """What is said where nothing is kept out."""
    if not found:
        yield "nothing was forgotten"


def forgotten_json(found: Sequence[ForgottenArticle]) -> Iterator[str]:
    """The ids of what is kept out, and since when, as one JSON object."""
    yield dump({"forgotten": [{"id": one.id, "at": one.at} for one in found]}, indent=2)
