"""Names that papers of many places go by, which a place in brackets tells apart."""

from __future__ import annotations

from newsgrep.text.fold import fold

_BRITISH = frozenset(("london", "england", "uk", "united kingdom", "britain", "great britain"))
_SHARED = frozenset(
    """argus chronicle citizen courier echo examiner express gazette globe guardian herald
    independent journal leader mail mercury mirror monitor nation news observer post press record
    register reporter standard star sun telegraph times tribune""".split()
)


def is_one_of_several(name: str) -> bool:
    """Whether a name says in brackets which of many papers it is: ``The Star (South Africa)``.

    The British ones go without theirs: ``The Times (London)``.
    """
    paper, bracket, place = name.strip().partition("(")
    if not bracket or not place.endswith(")") or place.strip(" )").casefold() in _BRITISH:
        return False
    return fold(paper).strip().removeprefix("the ") in _SHARED


def is_shared(name: str) -> bool:
    """Whether many papers go by a name, as one of them is called for short: ``Post``."""
    return fold(name).strip().removeprefix("the ") in _SHARED
