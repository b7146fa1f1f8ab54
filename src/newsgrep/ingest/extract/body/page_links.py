"""Which parts of a web page are links: headlines of other stories, and navigation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from copy import deepcopy
from typing import Any
from urllib.parse import urlsplit

from newsgrep.text.letters import bare

_HEADLINE_WORDS = 5
_HEADLINE_LETTERS = 20
_STORY = re.compile(r"\d{4,}|(?:\w+-){3,}")
"""What addresses of articles have: a number or a date, or the words of a headline."""
_ENDS_SENTENCE = re.compile(r"[.…。]['\"”’»)\]]*$")
_KEPT = frozenset(("h1", "h2", "h3", "div"))
"""A headline of the article itself, or of an entry of a live blog, may be a link as well."""


def linked_headlines(root: Any, url: str, paragraphs: Iterable[str]) -> frozenset[str]:
    """Those of a page's ``paragraphs`` that are links to other stories of its site.

    Each without spaces and marks. ``url`` is the page's own address, as far as it is known.
    """
    site = _site(url)
    said = "\n".join(map(bare, paragraphs))
    found = set()
    for link in root.iter("a"):
        address = link.get("href") or ""
        if address.startswith("#") or not is_of_story(address):
            continue
        text = " ".join(link.text_content().split())
        if text.count(" ") < _HEADLINE_WORDS - 1 or len(text) < _HEADLINE_LETTERS:
            continue
        if bare(text) not in said or not _is_of_site(address, site, url):
            continue  # a link of the menu, as most
        whole = _whole(link, len(bare(text)))
        if whole.tag not in _KEPT and _ENDS_SENTENCE.search(text) is None:
            found.add(bare(whole.text_content()))
    return frozenset(found)


def is_of_story(address: str) -> bool:
    """Whether an address, or the path of one, looks like that of an article."""
    return _STORY.search(address) is not None


def _is_of_site(address: str, site: str, url: str) -> bool:
    host = _site(address)
    return address != url and (not host or host == site)


def _site(url: str) -> str:
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return "?"
    return ".".join(host.split(".")[-2:])


def _whole(link: Any, letters: int) -> Any:
    """The outermost element that says no more than ``link``, but for a word like "Related"."""
    element = link
    while True:
        parent = element.getparent()
        if parent is None or parent.tag in ("body", "html"):
            return element
        said = 0
        for piece in parent.itertext():
            said += len(bare(piece))
            if said > 1.15 * letters + 3:
                return element
        element = parent


_NAVIGATION = (
    "//nav | //*[@role='navigation' or @role='menu' or @role='menubar'] | //button | //script"
    " | //style | //noscript | //template | //select | //iframe | //svg"
)
_BLOCKS = frozenset(
    """p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 blockquote pre section article main aside header
    footer figure figcaption table tr caption details summary hr address body""".split()
)
_CELLS = frozenset(("td", "th"))


def all_text(root: Any) -> str:
    """All text of a page but its navigation, a block or a row of a table a line.

    Navigation is what is marked so, forms, and lists of three links and more that are nothing
    but short links.
    """
    root = deepcopy(root)
    forms = [one for one in root.iter("form") if not _holds_page(one, root)]
    for element in (*root.xpath(_NAVIGATION), *forms):
        if element.getparent() is not None:
            element.drop_tree()
    for menu in root.xpath("//ul | //ol"):
        if menu.getparent() is not None and _is_menu(menu):
            menu.drop_tree()
    body = root.find("body")
    pieces: list[str] = []
    for event, element in _walk(root if body is None else body):
        if element.tag in _BLOCKS or element.tag == "br":
            pieces.append("\n")
        elif element.tag in _CELLS and event == "end":
            pieces.append(" | ")
        text = element.text if event == "start" else element.tail
        if text:
            pieces.append(re.sub(r"\s+", " ", text))
    lines = (line.strip(" |") for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)


def _holds_page(form: Any, root: Any) -> bool:
    """Whether a form is put around a page, as some servers do."""
    return 2 * len(form.text_content()) > len(root.text_content())


def _walk(body: Any) -> Any:
    from lxml.etree import iterwalk

    return iterwalk(body, events=("start", "end"))


def _is_menu(menu: Any) -> bool:
    links = menu.findall(".//a")
    said = len(bare(menu.text_content()))
    linked = [len(bare(link.text_content())) for link in links]
    return len(links) >= 3 and sum(linked) >= 0.9 * said and said < 25 * len(links)
