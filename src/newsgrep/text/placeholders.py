"""What programs and sites write where there is nothing to write: the one list of it."""

from __future__ import annotations

import re

from newsgrep.text.lazy_regex import regex

NOTHING = (
    r"(?:no|not|without)[ _-](?:authors?|bylines?|body|content|text|article|date|titles?|headlines?"
    r"|description|summary|abstract|source|publisher|url|link|tags?|keywords?|section|category|data"
    r"|available|found|given|provided|specified|known|applicable)"
    r"(?: (?:was |were )?(?:found|available|given|provided|listed|specified|extracted))?\.?"
    r"|(?:article |page |news )?(?:author|byline|content|text|article|date|title|headline|source"
    r"|description|summary)s?:? (?:is |was )?(?:not (?:available|found|given|provided|specified)"
    r"|unavailable|missing|unknown)\.?|untitled(?: (?:article|document|page))?|\[untitled\]"
    r"|n/?a|nan|\[(?:removed|deleted)\]|none|null(?:[ ,;]+null)*|nil|undefined|unknown|-+"
    r"|\\N|[<(\[{](?:null|none|nan?|nil|n/a|empty|missing|undefined)[>)\]}]"
    r"|[\[({]\s?(?:''|\"\")?\s?[\])}]|#(?:n/a|null|value|ref|name|num|div/0)[!?]?"
)
"""An expression of what stands for no value, in any field; for ``re.IGNORECASE``.

``\\N`` is what MySQL and PostgreSQL export, ``<NA>`` what pandas does, ``#N/A`` spreadsheets.
"""

_BEHIND = r"(?: [^\W\d_][\w&-]{1,20}){0,2}"
_DESKS = (
    r"(?:the )?(?:(?:news|web|online|digital|editorial|content|sports?|business|world|city|national"
    r"|social media|communications?|press|media|production) ?)(?:team|desk|board|staff|office)"
    r"|newsroom|editorial|press release|staff"
    r"|(?:(?:die|unsere?|ihre) )?(?:[^\W\d_]{2,20}[ -]?)?redaktion(?:steam)?"
    + _BEHIND
    + r"|redaktionen"
    r"|(?:di |dalla |la )?redazione"
    + _BEHIND
    + r"|(?:la )?redacci[óo]n"
    + _BEHIND
    + r"|(?:da )?reda[çc][ãa]o"
    + _BEHIND
    + r"|(?:par )?(?:la )?r[ée]daction"
    + _BEHIND
    + r"|redakce"
    + _BEHIND
    + r"|redakcia|redakcja"
    + _BEHIND
    + r"|redactie"
    + _BEHIND
    + r"|redaksjonen|tim redaksi|szerkeszt[őo]s[ée]g|toimitus|uredni[šs]tvo|haber merkezi"
    r"|.{0,20}(?:編集部|编辑部|編輯部|편집국|편집부|뉴스팀)"
    r"|komer[čc]n[íi] (?:[čc]l[áa]nek|sd[ěe]len[íi])|advertorial|sponsored(?: (?:content|post))?"
    r"|anzeige|publireportage|contenido patrocinado|partner content"
)
"""Desks, newsrooms and who pays for a text, as bylines name them."""
NOBODY = (
    r"(?:no[ _-]?)?(?:author|autor|byline)s?(?: available)?"
    r"|(?:please )?enter your name(?: here)?|your name(?: here)?|admin|administrator|webmaster|root"
    r"|admin[a-z]{0,4}_\w+|kontributor(?: \w+)?"
    r"|posted|published|updated|by|von|par|por|guest(?: author)?|unknown author|unbekannt"
    r"|anonymous(?: user)?|(?:no[ _-])?name|unbenannt|unnamed|гость|админ|администратор|user"
    r"|(?:user )?admin(?: user)?|(?:please )?enter your name(?: here)?|(?:first|last) name"
    r"|uppdatera[dt]"
    r"|редакция|redaktori|redação|redacción|redazione|redaksi|(?:η )?συντακτικ[ήη] ομ[άα]δα"
    r"|(?:created|developed|designed|powered) by\b.*|\d{1,3}(?:\.\d{1,3}){3}|\d+|/[\w/-]+"
    rf"|default|{_DESKS}|{NOTHING}"
)
"""An expression of what stands for no name of an author: all that, and names of accounts."""

LONGEST_VALUE = 50
LONGEST_NAME = 32
_NOTHING = regex(NOTHING, re.IGNORECASE)
_NOBODY = regex(NOBODY, re.IGNORECASE)


_CLOCK = regex(r"\d{1,2}[:.]?\d\d (?:GMT|UTC|BST|CES?T|[ECMP][SD]?T|HKT|IST)", re.IGNORECASE)


def is_no_value(text: str) -> bool:
    """Whether a value is none: empty, ``N/A``, ``No description available.``"""
    text = text.strip()
    nothing = len(text) < LONGEST_VALUE and _NOTHING.fullmatch(text) is not None
    return not text or nothing or _CLOCK.fullmatch(text) is not None


def is_no_name(name: str) -> bool:
    """Whether a name is none: ``No Author``, ``admin``, ``By``."""
    return len(name) < LONGEST_NAME and _NOBODY.fullmatch(name.strip(" .:")) is not None
