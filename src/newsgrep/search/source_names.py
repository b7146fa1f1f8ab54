"""A source asked for by any of its names: ``source:apnews.com`` finds Associated Press."""

from __future__ import annotations

from newsgrep.query.ast import All, Any, AtLeast, In, Node, Not, Phrase, Weighted, Word


def by_any_name(node: Node) -> Node:
    """The tree with each known publication in ``source:`` looked for by its usual name as well."""
    match node:
        case In("source", Phrase(text) | Word(text) as part, span):
            usual = _usual(text)
            return In("source", Any((part, usual)), span) if usual else node
        case In("source", Any(parts) as part, span):
            more = tuple(usual for each in parts if (usual := _of(each)) is not None)
            return In("source", Any((*parts, *more), part.span), span) if more else node
        case All(parts, explicit, span):
            return All(tuple(map(by_any_name, parts)), explicit, span)
        case Any(parts, span):
            return Any(tuple(map(by_any_name, parts)), span)
        case Not(part, span):
            return Not(by_any_name(part), span)
        case Weighted(part, weight, span):
            return Weighted(by_any_name(part), weight, span)
        case AtLeast(count, part, span):
            return AtLeast(count, by_any_name(part), span)
    return node


def _of(node: Node) -> Phrase | None:
    return _usual(node.text) if isinstance(node, Phrase | Word) else None


def _usual(text: str) -> Phrase | None:
    """The usual name of a publication, where it is another than ``text``."""
    # The list of names is loaded only for who asks for a source.
    from newsgrep.ingest.extract.head.publications import publication

    name = publication(text)
    return Phrase(name, exact=True) if name and name.casefold() != text.casefold() else None
