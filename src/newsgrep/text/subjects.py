"""Subjects of messages: signs of replies and of passing on, in many languages."""

from __future__ import annotations

import re

_PASSED_ON = r"fwd?|fw|wg|rv|tr|enc|i|pd|vb|vs|vl|ilt|doorst"
_PREFIX = re.compile(rf"(?:\s*(?:re|aw|res|r|sv|odp|ynt|{_PASSED_ON})\s*:\s*)+", re.IGNORECASE)
_FORWARDED = re.compile(rf"\s*(?:(?:re|aw)\s*:\s*)*(?:{_PASSED_ON})\s*:", re.IGNORECASE)


def is_passed_on(subject: str) -> bool:
    """Whether a subject says that its message passes on another: ``Fwd:``, ``WG:``, ``ENC:``."""
    return _FORWARDED.match(subject) is not None


def bare_subject(subject: str) -> str:
    """A subject without the signs of replies and of passing on before it."""
    return _PREFIX.sub("", subject, count=1).strip() if _PREFIX.match(subject) else subject.strip()
