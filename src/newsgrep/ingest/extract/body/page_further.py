"""Further stories that a page loads below its own one, as readers scroll: none of its text."""

from __future__ import annotations

import re
from typing import Any

_FURTHER = re.compile(
    r"(?:^|[\s_-])(?:post-add-(?:box|wrap|story)|infinite-?(?:scroll|posts?|articles?|stories)"
    r"|(?:next|more)-(?:article|story)s?-(?:container|wrapper|wrap|box|load\w*)"
    r"|auto-?load(?:ed|er)?(?:-(?:posts?|articles?|stories))?|alm-(?:listing|reveal|ajax))(?:$|[\s_-])",
    re.IGNORECASE,
)
_SHARE = 0.9
"""The most of a page's text that may be of others."""


def without_further_stories(root: Any) -> None:
    """Take them out of a page, where its first heading is not among them."""
    found = [one for one in root.iter("div", "section", "ul") if _is_further(one)]
    if not found:
        return
    whole = len(root.text_content())
    headline = next(root.iter("h1"), None)
    for element in found:
        parent = element.getparent()
        within = headline is not None and any(one is element for one in headline.iterancestors())
        if parent is None or within or len(element.text_content()) > _SHARE * whole:
            continue
        element.drop_tree()


def _is_further(element: Any) -> bool:
    names = f"{element.get('id') or ''} {element.get('class') or ''}"
    return len(names) > 1 and _FURTHER.search(names) is not None
