"""Headline and date as a web page shows them, where its meta tags do not say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from newsgrep.ingest.extract.body.page_zone import Headings, is_site_behind
from newsgrep.ingest.raw_document import Claim

_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:nav|navi|navigation|menu|menubar|sidebar|related|recommend\w*|teasers?|ticker"
    r"|comments?|commentlist|footer|widget|references?|citation|popular|trending|most-?read"
    r"|newsletter)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ASIDES = frozenset(("nav", "aside", "cite"))
_PLACED = ("class", "id", "itemprop")


def is_elsewhere(element: Any) -> bool:
    """Whether an element is of another story, or of the page's navigation."""
    for part in (element, *element.iterancestors()):
        if part.tag in _ASIDES:
            return True
        if part.tag == "footer":  # an article may have one of its own
            return next(part.iterancestors("article", "main"), None) is None
        if part.tag in ("article", "main", "body", "html"):
            return False
        if _ELSEWHERE.search(" ".join(part.get(name) or "" for name in _PLACED)) is not None:
            return True
    return False


def headline_claims(headings: Headings) -> Iterator[Claim]:
    """The heading that the page's title repeats, else its first; and the title itself."""
    title = headings.title
    worded = [text for text, _ in headings.worded]
    if headings.repeated:
        yield Claim("title", headings.repeated[0][0], "h1", 0.8)
    elif worded:
        # A heading of the site, a section or a logo has few words, and the title has more.
        shown = without_site_behind_bar(title)
        of_site = len(worded[0].split()) <= _SITE_WORDS < len(shown.split())
        of_site = of_site or is_site_behind(worded[0], title)
        # Of several the title would have one, were any of them the page's headline.
        other = len(set(worded)) > 1 and len(shown.split()) >= _SITE_WORDS
        other = other or headings.lower != ()
        unsure = of_site or other or _is_greeting(worded[0])
        yield Claim("title", worded[0], "h1", 0.5 if unsure else 0.8)
    for text, _ in headings.lower:
        yield Claim("title", text, "heading that the title repeats", 0.7)
    if title:
        yield Claim("title", without_site_behind_bar(title), "title element", 0.6)


_SITE_WORDS = 3


def _is_greeting(heading: str) -> bool:
    return heading.casefold().startswith(("thanks for visiting", "welcome to "))


def without_site_behind_bar(title: str) -> str:
    """A page's title without the name of its site behind a bar.

    What stands behind a dash may be the headline's own; see ``head.titles``.
    """
    text = " ".join(title.split())
    parts = re.split(r"\s+[|·»]\s+", text)
    return parts[0] if len(parts) > 1 and len(parts[0]) >= 15 else text


def time_claims(root: Any, zone: Iterable[Any] = ()) -> Iterator[Claim]:
    """The date of the article's ``<time>``: not of the page's navigation or other stories.

    The first around the headline (``zone``), else the first.
    """
    times = [one for one in root.iter("time") if (one.get("datetime") or one.text or "").strip()]
    own = [one for one in times if not is_elsewhere(one)]
    if not own:
        return
    near = set(zone)
    element = next((one for one in own if one in near), own[0])
    moment = element.get("datetime") or element.text
    if "modified" in (element.get("itemprop") or "").lower():
        yield Claim("modified", moment, "time element", 0.6)
        yield Claim("date", element.text_content(), "time element", 0.55)
    yield Claim("date", moment, "time element", 0.5 if element.get("itemprop") else 0.6)
