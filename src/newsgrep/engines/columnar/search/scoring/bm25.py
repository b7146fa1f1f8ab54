"""BM25 over the combined fields of an article.

S. Robertson and H. Zaragoza, *The Probabilistic Relevance Framework: BM25 and Beyond* (2009),
with the idf of Lucene, which is never negative. Occurrences in headline and lead are weighted
before saturation (simple BM25F), so that one score is computed an article, not a sum of fields'.
"""

from __future__ import annotations

from collections.abc import Iterable
from math import log
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

K1 = 1.2
B = 0.4


def idf(df: int, articles: int) -> float:
    """What finding a term that ``df`` of ``articles`` hold is worth."""
    return log(1 + (articles - df + 0.5) / (df + 0.5))


def score(weight: float, words: int, average_words: float, worth: float) -> float:
    """The score of one term in a document of so many words."""
    return worth * (K1 + 1) * weight / (weight + K1 * (1 - B) + K1 * B / average_words * words)


def scores(
    weights: dict[int, float],
    documents: Iterable[int],
    words: memoryview[int],
    average_words: float,
    worth: float,
) -> Iterable[tuple[int, float]]:
    """(document, score) of one term for those of ``documents`` that hold it."""
    flat = K1 * (1 - B)
    slope = K1 * B / average_words
    gain = worth * (K1 + 1)
    for document in weights.keys() & documents:
        weight = weights[document]
        yield document, gain * weight / (weight + flat + slope * words[document])


def score_all(
    weights: NDArray[np.float64], words: NDArray[np.uint32], average_words: float, worth: float
) -> NDArray[np.float64]:
    """The scores of one term in whole arrays of documents."""
    flat = K1 * (1 - B)
    slope = K1 * B / average_words
    scores: NDArray[np.float64] = worth * (K1 + 1) * weights / (weights + flat + slope * words)
    return scores
