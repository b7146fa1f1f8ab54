"""Which comes first in ``03/04/2017``: what languages and countries do.

After the short numeric date formats of the Unicode CLDR. Year-first countries write the day
behind the month and so say nothing of dates that end in the year.
"""

from __future__ import annotations

import re

from newsgrep.text.web_address import host_of

DAY_FIRST_LANGUAGES = frozenset(
    """ar be bg bn bs ca cs cy da de el es et fa fi fr ga gl gu he hi hr id is it kk lv mk ms mt nb
    nl nn no pl pt ro ru sk sl sq sr sv ta te th tr uk ur vi""".split()
)
"""ISO 639-1 codes of the languages that write the day before the month."""

_MONTH_FIRST_REGIONS = frozenset(("us", "ph", "pr", "gu"))
_OPEN_REGIONS = frozenset(("ca",))
_DAY_FIRST_DOMAINS = frozenset(
    """ad ae ar at au bb be bg bo br by ch cl cr cu cy cz de dk do ec ee eg es fi fr gb gh gi gr gt
    hk hn hr ie il in iq is it jm jo ke kw lb lk lu lv ma mt mx my ng ni nl no nz om pa pe pk pl
    ps pt py qa ro rs ru sa se sg si sk sv sy th tn tr tt tz ua ug uk uy ve vn ye za zm
    zw""".split()
)
_MONTH_FIRST_DOMAINS = frozenset(("us", "gov", "mil", "edu", "ph"))
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z]{4})?(?:[-_]([A-Za-z]{2}))?\b")


def of_language(tag: str) -> bool | None:
    """Whether a language tag (``es``, ``en-GB``) says that days come first; None where open."""
    match = _TAG.match(tag.strip())
    if match is None:
        return None
    language, region = match[1].lower(), (match[2] or "").lower()
    if language == "en" and region:
        if region in _MONTH_FIRST_REGIONS:
            return False
        return None if region in _OPEN_REGIONS else True
    return True if language in DAY_FIRST_LANGUAGES and region not in _MONTH_FIRST_REGIONS else None


def of_site(address: str) -> bool | None:
    """Whether the country of a URL's or host's domain puts days first; None where open."""
    host = host_of(address) if "//" in address else address
    domain = host.rstrip(".").rpartition(".")[2].lower()
    if domain in _DAY_FIRST_DOMAINS:
        return True
    return False if domain in _MONTH_FIRST_DOMAINS else None
