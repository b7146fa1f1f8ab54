"""TEI: texts as scholars encode them, here those of newspapers.

The facts are those of what was encoded (``sourceDesc``), not those of its digital edition
(``publicationStmt``, ``titleStmt``); the header is no text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.documents.running_text import lines_joined
from newsgrep.ingest.formats.encoding import read_document
from newsgrep.ingest.formats.xml import (
    all_parsed,
    every,
    first,
    local,
    must_end,
    opens_with,
    text_at,
    text_of,
)
from newsgrep.ingest.raw_document import Claim, Form, RawDocument, Unreadable
from newsgrep.text.lazy_regex import regex
from newsgrep.text.normal_dates import normal_date

NAMES = (".tei",)
OPENS = b"<"

MAX_FILE = 64_000_000
_ROOT = regex(rb"<(?:\w+:)?(?:TEI(?:\.2)?|teiCorpus(?:\.2)?)[\s>]")
_BLOCKS = frozenset(
    """p ab head lg item cell row note quote q list table argument byline dateline opener closer
    salute signed trailer epigraph titlePart docTitle div div1 div2 div3 div4 div5 u sp stage
    figure""".split()
)
_LEFT_OUT = frozenset(("fw", "figDesc", "teiHeader", "standOff"))
"""Running heads, descriptions of pictures, and what is said of the text."""
_WORSE = frozenset(("orig", "sic", "abbr"))
"""What ``choice`` has in a better reading, too."""
_APART = frozenset(("l", "lb", "pb", "cb", "gb", "label", "c"))
_ARTICLES = frozenset(("article", "item", "newsitem", "story"))
"""What the divisions of an issue are called, by type or subtype."""
_PARTS_OF_NAMES = frozenset("forename surname addName genName nameLink roleName".split())
_FEWEST_OUTSIDE = 300
"""Characters outside of a file's articles from which on they are one as well."""


def matches(head: bytes, name: str) -> bool:
    return opens_with(head, _ROOT)


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    data = read_document(stream, MAX_FILE, "a document in TEI")
    root = all_parsed(data)
    texts = every(root, "TEI", "TEI.2") or [root]
    documents = [document for text in texts for document in _articles(text)]
    if not documents:
        raise UnreadableFile("TEI without text")
    for number, (claims, content) in enumerate(documents, start=1):
        record = number if len(documents) > 1 else 0
        part = f"text {number}" if record else ""
        yield RawDocument(Form.PROSE, content, tuple(claims), record, part)
    must_end(data, root)


def _articles(tei: Any) -> Iterator[tuple[list[Claim], str]]:
    """The articles of one text: its divisions of that type where it has several, else all."""
    header = next((child for child in tei if local(child) == "teiHeader"), None)
    text = next((child for child in tei if local(child) == "text"), None)
    if text is None:
        return
    claims = list(_claims(header)) if header is not None else []
    language = _language(text) or _language(tei)
    if language:
        claims.append(Claim("language", language, "TEI lang", 0.8))
    body = first(text, "body") if first(text, "body") is not None else text
    divisions = [
        element
        for element in body.iter()
        if local(element).startswith("div") and _kinds(element) & _ARTICLES
    ]
    found = set(divisions)
    articles = [d for d in divisions if found.isdisjoint(d.iterancestors())]
    if 2 * len(articles) < len(divisions):
        # Most stand within others, which are parts of the issue.
        articles = [d for d in divisions if found.isdisjoint(d.iterdescendants())]
    if len(articles) > 1:
        alone = [claim for claim in claims if claim.field not in ("title", "authors")]
        for division in articles:
            yield [*_headed(division), *alone], "\n\n".join(_blocks(division, set()))
        rest = "\n\n".join(_blocks(text, set(articles)))
        if len(rest) >= _FEWEST_OUTSIDE:
            yield claims, rest
        return
    content = "\n\n".join(_blocks(text, set()))
    if content:
        yield [*claims, *_headed(body)], content


def _kinds(division: Any) -> set[str]:
    return {(division.get(name) or "").lower() for name in ("type", "subtype")}


def _headed(division: Any) -> Iterator[Claim]:
    """The headline and the byline of a division, and the section that it stands in."""
    head = next((e for e in division.iter() if local(e) == "head"), None)
    if head is not None and text_of(head):
        yield Claim("title", text_of(head), "TEI head", 0.8)
    byline = first(division, "byline", "docAuthor")
    if byline is not None:
        for name in every(byline, "persName") or [byline]:
            if text_of(name):
                yield Claim("authors", _person(name), "TEI byline", 0.8)
    above = division.getparent()
    if above is not None and "section" in _kinds(above):
        head = next((e for e in above if local(e) == "head"), None)
        if text_of(head):
            yield Claim("section", text_of(head), "TEI head of the section", 0.8)


def _claims(header: Any) -> Iterator[Claim]:
    source = first(header, "sourceDesc")
    printed = _described(source) if source is not None else None
    told: set[str] = set()
    if printed is not None:
        for claim in _of_source(printed):
            told.add(claim.field)
            yield claim
    statement = first(header, "titleStmt")
    if statement is not None:
        yield from _of_statement(statement, told)
    if "date" not in told:
        for name, sure in (("creation", 0.8), ("publicationStmt", 0.5)):
            part = first(header, name)
            date = _date(part) if part is not None and (name == "creation" or not told) else ""
            if date:
                yield Claim("date", date, f"TEI {name}", sure)
                break
    edition = first(header, "publicationStmt")
    if printed is None and edition is not None and text_at(edition, "publisher"):
        yield Claim("source", text_at(edition, "publisher"), "TEI publisher", 0.4)


def _described(source: Any) -> Any:
    """What describes the printed text: the first entry that is not one of others' lists."""
    return next((e for e in source.iter() if local(e) in ("biblStruct", "biblFull", "bibl")), None)


def _own(printed: Any, *names: str) -> Iterator[Any]:
    """Elements of a description that are not those of another text that it relates to."""
    for element in printed.iter():
        if local(element) in names and not any(
            local(above) in ("relatedItem", "listBibl") for above in _up_to(element, printed)
        ):
            yield element


def _up_to(element: Any, top: Any) -> Iterator[Any]:
    for above in element.iterancestors():
        if above is top:
            return
        yield above


def _of_source(printed: Any) -> Iterator[Claim]:
    titles = [(t, _level(t, printed)) for t in _own(printed, "title") if text_of(t)]
    articles = [t for t, level in titles if level == "a" and t.get("type") != "sub"]
    papers = [t for t, level in titles if level in ("j", "m", "s")]
    papers += [t for t, level in titles if not level]
    if articles:
        yield Claim("title", text_of(articles[0]), "TEI title of the source", 0.95)
    if papers:
        yield Claim("source", _of_paper(text_of(papers[0])), "TEI source", 0.9)
    else:
        publishers = [text_of(p) for p in _own(printed, "publisher") if text_of(p)]
        if publishers:
            yield Claim("source", publishers[0], "TEI publisher of the source", 0.7)
    for author in _own(printed, "author"):
        if text_of(author):
            yield Claim("authors", _person(author), "TEI author of the source", 0.9)
    dates = [d for d in map(_day, _own(printed, "date")) if d]
    if dates:
        yield Claim("date", dates[0], "TEI date of the source", 0.95)


def _level(title: Any, printed: Any) -> str:
    level = title.get("level") or ""
    if level:
        return level
    above = [local(e) for e in _up_to(title, printed)]
    return "a" if "analytic" in above else "j" if "monogr" in above else ""


def _of_paper(title: str) -> str:
    """A paper's name without what catalogues say of it: ``Le Matin : journal quotidien``."""
    return re.split(r"\s[:/]\s|\s\[", title, maxsplit=1)[0].strip(" .,;")


def _of_statement(statement: Any, told: set[str]) -> Iterator[Claim]:
    title = next((t for t in every(statement, "title") if t.get("type") != "sub"), None)
    # Some projects number their texts.
    named = title is not None and any(map(str.isalpha, text_of(title)))
    if named and "title" not in told:
        # Of an edition of one text its headline, else the name of a project.
        yield Claim("title", text_of(title), "TEI title", 0.6)
    if "authors" not in told:
        for author in every(statement, "author"):
            if text_of(author):
                yield Claim("authors", _person(author), "TEI author", 0.8)


def _person(author: Any) -> str:
    """A name; its parts are kept apart, the given one first."""
    given, family = every(author, "forename"), every(author, "surname")
    if len(given) == len(family) == 1:
        return f"{text_of(given[0])} {text_of(family[0])}"
    from lxml.etree import iterwalk

    pieces: list[str] = []
    for event, element in iterwalk(author, events=("start", "end")):
        if event == "start":
            pieces += [" " if local(element) in _PARTS_OF_NAMES else "", element.text or ""]
        elif element is not author:
            pieces.append(element.tail or "")
    return " ".join("".join(pieces).split()) if given or family else text_of(author)


def _date(part: Any) -> str:
    return next((day for day in map(_day, every(part, "date")) if day), "")


def _day(date: Any) -> str:
    told = [date.get(name) for name in ("when", "value", "notBefore", "from")]
    for value in (*told, text_of(date)):
        if value and normal_date(value) is not None:
            return str(value)
    return ""


def _language(element: Any) -> str:
    return element.get("{http://www.w3.org/XML/1998/namespace}lang") or element.get("lang") or ""


def _blocks(top: Any, without: set[Any]) -> list[str]:
    """The paragraphs of a text; words that stand in elements of their own are kept apart."""
    pieces: list[str] = []
    _collect(top, without, pieces)
    blocks = "".join(pieces).split("\n\n")
    return [block for block in (lines_joined(b.split("\n")) for b in blocks) if block]


def _collect(top: Any, without: set[Any], pieces: list[str]) -> None:
    from lxml.etree import iterwalk

    skipped = None
    for event, element in iterwalk(top, events=("start", "end")):
        name = local(element)
        if skipped is None and event == "start":
            if element in without or _is_left_out(element, name):
                skipped = element
                continue
            if name in _BLOCKS:
                pieces.append("\n\n")
            elif name in _APART:
                # In a line that goes on: a word that its end parts is put together.
                pieces.append("" if element.get("break") == "no" else "\n")
            pieces.append(_flat(element.text))
        elif event == "end" and skipped in (None, element):
            if skipped is None and name in _BLOCKS:
                pieces.append("\n\n")
            elif skipped is None and name == "w" and not element.tail:
                pieces.append(" ")
            skipped = None
            if element is not top:
                pieces.append(_flat(element.tail))


def _is_left_out(element: Any, name: str) -> bool:
    if name in _WORSE:
        above = element.getparent()
        return above is not None and local(above) == "choice"
    if name in ("ref", "ptr"):
        return re.fullmatch(r"[\[(]?(?:\d{1,3}|[*†‡])[\])]?", text_of(element)) is not None
    return name in _LEFT_OUT


def _flat(text: str | None) -> str:
    """A piece of text whose own ends of lines say nothing."""
    return re.sub(r"\s+", " ", text or "")
