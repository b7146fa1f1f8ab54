"""Who is named with whom in the articles that match."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from newsgrep.article import order_of_time
from newsgrep.errors import UsageError
from newsgrep.fields import FACETS, TABLE
from newsgrep.newsroom.answers import Edge, Network, Node
from newsgrep.newsroom.matching import stories, whole
from newsgrep.newsroom.one_name import joined
from newsgrep.text.nearest import did_you_mean

if TYPE_CHECKING:
    from newsgrep.article import Article
    from newsgrep.engines.interface import Snapshot
    from newsgrep.request import Request

_ATTRIBUTE = {field.name: field.attribute for field in TABLE}
_PEOPLE = ("person", "author", "said")
_JOINED = (*_PEOPLE, "org", "source")
"""Fields whose values are names, which articles write in different ways."""

Name = tuple[str, str]
"""A field and a value of it."""


class _Story(NamedTuple):
    names: tuple[Name, ...]
    date: str


def network(
    snapshot: Snapshot, request: Request, by: Sequence[str], most: int = 0, least: int = 1
) -> Network:
    """Who is named with whom: the values of the fields ``by``, and those in the same articles.

    The ``most`` frequent names (0 for all), and pairs with ``least`` articles or more. Near-copies
    count as one article, the earliest. Raises :class:`QueryError` and :class:`UsageError`.
    """
    for field in by:
        if field not in FACETS:
            hint = did_you_mean(field, FACETS)
            raise UsageError(f"--by {field}: no such names", f"{hint}(one of {', '.join(FACETS)})")
    found, long_forms = [], dict[str, str]()
    for story in stories(snapshot, whole(request)):
        article = min((snapshot.article(match) for match in story), key=order_of_time)
        found.append(_Story(tuple(dict.fromkeys(_names(article, by))), article.date))
        long_forms |= dict(article.acronyms)
    one_for = _one_for(found, by, long_forms)
    of_stories = [
        _Story(tuple(dict.fromkeys(one_for[name] for name in story.names)), story.date)
        for story in found
    ]
    counts = Counter(name for story in of_stories for name in story.names)
    # Where two are as frequent, the first in the alphabet.
    ordered = sorted(counts, key=lambda name: (-counts[name], name))
    kept = ordered[: most or None]
    nodes = _nodes(of_stories, kept, one_for)
    edges = _edges(of_stories, {*kept}, least)
    return Network(request.query, len(found), len(counts), tuple(nodes), tuple(edges))


def _names(article: Article, by: Iterable[str]) -> Iterable[Name]:
    for field in by:
        value = getattr(article, _ATTRIBUTE[field])
        for one in (value,) if isinstance(value, str) else value:
            if one:
                yield field, one


def _one_for(
    found: Iterable[_Story], by: Iterable[str], long_forms: dict[str, str]
) -> dict[Name, Name]:
    """For each name the one that stands for all names of the same."""
    counts: dict[str, Counter[str]] = {field: Counter() for field in by}
    for story in found:
        for field, value in story.names:
            counts[field][value] += 1
    one_for: dict[Name, Name] = {}
    for field, values in counts.items():
        leads = {value: value for value in values}
        if field in _JOINED:
            leads = joined(values, person=field in _PEOPLE, long_forms=long_forms)
        one_for |= {(field, value): (field, lead) for value, lead in leads.items()}
    return one_for


def _nodes(found: Iterable[_Story], kept: Sequence[Name], one_for: dict[Name, Name]) -> list[Node]:
    dates: dict[Name, list[str]] = {name: [] for name in kept}
    counts = Counter[Name]()
    for story in found:
        for name in story.names:
            if name in dates:
                counts[name] += 1
                dates[name].append(story.date)
    others: dict[Name, list[str]] = {name: [] for name in kept}
    for (_, value), lead in one_for.items():
        if lead in others and value != lead[1]:
            others[lead].append(value)
    return [
        Node(
            _id(name), name[1], name[0], counts[name], *_span(dates[name]),
            other_names=tuple(sorted(others[name])),
        )
        for name in kept
    ]  # fmt: skip


def _edges(found: Iterable[_Story], kept: set[Name], least: int) -> list[Edge]:
    dates: dict[tuple[str, str], list[str]] = {}
    for story in found:
        ids = sorted(_id(name) for name in story.names if name in kept)
        for pair in combinations(ids, 2):
            dates.setdefault(pair, []).append(story.date)
    edges = [
        Edge(source, target, len(some), *_span(some))
        for (source, target), some in dates.items()
        if len(some) >= least
    ]
    return sorted(edges, key=lambda edge: (-edge.articles, edge.source, edge.target))


def _id(name: Name) -> str:
    return f"{name[0]}:{name[1]}"


def _span(dates: Iterable[str]) -> tuple[str, str]:
    """The first and the last of some dates, as days; empty where there is none."""
    known = sorted(date[:10] for date in dates if date)
    return (known[0], known[-1]) if known else ("", "")
