"""The language of an article: what its text says, against what its container claims."""

from __future__ import annotations

from collections.abc import Iterable

from newsgrep.ingest.raw_document import Claim
from newsgrep.text.language import contradicts, language_code, language_of

_PLAIN = 200
"""Characters of text that tell their language whatever a container says."""
_SURE, _PLAINLY = 0.85, 0.97


def language_claims(text: str, claims: Iterable[Claim]) -> list[Claim]:
    """The claim of the language that a text is in; surer than a container that it contradicts."""
    language = language_of(text)
    if not language:
        return []
    told = [language_code(claim.value) for claim in claims if claim.field == "language"]
    plainly = len(text) >= _PLAIN and any(contradicts(language, one) for one in told)
    return [Claim("language", language, "words of the text", _PLAINLY if plainly else _SURE)]
