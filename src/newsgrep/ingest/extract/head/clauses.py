"""Which lines are words of a text or a headline, and cannot be of a head."""

from __future__ import annotations

import re

from newsgrep.ingest.extract.head.credits import MAX_NAMES, opens_credit
from newsgrep.ingest.extract.head.head_words import has_role, is_furniture
from newsgrep.ingest.extract.head.publications import publication
from newsgrep.ingest.extract.names.personal_names import is_name

# It begins with one set of characters, so that the engine skips to the next of them by itself.
_SIGNALS = re.compile(
    r"[|·•@\t\d:–—-](?:(?<=[|·•@\t])|(?<=\d)\d|(?<=:)(?:\s|(?<=(?i:http):)|(?<=(?i:https):))"
    r"|(?<=\s[–—-])[–—-]?\s)"
)
_BY_FIRST = re.compile(r"\W*(?:by|por|von|par)\b", re.IGNORECASE)


def _has_signal(line: str) -> bool:
    """Whether a line has something that heads have: digits, separators, an address, a byline."""
    return _SIGNALS.search(line) is not None or _BY_FIRST.match(line) is not None


_LEAST_SHOUTED = 6
"""Words of a line in capitals from which on it is no name of a person or a paper."""
_LABELLED = re.compile(r"\W*[^\W\d_][\w -]{1,24}:\s|.*\|")
_DATED_FIRST = re.compile(
    r"\W*(?:(?:first |last )?(?:published|posted|updated)|publi(?:é|cado|cada)|mis à jour"
    r"|actualizado|veröffentlicht|aktualisiert|erstellt|pubblicato|aggiornato|atualizado"
    r"|gepubliceerd|bijgewerkt|publicerad|uppdaterad|publisert|oppdatert|opublikowano|zaktualizowano)\b.{0,24}\d",
    re.IGNORECASE,
)
"""A line of dates, however many words it has."""


def is_prose(line: str) -> bool:
    """Whether a line is running text beyond doubt: many small words, no sign of a head."""
    if len(line) < 40:
        return "。" in line and len(line) >= _SENTENCE  # of Chinese or Japanese
    small = sum([word[0].islower() for word in line.split(None, 24)])
    if small < 5:
        return "。" in line
    if not _has_signal(line):
        return True
    return small >= 8 and _LABELLED.match(line) is None and _DATED_FIRST.match(line) is None


_SENTENCE = 12
"""Signs of a sentence in Chinese or Japanese."""
_ENDS_IN_WORK = re.compile(
    r"\b(?:staff|writer|reporter|correspondent|editor|columnist|contributor)s?\s*$", re.IGNORECASE
)
"""What a byline without *by* may end in: ``Ann Poe, The Harbour Times staff writer``."""
_MAX_ROLE = 5
"""Words of a role with its place."""


def is_clause(line: str) -> bool:
    """Whether a line has no sign of a head and words of a sentence: it is a headline or text."""
    if len(line) < 20 or "(" in line or _has_signal(line):
        return False
    words = line.split(None, 12)
    small = sum([word[0].islower() and len(word) > 2 for word in words])
    clause = len(words) > 3 and small > 1 and not is_furniture(line)
    if not clause or ("," in line and _is_signed(line)):
        return False
    return len(line) > MAX_NAMES or not opens_credit(line)


def _is_signed(line: str) -> bool:
    """Whether a line ends in an author's work, or is a name and what its bearer is.

    ``Anne Poe, envoyée spéciale à Bergen``: a role and a place, and no more.
    """
    if _ENDS_IN_WORK.search(line) is not None:
        return True
    name, _, role = line.partition(",")
    return (
        len(role.split()) <= _MAX_ROLE
        and "," not in role
        and " " in name
        and is_name(name.strip())
        and has_role(role)
    )


def is_shouted_clause(line: str) -> bool:
    """Whether a line in capitals is too long for names: a headline of a wire, or text."""
    return (
        line.isupper()
        and len(line.split()) >= _LEAST_SHOUTED
        and not line.lstrip().startswith(("COPYRIGHT", "©", "(C)"))
        and not _has_signal(line)
        and not is_furniture(line)
        and not publication(line.strip())
    )


def is_spoken(value: str) -> bool:
    """Whether what stands behind a label is what somebody says, and the label names who.

    ``Reporter: Why did you write it?``, ``Source: I saw him leave the house at ten that night.``
    """
    said = value.rstrip(" \"'”’»)")
    if said.endswith(("?", "!", "？", "！")):
        return True
    return said.endswith((".", "…")) and len(said.split()) >= _SPOKEN


_SPOKEN = 8
"""Words of a sentence, which no name of a person or a paper has."""
