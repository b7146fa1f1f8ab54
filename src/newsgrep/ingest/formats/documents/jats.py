"""JATS, and the NLM's DTDs before it: articles of journals, as publishers and PubMed have them.

The text is the abstracts, the body, what is behind it, what the head says in sentences, and the
references. Translations, letters and replies within an article (``sub-article``, ``response``)
are articles of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.documents.jats_text import line_of, reference_lists, text_blocks
from newsgrep.ingest.formats.encoding import read_document
from newsgrep.ingest.formats.xml import all_parsed, local, must_end, opens_with
from newsgrep.ingest.raw_document import Claim, Form, RawDocument, Unreadable
from newsgrep.text.lazy_regex import regex
from newsgrep.text.months import MONTHS
from newsgrep.text.normal_dates import normal_date

NAMES = (".nxml",)
OPENS = b"<"

MAX_FILE = 64_000_000
_ROOT = regex(rb"<(?:\w+:)?article[\s>]")
_FRONT = regex(
    rb"<(?:\w+:)?(?:front|front-stub|article-meta|journal-meta)[\s>]"
    rb"|<(?:\w+:)?article\s(?:[^<>]*\s)?(?:article-type|dtd-version)\s*="
    rb"|<!DOCTYPE\s+article\s[^<>]*//DTD\b[^<>]*\b(?:JATS|Journal|NLM)\b"
)
_PAGE = regex(rb"<!DOCTYPE\s+html|<html[\s>]", re.IGNORECASE)
_WITHIN = ("sub-article", "response")
_HEADS = ("article-meta", "front-stub")
_SAID_IN_HEAD = (
    "product", "aff", "author-notes", "bio", "funding-group", "copyright-statement", "license",
    "meta-value", "notes", "supplementary-material",
)  # fmt: skip
_LATER = frozenset(("retraction", "corrected", "correction", "update", "updated", "pmc-release"))
"""Days of a journal's that are no day on which an article appeared."""
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_LINK = "{http://www.w3.org/1999/xlink}href"
_FEWEST_BLANKS = 3


def matches(head: bytes, name: str) -> bool:
    return (
        opens_with(head, _ROOT) and _FRONT.search(head) is not None and _PAGE.search(head) is None
    )


def read(stream: BinaryIO, name: str) -> Iterator[RawDocument | Unreadable]:
    data = read_document(stream, MAX_FILE, "an article in JATS")
    root = all_parsed(data)
    articles = [each for each in root.iter() if local(each) in ("article", *_WITHIN)]
    for number, article in enumerate(articles, start=1):
        record = number if len(articles) > 1 else 0
        claims = tuple(_claims(article))
        title = next((claim.value for claim in claims if claim.field == "title"), "")
        text = "\n\n".join(_text(article)) or title
        if not text and not record:
            raise UnreadableFile("JATS without text")
        if not text:
            yield Unreadable(record, "no text in it")
            continue
        part = f"article {number}" if record else ""
        yield RawDocument(Form.PROSE, text, claims, record, part)
    must_end(data, root)


def _own(article: Any, *names: str) -> list[Any]:
    """The elements of some names of an article, and of none within it."""
    found: list[Any] = []
    ahead = list(article)[::-1]
    while ahead:
        element = ahead.pop()
        if local(element) in names:
            found.append(element)
        elif local(element) not in ("article", *_WITHIN):
            ahead += list(element)[::-1]
    return found


def _child(element: Any, *path: str) -> Any:
    """What is found by names, each a child of the one before; None for nothing."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def _head(article: Any) -> Any:
    """What tells the facts of an article; None where nothing does."""
    return next(iter(_own(article, *_HEADS)), None)


def _text(article: Any) -> list[str]:
    """The paragraphs of an article in the order in which they are read."""
    head = _head(article)
    blocks: list[str] = []
    if head is not None:
        for abstract in _own(head, "abstract"):
            blocks += text_blocks(abstract)
        for title in _own(head, "trans-title-group"):
            blocks += text_blocks(title)
        blocks += [line_of(each) for each in _own(head, "trans-title") if _stands_alone(each)]
        for abstract in _own(head, "trans-abstract"):
            blocks += text_blocks(abstract)
    parts = [each for each in article if _is_text(each)]
    parts += _own(head, "body") if head is not None else []
    # References stand last, wherever they were.
    lists = [each for part in parts if local(part) == "back" for each in reference_lists(part)]
    for part in parts:
        blocks += text_blocks(part, frozenset(lists))
    if head is not None:
        for said in _own(head, *_SAID_IN_HEAD):
            blocks += _said(said)
    for references in lists:
        blocks += text_blocks(references)
    return blocks


def _is_text(element: Any) -> bool:
    name = local(element)
    return bool(name) and name not in (*_HEADS, *_WITHIN, "front", "journal-meta", "article")


def _stands_alone(title: Any) -> bool:
    """Whether a translated headline has no group of its own, as in the NLM's DTDs."""
    return local(title.getparent()) != "trans-title-group"


def _said(element: Any) -> list[str]:
    """What a part of the head says; of the values of further facts those that are sentences.

    Where an author works is told as it was printed, and by its parts where that is not told.
    """
    if local(element) == "meta-value" and line_of(element).count(" ") < _FEWEST_BLANKS:
        return []
    for each in element.iter() if local(element) == "aff" else ():
        if each.get("content-type") == "original":
            label = line_of(_child(element, "label"))
            return [" ".join(filter(None, (label, line_of(each))))]
    return text_blocks(element)


def _claims(article: Any) -> Iterator[Claim]:
    head = _head(article)
    above = next((each for each in article.iterancestors() if local(each) == "article"), None)
    whole = above if local(article) in _WITHIN and above is not None else article
    language = article.get(_LANGUAGE) or whole.get(_LANGUAGE) or ""
    if language:
        yield Claim("language", language, "JATS lang", 0.9)
    journal = next(iter(_own(whole, "journal-meta")), None)
    if journal is not None:
        yield from _of_journal(journal)
    if head is None:
        return
    yield from _of_titles(head)
    own = list(_authors(head))
    is_translation = "translation" in (article.get("article-type") or article.get("response-type")
                                       or "")  # fmt: skip
    whole_head = _head(whole)
    if not own and is_translation and whole_head is not None:
        own = list(_authors(whole_head))
    yield from (Claim("authors", name, "JATS contrib", 0.95) for name in own)
    for one in filter(None, dict.fromkeys((_day(head), _day(whole_head)))):
        yield Claim("date", one, "JATS pub-date", 0.95)
        break
    address = _address(head) or _address(whole_head)
    if address:
        yield Claim("url", address, "JATS article-id", 0.9)
    yield from _subjects(head)


def _of_journal(journal: Any) -> Iterator[Claim]:
    for name, sure in (("journal-title", 0.95), ("abbrev-journal-title", 0.8),
                       ("publisher-name", 0.5)):  # fmt: skip
        told = next(filter(None, map(line_of, _own(journal, name))), "")
        if told:
            yield Claim("source", told, f"JATS {name}", sure)
            return


def _of_titles(head: Any) -> Iterator[Claim]:
    group = _child(head, "title-group")
    title = line_of(_child(head if group is None else group, "article-title"))
    if title:
        yield Claim("title", title, "JATS article-title", 0.95)
    subtitles = [
        line_of(each) for each in (group if group is not None else ()) if local(each) == "subtitle"
    ]
    if any(subtitles):
        yield Claim("deck", ". ".join(filter(None, subtitles)), "JATS subtitle", 0.9)


def _authors(head: Any) -> Iterator[str]:
    """Who wrote an article, given names first; who edited or translated it did not."""
    contributors = _own(head, "contrib")
    kinds = {each.get("contrib-type") for each in contributors}
    wanted = ("author",) if "author" in kinds else ("author", None)
    for contributor in contributors:
        if contributor.get("contrib-type") in wanted:
            named = next(iter(_own(contributor, "name", "string-name", "collab")), None)
            if named is not None and (shown := _shown(named)):
                yield shown


def _shown(named: Any) -> str:
    """A name as people write it; of a group's that of the group."""
    names = [line_of(_child(named, part)) for part in ("given-names", "surname", "suffix")]
    if any(names):
        return " ".join(filter(None, names))
    inner = frozenset(each for each in named.iter() if local(each) in ("contrib-group", "aff"))
    return " ".join(text_blocks(named, inner))


def _day(head: Any) -> str:
    """When an article appeared: the first day that is told, else a month, else a year."""
    if head is None:
        return ""
    told = [
        each
        for each in _own(head, "pub-date")
        if not _LATER & {each.get("pub-type"), each.get("date-type")}
    ]
    days = [day for day in map(_day_in, told) if normal_date(day) is not None]
    return min(days, key=lambda day: (-len(day), day), default="")


def _day_in(date: Any) -> str:
    year, month, day = (line_of(_child(date, name)) for name in ("year", "month", "day"))
    if not year:
        return date.get("iso-8601-date") or line_of(_child(date, "string-date"))
    month = str(MONTHS.get(month[:3].lower(), month))
    if not (month.isdecimal() and 1 <= int(month) <= 12):
        return year
    if not (day.isdecimal() and 1 <= int(day) <= 31):
        return f"{year}-{int(month):02}"
    return f"{year}-{int(month):02}-{int(day):02}"


def _address(head: Any) -> str:
    if head is None:
        return ""
    names = {each.get("pub-id-type"): line_of(each) for each in _own(head, "article-id")}
    if names.get("doi"):
        return "https://doi.org/" + _BEFORE_DOI.sub("", names["doi"])
    links = (each.get(_LINK) or line_of(each) for each in _own(head, "self-uri"))
    return next((link for link in links if link.startswith("http")), "")


_BEFORE_DOI = regex(r"^\s*(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", re.IGNORECASE)


def _subjects(head: Any) -> Iterator[Claim]:
    """The rubric, and what an article is about."""
    subjects = _own(head, "subject")
    headings = [s for s in subjects if s.getparent().get("subj-group-type") == "heading"]
    told = list(filter(None, map(line_of, (*headings, *subjects))))
    for section in told[:1]:
        yield Claim("section", section, "JATS subject", 0.8)
    for tag in dict.fromkeys(told[1:]):
        if tag != told[0]:
            yield Claim("tags", tag, "JATS keyword", 0.85)
    for word in filter(None, map(line_of, _own(head, "kwd"))):
        yield Claim("tags", word, "JATS keyword", 0.85)
