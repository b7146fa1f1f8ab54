"""What a web page says of its article: JSON-LD, OpenGraph, meta tags, ``<time>``."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from newsgrep.ingest.extract.head.byline import read_byline
from newsgrep.ingest.extract.names.personal_names import is_name, names_in
from newsgrep.ingest.raw_document import Claim, date_claim
from newsgrep.text.dates import normal_date

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
    "date": ("date", 0.75),
    "cxenseparse:recs:publishtime": ("date", 0.8),
    "article:modified_time": ("modified", 0.9),
    "og:updated_time": ("modified", 0.8),
    "datemodified": ("modified", 0.9),
    "lastmod": ("modified", 0.8),
    "citation_online_date": ("date", 0.85),
    "citation_publication_date": ("date", 0.7),
    "vr:published-time": ("date", 0.85),
    "author": ("authors", 0.8),
    "article:author": ("authors", 0.75),
    "parsely-author": ("authors", 0.85),
    "sailthru.author": ("authors", 0.8),
    "byl": ("authors", 0.85),
    "dc.creator": ("authors", 0.8),
    "og:site_name": ("source", 0.85),
    "application-name": ("source", 0.6),
    "dc.publisher": ("source", 0.7),
    "article:section": ("section", 0.85),
    "parsely-section": ("section", 0.8),
    "og:url": ("url", 0.8),
    "keywords": ("tags", 0.6),
    "news_keywords": ("tags", 0.75),
    "article:tag": ("tags", 0.8),
}
_MAX_JSON = 1 << 20


def page_claims(root: Any) -> list[Claim]:
    """The claims of a parsed page (an lxml element), likeliest first in each field."""
    claims = list(_json_ld(root))
    claims += _meta(root)
    claims += _elements(root)
    return [claim for claim in map(_normal, claims) if claim is not None]


def _normal(claim: Claim) -> Claim | None:
    value = " ".join(claim.value.split())
    if claim.field in ("date", "modified"):
        found = normal_date(value)
        return date_claim(found, claim.origin, claim.confidence, claim.field) if found else None
    if claim.field == "url" and not re.match(r"https?://", value):
        value = ""
    return Claim(claim.field, value, claim.origin, claim.confidence) if value else None


def _json_ld(root: Any) -> Iterator[Claim]:
    for item in json_objects(root):
        if any(_ARTICLE_TYPES.search(kind) for kind in _texts(item.get("@type"))):
            yield from _article_claims(item)


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


def _texts(value: Any) -> list[str]:
    """The strings of a value, of its list, or the names of its objects."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, list):
        return [text for member in value[:50] for text in _texts(member)]
    if isinstance(value, dict):
        return _texts(value.get("name"))
    return []


def _article_claims(item: dict[str, Any]) -> Iterator[Claim]:
    from html import unescape

    keys = (
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
    for key, field, confidence in keys:
        texts = _texts(item.get(key))
        for text in texts if field in ("authors", "tags") else texts[:1]:
            yield Claim(field, unescape(text), f"JSON-LD {key}", confidence)


def _meta(root: Any) -> Iterator[Claim]:
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        known = _META.get(name.strip().lower())
        content = element.get("content") or element.get("value")
        if element.get("itemprop") and is_of_another(element):
            continue
        if known is not None and content and content.strip():
            yield Claim(known[0], content, f"meta {name}", known[1])
    for element in root.iter("link"):
        if (element.get("rel") or "").lower() == "canonical" and element.get("href"):
            yield Claim("url", element.get("href"), "link canonical", 0.9)
    language = root.get("lang") or ""
    if language:
        yield Claim("language", language, "html lang", 0.5)


_SIGNED = (
    "//*[@class[contains(., 'utor') or contains(., 'uthor') or contains(., 'yline')"
    " or contains(., 'irma')] or contains(@rel, 'author') or contains(@itemprop, 'author')]"
)
_SIGNED_TAGS = frozenset(("span", "div", "p", "a", "address", "li"))
_BYLINE_CLASS = re.compile(r"\b(?:byline|author(?:-?name)?|article-author|firma|autor)\b", re.I)


def _elements(root: Any) -> Iterator[Claim]:
    title = next(iter(root.iter("title")), None)
    named = _without_site(title.text) if title is not None and title.text else ""
    headings = (" ".join(heading.text_content().split()) for heading in root.iter("h1"))
    text, sure = _headline([text for text in headings if 8 <= len(text) <= 300], named)
    if text:
        yield Claim("title", text, "h1", sure)
    if named:
        yield Claim("title", named, "title element", 0.6)
    for element in root.iter("time"):
        moment = element.get("datetime") or element.text or ""
        if not moment.strip() or is_of_another(element):
            continue
        if "modified" in (element.get("itemprop") or "").lower():
            yield Claim("modified", moment, "time element", 0.6)
            yield Claim("date", element.text_content(), "time element", 0.55)
        yield Claim("date", moment, "time element", 0.5 if element.get("itemprop") else 0.6)
        break
    for element in root.xpath(_SIGNED):
        marks = " ".join(element.get(name) or "" for name in ("class", "rel", "itemprop"))
        if element.tag in _SIGNED_TAGS and _BYLINE_CLASS.search(marks):
            text = " ".join(element.text_content().split())
            byline = read_byline(text) if len(text) < 160 else None
            names = byline.authors if byline else names_in(text) if is_name(text) else ()
            if names:
                for name in names:
                    yield Claim("authors", name, "byline element", 0.65)
                break


_FEW = 4
"""Words of a heading that may be the site's name or greeting, and no headline."""


def _headline(headings: list[str], title: str) -> tuple[str, float]:
    """The heading that is the headline, and how sure: the one that the page's title has, too.

    Sites put their name or a greeting into a first heading.
    """
    if not headings:
        return "", 0.0
    bare = _bare(title)
    agreed = next((text for text in headings if _bare(text) and _bare(text) in bare), "")
    first = headings[0]
    is_short = len(first.split()) <= _FEW and len(first) < 40
    if agreed and (agreed == first or (is_short and len(agreed.split()) > _FEW)):
        return agreed, 0.8
    differs = is_short and len(title.split()) > _FEW and not _shares_words(first, title)
    return first, 0.55 if differs else 0.8


def _bare(text: str) -> str:
    return re.sub(r"\W+", "", text).casefold()


def _shares_words(one: str, other: str) -> bool:
    words = [set(re.findall(r"\w{4,}", text.casefold())) for text in (one, other)]
    return bool(words[0] & words[1])


_OF_ANOTHER = re.compile(
    r"(?:^|[\s_-])(?:nav|navigation|related|sidebar|teaser|comments?|references?|citation|footer"
    r"|recommended|most-?read|ticker)(?:$|[\s_-])", re.I,
)  # fmt: skip


def is_of_another(element: Any) -> bool:
    """Whether an element stands where a page tells of other articles, or of today."""
    for above in (element, *element.iterancestors()):
        if above.tag in ("body", "article", "main", "head"):
            return False
        if above.tag in ("nav", "aside", "footer", "cite"):
            return True
        marks = f"{above.get('class') or ''} {above.get('itemprop') or ''}"
        if _OF_ANOTHER.search(marks) is not None:
            return True
    return False


def _without_site(title: str) -> str:
    """A page's title without the name of its site behind a bar.

    What stands behind a dash may be the headline's own; see ``head.titles``.
    """
    text = " ".join(title.split())
    parts = re.split(r"\s+[|·»]\s+", text)
    return parts[0] if len(parts) > 1 and len(parts[0]) >= 15 else text
