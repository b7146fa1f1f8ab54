"""The publication whose site an article is on."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsgrep.ingest.extract.head.head_words import is_section
from newsgrep.ingest.extract.head.publications import (
    OF_ALL,
    as_source,
    looks_like_publication,
    paper_in,
    publication,
    publication_of,
)
from newsgrep.ingest.raw_document import FEED_TITLE, Claim, Form
from newsgrep.text.web_address import host_of, unarchived


def source_of_site(claims: Iterable[Claim], form: Form) -> list[Claim]:
    """The publication whose site an article is on, where nothing says where it was published.

    Of a page also where what it calls its site is no publication that is known: a section, an
    edition, a slogan; and of a feed that is called otherwise.
    """
    ranked = sorted(claims, key=lambda claim: -claim.confidence)
    urls = [claim.value for claim in ranked if claim.field == "url"][:1]
    urls += [claim.value for claim in ranked if claim.field == "site"]
    urls = list(map(unarchived, urls))
    site = next(filter(None, map(publication_of, urls)), "")
    names = [claim for claim in ranked if claim.field == "source" and as_source(claim.value)]
    given = as_source(names[0].value) if names else ""
    of_feed = bool(names) and names[0].origin == FEED_TITLE
    of_section = of_feed and is_section(re.sub(r"\s+news$", "", given, flags=re.I))
    if of_feed and not publication(given) and (paper := paper_in(given)):
        return [Claim("source", paper, FEED_TITLE, 0.9)]
    if not site and (of_section or not given) and (host := _host(urls)):
        return [Claim("source", host, "domain of the address", 0.8 if of_section else 0.35)]
    if not site or (publication(given) and not of_section):
        return []
    if given and not of_feed and (form is not Form.PAGE or site in given):
        return []
    known = any(publication(as_source(name.value)) == site for name in names)
    if looks_like_publication(given) and not of_feed and not known:
        return []
    return [Claim("source", site, "site of the address", 0.95 if given else 0.45)]


_NO_PAPERS = frozenset(
    """archive.org archive.is archive.ph archive.today facebook.com twitter.com x.com t.co
    youtube.com youtu.be google.com github.com githubusercontent.com reddit.com t.me instagram.com
    linkedin.com bit.ly dropbox.com proquest.com lexisnexis.com factiva.com ebscohost.com
    newspapers.com nexis.com pressreader.com""".split()
)
"""Sites on which articles of all papers are kept and passed on."""


def _host(urls: list[str]) -> str:
    """The domain of the first address, where it may be the paper's own."""
    host = host_of(urls[0]) if urls else ""
    alone = ".".join(host.split(".")[-2:])
    of_all = alone in _NO_PAPERS or host in OF_ALL
    return host if "." in host and not of_all and not host[-1].isdigit() else ""
