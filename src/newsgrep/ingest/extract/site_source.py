"""The publication whose site an article is on, and who is no author but a publication."""

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
from newsgrep.ingest.extract.head.unheard import is_given_and_family
from newsgrep.ingest.raw_document import FEED_TITLE, Claim, Form
from newsgrep.text.fold import fold
from newsgrep.text.given_names import is_given_name
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


_ARCHIVES = frozenset(
    """newspapers.com newspaperarchive.com genealogybank.com newsbank.com
    nyshistoricnewspapers.org chroniclingamerica.loc.gov fultonhistory.com archive.org proquest.com
    britishnewspaperarchive.co.uk gallica.bnf.fr trove.nla.gov.au delpher.nl
    paperspast.natlib.govt.nz anno.onb.ac.at
    lexisnexis nexis factiva proquest newsbank pressreader europresse trove gallica delpher
    newspapersarchive chroniclingamerica britishnewspaperarchive nyshistoricnewspapers""".split()
)
"""Where papers of all kinds are kept, as it is written where the paper should be."""
_OF_ARCHIVE = 0.3
"""How much such a source is believed: less than the paper after which a file is called."""


def with_archives_doubted(claims: Iterable[Claim]) -> list[Claim]:
    """The claims, in which an archive is hardly the source of what it keeps."""
    return [
        claim._replace(confidence=_OF_ARCHIVE)
        if claim.field == "source" and _is_archive(claim.value)
        else claim
        for claim in claims
    ]


def _is_archive(source: str) -> bool:
    name = source.strip().casefold().removeprefix("www.").rstrip("/")
    return name in _ARCHIVES or "".join(name.split()) in _ARCHIVES


def _host(urls: list[str]) -> str:
    """The domain of the first address, where it may be the paper's own."""
    host = host_of(urls[0]) if urls else ""
    alone = ".".join(host.split(".")[-2:])
    of_all = alone in _NO_PAPERS or host in OF_ALL
    return host if "." in host and not of_all and not host[-1].isdigit() else ""


def without_paper_as_author(claims: Iterable[Claim]) -> list[Claim]:
    """The claims without an author who is the paper: what programs write where they find none.

    A paper may be called after the one who writes it: a person's name is kept. What calls itself
    news (``by Harbour News``) is a source.
    """
    claims = [
        claim._replace(field="source") if claim.field == "authors" and _is_news(claim) else claim
        for claim in claims
    ]
    named = [claim.value.strip() for claim in claims if claim.field == "source"]
    papers = {name.casefold() for name in (*named, *map(publication_of, named)) if name}
    hosts = {host_of(claim.value).split(".")[0] for claim in claims if claim.field == "url"}
    papers |= hosts & _PLATFORMS
    sites = {part for claim in claims if claim.field == "url" for part in _site(claim.value)}
    return [
        claim
        for claim in claims
        if claim.field != "authors"
        or not (claim.value.strip().casefold() in papers or _is_site(claim.value, sites))
        or (_is_person(claim.value) and not publication(claim.value))
    ]


def _is_person(author: str) -> bool:
    """Whether an author has a person's name; a paper's may begin with an article."""
    return is_given_and_family(author) and author.split()[0].lower() not in _ARTICLES


_ARTICLES = frozenset("the la el le los las les il lo der die das o a os as de het".split())


def _is_news(claim: Claim) -> bool:
    """Whether an author is a firm's or a paper's news: one to three words of no person before."""
    words = claim.value.split()
    return (
        1 < len(words) <= _MOST_WORDS
        and words[-1] in ("News", "Newsroom", "Newsdesk")
        and not is_given_name(words[0])
    )


_MOST_WORDS = 4


def _site(address: str) -> list[str]:
    """What a site is called: the part of its domain before the last."""
    return host_of(address).split(".")[-2:-1]


def _is_site(author: str, sites: set[str]) -> bool:
    """Whether an author is called as the site is."""
    return fold("".join(author.split())) in sites


_PLATFORMS = frozenset(
    """zenn qiita note medium substack speakerdeck hatenablog ameblo tistory velog brunch naver
    zhihu csdn juejin jianshu youtube twitter x facebook instagram reddit github linkedin wikipedia
    tumblr wordpress blogspot""".split()
)
"""Sites of what everybody writes: programs that save their pages take their names for authors."""
