"""The leaves of a question: for each word, phrase or wildcard, the keys to look up."""

from __future__ import annotations

from typing import NamedTuple

from newsgrep.engine.whoosh import fields
from newsgrep.engine.whoosh.bridging import Definition, long_forms, short_forms
from newsgrep.engine.whoosh.vocabulary import MAX_EXPANSION, Vocabulary
from newsgrep.query.tree import Fuzzy, Phrase, Regex, Wildcard, Word, describe
from newsgrep.results import Pattern
from newsgrep.text.words import Part, fold_phrase, words

LeafNode = Word | Phrase | Wildcard | Fuzzy | Regex
"""The nodes that are looked up in a dictionary."""


class Leaf(NamedTuple):
    """Alternatives, each a sequence of slots at successive positions, each a set of keys.

    A plain word is one alternative of one slot. ``zone`` narrows ``text`` to a part of it.
    """

    field: str
    zone: str
    alternatives: tuple[tuple[tuple[str, ...], ...], ...]

    def patterns(self) -> list[Pattern]:
        """What to highlight of it."""
        if self.field != fields.TEXT:
            return []
        return [
            Pattern(tuple(frozenset(slot) for slot in slots))
            for slots in self.alternatives
            if all(slots)
        ]


class LeafReader:
    """Turns the words of a query into leaves, and collects what ought to be said of it."""

    def __init__(self, vocabulary: Vocabulary, *, expand: bool = True) -> None:
        """``expand``: acronyms also stand for their long forms, and the other way round."""
        self._vocabulary = vocabulary
        self._expand = expand
        self.notes: list[str] = []

    def mentions(self, node: LeafNode) -> Leaf | None:
        """Where a person is mentioned in the text: by the full name, or the surname alone."""
        if not isinstance(node, Phrase | Word):
            return None
        slots = self._slots(fields.TEXT, node.text, True)
        if len(slots) < 2:
            return None
        return Leaf(fields.TEXT, "", (slots, (slots[-1],)))

    def leaf(self, node: LeafNode, scope: str) -> Leaf:
        """The leaf of ``node`` within the field or zone ``scope``."""
        zone = scope if scope in fields.ZONES else ""
        field = fields.TEXT if zone else scope
        match node:
            case Wildcard(pattern):
                return Leaf(field, zone, ((self._wildcard(field, pattern),),))
            case Regex(pattern):
                keys, cut = self._vocabulary.fitting(field, pattern)
                self._note_cut(f"/{pattern}/", cut)
                return Leaf(field, zone, ((tuple(keys),),))
            case Fuzzy(text, edits):
                keys = self._vocabulary.like(
                    field, next(words(text)).chunk.parts[0].terms[0], edits
                )
                return Leaf(field, zone, ((tuple(keys),),))
            case Word(text, exact) if field in fields.EXACT:
                del exact
                return Leaf(field, zone, (((fields.key(field, text),),),))
            case Word(text, exact):
                more = () if exact or field != fields.TEXT else self._long_forms(text)
                return Leaf(field, zone, (*self._word(field, text, exact), *more))
            case Phrase(text, exact):
                slots = self._slots(field, text, exact)
                more = () if exact or field != fields.TEXT else self._short_forms(text)
                return Leaf(field, zone, (slots, *more))

    def _long_forms(self, text: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """The long forms of an acronym typed in capitals, as phrases."""
        chunks = [word.chunk for word in words(text)]
        if not self._expand or len(chunks) != 1 or len(chunks[0].parts) != 1:
            return ()
        terms = chunks[0].parts[0].terms
        if len(terms) < 2 or not self._vocabulary.has_definitions:
            return ()
        found = long_forms(self._vocabulary, terms[1])
        for definition in found:
            self._note_also(f'"{definition.long}"', definition)
        return tuple(self._slots(fields.TEXT, definition.long, False) for definition in found)

    def _short_forms(self, text: str) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """The acronyms of a long form in quotation marks."""
        if not self._expand or not self._vocabulary.has_definitions:
            return ()
        found = short_forms(self._vocabulary, fold_phrase(text))
        for definition in found:
            self._note_also(definition.acronym, definition)
        return tuple(((fields.key(fields.TEXT, d.acronym),),) for d in found)

    def _note_also(self, what: str, definition: Definition) -> None:
        articles = "1 article" if definition.articles == 1 else f"{definition.articles:,} articles"
        self._note(f"also searched: {what} (so defined in {articles})")

    def _wildcard(self, field: str, pattern: str) -> tuple[str, ...]:
        keys, cut = self._vocabulary.matching(field, pattern)
        self._note_cut(pattern, cut)
        return tuple(keys)

    def _note_cut(self, pattern: str, cut: bool) -> None:
        if cut:
            self._note(
                f"{pattern} stands for more than {MAX_EXPANSION:,} words, or took too long; "
                "the rest is left out"
            )

    def note_places(self, node: LeafNode) -> None:
        """Say that the words of ``node`` stand in more places than were compared."""
        self._note(f"{describe(node)} stands in too many places; some of its words are left out")

    def _note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)

    def _word(self, field: str, text: str, exact: bool) -> tuple[tuple[tuple[str, ...], ...], ...]:
        """A word's alternatives: its parts in a row, and those parts joined."""
        chunks = [word.chunk for word in words(text)]
        slots = tuple(self._part(field, part, exact) for chunk in chunks for part in chunk.parts)
        if len(chunks) == 1 and chunks[0].joined:
            joined = chunks[0].joined
            keys = self._forms(field, joined, exact)
            return (slots, (keys,))
        return (slots,)

    def _slots(self, field: str, text: str, exact: bool) -> tuple[tuple[str, ...], ...]:
        return tuple(
            self._part(field, part, exact) for word in words(text) for part in word.chunk.parts
        )

    def _part(self, field: str, part: Part, exact: bool) -> tuple[str, ...]:
        if len(part.terms) > 1:
            word, acronym = part.terms
            key = fields.key(field, acronym)
            if word.upper() != acronym:
                # "MPs": the plural as it stands, and the acronym.
                return (fields.key(field, word), key)
            if self._vocabulary.holds(key):
                return (key,)
            if field == fields.TEXT:
                self._note(f"{acronym} is no acronym in this index; searched as the word {word}")
            return self._forms(field, word, exact)
        return self._forms(field, part.terms[0], exact)

    def _forms(self, field: str, word: str, exact: bool) -> tuple[str, ...]:
        if exact or field != fields.TEXT:
            return (fields.key(field, word),)
        return tuple(self._vocabulary.forms(word))
