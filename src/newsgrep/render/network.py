"""Networks: for people, as CSV and JSON, and as files for Gephi, networkx and their like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict
from xml.sax.saxutils import escape, quoteattr

from newsgrep.newsroom.results import Edge, Network, Node
from newsgrep.render.as_json import dump
from newsgrep.render.as_table import csv_rows
from newsgrep.render.cells import cells, padded, shortened
from newsgrep.render.lines import Line, Piece
from newsgrep.render.prose import counted, date_for_people
from newsgrep.text.printable import printable_path

COLUMNS = (
    "source", "target", "type", "weight", "source_kind", "target_kind", "first", "last",
)  # fmt: skip
"""The columns of the pairs, named as Gephi and networkx read them."""
LONGEST_NAME = 36
DATES = 29
"""Columns of the dates of a pair."""
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ATTRIBUTES = (
    ("kind", "string"), ("articles", "integer"), ("first", "string"), ("last", "string"),
    ("other_names", "string"),
)  # fmt: skip
"""What a node has beside its label, and of what type it is in GEXF."""
_OF_EDGES = (("articles", "integer"), ("first", "string"), ("last", "string"))
SEPARATOR = "; "
"""Between the other names of a node."""


def network_lines(network: Network, most: int, width: int) -> Iterator[Line]:
    """The first ``most`` pairs (0 for all), each with its articles and their dates."""
    label = {node.id: printable_path(node.label) for node in network.nodes}
    shown = network.edges[: most or None]
    if not shown:
        return
    number = max(len(f"{edge.articles:,}") for edge in shown)
    room = (width - number - 4 - (DATES if width >= 100 else 0)) // 2
    names = [(label[edge.source], label[edge.target]) for edge in shown]
    first = min(max(cells(one) for one, _ in names), LONGEST_NAME, max(room, 8))
    second = min(max(cells(other) for _, other in names), LONGEST_NAME, max(room, 8))
    for edge, (one, other) in zip(shown, names, strict=True):
        pieces = [
            Piece(f"{edge.articles:>{number},}  ", "id"),
            Piece(f"{padded(shortened(one, first), first)}  ", "title"),
            Piece(padded(shortened(other, second), second), "title"),
        ]
        if width >= 100:
            pieces.append(Piece(f"  {_days(edge)}", "about"))
        yield Line(tuple(pieces), whole=True)


def _days(edge: Edge) -> str:
    first, last = date_for_people(edge.first), date_for_people(edge.last)
    return first if first == last else f"{first} – {last}"


def network_summary(network: Network) -> Iterator[str]:
    """How many articles, names and pairs there are."""
    shown = len(network.nodes)
    of = f", the first {shown:,} of them in pairs" if shown < network.names else ""
    pairs = counted(len(network.edges), "pair")
    yield f"{counted(network.total, 'article')}; {counted(network.names, 'name')}{of}; {pairs}"


def network_json(network: Network, most: int) -> Iterator[str]:
    """All nodes, and the first ``most`` edges (0 for all)."""
    values = asdict(network)
    values["edges"] = values["edges"][: most or None]
    yield dump(values, indent=2)


def network_csv(network: Network, most: int) -> Iterator[str]:
    """A header, and a row for each of the first ``most`` edges (0 for all)."""
    return csv_rows(_rows(network, most))


def _rows(network: Network, most: int) -> Iterator[Sequence[str]]:
    yield COLUMNS
    node = {one.id: one for one in network.nodes}
    for edge in network.edges[: most or None]:
        one, other = node[edge.source], node[edge.target]
        yield [
            one.label, other.label, "Undirected", str(edge.articles), one.kind, other.kind,
            edge.first, edge.last,
        ]  # fmt: skip


def network_gexf(network: Network, most: int) -> Iterator[str]:
    """GEXF 1.2 (gexf.net): nodes and edges with their counts and dates."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">\n'
    yield '<graph mode="static" defaultedgetype="undirected">\n'
    for kind, attributes in (("node", _ATTRIBUTES), ("edge", _OF_EDGES)):
        yield f'<attributes class="{kind}">\n'
        for name, type_ in attributes:
            yield f'<attribute id="{name}" title="{name}" type="{type_}"/>\n'
        yield "</attributes>\n"
    yield "<nodes>\n"
    for node in network.nodes:
        yield f"<node id={_quoted(node.id)} label={_quoted(node.label)}>"
        yield f"{_gexf_values(_node_values(node))}</node>\n"
    yield "</nodes>\n<edges>\n"
    for number, edge in enumerate(network.edges[: most or None]):
        yield f'<edge id="{number}" source={_quoted(edge.source)} target={_quoted(edge.target)}'
        yield f' weight="{edge.articles}">{_gexf_values(_edge_values(edge))}</edge>\n'
    yield "</edges>\n</graph>\n</gexf>\n"


def _gexf_values(values: dict[str, str]) -> str:
    given = "".join(
        f"<attvalue for={_quoted(name)} value={_quoted(value)}/>" for name, value in values.items()
    )
    return f"<attvalues>{given}</attvalues>"


def network_graphml(network: Network, most: int) -> Iterator[str]:
    """GraphML (graphml.graphdrawing.org): nodes and edges with their counts and dates."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n'
    yield '<key id="label" for="node" attr.name="label" attr.type="string"/>\n'
    yield '<key id="weight" for="edge" attr.name="weight" attr.type="double"/>\n'
    for kind, attributes in (("node", _ATTRIBUTES), ("edge", _OF_EDGES)):
        for name, type_ in attributes:
            of = "int" if type_ == "integer" else type_
            key = f'<key id="{kind}_{name}" for="{kind}" attr.name="{name}" attr.type="{of}"/>\n'
            yield key
    yield '<graph edgedefault="undirected">\n'
    for node in network.nodes:
        values = {f"node_{name}": value for name, value in _node_values(node).items()}
        yield f"<node id={_quoted(node.id)}>"
        yield f"{_graphml_values({'label': node.label, **values})}</node>\n"
    for edge in network.edges[: most or None]:
        values = {f"edge_{name}": value for name, value in _edge_values(edge).items()}
        yield f"<edge source={_quoted(edge.source)} target={_quoted(edge.target)}>"
        yield f"{_graphml_values({'weight': str(edge.articles), **values})}</edge>\n"
    yield "</graph>\n</graphml>\n"


def _graphml_values(values: dict[str, str]) -> str:
    return "".join(
        f"<data key={_quoted(name)}>{escape(_in_xml(value))}</data>"
        for name, value in values.items()
    )


def _node_values(node: Node) -> dict[str, str]:
    return {
        "kind": node.kind, "articles": str(node.articles), "first": node.first, "last": node.last,
        "other_names": SEPARATOR.join(node.other_names),
    }  # fmt: skip


def _edge_values(edge: Edge) -> dict[str, str]:
    return {"articles": str(edge.articles), "first": edge.first, "last": edge.last}


def _quoted(text: str) -> str:
    return quoteattr(_in_xml(text))


def _in_xml(text: str) -> str:
    """``text`` without what XML has no place for."""
    return _NOT_IN_XML.sub("\ufffd", text)
