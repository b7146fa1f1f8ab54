"""What a question highlights: the patterns of its terms, and how close they have to stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.expanded_terms import ExpandedTerm
from newsgrep.engines.columnar.search.query_terms import TermName, term_nodes
from newsgrep.query.ast import Alike, All, Any, AtLeast, In, Near, Node, Not, Weighted
from newsgrep.results import Highlighting, Pattern, Proximity


def highlighting_of(
    query: Node, terms: Mapping[TermName, ExpandedTerm], others: Iterable[ExpandedTerm] = ()
) -> Highlighting:
    """What ``query`` highlights; ``terms`` are its terms, ``others`` count beside them."""
    patterns: list[Pattern] = []
    numbers: dict[TermName, frozenset[int]] = {}
    for name, term in terms.items():
        first = len(patterns)
        patterns += term.patterns()
        numbers[name] = frozenset(range(first, len(patterns)))
    first = len(patterns)
    patterns += [pattern for term in others for pattern in term.patterns()]
    free: set[int] = set(range(first, len(patterns)))
    proximities = tuple(_proximities(query, term_keys.TEXT, numbers, free))
    return Highlighting(tuple(patterns), proximities, frozenset(free))


def _proximities(
    node: Node, scope: str, numbers: Mapping[TermName, frozenset[int]], free: set[int]
) -> Iterable[Proximity]:
    """The proximities of a tree; numbers of patterns outside of them are added to ``free``."""
    match node:
        case Near():
            yield _proximity(node, scope, numbers)
        case All(parts) | Any(parts) | Alike(parts):
            for part in parts:
                yield from _proximities(part, scope, numbers, free)
        case Weighted(part) | AtLeast(_, part):
            yield from _proximities(part, scope, numbers, free)
        case In(name, part):
            yield from _proximities(part, name, numbers, free)
        case Not():
            return
        case _:
            free |= _numbers(node, scope, numbers)


def _proximity(node: Near, scope: str, numbers: Mapping[TermName, frozenset[int]]) -> Proximity:
    def side(part: Node) -> frozenset[int] | Proximity:
        if isinstance(part, Near):
            return _proximity(part, scope, numbers)
        return _numbers(part, scope, numbers)

    return Proximity(side(node.left), side(node.right), node.unit, node.distance, node.ordered)


def _numbers(node: Node, scope: str, numbers: Mapping[TermName, frozenset[int]]) -> frozenset[int]:
    found = (numbers.get((field, term), frozenset()) for field, term, _ in term_nodes(node, scope))
    return frozenset[int]().union(*found)
