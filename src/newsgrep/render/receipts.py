"""Receipts: as they are written, and what is said of one that is held against an index."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from typing import Any

from newsgrep.newsroom.results import CheckedArticle, CheckedReceipt
from newsgrep.render.as_json import dump
from newsgrep.render.lines import Line, Piece
from newsgrep.render.prose import counted, date_for_people
from newsgrep.text.printable import printable_path

_ROLES = {
    "holds": "added",
    "moved": "added",
    "changed": "warning",
    "gone": "removed",
    "new": "mark",
}


def receipt_text(written: Mapping[str, Any]) -> Iterator[str]:
    """A receipt as the JSON of its file."""
    yield json.dumps(written, ensure_ascii=False, indent=1) + "\n"


def checked_lines(checked: CheckedReceipt) -> Iterator[Line]:
    """Each article that is not where and as it was, and each that is new."""
    for article in (*checked.articles, *checked.new):
        if article.state != "holds":
            yield _line(article)


def _line(article: CheckedArticle) -> Line:
    now = f" is now {printable_path(article.now)}" if article.now else ""
    return Line(
        (
            Piece(f"{article.state:<8} ", _ROLES[article.state]),
            Piece(f"{article.id}  ", "id"),
            Piece(printable_path(article.path), "path"),
            Piece(now),
        ),
        whole=True,
    )


def checked_summary(checked: CheckedReceipt) -> Iterator[str]:
    """Whether the receipt, its articles and its answer still hold."""
    if not checked.unaltered:
        yield "newsgrep: the receipt is not as it was written"
    states = Counter(article.state for article in checked.articles)
    many = {name: "hold" if name == "holds" and states[name] > 1 else name for name in states}
    told = ", ".join(f"{states[name]:,} {many[name]}" for name in _ROLES if states[name]) or "none"
    yield (
        f"{counted(len(checked.articles), 'article')} of {date_for_people(checked.made)}: {told}"
    )
    if checked.error:
        yield f"newsgrep: the question cannot be asked any more: {checked.error}"
    elif checked.same_answer:
        yield "the question gives the same articles today"
    else:
        yield (
            f"the question gives {len(checked.new):,} more today, and {len(checked.lacking):,} "
            "no longer"
        )


def checked_json(checked: CheckedReceipt) -> Iterator[str]:
    """A receipt held against an index, as one JSON object."""
    told = {**asdict(checked), "same_answer": checked.same_answer, "holds": checked.holds}
    yield dump(told, indent=2)
