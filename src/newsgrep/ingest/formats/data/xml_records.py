"""XML with a record an article: Scrapy's items, Solr's documents, tables of databases.

``<items><item><title>…</title><text>…</text></item>…</items>``,
``<row><field name="title">…</field>…</row>``, ``<doc title="…" date="…">…</doc>``. A record is
read as one of JSON with the same names is.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.data.column_names import field_of
from newsgrep.ingest.formats.data.odd_values import is_of_facts, is_sentence_named
from newsgrep.ingest.formats.data.prose_beside import prose_within
from newsgrep.ingest.formats.data.record_document import are_alike, document_from, fields_in
from newsgrep.ingest.formats.encoding import decode
from newsgrep.ingest.formats.other_texts import with_other_texts
from newsgrep.ingest.formats.rejoined import rejoined
from newsgrep.ingest.formats.xml import PARTING, elements, is_well_formed, local, parsed, text_of
from newsgrep.ingest.formats.xml_paragraphs import INLINE, paragraphs
from newsgrep.ingest.raw_document import RawDocument, Unreadable
from newsgrep.text.normal_dates import normal_date

_NAMED = frozenset("field column str arr date value data property int long bool entry attr".split())
"""Elements whose attribute ``name`` says what they hold, in dumps of databases."""
_INLINE = frozenset("b i em strong a span u sup sub A B I".split())
_MARKUP = _INLINE | frozenset("p para paragraph br div h1 h2 h3 h4 ul ol li blockquote P".split())
_BLOCKS = (
    PARTING
    | INLINE
    | frozenset(
        """p paragraph para img figure tbody thead tfoot col colgroup list box sidebar sect1 sect2
        sect3 itemizedlist orderedlist head subhead subheading crosshead line l lg lb
        """.split()
    )
)
"""What elements within a text are called, in small letters; they are none of its values."""
_TELLING = frozenset(("title", "text", "deck", "date", "url", "authors", "source"))
_OF_ONE = frozenset(("date", "url"))
_PARTS = frozenset(
    """sentence sent s line l turn u utterance seg segment p para paragraph token w word cell verse
    page comment option choice""".split()
)
"""What elements are called that are parts of an article."""
_ITEMS = frozenset("item doc document article record row entry news newsitem story post".split())
"""What elements are called that are articles though they have nothing but a text."""
_SAMPLED, _DEEPEST = 20, 4
_OPENING = 1 << 20
"""Bytes at the beginning of a long document in which its first records are looked for."""


def records_in(root: Any) -> list[Any]:
    """The elements that are a document's records; empty where it has none, or one.

    They are the most elements of one name at one depth that are articles: those of all days or
    sections, where they are kept by day or section. Beside them are those of other names that
    have most of their elements in common with them: stories and briefs.
    """
    groups: dict[tuple[int, str], list[Any]] = {}
    for parent, depth in _parents(root):
        for child in parent:
            if (name := local(child)) and name.lower() not in _PARTS:
                groups.setdefault((depth, name), []).append(child)
    of = (0, "")
    best: list[Any] = []
    for key, records in groups.items():
        if len(records) > max(1, len(best)) and _are_articles(records):
            of, best = key, records
    keys = _keys(best)
    others = {
        name
        for (depth, name), records in groups.items()
        if best and depth == of[0] and name != of[1] and _is_alike(keys, records)
    }
    if not others:
        return [] if _are_beside(root, best) else best
    return [
        child
        for parent, depth in _parents(root)
        if depth == of[0]
        for child in parent
        if local(child) == of[1] or local(child) in others
    ]


def _are_beside(root: Any, records: list[Any]) -> bool:
    """Whether a document's text is elsewhere: it says more in sentences than its records in all.

    Then they are links, pictures or the like.
    """
    if not records or len(records) > _SAMPLED:
        return False
    within = sum(len(text_of(record)) for record in records)
    inside = {text for record in records for text in record.itertext()}
    beside = sum(
        len(text) for text in root.itertext() if len(text) >= _PROSE and text not in inside
    )
    return beside > 2 * within


_PROSE = 80
"""Characters of a text that has sentences."""


def with_records_swallowed(records: list[Any], root: Any, data: bytes) -> list[Any]:
    """The records of a document, also those that an element without an end has swallowed.

    ``<i>`` that nobody closed makes all behind it a part of one record to the parser: then each
    is parsed alone. The same records where as many end as there are.
    """
    names = list(dict.fromkeys(map(local, records)))
    if len(names) != 1:
        return records
    ends = sum(data.count(f"{before}{names[0]}>".encode()) for before in "/:")
    if ends <= len(records) or is_well_formed(data):
        return records
    name = re.escape(names[0])
    pattern = rf"<((?:[\w.-]+:)?{name})(?:\s[^<>]*)?>.*?</\1\s*>"
    pieces = [match[0] for match in re.finditer(pattern, decode(data), re.DOTALL)]
    if len(pieces) <= len(records):
        return records
    spaces = " ".join(
        f'xmlns{":" + prefix if prefix else ""}="{space}"' for prefix, space in root.nsmap.items()
    )
    around = (parsed(f"<records {spaces}>{piece}</records>".encode()) for piece in pieces)
    return [one[0] for one in around if len(one)]


def _keys(records: list[Any]) -> set[str]:
    """What the first of some elements say, by name."""
    return {name for record in records[:_SAMPLED] for name in _values(record)}


def _is_alike(keys: set[str], records: list[Any]) -> bool:
    """Whether elements are articles that have most of what they say in common with others."""
    return are_alike(keys, _keys(records)) and _are_articles(records)


def document_of(record: Any, number: int) -> RawDocument | Unreadable:
    """The raw document of a record, the ``number``-th from 1."""
    try:
        values = _values(record)
        return document_from(values, number, "XML", within=prose_within(values))
    except UnreadableFile as error:
        return Unreadable(number, error.message)


def long_records(opening: bytes, stream: BinaryIO) -> Iterator[RawDocument | Unreadable] | None:
    """The records of a document too long to be held, one at a time; None where it has none.

    ``opening`` is its beginning, which was read of ``stream``.
    """
    records = records_in(parsed(opening[:_OPENING]))
    if not records:
        return None
    found = elements(rejoined(opening, stream), *dict.fromkeys(map(local, records)))
    return (document_of(record, number) for number, record in enumerate(found, start=1))


def _parents(element: Any, depth: int = 0) -> Iterator[tuple[Any, int]]:
    """The elements that may hold records, and how deep they are.

    None has a text of its own, or is below such a one.
    """
    if depth > _DEEPEST or _has_text(element):
        return
    yield element, depth
    for child in element:
        if len(child):
            yield from _parents(child, depth + 1)


def _has_text(element: Any) -> bool:
    """Whether an element has one child that is the text of an article."""
    names = Counter(local(child) for child in element)
    return any(
        names[local(child)] == 1
        and field_of(local(child)) == "text"
        and all(local(part).lower() in _BLOCKS for part in child.iterdescendants())
        and bool(text_of(child))
        for child in element
    )


def _are_articles(records: list[Any]) -> bool:
    """Whether elements of one name are articles: most have a headline and more, or a text of a day.

    A text with nothing but its speaker is a part of a transcript.
    """
    several = [record for record in records[:_SAMPLED] if text_of(record) or record.attrib]
    found = [_fields(_values(record)) for record in several]
    named = local(records[0]).lower() in _ITEMS
    told = sum(
        ("title" in fields and len(fields) > 1)
        or ("text" in fields and (named or bool(fields & _OF_ONE)))
        for fields in found
    )
    return 2 * told > len(found)


def _fields(values: dict[str, Any]) -> set[str]:
    """The fields that a record has values for; a time without a day is none."""
    fields = fields_in(values) & _TELLING
    days = [v for name, v in values.items() if field_of(name) == "date" and isinstance(v, str)]
    return fields - {"date"} if days and not any(map(normal_date, days)) else fields


def _values(record: Any) -> dict[str, Any]:
    """What a record says, by name: text, a list of texts, or what is within."""
    found: dict[str, Any] = {
        name: value for name, value in record.attrib.items() if field_of(name) and value.strip()
    }
    boxes: list[str] = []
    for child in record:
        if not local(child):
            continue
        named = child.get("name") if local(child).lower() in _NAMED else None
        name, value = named or local(child), _value(child)
        if not named and not field_of(name) and _holds_paragraphs(child):
            boxes.append(value)
            continue
        if name in found:
            before = found[name] if isinstance(found[name], list) else [found[name]]
            found[name] = [*before, *(value if isinstance(value, list) else [value])]
        else:
            found[name] = value
    if boxes:
        found = _with_boxes(found, boxes)
    if found and set(map(local, record)) <= _MARKUP and (own := _value(record)):
        # All that it says of itself is in its attributes.
        found = {name: value for name, value in found.items() if name not in _MARKUP}
        found.setdefault("text", own)
    return found


def _with_boxes(found: dict[str, Any], boxes: list[str]) -> dict[str, Any]:
    """What a record says, with the boxes beside its text, whatever they are called, below that."""
    texts = [n for n, value in found.items() if field_of(n) == "text" and isinstance(value, str)]
    name = max(texts, key=lambda name: len(found[name]), default="text")
    if name in found and name not in texts:
        return {**found, "boxes": boxes}
    return {**found, name: with_other_texts(found.get(name, ""), boxes)}


def _holds_paragraphs(element: Any) -> bool:
    """Whether an element has paragraphs, and nothing that is no part of a text."""
    names = {local(part).lower() for part in element.iterdescendants()}
    return bool(names & _PARAGRAPHS) and names <= _BLOCKS


_PARAGRAPHS = frozenset(("p", "para", "paragraph"))


def _value(element: Any) -> Any:
    children = [child for child in element if local(child)]
    names = {local(child) for child in children}
    if names <= _INLINE:
        return "".join(element.itertext()).strip()
    if all(name.lower() in _BLOCKS for name in names):
        told = paragraphs(element)
        # "<image><caption>…</caption></image>": what the picture shows is no fact of it.
        shows = is_of_facts(local(element)) and any(is_sentence_named("", one) for one in told)
        return {"caption": told} if shows else "\n\n".join(told)
    if len(names) == 1 and not any(len(child) for child in children):
        return [text_of(child) for child in children]  # "<authors><value>…</value>…"
    values = _values(element)
    if field_of(local(element)) == "text" and "text" not in fields_in(values):
        return "\n\n".join(paragraphs(element))  # marked up in a way of its own
    return values
