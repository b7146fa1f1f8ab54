"""Who a web page shows as its authors, where its meta tags do not say."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Any

from newsgrep.ingest.extract.body.page_pictures import is_of_picture
from newsgrep.ingest.extract.body.page_signs import is_elsewhere
from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.byline import read_byline
from newsgrep.ingest.extract.head.head_words import is_furniture
from newsgrep.ingest.extract.head.publications import looks_like_publication, publication
from newsgrep.ingest.extract.head.roles import PAPER, ROLE, is_person
from newsgrep.ingest.extract.head.signed import without_word_for_authors
from newsgrep.ingest.extract.names.gazetteer import is_place
from newsgrep.ingest.extract.names.personal_names import is_name, names_in, suffixes_joined
from newsgrep.ingest.raw_document import Claim
from newsgrep.text.dates import find_dates
from newsgrep.text.given_names import is_given_name
from newsgrep.text.placeholders import is_no_name

_SIGNED_TAGS = frozenset("span div p a address li h2 h3 h4 h5 h6 em strong small".split())
_BYLINE_CLASS = re.compile(
    r"(?<![a-z])(?:byline|author(?:-?name)?|article-author|firma|autor)(?![a-z])", re.I
)
_AUTHOR_PAGE = re.compile(r"/(?:authors?|autor(?:es|en|i|zy|e)?|auteurs?)/[^/?#]+/?$")
_MARKS = ("class", "rel", "itemprop")
_MARKED = 100
_LONGEST_BYLINE = 160
_LONGEST_PLAIN = 100
_MOST_WORDS = 5
"""A name of more words is a headline."""
_NO_NAME = re.compile(
    r"(?:twitter|facebook|instagram|linkedin|e-?mail|rss|follow|followed|posted|published|updated"
    r"|share|bio|view|read more|ceo|cto|editor|community|contributor|member|guest|staff|reporter"
    r"|@\w+|\W*|\d+ min(?:ute)?s?(?: read)?"
    r"|autorenseite|profil|schließen|zur person|more (?:posts|articles|stories)"
    r"|al(?:l|le) (?:posts|articles|artikel|beiträge))",
    re.IGNORECASE,
)
"""What stands beside a name in a byline: buttons, times of reading."""


def byline_claims(
    root: Any,
    zone: list[Any],
    is_house: Callable[[str], bool] = lambda _: False,
    *,
    near_only: bool = False,
) -> Iterator[Claim]:
    """The authors in the likeliest element that is marked as a byline and names somebody.

    Those of ``zone``, what stands around the headline, come first, then those that say that they
    are of the author (``rel=author``, a link to an author's page); what looks like another story's
    comes last. Names that ``is_house`` knows are nobody's. With ``near_only``, for a page that says
    that an agency wrote its text, only what is around the headline counts.
    """
    near = set(zone)
    marked = [
        element
        for element in root.iter(*_SIGNED_TAGS)
        if (_is_marked(element) or _is_of_author(element))
        and not _is_comment(element)
        and not is_of_picture(element)
        and _BESIDE.search(element.get("class") or "") is None
    ][:_MARKED]
    ranked = [(_rank(one, near), one) for one in marked]
    ranked += [(_NEAR, one) for one in _plain(zone) if one not in marked]
    least = _STRONG if near_only else _NOT
    for _, element in sorted((one for one in ranked if one[0] < least), key=lambda one: one[0]):
        parent = element.getparent()
        of_byline = is_no_name(element.text_content()) and parent is not None
        names = [
            name
            for name in _names(parent if of_byline else element)
            if not is_house(name) and name.count(" ") < _MOST_WORDS and not _is_of_menu(root, name)
        ]
        if names:
            for one in _beside(element):
                names += [name for name in _names(one) if name not in names]
            for name in _of_block(element, marked) or names:
                yield Claim("authors", name, "byline element", 0.65)
            return
    for name in _labelled(root):
        if not is_house(name):
            yield Claim("authors", name, "behind their label", 0.62)


def _labelled(root: Any) -> list[str]:
    """The names in the first short line that says "Author: Ann Poe" by itself."""
    if _LABEL.search(root.text_content()) is None:
        return []  # as most pages
    for text in root.xpath(_LABELS)[:_MARKED]:
        element = text.getparent()
        line = " ".join(element.text_content().split())
        match = _LABELLED.fullmatch(line) if len(line) <= _LONGEST_PLAIN else None
        if match is None or is_elsewhere(element) or _is_comment(element):
            continue
        if names := [name for name in _named(match[1]) if " " in name]:
            return names
    return []


_LABEL_ENDS = ("utor", "uthor", "uteur", "enulis", "ewarta", "artawan", "ác giả", "uhabir", "втор")
_LABEL = re.compile("|".join(_LABEL_ENDS))
_LABELS = f"//text()[{' or '.join(f'contains(., {end!r})' for end in _LABEL_ENDS)}]"
_LABELLED = re.compile(
    r"(?:autor(?:/?ři|i|ka|ka?/ři|es|en|zy|ii|in)?|authors?|auteurs?|autore|penulis|pewarta|wartawan"
    r"|tác giả|yazar|muhabir|szerző|автор)\s?:\s?(.{4,80})",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?:^|\s)side(?:bar)?[_-]")
_OF_MENU = 2
"""Links that say the same from which on it is a section's name, and nobody's."""


def _is_of_menu(root: Any, name: str) -> bool:
    if " " in name:
        return False
    same = {a.get("href") for a in root.iter("a") if (a.text or "").strip() == name}
    return len(same) >= _OF_MENU


def _of_block(element: Any, marked: list[Any]) -> list[str]:
    """The names of the byline of several that an element is part of."""
    own = set(_names(element))
    found: list[str] = []
    for block in element.iterancestors():
        if block in marked and own < set(names := _names(block)):
            found = names
    return found


_NEAR, _STRONG, _ANY, _ELSE, _NOT = range(5)


def _rank(element: Any, near: set[Any]) -> int:
    """How likely it is that an element names the page's authors: the smaller the likelier."""
    elsewhere = is_elsewhere(element)
    if element in near and (not elsewhere or _is_strong(element)):
        return _NEAR
    if not _is_marked(element):
        return _NOT if near or elsewhere else _ANY
    if _is_strong(element):
        return _ELSE if elsewhere else _STRONG
    return _ELSE if elsewhere else _ANY


def _is_marked(element: Any) -> bool:
    for name in _MARKS:
        said = element.get(name)
        if said and _is_of_byline(said):
            return True
    return False


@lru_cache(maxsize=1 << 12)
def _is_of_byline(said: str) -> bool:
    """Whether a class is a byline's; those of a page's menus come back hundreds of times."""
    return _BYLINE_CLASS.search(said) is not None


def _is_of_author(element: Any) -> bool:
    """Whether an element is a link to an author's page."""
    if element.tag != "a":
        return False
    address = element.get("href") or ""
    return "/aut" in address and _AUTHOR_PAGE.search(address) is not None


def _is_strong(element: Any) -> bool:
    """Whether an element says itself that it is of the page's author."""
    says = f"{element.get('rel') or ''} {element.get('itemprop') or ''}".split()
    return "author" in says


def _plain(zone: list[Any]) -> Iterator[Any]:
    """Elements around the headline that say "By Ann Poe", and nothing else."""
    for element in zone:
        if element.tag not in _SIGNED_TAGS or element.tag == "a":
            continue
        text = " ".join(element.text_content().split())
        if len(text) <= _LONGEST_PLAIN and read_byline(text) is not None:
            yield element


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
    people = [p for p in pieces if not _is_of_paper(p)]
    pieces = people or pieces
    whole = " ".join(pieces)
    if len(whole) >= _LONGEST_BYLINE:
        return []
    found: list[str] = []
    for piece in pieces if len(pieces) > 1 else ():
        for name in _named(piece):
            sure = " " in name and is_given_name(name.split()[0]) and not agency(name)
            if sure and name not in found:
                found.append(name)
    return found or [name for name in _named(whole) if not is_no_name(name.split()[0])]


def _named(text: str) -> list[str]:
    byline = read_byline(text)
    if byline is not None:
        return list(byline.authors)
    first, comma, behind = text.partition(", ")
    if comma and is_person(first) and (ROLE.search(behind) or PAPER.search(behind)):
        return [first]  # "Ann Poe, Courier Staff Writer"
    text = suffixes_joined(without_word_for_authors(text))
    if not is_name(text) or is_place(text) or publication(text) or is_furniture(text):
        return []  # "Link Copied"
    if looks_like_publication(text) and not is_given_name(text.split()[0]):
        return []
    return names_in(text)


def _is_of_paper(text: str) -> bool:
    """Whether a piece of a byline is whom its author works for: ``BBC Asian Network``."""
    first = text.split()[0]
    return bool(publication(text)) or (
        " " in text and first.isupper() and bool(publication(first)) and not is_given_name(first)
    )


def _is_date(text: str) -> bool:
    found = next(find_dates(text), None)
    return found is not None and len(text) - (found.end - found.start) < 12
