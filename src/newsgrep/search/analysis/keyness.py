"""Words and names that set the articles that match apart from the rest of the archive.

By log-likelihood of the numbers of articles that hold each (T. Dunning, *Accurate methods for
the statistics of surprise and coincidence*, 1993; P. Rayson and R. Garside, 2000).
"""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from newsgrep.engines.matches import EVERYTHING, Query
from newsgrep.errors import UsageError
from newsgrep.request import Request
from newsgrep.search.analysis.results import Distinctive, DistinctiveTerms
from newsgrep.search.request_tree import query_of
from newsgrep.text.words import folded_words

if TYPE_CHECKING:
    from newsgrep.engines.interface import Snapshot

LOOKED_AT = 400
"""Matching articles whose words are counted; more would tell much the same."""
LEAST = 2
BATCH = 256
"""Words looked up at a time at first, and then twice as many each time."""

NAMES = ("person", "org", "location")


def distinctive(snapshot: Snapshot, request: Request, most: int) -> DistinctiveTerms:
    """The ``most`` telling words and names of the articles that match ``request``.

    Raises :class:`UsageError` where ``most`` is less than one.
    """
    if most < 1:
        raise UsageError(f"{most} terms cannot be given", "a number from 1")
    query = query_of(request)
    found = snapshot.search(
        query.asked(mode="all", sort="relevance", limit=LOOKED_AT, offset=0, copies="show")
    )
    asked = {
        term for pattern in found.highlighting.patterns for slot in pattern.slots for term in slot
    }
    words: Counter[str] = Counter()
    # In the order of the store, so that each of its blocks is unpacked once.
    for match in sorted(found.rows, key=lambda match: (match.segment, match.document)):
        article = snapshot.article(match)
        held = set(folded_words(f"{article.title}\n{article.text}"))
        words.update(word for word in held if len(word) > 2 and not word.isdigit())
    total = snapshot.count(EVERYTHING)
    looked_at = len(found.rows)
    counted = {word: count for word, count in words.items() if count >= LEAST and word not in asked}
    terms = _names(snapshot, query, total) + _telling(snapshot, counted, looked_at, total, most)
    ranked = sorted((t for t in terms if t.score > 0), key=lambda t: (-t.score, t.text))
    return DistinctiveTerms(request.query, found.full, looked_at, tuple(ranked[:most]))


def _telling(
    snapshot: Snapshot, counted: dict[str, int], looked_at: int, total: int, most: int
) -> list[Distinctive]:
    """The words among which are the ``most`` telling ones.

    The most frequent are looked up first: a word that the other articles do not hold at all is
    the most that its count can make it, and once that is less than what has been found, the
    many rare ones need no looking up.
    """
    terms: list[Distinctive] = []
    by_count = sorted(counted, key=lambda word: (-counted[word], word))
    start, size = 0, BATCH
    while start < len(by_count):
        batch = by_count[start : start + size]
        start, size = start + size, 2 * size
        if len(terms) >= most:
            enough = sorted((term.score for term in terms), reverse=True)[most - 1]
            count = counted[batch[0]]
            if surprise(count, looked_at, count, total) < enough:
                break
        in_archive = snapshot.frequencies(batch)
        for word in batch:
            score = surprise(counted[word], looked_at, in_archive[word], total)
            terms.append(Distinctive(word, "word", counted[word], in_archive[word], score))
    return terms


def _names(snapshot: Snapshot, query: Query, total: int) -> list[Distinctive]:
    matching, ours = snapshot.facets(query, NAMES)
    _, everyones = snapshot.facets(EVERYTHING, NAMES)
    terms = []
    for kind in NAMES:
        for name, count in ours[kind].items():
            if count >= LEAST:
                articles = everyones[kind].get(name, count)
                score = surprise(count, matching, articles, total)
                terms.append(Distinctive(name, kind, count, articles, score))
    return terms


def surprise(found: int, looked_at: int, articles: int, total: int) -> float:
    """Log-likelihood of ``found`` in ``looked_at`` where ``articles`` of ``total`` hold it.

    0 where it is no more frequent than elsewhere.
    """
    rest, others = max(articles - found, 0), total - looked_at
    if not looked_at or not found or (others > 0 and found / looked_at <= rest / others):
        return 0.0
    share = (found + rest) / max(looked_at + max(others, 0), 1)
    score = found * log(found / (looked_at * share)) if share else 0.0
    if rest and others > 0:
        score += rest * log(rest / (others * share))
    return max(2 * score, 0.0)
