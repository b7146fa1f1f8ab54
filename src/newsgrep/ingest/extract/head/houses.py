"""Authors that are no people: the paper itself, its site, its desk."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsgrep.ingest.extract.head.publications import publication
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.fold import fold
from newsgrep.text.given_names import is_given_name
from newsgrep.text.web_address import host_of

_SITE = re.compile(
    r"(?<![\w@.])(?:www\.)?[a-z0-9-]{2,}(?:\.[a-z0-9-]{2,})*"
    r"\.(?:com|net|org|info|biz|co|news|media|online|tv|[a-z]{2}(?:\.[a-z]{2})?)(?![\w.])",
    re.IGNORECASE,
)
"""A domain whose last part is one of those that papers have."""
_OF_THE_HOUSE = frozenset(
    """the cyber media editorial editors editor online digital news newsroom staff desk team web
    website admin administrator service services agency network group inc ltd llc gmbh official
    redaksi redaktion redaccion redacao redazione redactie redakcja redaktori redaktion rédaction
    tim de la el da do le di com english reporter correspondent bureau wire report reports
    magazine portal
    blog""".split()
)
"""Words that make no person of a paper's name."""
_WORDS = re.compile(r"[^\W_]+")


def names_of_house(sources: Iterable[str], urls: Iterable[str]) -> frozenset[str]:
    """What a page's house may be called: its sources, their usual names, its host."""
    found: set[str] = set()
    for source in sources:
        found.update((_bare(source), _bare(publication(source)), _bare(source.split(" | ")[0])))
    for url in urls:
        host = host_of(url)
        if "." in host:
            found.update((_bare(host), _bare(host.split(".")[0]), _bare(publication(host))))
            found.add(_bare(host.split(".")[-2]))
    return frozenset(name for name in found if len(name) > 1)


def is_house(author: str, house: frozenset[str]) -> bool:
    """Whether an author is the house (see :func:`names_of_house`), and nobody in it.

    ``Paper.example``, ``The Paper``, ``Paper Staff``; not somebody whose site bears her name.
    """
    if _SITE.search(author) is not None:
        return True
    words = _WORDS.findall(author)
    if not words:
        return False
    known = publication(author)
    if _bare(author) in house or (known and _bare(known) in house):
        return bool(known) or not (len(words) in (2, 3) and is_given_name(words[0]))
    rest = [word for word in words if fold(word) not in _OF_THE_HOUSE]
    if len(rest) < len(words) and _bare(" ".join(rest)) in house:
        return True
    # "Harbour Office Harbour", "Portal Paper"
    return any(
        len(part) > 3 and _bare(author).startswith(part) and _bare(author)[len(part) :] in part
        for part in house
    )


def without_house(claims: Iterable[Claim], house: frozenset[str]) -> list[Claim]:
    """The claims without authors that are the house.

    Where one is, what begins with no given name is no better: the company that made the page.
    """
    claims = list(claims)
    houses = {c for c in claims if c.field == "authors" and is_house(c.value, house)}
    if not houses:
        return claims
    return [c for c in claims if c not in houses and not (c.field == "authors" and _is_company(c))]


def _is_company(claim: Claim) -> bool:
    word = claim.value.split(" ")[0]
    latin = fold(word).isascii()
    told_apart = claim.confidence > _OF_ANYBODY  # from its editor
    of_meta = claim.origin.startswith("meta ") and not told_apart
    return of_meta and latin and not is_given_name(word)


_OF_ANYBODY = 0.95


def _bare(name: str) -> str:
    return "".join(_WORDS.findall(fold(re.sub(r"^the\s+", "", name.strip(), flags=re.I))))
