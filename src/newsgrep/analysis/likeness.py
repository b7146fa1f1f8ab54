"""More like this: the articles that share the words that make one what it is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log
from typing import TYPE_CHECKING

from newsgrep.analysis.results import Similar
from newsgrep.errors import UsageError
from newsgrep.index_folder import IndexFolder
from newsgrep.query.tree import Any, Everything, Node, Weighted, Word
from newsgrep.text.words import folded_words

if TYPE_CHECKING:
    from newsgrep.engine.interface import Searcher
    from newsgrep.engine.matches import Match

TERMS = 30
"""Words of the article that are searched for."""
LONGEST = 100_000
"""Characters that they are taken from."""


def similar(
    folders: Sequence[IndexFolder],
    searcher: Searcher,
    text: str,
    itself: Match | None,
    limit: int,
) -> list[Similar]:
    """The articles most like ``text``; ``itself`` is the one that it is from, left out."""
    node = query_of(searcher, text)
    found = searcher.search(
        node, mode="any", sort="relevance", limit=limit + 1, offset=0, expand=False
    )
    own = (itself.segment, itself.document) if itself is not None else None
    story = searcher.story(itself) if itself is not None else []
    copies = {(copy.segment, copy.document) for copy in story}
    hits = []
    for match in found.rows:
        row = (match.segment, match.document)
        if row == own:
            continue
        article = searcher.article(match)
        hits.append(
            Similar(
                article.id,
                folders[searcher.source(match)].shown(article.path),
                article.record,
                article.title,
                article.source,
                article.date,
                round(match.score, 4),
                row in copies,
            )
        )
    return hits[:limit]


def query_of(searcher: Searcher, text: str) -> Node:
    """The words of ``text`` that tell it from others, each counting for what it tells."""
    counts = Counter(word for word in folded_words(text[:LONGEST]) if len(word) > 2)
    total = max(searcher.count(Everything()), 1)
    articles = searcher.frequencies(counts)
    worth = {
        word: (1 + log(count)) * log(1 + total / articles[word])
        for word, count in counts.items()
        if articles[word]
    }
    best = sorted(worth, key=lambda word: (-worth[word], word))[:TERMS]
    if not best:
        raise UsageError("no words in it that any article has")
    parts = tuple(Weighted(Word(word, exact=True), 1 + log(counts[word])) for word in best)
    return Any(parts) if len(parts) > 1 else parts[0]
