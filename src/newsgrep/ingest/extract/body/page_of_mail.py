"""Newsletters as pages: mail in HTML, laid out in tables within tables, all of which is text."""

from __future__ import annotations

import re
from typing import Any

from newsgrep.ingest.extract.body.page_links import all_text
from newsgrep.text.lazy_regex import regex

_OF_MAIL = regex(
    r"<!--\[if [^\]]{0,40}\bmso\b|x-apple-disable-message-reformatting"
    r"|class=[\"'][^\"']{0,80}\bmcn[A-Z]|\*\|MC_|urn:schemas-microsoft-com:vml|class=[\"'][^\"']{0,80}\bmj-|>\s*unsubscribe\b",
    re.IGNORECASE,
)
"""What pages have that are made to be mailed: notes for Outlook, marks of what made them."""
_FEWEST = 3
_OF_SITES = "//nav | //script[@src]"
_MERGED = regex(r"\*\|[A-Z:_0-9]{2,40}\|\*")
"""What a mailer puts its readers' names and the like for."""
_UNSEEN = regex(
    r"display:\s*none|mso-hide:\s*all|visibility:\s*hidden"
    r"|(?:max-height|font-size|opacity):\s*0(?:px)?\s*(?:;|$)",
    re.IGNORECASE,
)
"""How mailers hide the line that a list of messages shows beside the subject."""


def is_mail(markup: str, root: Any) -> bool:
    """Whether a page is one of mail: tables within tables, marked as mailers do; or archived."""
    if _archived(root) is not None:
        return True
    if len(root.xpath("//table//table//table")) < _FEWEST or _OF_MAIL.search(markup) is None:
        return False
    return not root.xpath(_OF_SITES)


def _archived(root: Any) -> Any:
    """The message in a page of hypermail's archives; None in other pages."""
    made_by = root.xpath("string(//meta[@name='generator']/@content)")
    found = root.xpath("//div[@class='mail']") if made_by.startswith("hypermail") else []
    return found[0] if len(found) == 1 else None


def text_of_mail(root: Any) -> str:
    """All text of a newsletter, each cell a line of its own, as tables only lay it out.

    Of a message in an archive what stands below its headers.
    """
    message = _archived(root)
    if message is not None:
        for element in message.xpath(".//address[@class='headers'] | .//*[@id='received']"):
            element.drop_tree()
        return all_text(message)
    for element in list(root.iter("table", "tbody", "tr", "td", "th")):
        if not _has_values(element):
            element.tag = "div"
    for items in root.iter("ul", "ol"):
        items.tag = "div"  # lists of links are no menus there
    for element in root.xpath("//*[@style][not(*)]"):
        if _UNSEEN.search(element.get("style")) is not None and element.getparent() is not None:
            element.drop_tree()
    lines = (_MERGED.sub("", line).strip() for line in all_text(root).split("\n"))
    return "\n".join(line for line in lines if line)


def _has_values(element: Any) -> bool:
    """Whether an element is of a table of values, which has a head and no table in it."""
    table = element if element.tag == "table" else next(element.iterancestors("table"), None)
    return table is not None and table.find(".//th") is not None and table.find(".//table") is None
