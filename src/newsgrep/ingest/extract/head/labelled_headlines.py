"""Headlines behind a label, with a section or a site behind bars."""

from __future__ import annotations

import re

from newsgrep.ingest.raw_document import Claim
from newsgrep.text.given_names import is_given_name


def with_all_told(claims: list[Claim], whole: str, number: int) -> list[Claim]:
    """What a labelled headline with bars says: nothing of it is in no claim.

    ``Title: A headline of words | WHARFER``: a site that nobody knows.
    """
    parts = [part.strip() for part in whole.split(" | ")]
    lost = [part for part in parts if not any(claim.value == part for claim in claims)]
    if not lost:
        return claims
    is_site = lost == parts[1:] and len(parts) == 2 and _SITE.fullmatch(parts[1]) is not None
    if is_site and parts[0].count(" ") > 1 and not is_given_name(parts[1].split()[0]):
        return [*claims, Claim("source", parts[1], f"behind the headline, line {number}", 0.6)]
    papers = {claim.value for claim in claims if claim.field == "source"}
    value = " | ".join(part for part in parts if part not in papers)
    return [claims[0]._replace(value=value), *claims[1:]]


_SITE = re.compile(r"(?:[A-ZÀ-Ý0-9][\w.&’'-]*\s?){1,3}")
