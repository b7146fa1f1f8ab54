"""Words and names that set the articles that match apart from the rest of the archive.

By log-likelihood of the numbers of articles that hold each (T. Dunning, *Accurate methods for
the statistics of surprise and coincidence*, 1993; P. Rayson and R. Garside, 2000).
"""

from __future__ import annotations

from collections import Counter
from math import log
from typing import TYPE_CHECKING

from newsgrep.analysis.results import Distinctive, DistinctiveTerms
from newsgrep.query.tree import Everything
from newsgrep.searching import Question, tree_of
from newsgrep.text.words import CHUNK, cached_analyse, calm

if TYPE_CHECKING:
    from newsgrep.engine.interface import Searcher

LOOKED_AT = 400
"""Matching articles whose words are counted; more would tell much the same."""
LEAST = 2
NAMES = ("person", "org", "location")


def distinctive(searcher: Searcher, question: Question, most: int) -> DistinctiveTerms:
    """The ``most`` telling words and names of the articles that match ``question``."""
    node = tree_of(question)
    found = searcher.search(
        node, mode="all", sort="relevance", limit=LOOKED_AT, offset=0, expand=question.expand
    )
    asked = {term for pattern in found.patterns for slot in pattern.slots for term in slot}
    words: Counter[str] = Counter()
    for match in found.rows:
        article = searcher.article(match)
        words.update(_words(f"{article.title}\n{article.text}"))
    total = searcher.count(Everything())
    looked_at = len(found.rows)
    counted = {word: count for word, count in words.items() if count >= LEAST and word not in asked}
    in_archive = searcher.frequencies(counted)
    terms = [
        Distinctive(word, "word", count, in_archive[word],
                    surprise(count, looked_at, in_archive[word], total))
        for word, count in counted.items()
    ]  # fmt: skip
    matching, ours = searcher.facets(node, NAMES, expand=question.expand)
    _, everyones = searcher.facets(Everything(), NAMES)
    for kind in NAMES:
        for name, count in ours[kind].items():
            if count >= LEAST:
                articles = everyones[kind].get(name, count)
                score = surprise(count, matching, articles, total)
                terms.append(Distinctive(name, kind, count, articles, score))
    ranked = sorted((t for t in terms if t.score > 0), key=lambda t: (-t.score, t.text))
    return DistinctiveTerms(question.query, found.full, looked_at, tuple(ranked[:most]))


def _words(text: str) -> set[str]:
    return {
        part.terms[0]
        for chunk in CHUNK.findall(calm(text))
        for part in cached_analyse(chunk).parts
        if len(part.terms[0]) > 2 and not part.terms[0].isdigit()
    }


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
