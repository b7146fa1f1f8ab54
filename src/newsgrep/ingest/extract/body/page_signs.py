"""Headline, byline and date as a web page shows them, where its meta tags do not say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.byline import read_byline
from newsgrep.ingest.extract.head.given_names import is_given_name
from newsgrep.ingest.extract.head.publications import publication
from newsgrep.ingest.extract.head.signed import without_word_for_authors
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.extract.names.personal_names import is_name, names_in
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.dates import find_dates
from newsgrep.text.placeholders import is_no_name

_ELSEWHERE = re.compile(
    r"(?:^|[\s_-])(?:nav|navi|navigation|menu|menubar|sidebar|related|recommend\w*|teasers?|ticker"
    r"|comments?|commentlist|footer|widget|references?|citation|popular|trending|most-?read"
    r"|newsletter)(?:$|[\s_-])",
    re.IGNORECASE,
)
_ASIDES = frozenset(("nav", "aside", "cite"))
_PLACED = ("class", "id", "itemprop")
_SIGNED = (
    "//*[@class[contains(., 'utor') or contains(., 'uthor') or contains(., 'yline')"
    " or contains(., 'irma')] or contains(@rel, 'author') or contains(@itemprop, 'author')]"
)
_SIGNED_TAGS = frozenset(("span", "div", "p", "a", "address", "li"))
_BYLINE_CLASS = re.compile(r"\b(?:byline|author(?:-?name)?|article-author|firma|autor)\b", re.I)
_MARKS = ("class", "rel", "itemprop")
_MARKED = 100
_LONGEST_BYLINE = 160
_NO_NAME = re.compile(
    r"(?:twitter|facebook|instagram|linkedin|e-?mail|rss|follow|followed|posted|published|updated"
    r"|share|bio|view|read more|ceo|cto|editor|@\w+|\W*|\d+ min(?:ute)?s?(?: read)?"
    r"|autorenseite|profil|schließen|zur person|more (?:posts|articles|stories)"
    r"|al(?:l|le) (?:posts|articles|artikel|beiträge))",
    re.IGNORECASE,
)
"""What stands beside a name in a byline: buttons, times of reading."""


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


def headline_claims(root: Any) -> Iterator[Claim]:
    """The heading that the page's title repeats, else its first; and the title itself."""
    element = next(iter(root.iter("title")), None)
    title = " ".join((element.text or "").split()) if element is not None else ""
    headings = [" ".join(one.text_content().split()) for one in root.iter("h1")][:_HEADINGS]
    worded = [text for text in headings if 8 <= len(text) <= 300]
    repeated = [
        text
        for text in worded
        if _shared(text, title) >= _REPEATED and not _is_site_behind(text, title)
    ]
    if repeated:
        yield Claim("title", repeated[0], "h1", 0.8)
    elif worded:
        # A heading of the site, a section or a logo has few words, and the title has more.
        shown = without_site_behind_bar(title)
        of_site = len(worded[0].split()) <= _SITE_WORDS < len(shown.split())
        of_site = of_site or _is_site_behind(worded[0], title)
        yield Claim("title", worded[0], "h1", 0.5 if of_site or _is_greeting(worded[0]) else 0.8)
    if title:
        yield Claim("title", without_site_behind_bar(title), "title element", 0.6)


_HEADINGS = 20
_REPEATED = 0.6
_SITE_WORDS = 3


def _is_site_behind(heading: str, title: str) -> bool:
    """Whether a title ends with a heading, and has a headline of more words before it."""
    before = title.removesuffix(heading)
    return before != title and len(before.split()) > max(_SITE_WORDS, len(heading.split()))


def _is_greeting(heading: str) -> bool:
    return heading.casefold().startswith(("thanks for visiting", "welcome to "))


def _shared(heading: str, title: str) -> float:
    """How much of a heading's words are in a title; of scripts without spaces, of its signs."""
    words = re.findall(r"\w+", heading.casefold())
    if len(words) <= 2 and not heading.isascii():
        return float(re.sub(r"\W", "", heading) in re.sub(r"\W", "", title)) * (len(heading) > 9)
    if 0 < len(words) <= 2:
        return float(title.casefold().startswith(heading.casefold()))
    own = set(re.findall(r"\w+", title.casefold()))
    return sum(word in own for word in words) / max(1, len(words))


def without_site_behind_bar(title: str) -> str:
    """A page's title without the name of its site behind a bar.

    What stands behind a dash may be the headline's own; see ``head.titles``.
    """
    text = " ".join(title.split())
    parts = re.split(r"\s+[|·»]\s+", text)
    return parts[0] if len(parts) > 1 and len(parts[0]) >= 15 else text


def time_claims(root: Any) -> Iterator[Claim]:
    """The date of the first ``<time>`` of the article: not of the page's navigation or others."""
    times = [one for one in root.iter("time") if (one.get("datetime") or one.text or "").strip()]
    own = [one for one in times if not is_elsewhere(one)]
    if not own:
        return
    element = own[0]
    moment = element.get("datetime") or element.text
    if "modified" in (element.get("itemprop") or "").lower():
        yield Claim("modified", moment, "time element", 0.6)
        yield Claim("date", element.text_content(), "time element", 0.55)
    yield Claim("date", moment, "time element", 0.5 if element.get("itemprop") else 0.6)


def byline_claims(root: Any) -> Iterator[Claim]:
    """The authors in the first element that is marked as a byline and names somebody.

    What looks like another story's comes last.
    """
    marked = [
        element
        for element in root.xpath(_SIGNED)
        if element.tag in _SIGNED_TAGS
        and not _is_comment(element)
        and _BYLINE_CLASS.search(" ".join(element.get(n) or "" for n in _MARKS)) is not None
    ]
    for element in sorted(marked[:_MARKED], key=is_elsewhere):
        parent = element.getparent()
        of_byline = is_no_name(element.text_content()) and parent is not None
        names = _names(parent if of_byline else element)
        if names:
            for one in _beside(element):
                names += [name for name in _names(one) if name not in names]
            for name in names:
                yield Claim("authors", name, "byline element", 0.65)
            return


def _is_comment(element: Any) -> bool:
    return any(
        _COMMENT.search(f"{part.get('class') or ''} {part.get('id') or ''}") is not None
        for part in (element, *element.iterancestors())
        if part.tag not in ("body", "html")
    )


_COMMENT = re.compile(
    r"(?:^|[\s_-])(?:comments?|commentlist|kommentare?)(?:$|[\s_-])", re.IGNORECASE
)


def _beside(element: Any) -> list[Any]:
    """The links to other authors that go on from the link to one: ``<a rel=author>``."""
    found: list[Any] = []
    while _JOINED.fullmatch((element.tail or "").strip()) is not None:
        following = element.getnext()
        if following is None or any(following.get(n) != element.get(n) for n in ("rel", "class")):
            break
        found.append(following)
        element = following
    return found


_JOINED = re.compile(r",|&|(?:,\s*)?(?:and|und|et|y|e|og|och|en|i)", re.IGNORECASE)


def _names(element: Any) -> list[str]:
    pieces = [" ".join(text.split()) for text in element.itertext()]
    pieces = [p for p in pieces if p and not _NO_NAME.fullmatch(p) and not _is_date(p)]
    whole = " ".join(pieces)
    if len(whole) >= _LONGEST_BYLINE:
        return []
    found: list[str] = []
    for piece in pieces if len(pieces) > 1 else ():
        for name in _named(piece):
            sure = " " in name and is_given_name(name.split()[0]) and not agency(name)
            if sure and name not in found:
                found.append(name)
    return found or [name for name in _named(whole) if not is_no_name(name)]


def _named(text: str) -> list[str]:
    byline = read_byline(text)
    if byline is not None:
        return list(byline.authors)
    text = without_word_for_authors(text)
    if not is_name(text) or is_place(text) or publication(text):
        return []
    return names_in(text)


def _is_date(text: str) -> bool:
    found = next(find_dates(text), None)
    return found is not None and len(text) - (found.end - found.start) < 12
