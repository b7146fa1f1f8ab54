"""Sentences that a program broke at each link and each word in italics.

Scrapers that take the text of a page's elements a line each leave ``has ␣⏎joined⏎␣TikTok``: the
blanks around the link are still there, and tell where the lines belong together.
"""

from __future__ import annotations

import re

_SURE = re.compile(r"(?<![.!?…\n])\n(?: (?=[a-zß-öø-ÿа-я])| ?[,;.)](?=\s))")
"""An end of a line before what only goes on: a blank and a small letter, a comma."""
_OPENS_BROKEN = re.compile(r"[^\W\d_][\w.&’'-]*(?: [\w.&’'-]+){0,2}\n [a-zß-öø-ÿа-я]+ .{40}")
"""``Apple⏎ reported …``: the first sentence goes on behind the name that it begins with."""
_SIGNS = ("\n ", "\n,", "\n;", "\n.", "\n)")
_FEWEST, _SHARE = 2, 0.02
"""Such ends that a text has, and for how many of its lines."""
_MOST = 0.5
"""A text of which more lines than this share begin with a blank is indented."""
_MARKS = frozenset(",;.)’'”")
_ENDS = re.compile(r"[.!?…:][\"'”’»)\]]*\s*$")


def with_broken_joined(text: str) -> str:
    """``text`` with such sentences whole, where there are several; else ``text`` itself."""
    if not any(sign in text for sign in _SIGNS):
        return text  # as most texts, without a search for each line's end
    if _OPENS_BROKEN.match(text) is not None:
        # A word or two that would be taken for a line of the head.
        text = text.replace("\n", "", 1)
    lines = text.split("\n")
    sure = sum(1 for _ in _SURE.finditer(text))
    if sure < max(_FEWEST, _SHARE * len(lines)):
        return text
    if sum(line[:1] == " " for line in lines) > _MOST * len(lines):
        return text  # indented as a whole
    found = [lines[0]]
    for line in lines[1:]:
        if _goes_on(found[-1], line):
            gap = "" if found[-1][-1:].isspace() or line[0].isspace() or line[0] in _MARKS else " "
            found[-1] += gap + line
        else:
            found.append(line)
    return "\n".join(found)


def _goes_on(before: str, line: str) -> bool:
    """Whether a line goes on with the sentence of the one before it."""
    if not before.strip() or not line.strip():
        return False
    if line[0] in _MARKS:
        return True
    if _ENDS.search(before) is not None or before.isupper():
        return False
    return before[-1].isspace() or line[0] == " "
