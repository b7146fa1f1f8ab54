"""More like this: the articles that share the words that make one what it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING, NamedTuple

from newsgrep.errors import UsageError
from newsgrep.query.ast import Any, Everything, Node, Weighted, Word
from newsgrep.search.analysis.results import Similar
from newsgrep.storage.folder import IndexFolder
from newsgrep.text.words import folded_words

if TYPE_CHECKING:
    from newsgrep.engines.interface import Searcher
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
    folders: Sequence[IndexFolder],
    searcher: Searcher,
    text: str,
    itself: Match | None,
    limit: int,
) -> list[Similar]:
    """The articles most like ``text``; ``itself`` is the one that it is from, left out.

    Fewer than ``limit`` where no more are alike. Raises :class:`UsageError` where no article has
    any of its words.
    """
    telling = _telling(searcher, text)
    found = searcher.search(
        _query(telling), mode="any", sort="relevance", limit=4 * limit, offset=0, expand=False
    )
    own = (itself.segment, itself.document) if itself is not None else None
    story = searcher.story(itself) if itself is not None else []
    copies = {(copy.segment, copy.document) for copy in story}
    hits: list[Similar] = []
    for match in found.rows:
        row = (match.segment, match.document)
        if row == own:
            continue
        article = searcher.article(match)
        held = {*folded_words(f"{article.title}\n{article.deck}\n{article.text}")}
        shared = [word for word in telling.worth if word in held]
        likeness = sum(telling.worth[word] for word in shared) / telling.total
        alike = likeness >= LEAST_ALIKE and len(shared) >= min(LEAST_SHARED, len(telling.worth))
        if not alike and row not in copies:
            continue
        hits.append(
            Similar(
                article.id,
                folders[searcher.source(match)].shown(article.path),
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


def _telling(searcher: Searcher, text: str) -> _Telling:
    counts = Counter(word for word in folded_words(text[:LONGEST]) if len(word) > 2)
    every = max(searcher.count(Everything()), 1)
    articles = searcher.frequencies(counts)
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


def _query(telling: _Telling) -> Node:
    parts = tuple(Weighted(Word(word, exact=True), n) for word, n in telling.weights.items())
    return Any(parts) if len(parts) > 1 else parts[0]
