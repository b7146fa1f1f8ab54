"""Authors that are no people: the paper, its site, a firm's news."""

from __future__ import annotations

from collections.abc import Iterable

from newsgrep.ingest.extract.head.publications import publication, publication_of
from newsgrep.ingest.extract.head.unheard import is_given_and_family
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.fold import fold
from newsgrep.text.given_names import is_given_name
from newsgrep.text.web_address import host_of


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
