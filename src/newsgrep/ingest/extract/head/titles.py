"""Headlines without what pages and rows put behind them: the site's name, its section."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsgrep.ingest.extract.head.chinese import SITE_BEHIND
from newsgrep.ingest.extract.head.head_words import is_section
from newsgrep.ingest.extract.head.publications import publication
from newsgrep.ingest.extract.names.personal_names import names_in
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.given_names import is_given_name
from newsgrep.text.letters import letters
from newsgrep.text.web_address import host_of

_PUBLISHED = re.compile(r"\s*\(Published \d{4}\)\s*$")
_SEPARATOR = re.compile(r"\s*(?:--+|\||·|•|»|–|—|：|｜|\s-(?=\s))\s*")
_KIND = re.compile(
    r"^(?:Opinion|Analysis|Perspective|Editorial|Review|Comment|Column|Exclusive|Live|Watch|Video"
    r"|Podcast|Meinung|Kommentar|Opinión|Tribune)\s*\|\s+(?=\S)"
)
"""What kind of article it is, before the headline."""
_SHARES = re.compile(
    r"(?<=\S)\s+\d[\d.,]*[kK]? [Ss]hares?(?: (?:[Ee]-?mail|[Tt]weet|[Ss]hare|[Pp]in))+\s*$"
)
"""A page's buttons behind its headline, with how often they were pressed: ``18 Shares Email``."""
_SIGNED_SITE = "theguardian.com/"
"""Its service of articles puts authors behind a bar: ``A headline | Ann Poe and John Roe``."""
_SHORTEST = 8
"""Characters that must be left of a headline."""


def with_signed_titles(claims: list[Claim]) -> list[Claim]:
    """The claims, those of headlines that a site signs parted into headline and authors."""
    if not any(claim.field == "url" and _SIGNED_SITE in claim.value for claim in claims):
        return claims
    read: list[Claim] = []
    for claim in claims:
        before, bar, behind = claim.value.rpartition(" | ")
        names = names_in(behind) if bar and claim.field == "title" else []
        if names and all(is_given_name(n.split()[0]) and " " in n for n in names):
            claim = claim._replace(value=before.strip())
            read += [Claim("authors", name, "name behind the headline", 0.7) for name in names]
        read.append(claim)
    return read


def with_papers_before(claims: list[Claim]) -> list[Claim]:
    """The claims, those of headlines with a known paper and a bar before them parted.

    ``Expresso | A headline``, as records of pages have it; only where no other source is told.
    """
    if any(claim.field == "source" for claim in claims):
        return claims
    read: list[Claim] = []
    for claim in claims:
        before, bar, behind = claim.value.partition(" | ")
        is_titled = claim.field == "title" and bar and len(behind) >= _SHORTEST
        if is_titled and not is_section(before) and publication(before):
            claim = claim._replace(value=behind.strip())
            read.append(Claim("source", before.strip(), "before the headline", 0.6))
        read.append(claim)
    return read


def without_site(title: str, claims: Iterable[Claim]) -> str:
    """``title`` without the name of its site at the end, where the claims say that it is one.

    A name behind a dash that no claim has is the headline's own.
    """
    title = _KIND.sub("", _SHARES.sub("", title))
    title = _without_chinese_site(title)
    title = _without_site_before(title, claims := list(claims))
    if _SEPARATOR.search(title) is None:
        return _PUBLISHED.sub("", title)
    heading = next((c for c in claims if c.origin == "h1"), None)
    if heading is not None and heading.confidence >= _SURE:
        if _is_all_but_site(heading.value, title):
            return _PUBLISHED.sub("", heading.value)
        heading = None  # else it is the site's
    sites = {_bare(name) for claim in claims for name in _site_names(claim)} - {""}
    if heading is not None:
        sites.add(_bare(heading.value))
    sections = {_bare(c.value) for c in claims if c.field == "section"} - {""}
    text = _PUBLISHED.sub("", title)
    cut = _without(text, sites)
    if cut == text and "|" in text:
        # A bar parts what a dash may join.
        before, _, behind = text.rpartition("|")
        if _bare(behind) in sections and len(before.strip()) >= _SHORTEST:
            return _PUBLISHED.sub("", before.strip())
    if cut != text:
        cut = _without(cut, sections)
        cut = _PUBLISHED.sub("", cut)
    return cut


def _without_chinese_site(title: str) -> str:
    """A headline without what Chinese pages put behind it: ``…-某网``, ``…_某报_某网站``."""
    if title.isascii():
        return title
    while (match := SITE_BEHIND.search(title)) is not None and match.start() >= _SHORTEST:
        title = title[: match.start()]
    return title


def _without_site_before(title: str, claims: list[Claim]) -> str:
    """A headline without its site's address, or its name and two colons, before it."""
    match = _BEFORE.match(title)
    if match is None or len(title) - match.end() < _SHORTEST:
        return title
    sites = {_bare(name) for claim in claims for name in _site_names(claim)}
    return title[match.end() :] if _bare(match[1] or match[2]) in sites else title


_BEFORE = re.compile(r"([\w-]+(?:\.[\w-]+)+)\s*[:|]\s+(?=\S)|(\S[^:]{1,40}?)\s*::\s*(?=\S)")


def _is_all_but_site(heading: str, title: str) -> bool:
    """Whether a page's heading is its title but for one part: ``Opinion | …``, ``… | CBC News``."""
    if len(heading.split()) < _HEADING_WORDS or len(heading) < 2 * _SHORTEST:
        return False
    return any(
        _bare(part) == _bare(heading)
        for match in _SEPARATOR.finditer(title)
        for part in (title[: match.start()], title[match.end() :])
    )


_HEADING_WORDS = 3
_SURE = 0.8


def _without(title: str, names: set[str]) -> str:
    for match in reversed(list(_SEPARATOR.finditer(title))):
        behind, left = title[match.end() :], title[: match.start()].rstrip()
        if behind and len(left) >= _SHORTEST and _bare(behind) in names:
            return left
    return title


def _site_names(claim: Claim) -> list[str]:
    if claim.field == "source":
        return [claim.value, claim.value.removesuffix(".com")]
    if claim.field == "url":
        host = host_of(claim.value)
        return [host, host.partition(".")[0]] if "." in host else []
    return []


def _bare(name: str) -> str:
    return letters(re.sub(r"^the\s+", "", name.strip().casefold()))
