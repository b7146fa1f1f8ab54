"""What site generators put into Markdown: Liquid's and Hugo's tags, attributes of kramdown."""

from __future__ import annotations

import re

_TOKEN = re.compile(
    r"""^[ ]{0,3}(?P<fence>`{3,}|~{3,})
    | (?P<code>`[^`\n]{1,500}`)
    | \{%-?\s{0,9}(?P<tag>\w+)(?:[^%{]|\{(?!%)|%(?!\})){0,3000}%\}
    | \]\([^()]{0,200}?\{\{(?P<link>[^{}\n]{0,200})\}\}[^()\n]{0,200}\)
    | ^[ ]{0,3}\[[^\]\n]{1,100}\]:[ \t]{0,9}\{\{(?P<reference>[^{}\n]{0,200})\}\}[^\n]{0,300}$
    | \{\{(?P<shortcode>[<%])(?:[^<>%{}]|%(?!\})){0,500}[>%]\}\}
    | \{:(?P<attributes>[ ]?[.\#\w][^{}\n]{0,200})\}""",
    re.MULTILINE | re.VERBOSE,
)
_RAW = re.compile(r"\{%-?\s{0,9}(?:end)?raw\s{0,9}-?%\}")


def without_templates(source: str) -> str:
    """Markdown without tags of templates; links whose target is one are links still.

    Code keeps what it says, and so does what ``{% raw %}`` encloses, but for targets of links.
    """
    if "{%" not in source and "{{" not in source and "{:" not in source:
        return source
    kept: list[str] = []
    at = 0
    fence = ""
    raw = hidden = False
    for match in _TOKEN.finditer(source):
        if match["fence"]:
            if not fence or match["fence"].startswith(fence):
                fence = "" if fence else match["fence"]
            continue
        tag = match["tag"] or ""
        as_said = raw and tag != "endraw" and match["link"] is None
        if (fence and tag not in ("raw", "endraw")) or as_said:
            continue
        if not hidden:
            kept += source[at : match.start()], _instead(match)
        at = match.end()
        raw = tag == "raw" or (raw and tag != "endraw")
        hidden = tag == "comment" or (hidden and tag != "endcomment")
    return "".join((*kept, source[at:]))


def _instead(match: re.Match[str]) -> str:
    if match["code"]:
        return _RAW.sub("", match["code"])
    if match["link"] is not None:
        return "](#)"
    return match.group().partition(":")[0] + ": #" if match["reference"] is not None else ""
