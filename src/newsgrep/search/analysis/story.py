"""A story's near-copies in order of time, and what each changed."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from newsgrep.article import order_of_time
from newsgrep.search.analysis.results import StoryMember

if TYPE_CHECKING:
    from newsgrep.engines.interface import Snapshot
    from newsgrep.engines.matches import Match

MAX_WORDS = 6000
"""Words of each text that are compared."""
_WORDS = re.compile(r"\s+|[^\s]+")


def story(snapshot: Snapshot, match: Match) -> list[StoryMember]:
    """The near-copies of an article, the earliest first, each compared with that."""
    found = [(snapshot.article(one), one) for one in snapshot.near_duplicates(match)]
    found.sort(key=lambda pair: order_of_time(pair[0]))
    first = found[0][0].text
    members = []
    for article, one in found:
        changes = compared(first, article.text)
        members.append(
            StoryMember(
                article.id,
                snapshot.path(one),
                article.record,
                article.title,
                article.source,
                article.authors,
                article.date,
                article.words,
                sum(len(text.split()) for kind, text in changes if kind == "added"),
                sum(len(text.split()) for kind, text in changes if kind == "removed"),
                changes,
            )
        )
    return members


def compared(before: str, after: str) -> tuple[tuple[str, str], ...]:
    """``after`` against ``before``, word by word: runs that are same, added or removed."""
    old = _WORDS.findall(before)[: 2 * MAX_WORDS]
    new = _WORDS.findall(after)[: 2 * MAX_WORDS]
    changes: list[tuple[str, str]] = []
    matcher = SequenceMatcher(None, old, new, autojunk=len(old) > 4000)
    for kind, a, b, c, d in matcher.get_opcodes():
        if kind == "equal":
            changes.append(("same", "".join(new[c:d])))
            continue
        if b > a:
            changes.append(("removed", "".join(old[a:b])))
        if d > c:
            changes.append(("added", "".join(new[c:d])))
    return tuple(changes)
