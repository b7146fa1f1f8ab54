"""What the words of a question stand for: keys of the index, position by position."""

from __future__ import annotations

from typing import NamedTuple

from newsgrep.engines.columnar import term_keys
from newsgrep.results import FormsIn, Pattern


class Slot(NamedTuple):
    """What may stand at one position: any of ``keys``, and forms in some languages' articles."""

    keys: tuple[str, ...]
    forms: tuple[FormsIn, ...] = ()

    @property
    def all_keys(self) -> tuple[str, ...]:
        """All keys, whatever the language."""
        if not self.forms:
            return self.keys
        return (*self.keys, *(key for some in self.forms for key in some.terms))

    def __bool__(self) -> bool:
        return bool(self.keys or self.forms)


Slots = tuple[Slot, ...]


class ExpandedTerm(NamedTuple):
    """Alternatives, each a sequence of slots at successive positions.

    A plain word is one alternative of one slot. ``zone`` narrows ``text`` to a part of it.
    """

    field: str
    zone: str
    alternatives: tuple[Slots, ...]

    def forms(self, most: int) -> tuple[str, ...]:
        """The ways to write it, for people; of a word ``most`` forms."""
        ways = [
            " ".join("|".join(_words(slot, most)) for slot in slots)
            if len(slots) > 1
            else " ".join(_words(slots[0], most))
            for slots in self.alternatives
            if slots
        ]
        return tuple(way for way in ways if way)

    def patterns(self) -> list[Pattern]:
        """What to highlight of it."""
        if self.field != term_keys.TEXT:
            return []
        return [
            Pattern(
                tuple(frozenset(slot.keys) for slot in slots),
                tuple(slot.forms for slot in slots),
                self.zone,
            )
            for slots in self.alternatives
            if all(slots)
        ]


def _words(slot: Slot, most: int) -> list[str]:
    return [term_keys.split_key(key)[1] for key in dict.fromkeys(slot.all_keys[:most])]
