"""More like this: the articles that share the words that make one what it is."""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING, NamedTuple

from newsgrep.engines.matches import EVERYTHING, Query
from newsgrep.errors import UsageError
from newsgrep.query.ast import Any, Node, Weighted, Word
from newsgrep.request import Request
from newsgrep.search.analysis.results import Similar
from newsgrep.text.words import folded_words

if TYPE_CHECKING:
    from newsgrep.engines.interface import Snapshot
    from newsgrep.engines.matches import Match

TERMS = 30
"""Words of the article that are searched for."""
LONGEST = 100_000
"""Characters that they are taken from."""
LEAST_ALIKE, LEAST_SHARED = 0.15, 3
"""An article with less of what tells in the text, or with fewer of its words, is not like it.

Of 150 articles of Reuters, the BBC and the Web, 40 others each, taken at random, shared 0.02 on
average; what a reader would call the same matter begins between 0.12 and 0.2.
"""

FEW, COMMON = 20, 0.25
"""Of so many articles or more, a word that this share of them holds tells nothing: *and*."""


def similar(
    snapshot: Snapshot,
    text: str,
    itself: Match | None,
    limit: int,
) -> list[Similar]:
    """The articles most like ``text``; ``itself`` is the one that it is from, left out.

    Fewer than ``limit`` where no more are alike. Raises :class:`UsageError` where no article has
    any of its words.
    """
    telling = _telling(snapshot, text)
    request = Request(mode="any", limit=4 * limit, copies="show", expand=False)
    found = snapshot.search(Query(_tree(telling), request))
    own = (itself.segment, itself.document) if itself is not None else None
    near = snapshot.near_duplicates(itself) if itself is not None else []
    copies = {(copy.segment, copy.document) for copy in near}
    hits: list[Similar] = []
    for match in found.rows:
        row = (match.segment, match.document)
        if row == own:
            continue
        article = snapshot.article(match)
        held = {*folded_words(f"{article.title}\n{article.deck}\n{article.text}")}
        shared = [word for word in telling.worth if word in held]
        likeness = sum(telling.worth[word] for word in shared) / telling.total
        alike = likeness >= LEAST_ALIKE and len(shared) >= min(LEAST_SHARED, len(telling.worth))
        if not alike and row not in copies:
            continue
        hits.append(
            Similar(
                article.id,
                snapshot.path(match),
                article.record,
                article.title,
                article.source,
                article.date,
                round(match.score, 4),
                round(likeness, 4),
                row in copies,
            )
        )
        if len(hits) == limit:
            break
    return hits


class _Telling(NamedTuple):
    """The words of a text that tell it from others."""

    weights: dict[str, float]
    """What each that some article has counts for in the search."""
    worth: dict[str, float]
    """What each tells, the most telling first; those too that no article has."""

    @property
    def total(self) -> float:
        return sum(self.worth.values())


def _telling(snapshot: Snapshot, text: str) -> _Telling:
    counts = Counter(word for word in folded_words(text[:LONGEST]) if len(word) > 2)
    every = max(snapshot.count(EVERYTHING), 1)
    articles = snapshot.frequencies(counts)
    most = every if every < FEW else every * COMMON
    # Where every word is common, as in an archive of one matter, all that there is has to tell.
    rare = [word for word in counts if articles[word] <= most]
    told = rare if any(articles[word] for word in rare) else counts
    worth = {
        word: (1 + log(counts[word])) * log(1 + every / max(articles[word], 1)) for word in told
    }
    ordered = sorted(worth, key=lambda word: (-worth[word], word))
    known = [word for word in ordered if articles[word]][:TERMS]
    if not known:
        raise UsageError("no words in it that any article has")
    weights = {word: 1 + log(counts[word]) for word in known}
    return _Telling(weights, {word: worth[word] for word in ordered[:TERMS]})


def _tree(telling: _Telling) -> Node:
    parts = tuple(Weighted(Word(word, exact=True), n) for word, n in telling.weights.items())
    return Any(parts) if len(parts) > 1 else parts[0]
