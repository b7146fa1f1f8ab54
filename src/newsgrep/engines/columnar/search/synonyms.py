"""Acronyms and their long forms, as the archive's own articles define them.

Each definition is a key of the index, ``DEA=Drug Enforcement Administration``, held by the
articles that give it; how many those are tells which long forms are meant.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from newsgrep.engines.columnar import term_keys
from newsgrep.query.ast import Alike, All, Node, Word
from newsgrep.text.words import fold_phrase

if TYPE_CHECKING:
    from newsgrep.engines.columnar.search.vocabulary import Vocabulary

SMALL_ARCHIVE = 1000
"""In archives of fewer articles one definition is enough; in larger ones it takes two."""
LEAST_SHARE = 0.2
"""A long form of less than this share of an acronym's definitions is left aside."""
MAX_WORDS = 7


class Definition(NamedTuple):
    """An acronym, a long form, and how many articles define it so."""

    acronym: str
    long: str
    articles: int


def definitions(vocabulary: Vocabulary, acronym: str = "") -> list[Definition]:
    """All definitions, or those of one acronym, the commonest first."""
    start = term_keys.key("acronym", f"{acronym}=" if acronym else "")
    counts: dict[tuple[str, str], int] = {}
    spelt: dict[tuple[str, str], str] = {}
    for key, articles in vocabulary.counts(start):
        short, _, long = term_keys.split_key(key)[1].partition("=")
        name = (short, fold_phrase(long))
        counts[name] = counts.get(name, 0) + articles
        spelt.setdefault(name, long)
    found = [Definition(name[0], spelt[name], count) for name, count in counts.items()]
    return sorted(found, key=lambda d: (-d.articles, d.acronym, d.long))


def long_forms(vocabulary: Vocabulary, acronym: str) -> list[Definition]:
    """The long forms of an acronym that are defined often enough."""
    found = definitions(vocabulary, acronym)
    total = sum(definition.articles for definition in found)
    return [d for d in found if _often(vocabulary, d.articles, total)][:3]


def short_forms(vocabulary: Vocabulary, folded: str) -> list[Definition]:
    """The acronyms of a folded long form that are defined often enough."""
    found = []
    for key, articles in vocabulary.counts(term_keys.key("longform", f"{folded}=")):
        acronym = term_keys.split_key(key)[1].rpartition("=")[2]
        total = sum(d.articles for d in definitions(vocabulary, acronym))
        if _often(vocabulary, articles, total):
            found.append(Definition(acronym, folded, articles))
    return found[:3]


def _often(vocabulary: Vocabulary, articles: int, total: int) -> bool:
    least = 1 if vocabulary.articles < SMALL_ARCHIVE else 2
    return articles >= least and articles >= LEAST_SHARE * total


def with_acronyms(node: Node, vocabulary: Vocabulary) -> Node:
    """``node`` with each run of words that is a long form also meant as its acronym."""
    if not isinstance(node, All) or node.explicit or not vocabulary.has_definitions:
        return node
    parts = list(node.parts)
    at = 0
    while at < len(parts):
        for size in range(min(MAX_WORDS, len(parts) - at), 1, -1):
            run = parts[at : at + size]
            if not all(isinstance(part, Word) and not part.exact for part in run):
                continue
            text = " ".join(part.text for part in run if isinstance(part, Word))
            found = short_forms(vocabulary, fold_phrase(text))
            if found:
                acronyms = [Word(definition.acronym, exact=True) for definition in found]
                parts[at : at + size] = [Alike((All(tuple(run)), *acronyms))]
                break
        at += 1
    if len(parts) == len(node.parts):
        return node
    return All(tuple(parts), node.explicit, node.span) if len(parts) > 1 else parts[0]
