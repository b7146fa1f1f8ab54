"""What bylines say beside a name: the author's role, beat and paper."""

from __future__ import annotations

import re

from newsgrep.ingest.extract.head.publications import publication
from newsgrep.text.lazy_regex import regex

ROLE = regex(
    r"\b(?:staff|writers?|reporters?|correspondents?|editors?|contributors?|contributing|columnist"
    r"|bureau|desk|chief|producer|photographer|redacteur|redakteur\w*|korrespondent\w*"
    r"|corresponsal|correspondant\w*|verslaggever|special|service|agenc(?:y|ies)|host"
    r"|news)\b", re.I,
)  # fmt: skip
PAPER = regex(
    r"\b(?:media|times|post|tribune|press|herald|guardian|today|journal|chronicle|network|gazette"
    r"|newspapers?|radio|tv|daily|zeitung|presse)\b|\.\w{2,4}$", re.I,
)  # fmt: skip
_PERSON = regex(
    r"(?:(?:[A-ZÀ-ÝĀ-Ž]|[dlon]['’][A-ZÀ-Ý])[\w’'.-]*|(?:de|del|de la|da|do|dos|das|di|du|van|von"
    r"|der|den|ter|ten|zu|zur|la|le|el|al|bin|ibn|bint|wa|ould|abu|af|av|y|e|of|[dlon]['’]?)(?=\s))"
    r"(?:[\s-]|$)"
)
_WORK = frozenset(
    """staff writer writers reporter reporters correspondent correspondents editor editors
    columnist columnists contributor contributors photographer reports writes berichtet""".split()
)
_BEATS = frozenset(
    """affairs arts assistant aviation business chief city contributing crime defence deputy
    diplomatic economics education energy environment finance financial food foreign global
    health home industrial international investigations legal managing markets media motoring
    national political politics property religious resources retail science senior social
    special sport sports technology transport travel wine""".split()
)
_KINDS = frozenset(
    """analysis comment commentary opinion exclusive review interview profile design feature column
    kommentar analyse meinung porträt reportage opinión análisis chronique tribune édito""".split()
)
"""Kinds of texts, which stand beside a name without a comma: ``ANN POE ANALYSIS``."""
_MOST_WORDS = 12
"""Words of a piece of a byline; one of more is a sentence."""


def is_person(name: str) -> bool:
    """Whether a name has the shape of a person's: capitals, particles, ``wa Thiong'o``."""
    words = name.split()
    if not 2 <= len(words) <= 6 or ROLE.search(name):
        return False
    return sum(len(match.group()) for match in _PERSON.finditer(name)) >= len(name) - 1


def without_work(piece: str) -> list[str]:
    """The names in a piece of a byline, without a role or a paper that no comma parts from them.

    ``Ann Poe Staff Writer``, ``Ann Poe Harbour Times``; the paper may stand between two names.
    """
    words = piece.split()
    if not 3 <= len(words) <= _MOST_WORDS:
        return [" ".join(words)]
    if len(words) <= _MOST_NAMED + 1:
        words = _without_kind(words)
    role = next((at for at, word in enumerate(words) if at > 1 and word.lower() in _WORK), 0)
    if role:
        name = words[:role]
        shouted = " ".join(name[:2]).isupper()
        while len(name) > 2 and (name[-1].lower() in _BEATS or (shouted and name[-1].istitle())):
            name.pop()
        if is_person(" ".join(name)) and name[-1].lower() != "editorial":
            words = name
    return _without_paper(words)


_MOST_NAMED = 4


def _without_kind(words: list[str]) -> list[str]:
    """The words of a name without the kind of text that stands before or behind them."""
    for kind, name in ((words[0], words[1:]), (words[-1], words[:-1])):
        if kind.lower().rstrip(":") in _KINDS and is_person(" ".join(name)):
            return name
    return words


def _without_paper(words: list[str]) -> list[str]:
    """Names around the paper that stands among ``words``."""
    if len(words) > 3 and "the" in map(str.lower, words[2:-1]):
        # "Ann Poe The Spokesman-Review": no name goes on so.
        at = next(at for at in range(2, len(words)) if words[at].lower() == "the")
        if is_person(" ".join(words[:at])) and publication(" ".join(words[at:])):
            return [" ".join(words[:at])]
    if len(words) > 3 and PAPER.search(" ".join(words)) is not None:
        for start in range(2, len(words) - 1):
            name = " ".join(words[:start])
            if not is_person(name):
                continue
            for end in range(len(words), start + 1, -1):
                paper = " ".join(words[start:end])
                if PAPER.search(paper) is not None and publication(paper):
                    rest = " ".join(words[end:])
                    return [name, rest] if rest and is_person(rest) else [name]
    return [" ".join(words)]
