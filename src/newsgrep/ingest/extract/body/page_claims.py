"""What a web page says of its article: JSON-LD, OpenGraph, meta tags, ``<time>``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import Any

from newsgrep.ingest.extract.body.page_address import host_claims
from newsgrep.ingest.extract.body.page_agreement import settled
from newsgrep.ingest.extract.body.page_bylines import byline_claims
from newsgrep.ingest.extract.body.page_chinese import chinese_claims
from newsgrep.ingest.extract.body.page_signs import headline_claims, is_elsewhere, time_claims
from newsgrep.ingest.extract.body.page_zone import headings_of, zone_of
from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.houses import is_house, names_of_house, without_house
from newsgrep.ingest.extract.head.publications import publication
from newsgrep.ingest.extract.names.personal_names import names_in
from newsgrep.ingest.raw_document import Claim, date_claim
from newsgrep.text.given_names import is_given_name
from newsgrep.text.normal_dates import normal_date

_ARTICLE_TYPES = re.compile(
    r"(?:^|/)(?:\w*NewsArticle|Article|ReportageNewsArticle|BlogPosting|OpinionNewsArticle"
    r"|AnalysisNewsArticle|LiveBlogPosting|Report|ReviewNewsArticle|ImageGallery|MediaGallery)$"
)
_META: dict[str, tuple[str, float]] = {
    "og:title": ("title", 0.85),
    "twitter:title": ("title", 0.75),
    "dc.title": ("title", 0.75),
    "parsely-title": ("title", 0.85),
    "og:description": ("deck", 0.6),
    "article:published_time": ("date", 0.93),
    "og:article:published_time": ("date", 0.9),
    "datepublished": ("date", 0.9),
    "parsely-pub-date": ("date", 0.9),
    "sailthru.date": ("date", 0.85),
    "pubdate": ("date", 0.85),
    "publishdate": ("date", 0.85),
    "publish-date": ("date", 0.85),
    "dc.date": ("date", 0.8),
    "dc.date.issued": ("date", 0.85),
    "dcterms.created": ("date", 0.75),
    "dcterms.issued": ("date", 0.85),
    "vr:published-time": ("date", 0.85),
    "citation_online_date": ("date", 0.85),
    "citation_publication_date": ("date", 0.7),
    "publication_date": ("date", 0.8),
    "published_time": ("date", 0.8),
    "date": ("date", 0.75),
    "cxenseparse:recs:publishtime": ("date", 0.8),
    "article:modified_time": ("modified", 0.9),
    "og:updated_time": ("modified", 0.8),
    "datemodified": ("modified", 0.9),
    "lastmod": ("modified", 0.8),
    "author": ("authors", 0.8),
    "article:author": ("authors", 0.75),
    "article_author": ("authors", 0.8),
    "content_author": ("authors", 0.96),
    "parsely-author": ("authors", 0.85),
    "sailthru.author": ("authors", 0.8),
    "byl": ("authors", 0.85),
    "dc.creator": ("authors", 0.8),
    "og:site_name": ("source", 0.85),
    "application-name": ("source", 0.6),
    "dc.publisher": ("source", 0.7),
    "mediaid": ("source", 0.87),
    "article:section": ("section", 0.85),
    "parsely-section": ("section", 0.8),
    "og:url": ("url", 0.8),
    "keywords": ("tags", 0.6),
    "news_keywords": ("tags", 0.75),
    "article:tag": ("tags", 0.8),
}
_NONE: Mapping[str, dict[str, Any]] = {}
_MAX_JSON = 1 << 20
_YEAR_ALONE = 0.4
_REFERRED = 0.8
"""A publisher told elsewhere in the page: often the firm behind a site, by its legal name."""
_HOUSE = 0.6
"""Authors in meta tags that are a paper or its staff: less than a byline that names somebody."""


def page_claims(root: Any) -> list[Claim]:
    """The claims of a parsed page (an lxml element), likeliest first in each field."""
    headings = headings_of(root)
    zone = zone_of(root, headings)
    claims = list(_json_ld(root))
    claims += _meta(root)
    claims += headline_claims(headings)
    claims += chinese_claims(root, headings.title)
    claims += time_claims(root, zone)
    claims = [claim for claim in map(_normal, claims) if claim is not None]
    claims += host_claims(root, claims)
    house = names_of_house(
        (c.value for c in claims if c.field == "source"),
        (c.value for c in claims if c.field == "url"),
    )
    by_agency = any(claim.field == "authors" and _is_agency(claim.value) for claim in claims)
    claims += byline_claims(root, zone, lambda name: is_house(name, house), near_only=by_agency)
    return settled(without_house(map(_without_slogan, claims), house))


def _is_agency(author: str) -> bool:
    """Whether an author is an agency, or a paper with one: ``Le Quai avec AFP``."""
    return bool(agency(author) or (" " in author and agency(author.split()[-1])))


def _without_slogan(claim: Claim) -> Claim:
    """A site's name without what it says of itself: ``The Quay - All news of Orlo``."""
    parts = re.split(r"\s+[-–—|·:]\s+", claim.value) if claim.field == "source" else []
    known = next((part for part in parts if publication(part)), "") if len(parts) > 1 else ""
    return claim._replace(value=known) if known and not publication(claim.value) else claim


def _normal(claim: Claim) -> Claim | None:
    value = " ".join(claim.value.split())
    if claim.field in ("date", "modified"):
        found = normal_date(value)
        if found is None:
            return None
        # A year is of a volume or of the copyright as well.
        sure = claim.confidence if len(found.iso) > 4 else min(claim.confidence, _YEAR_ALONE)
        return date_claim(found, claim.origin, sure, claim.field)
    if claim.field == "url" and not re.match(r"https?://", value):
        value = ""
    return Claim(claim.field, value, claim.origin, claim.confidence) if value else None


def _json_ld(root: Any) -> Iterator[Claim]:
    items = list(json_objects(root))
    named = {
        item["@id"]: item for item in items if item.get("name") and isinstance(item.get("@id"), str)
    }
    for item in items:
        if any(_ARTICLE_TYPES.search(kind) for kind in _texts(item.get("@type"))):
            yield from _article_claims(item, named)
        elif "WebPage" in _texts(item.get("@type")):
            for moment in _texts(item.get("datePublished")):
                yield Claim("date", moment, "JSON-LD datePublished of the page", 0.62)
            for author, is_house in _authors(item.get("author"), named):
                sure = _HOUSE if is_house or _is_handle(author) else 0.8
                yield Claim("authors", unescape(author), "JSON-LD author of the page", sure)


def json_objects(root: Any) -> Iterator[dict[str, Any]]:
    """The objects that a page's JSON-LD has."""
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or ""):
            continue
        source = script.text or ""
        if len(source) > _MAX_JSON:
            continue
        try:
            data = json.loads(source.strip().rstrip(";"), strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _objects(data)


def _parsely(content: str) -> Iterator[Claim]:
    """The claims of ``<meta name="parsely-page">``: JSON, as its measuring service reads it."""
    try:
        data = json.loads(content)
    except (ValueError, RecursionError):
        return
    if isinstance(data, dict):
        for key, field, confidence in _PARSELY:
            for text in _texts(data.get(key)):
                yield Claim(field, text, f"parsely {key}", confidence)


_PARSELY = (
    ("title", "title", 0.7),
    ("author", "authors", 0.78),
    ("authors", "authors", 0.78),
    ("pub_date", "date", 0.74),
    ("section", "section", 0.8),
    ("link", "url", 0.8),
)


def _objects(data: Any, depth: int = 0) -> Iterator[dict[str, Any]]:
    """The objects of a JSON-LD document: itself, its list's, its graph's, its main entity's."""
    if depth > 4:
        return
    if isinstance(data, list):
        for member in data[:200]:
            yield from _objects(member, depth + 1)
    elif isinstance(data, dict):
        yield data
        for key in ("@graph", "mainEntity", "mainEntityOfPage"):
            if isinstance(data.get(key), list | dict):
                yield from _objects(data[key], depth + 1)


def _authors(value: Any, named: Mapping[str, dict[str, Any]] = _NONE) -> Iterator[tuple[str, bool]]:
    """The authors of a value, each with whether it is said to be an organization."""
    for one in value[:50] if isinstance(value, list) else [value]:
        kinds = _texts(one.get("@type")) if isinstance(one, dict) else []
        for text in _texts(one, named):
            yield text, any(kind.endswith("Organization") for kind in kinds)


def _texts(value: Any, named: Mapping[str, dict[str, Any]] = _NONE) -> list[str]:
    """The strings of a value, of its list, or the names of its objects.

    ``named`` are the objects that others refer to by ``@id``, as WordPress has its authors.
    """
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for member in value[:50] for text in _texts(member, named)]
    if isinstance(value, dict):
        known = named.get(str(value.get("@id")), {})
        return _texts(value.get("name") or known.get("name"))
    return []


def _article_claims(item: dict[str, Any], named: Mapping[str, dict[str, Any]]) -> Iterator[Claim]:
    keys: tuple[tuple[str, str, float], ...] = (
        ("headline", "title", 0.95),
        ("datePublished", "date", 0.96),
        ("dateModified", "modified", 0.95),
        ("author", "authors", 0.95),
        ("creator", "authors", 0.85),
        ("publisher", "source", 0.9),
        ("articleSection", "section", 0.9),
        ("inLanguage", "language", 0.8),
        ("url", "url", 0.85),
        ("keywords", "tags", 0.75),
        ("alternativeHeadline", "deck", 0.7),
    )
    name, headline = (next(iter(_texts(item.get(key))), "") for key in ("name", "headline"))
    if name[:1].isupper() and headline[:1].islower():
        # As Wikipedia has it: what the article is called, and what that is.
        yield Claim("title", unescape(name), "JSON-LD name", 0.95)
        yield Claim("deck", unescape(headline), "JSON-LD headline", 0.6)
        keys = keys[1:]
    for key, field, confidence in keys:
        if field == "authors":
            for author, is_house in _authors(item.get(key), named):
                sure = _HOUSE if is_house or _is_handle(author) else confidence
                yield Claim(field, unescape(author), f"JSON-LD {key}", sure)
            continue
        texts = _texts(item.get(key), named)
        if field == "source" and not _texts(item.get(key)):
            confidence = _REFERRED
        for text in texts if field == "tags" else texts[:1]:
            yield Claim(field, unescape(text), f"JSON-LD {key}", confidence)


def _is_handle(author: str) -> bool:
    """Whether an author is one word in small letters: less than a byline that names somebody."""
    return " " not in author and author.islower() and not is_given_name(author)


def _is_house(author: str) -> bool:
    if publication(author) or _STAFF.search(author) is not None or _is_handle(author):
        return True
    return author.count(" ") > _NAME_WORDS and not names_in(author)


_NAME_WORDS = 2


_LEGAL = re.compile(
    r"[\s,](?:a\.\s?s\.|s\.\s?r\.\s?o\.|gmbh|ag|inc\.?|ltd\.?|llc|plc|s\.?p\.?a\.?|s\.a\.(?:s\.|u\.)?|b\.v\."
    r"|sp\. z o\.\s?o\.|kft\.?|zrt\.?|d\.o\.o\.|a/s|oyj?|corp(?:oration)?\.?|s\.?r\.?l\.?)\s*$"
    r"|株式会社|㈜|\(주\)",
    re.IGNORECASE,
)
"""How the names of firms end."""
_WHERE = re.compile(r"^Kontributor [^,]{2,30},\s*(?=\S)")
"""Where an author of Kompas and its papers works, before the name."""
_STAFF = re.compile(r"\b(?:staff|desk|editors?|admin|news|inc|ltd|gmbh|redaktion)\b", re.IGNORECASE)


def _meta(root: Any) -> Iterator[Claim]:
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        known = _META.get(name.strip().lower())
        content = element.get("content") or element.get("value") or ""
        if name == "parsely-page":
            yield from _parsely(content)
        if element.get("itemprop") and is_elsewhere(element):
            continue  # of a work that is referred to, or another story
        if known is not None and content.strip():
            if known[0] == "authors" and _LEGAL.search(content) is not None:
                continue  # the firm that has the site
            unsure = known[0] == "authors" and (_is_house(content) or not element.get("content"))
            named = _WHERE.sub("", content) if known[0] == "authors" else content
            yield Claim(known[0], named, f"meta {name}", _HOUSE if unsure else known[1])
    for element in root.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            yield Claim("url", element.get("href"), "link canonical", 0.9)
    language = root.get("lang") or ""
    if language:
        yield Claim("language", language, "html lang", 0.5)
