"""XML of no format known here: its records, or its text, never its tags."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any, BinaryIO

from newsgrep.errors import NotArticles, UnreadableFile
from newsgrep.ingest.formats.data.column_names import PLURAL, field_of, rank_of
from newsgrep.ingest.formats.data.xml_records import (
    document_of,
    long_records,
    records_in,
    with_records_swallowed,
)
from newsgrep.ingest.formats.documents.annotated_xml import annotated_text, facts_of_attributes
from newsgrep.ingest.formats.documents.markup import text_of_fragment
from newsgrep.ingest.formats.documents.words_in_xml import words_in
from newsgrep.ingest.formats.encoding import decode, read_up_to
from newsgrep.ingest.formats.exports.text_exports import articles_of
from newsgrep.ingest.formats.xml import (
    BREAKS_OFF,
    breaks_off,
    local,
    parsed,
    text_of,
    with_all_roots,
)
from newsgrep.ingest.formats.xml_paragraphs import holds_text, is_row, paragraphs
from newsgrep.ingest.raw_document import MAX_DOCUMENT, Claim, Form, RawDocument, Unreadable
from newsgrep.text.lazy_regex import regex
from newsgrep.text.normal_dates import normal_date
from newsgrep.text.words import has_words

NAMES = (".xml",)

_DECLARED = regex(rb"\s*<\?xml\b")
_COMMENTS = regex(
    rb"\A\s*(?:(?:<!--(?:[^-]|-(?!->))*-->"
    rb"|<!DOCTYPE\s+(?!(?i:html)\b)[\w:.-]+[^>\[]*(?:\[[^\]]*\]\s*)?>)\s*)+"
)
_ELEMENT = regex(rb"\s*<([A-Za-z_][\w:.-]*)(?:\s[^<>]*)?>")
_MARKUP = regex(r"</?(?:p|br|div|b|i|em|strong|a)\b[^>]*>", re.I)
_ONCE = frozenset(("title", "deck", "date", "source", "language", "section", "place", "modified"))
_HEADINGS = frozenset(("title", "deck", "section"))
_FACTS = _ONCE - _HEADINGS
"""What is no text where it is short; of headings a second one may be within the text."""
_LONGEST_VALUE = 400


def matches(head: bytes, name: str) -> bool:
    bare = _COMMENTS.sub(b"", head.removeprefix(b"\xef\xbb\xbf"))
    if _DECLARED.match(bare) is not None or _ARTICLE.match(bare) is not None:
        return True
    return name.endswith(NAMES) and _ELEMENT.match(bare) is not None


_ARTICLE = regex(
    rb"\s*(?:<(?:\w{1,20}s|corpus|root|data|set|dataset|collection|archive|news|xml)\b[^<>]*>\s*)?"
    rb"<(?:doc|document|article|item|record|news|story|noticia|artikel|articolo)\b[^<>]*>\s*"
    rb"(?:<\w{1,20}>[^<>]{0,40}</\w{1,20}>\s*)?"
    rb"<(?:title|headline|author|byline|date|pubdate|url|source|text|body|content|id|deck|lead"
    rb"|titulo|titel|titre|titolo|fecha|datum|data|autor)\b[^<>]*>",
    re.IGNORECASE,
)
"""What an article in elements opens with, whatever its file is called."""


_OF_OTHERS = {
    "urlset": "a list of a site's pages (sitemap), without their texts",
    "sitemapindex": "a list of lists of a site's pages (sitemap), without their texts",
    "browserconfig": "settings of a site for browsers",
    "mets": "METS, which says what files make up a digitized issue; their text is in them",
}
"""Documents that hold no article by their first element, and what they are."""
_OF_MAKERS = frozenset(("docinfo", "creation"))
"""Elements that say what program made a document, and when."""


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    data = read_up_to(stream, MAX_DOCUMENT + 1)
    if len(data) > MAX_DOCUMENT:
        yield from _long(data, stream)
        return
    parsed_root = parsed(data)
    if local(parsed_root).lower() in _OF_PAGES and not _DECLARED.match(data):
        # A piece of a page, of which the first element is not all.
        yield RawDocument(Form.PAGE, decode(data))
        return
    root = with_all_roots(data, parsed_root)
    if local(root).lower() in _OF_OTHERS:
        raise NotArticles(_OF_OTHERS[local(root).lower()])
    annotated = annotated_text(root)
    if annotated is not None:
        yield RawDocument(Form.PROSE, "\n\n".join(annotated), facts_of_attributes(root))
        return
    records = with_records_swallowed(records_in(root), root, data)
    if records:
        number = 0
        for number, record in enumerate(records, start=1):
            yield document_of(record, number)
        if breaks_off(data, root):
            yield Unreadable(number + 1, BREAKS_OFF)
        return
    words = words_in(root)
    claims, claiming = _claims(root, of_words=words is not None)
    lines = _lines(root, claiming) if words is None else words
    if not lines and not claims:
        raise UnreadableFile("XML without text")
    text = "\n\n".join(lines)
    # Converters write a clippings service's RTF as XML, too.
    yield from articles_of(text) or [RawDocument(Form.PROSE, text, claims)]
    if breaks_off(data, root):
        yield Unreadable(0, BREAKS_OFF)


_DECLARED = regex(rb"(?:\xef\xbb\xbf)?\s*<\?xml")
_OF_PAGES = frozenset(
    "p div span h1 h2 h3 h4 ul ol table blockquote pre img a br hr figure".split()
)
"""Elements that a piece of a page begins with, and no document."""


def _long(data: bytes, stream: BinaryIO) -> Iterator[RawDocument | Unreadable]:
    records = long_records(data, stream)
    if records is None:
        raise UnreadableFile(f"one article of more than {MAX_DOCUMENT // 1_000_000} MB")
    return records


def _claims(root: Any, *, of_words: bool) -> tuple[tuple[Claim, ...], set[Any]]:
    """What elements with telling names say of the article, for each field the likeliest; and
    which elements did."""
    claims: dict[str, tuple[int, Claim]] = {}
    claiming: set[Any] = set()
    for element in root.iter():
        name = local(element)
        field = field_of(name)
        value = _short_value(element, field) if rank_of(name) < PLURAL else ""
        if not value or field not in (*_ONCE, "authors"):
            continue
        above = element.getparent()
        if of_words and above is not None and local(above).lower() in _OF_MAKERS:
            continue
        rank = rank_of(name)
        if _may_stand(field, value, claims, rank):
            sure = 0.7 if field == "date" else 0.6  # more than a day in the file's name
            claims[field] = rank, Claim(field, value, f"XML {name}", sure)
            claiming.add(element)
    return tuple(claim for _, claim in claims.values()), claiming


def _short_value(element: Any, field: str) -> str:
    """The value of an element that is named like a field; empty where it is long."""
    value = text_of(element) if field else ""
    return value if len(value) <= _LONGEST_VALUE else ""


def _lines(root: Any, claiming: set[Any]) -> list[str]:
    """The text of a document that is no claim of a field; of a row what is more than a value."""
    lines: list[str] = []
    values: list[str] = []
    of_text = _elements_of_text(root) if _is_record(root) else None
    claimed = set(map(text_of, claiming))
    holders = [e for e in root.iter() if isinstance(e.tag, str) and (holds_text(e) or is_row(e))]
    holding = set(holders)
    for element in holders:
        if element in claiming or not holding.isdisjoint(element.iterancestors()):
            continue
        line = text_of(element)
        field = field_of(local(element))
        if not has_words(line) or (field in _FACTS and len(line) <= _LONGEST_VALUE):
            continue
        if field in _HEADINGS and line in claimed:
            continue
        is_text = of_text is None or field == "text" or element in of_text
        told = [text_of_fragment(line)] if _MARKUP.search(line) else paragraphs(element)
        (lines if is_text else values).extend(told)
    return lines or values


def _may_stand(field: str, value: str, claims: Mapping[str, tuple[int, Claim]], rank: int) -> bool:
    """Whether a value may be that of a field: the first of the likeliest name, and no flag."""
    is_moment = field in ("date", "modified")
    if normal_date(value) is None if is_moment else _NOTHING.fullmatch(value) is not None:
        return False
    return field not in claims or rank < claims[field][0]


def _is_record(root: Any) -> bool:
    """Whether a document is a row of a database: many elements hold a number or a flag each."""
    named = {
        local(element)
        for element in root.iter()
        if len(element) == 0 and _VALUE.fullmatch((element.text or "").strip()) is not None
    }
    return len(named) >= _FEWEST_VALUES


def _elements_of_text(root: Any) -> set[Any]:
    """Those of a row's elements that hold text and no value: the long ones, their namesakes, and
    what stands between them."""
    long = [e for e in root.iter() if holds_text(e) and text_of(e).count(" ") >= _FEWEST_WORDS]
    names = {local(element) for element in long}
    holders = Counter((element.getparent(), local(element)) for element in long)
    several = {holder for (holder, _), times in holders.items() if times > 1}
    return {e for e in root.iter() if local(e) in names or e.getparent() in several}


_VALUE = regex(r"true|false|[A-Z]|-?[\d.]+", re.I)
_NOTHING = regex(rf"{_VALUE.pattern}|(?:image|text|application|audio|video)/[\w.+-]+", re.I)
"""A flag, a number, or what kind a file is: no headline and no publication."""
_FEWEST_VALUES = 6
_FEWEST_WORDS = 11
