"""What programs write where they found no value: ``Title not found``, ``N/A``, ``[no author]``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsgrep.ingest.raw_document import Claim
from newsgrep.text.lazy_regex import regex

_WHAT = (
    r"(?:article |page |news )?(?:title|headline|author|byline|date|source|summary|description)s?"
)
_NOT = r"not (?:found|available|provided|specified|given|extracted)"
_PLACEHOLDER = regex(
    rf"[\W_]*(?:(?:{_WHAT}:? (?:is |was )?)?{_NOT}"
    rf"|{_WHAT}:? (?:is |was )?(?:unavailable|missing|unknown)|(?:no|unknown|missing|empty) {_WHAT}"
    r"(?: (?:found|available|provided|specified|given))?|untitled(?: (?:article|document|page))?"
    r"|n/a|nan|null|undefined)[\W_]*",
    re.IGNORECASE,
)
_LONGEST = 40
_FIELDS = frozenset(("title", "deck", "authors", "source"))


def without_placeholders(claims: Iterable[Claim]) -> list[Claim]:
    """The claims but for those whose value says that there is none."""
    return [
        claim
        for claim in claims
        if claim.field not in _FIELDS
        or len(claim.value) > _LONGEST
        or _PLACEHOLDER.fullmatch(claim.value) is None
    ]
