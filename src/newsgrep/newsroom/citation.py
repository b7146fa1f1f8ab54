"""What a citation says of an article, and that in the terms of CSL, the Citation Style Language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from newsgrep.newsroom.person import Name, name_of
from newsgrep.records import record

if TYPE_CHECKING:
    from newsgrep.article import Article
    from newsgrep.results import Hit

_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


@record
class Citation:
    """An article as it is cited. What is not known is empty."""

    id: str
    title: str
    names: tuple[Name, ...]
    source: str
    date: tuple[int, ...]
    """Year, month and day, as far as they are known."""
    section: str
    url: str
    language: str


def citation_of(one: Article | Hit) -> Citation:
    """How an article, or a hit of a search, is cited."""
    return Citation(
        one.id,
        " ".join(one.title.split()),
        tuple(name_of(author, one.language) for author in one.authors if author.strip()),
        " ".join(one.source.split()),
        date_parts(one.date),
        " ".join(one.section.split()),
        _address(one.url),
        one.language,
    )


def date_parts(date: str) -> tuple[int, ...]:
    """Year, month and day of an ISO date, as far as it goes."""
    found = _DATE.match(date)
    return tuple(int(part) for part in found.groups() if part) if found is not None else ()


def _address(url: str) -> str:
    """A web address without what would end it in a bibliography; empty where it is none."""
    if not url.lower().startswith(("http://", "https://")):
        return ""
    return "".join(
        f"%{ord(letter):02X}" if letter in ' "<>\\^`{|}[]' else letter for letter in url.strip()
    )


def csl_item(citation: Citation) -> dict[str, Any]:
    """The citation as an item of CSL-JSON, of the type ``article-newspaper``."""
    item: dict[str, Any] = {
        "id": citation.id,
        "type": "article-newspaper",
        "title": citation.title,
        "author": [_csl_name(name) for name in citation.names],
        "container-title": citation.source,
        "issued": {"date-parts": [list(citation.date)]} if citation.date else None,
        "section": citation.section,
        "URL": citation.url,
        "language": citation.language,
    }
    return {name: value for name, value in item.items() if value}


def _csl_name(name: Name) -> dict[str, str]:
    values = {
        "family": name.family,
        "given": name.given,
        "dropping-particle": name.dropping,
        "non-dropping-particle": name.kept,
        "suffix": name.suffix,
        "literal": name.literal,
    }
    return {key: value for key, value in values.items() if value}
