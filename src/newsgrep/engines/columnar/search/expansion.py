"""Expands the terms of a question: a word, phrase or wildcard to the keys to look up."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.search.expanded_terms import ExpandedTerm, Slot, Slots
from newsgrep.engines.columnar.search.synonyms import Definition, long_forms, short_forms
from newsgrep.engines.columnar.search.vocabulary import MAX_EXPANSION, Vocabulary
from newsgrep.fields import ZONES
from newsgrep.query.ast import Fuzzy, Phrase, Regex, Wildcard, Word, describe
from newsgrep.text.function_words import FUNCTION_WORDS
from newsgrep.text.words import (
    LONGEST_ACRONYM,
    Chunk,
    Part,
    asked_parts,
    first_cluster,
    fold_phrase,
    has_unspaced,
    plural_of,
    words,
)  # fmt: skip

TermNode = Word | Phrase | Wildcard | Fuzzy | Regex
"""The nodes that are looked up in a dictionary."""

MAX_ALTERNATIVES = 32
"""Ways to write a phrase with hyphens, without, or as one word, that are looked for."""

MAX_VARIED = 60
"""Words of a phrase up to which other ways to write it are looked for."""

_PREFIXES = ("anti", "counter", "cyber", "micro", "multi", "neo", "non", "pseudo", "semi", "ultra")
"""First parts of words that are written with a hyphen, without, and apart, and hardly ever
stand by themselves."""
_LEAST_AFTER_PREFIX = 4
# From the beginning of each word alone, so that a long one is looked through once.
_WILDCARD_WORD = re.compile(r"(?<!\S)[^\s*?]*+[*?]\S*")


class TermExpander:
    """Expands the terms of a query, and collects what ought to be said of it."""

    def __init__(self, vocabulary: Vocabulary, *, expand: bool = True) -> None:
        """``expand``: acronyms also stand for their long forms, and the other way round."""
        self._vocabulary = vocabulary
        self._expand = expand
        self.notes: list[str] = []

    def mentions(self, node: TermNode) -> ExpandedTerm | None:
        """Where a person is mentioned in the text: by the full name, or the surname alone."""
        if not isinstance(node, Phrase | Word):
            return None
        slots = self._as_written(term_keys.TEXT, node.text, True)
        if len(slots) < 2:
            return None
        return ExpandedTerm(term_keys.TEXT, "", (slots, (slots[-1],)))

    def expanded(self, node: TermNode, scope: str) -> ExpandedTerm:
        """What ``node`` stands for within the field or zone ``scope``."""
        zone = scope if scope in ZONES else ""
        field = term_keys.TEXT if zone else scope
        return ExpandedTerm(field, zone, self._alternatives(node, field))

    def _alternatives(self, node: TermNode, field: str) -> tuple[Slots, ...]:
        match node:
            case Wildcard(pattern):
                return ((self._wildcard(field, pattern),),)
            case Regex(pattern):
                keys, cut = self._vocabulary.fitting(field, pattern)
                self._note_cut(f"/{pattern}/", cut)
                return ((Slot(tuple(keys)),),)
            case Fuzzy(text, edits):
                term = next(words(text)).chunk.parts[0].terms[0]
                keys, cut = self._vocabulary.like(field, term, edits)
                self._note_cut(f"{text}~{edits}", cut)
                return ((Slot(tuple(keys)),),)
            case Word(text) if field in term_keys.EXACT:
                return ((Slot((term_keys.key(field, text),)),),)
            case Word(text, exact):
                self._note_signs(text)
                return (*self._ways(field, text, exact), *self._long_forms(field, text, exact))
            case Phrase(text, exact):
                return (*self._ways(field, text, exact), *self._short_forms(field, text, exact))

    # Acronyms

    def _long_forms(self, field: str, text: str, exact: bool) -> tuple[Slots, ...]:
        """The long forms of an acronym typed in capitals, as phrases."""
        if exact or field != term_keys.TEXT or not self._expand:
            return ()
        chunks = [word.chunk for word in words(text)]
        if len(chunks) != 1 or len(chunks[0].parts) != 1:
            return ()
        terms = chunks[0].parts[0].terms
        if len(terms) < 2 or not self._vocabulary.has_definitions:
            return ()
        found = long_forms(self._vocabulary, terms[1].removesuffix("+"))
        for definition in found:
            self._note_also(f'"{definition.long}"', definition)
        return tuple(self._as_written(term_keys.TEXT, d.long, False) for d in found)

    def _short_forms(self, field: str, text: str, exact: bool) -> tuple[Slots, ...]:
        """The acronyms of a long form in quotation marks."""
        if exact or field != term_keys.TEXT or not self._expand:
            return ()
        if not self._vocabulary.has_definitions:
            return ()
        found = short_forms(self._vocabulary, fold_phrase(text))
        for definition in found:
            self._note_also(definition.acronym, definition)
        return tuple((Slot((term_keys.key(term_keys.TEXT, d.acronym),)),) for d in found)

    def _is_acronym(self, acronym: str, word: str, exact: bool) -> bool:
        """Whether capitals ask for an acronym: where the archive mostly has the word so.

        A word of grammar (US, WHO, IT) and an acronym that some article defines are acronyms
        however rare they are: nobody asks for *who* in capitals.
        """
        vocabulary = self._vocabulary
        standing = vocabulary.live(acronym)
        if not standing:
            self._note(f"{acronym} is no acronym in this index; searched as the word {word}")
            return False
        if exact or word in FUNCTION_WORDS or vocabulary.defines(acronym):
            return True
        if 2 * standing >= vocabulary.live(word):
            return True
        articles = "1 article" if standing == 1 else f"{standing:,} articles"
        self._note(
            f"{acronym} is searched as the word {word}; in capitals it stands in {articles}: "
            f"={acronym}"
        )
        return False

    # Notes

    def _note_also(self, what: str, definition: Definition) -> None:
        articles = "1 article" if definition.articles == 1 else f"{definition.articles:,} articles"
        self._note(f"also searched: {what} (so defined in {articles})")

    def _note_cut(self, pattern: str, cut: bool) -> None:
        if cut:
            self._note(
                f"{pattern} stands for more than {MAX_EXPANSION:,} words, or took too long; "
                "the rest is left out"
            )

    def _note_signs(self, text: str) -> None:
        """Say that ``C++`` is searched as the word c: signs are no part of words."""
        if text.isalnum() or not re.search(r"[+#@$€£%&=<>\\]|(?<!\w)\.\w", text):
            return
        read = fold_phrase(text)
        self._note(f'{text} is searched as "{read}": signs are no part of words here')

    def note_places(self, node: TermNode) -> None:
        """Say that the words of ``node`` stand in more places than were compared."""
        self._note(f"{describe(node)} stands in too many places; some of its words are left out")

    def _note(self, text: str) -> None:
        if text not in self.notes:
            self.notes.append(text)

    # Words

    def _wildcard(self, field: str, pattern: str) -> Slot:
        keys, cut = self._vocabulary.matching(field, pattern)
        self._note_cut(pattern, cut)
        if pattern.endswith("?"):
            self._note(
                f"{pattern}: the ? stands for one more letter; leave it out for the word itself"
            )
        return Slot(tuple(keys))

    def _ways(self, field: str, text: str, exact: bool, whole: bool = False) -> tuple[Slots, ...]:
        """The ways in which a word or phrase may be written: with hyphens, joined, apart.

        ``whole``: to its last character, also in scripts without spaces.
        """
        items = list(_items(text))
        ways: list[list[tuple[Slots, int]]] = []
        for at, item in enumerate(items):
            if isinstance(item, str):
                slot = self._wildcard(field, item)
                in_parts = self._in_parts(field, slot) if len(items) > 1 else []
                ways.append([((slot,), 1), *((slots, 1) for slots in in_parts)])
                continue
            followed = whole or at + 1 < len(items)
            own = [(self._parts(field, item, exact, followed), 1)]
            if exact and len(items) > 1 and len(own[0][0]) == 1:
                own += [(slots, 1) for slots in self._in_parts(field, own[0][0][0])]
            if not exact or item.joined:
                own += [(slots, 1) for slots in self._other_ways(field, item, exact)]
            if not exact and len(items) > 1 and len(item.parts) == 1:
                own += [(slots, 1) for slots in self._tied(field, item.parts[0].terms[0])]
            following = items[at + 1] if at + 1 < len(items) else None
            if not exact and field == term_keys.TEXT and isinstance(following, Chunk):
                own += [(slots, 2) for slots in self._joined_with(item, following)]
            ways.append(own)
        return _sequences(ways)

    def from_first_to_last(self, node: TermNode, term: ExpandedTerm) -> ExpandedTerm:
        """A term as it is measured: to its last part, and to its last character.

        A joined word stands where its first part does, so that what follows ``anti-narcotics`` is
        one further than what follows ``antinarcotics``; and what follows 中国 follows its 国.
        """
        if isinstance(node, Word | Phrase):
            if term.field != term_keys.TEXT or not (node.exact or has_unspaced(node.text)):
                return term
            if node.exact and not has_unspaced(node.text):
                return self._with_parts(term)
            return term._replace(
                alternatives=self._ways(term.field, node.text, node.exact, whole=True)
            )
        return self._with_parts(term)

    def _with_parts(self, term: ExpandedTerm) -> ExpandedTerm:
        """A term with the words of one slot that are joined from several also to their last."""
        slots = [some[0] for some in term.alternatives if len(some) == 1]
        more = [way for slot in slots for way in self._in_parts(term.field, slot)]
        return term._replace(alternatives=(*term.alternatives, *more)) if more else term

    def _in_parts(self, field: str, slot: Slot) -> list[Slots]:
        """The words of a slot that are joined from several: by how many, with their other parts."""
        if field != term_keys.TEXT:
            return []
        joined: dict[int, dict[str, list[tuple[str, ...]]]] = {}
        for word, parts in self._vocabulary.hyphenated(slot.keys):
            joined.setdefault(len(parts), {}).setdefault(word, []).append(parts)
        return [
            (
                Slot(tuple(words)),
                *(
                    Slot(tuple(sorted({parts[at] for some in words.values() for parts in some})))
                    for at in range(1, length)
                ),
            )
            for length, words in sorted(joined.items())
        ]

    def _as_written(self, field: str, text: str, exact: bool) -> Slots:
        """The slots of a text's words as they stand there."""
        chunks = [word.chunk for word in words(text)]
        return tuple(
            slot
            for at, chunk in enumerate(chunks, start=1)
            for slot in self._parts(field, chunk, exact, at < len(chunks))
        )

    def _other_ways(self, field: str, chunk: Chunk, exact: bool) -> list[Slots]:
        """A hyphenated word joined; a joined word in the parts that the archive writes it in.

        Of a hyphenated word, each part may be joined itself: shakeup-in is shake-up in.
        """
        found: list[Slots] = []
        if chunk.joined and not exact:
            found.append((self._forms(field, chunk.joined, exact),))
        if exact or field != term_keys.TEXT:
            return found
        for at, part in enumerate(chunk.parts):
            if len(part.terms) > 1:
                continue
            before, after = chunk.parts[:at], chunk.parts[at + 1 :]
            splits = [
                tuple(self._forms(field, word, exact) for word in split)
                for split in self._splits(part.terms[0])
            ]
            if len(chunk.parts) > 1:
                splits += self._tied(field, part.terms[0])
            found += [
                (
                    *(self._part(field, one, exact) for one in before),
                    *split,
                    *(self._part(field, one, exact) for one in after),
                )
                for split in splits
            ]
        return found

    def _tied(self, field: str, word: str) -> list[Slots]:
        """A word as it is written with a hyphen and a word of grammar, which takes as many places
        as it has parts: what follows *to-do* is one further than what follows *todo*."""
        if field != term_keys.TEXT or not any(
            not FUNCTION_WORDS.isdisjoint(parts) for parts in self._vocabulary.splits(word)
        ):
            return []
        return self._in_parts(field, self._vocabulary.forms(word))

    def _splits(self, term: str) -> list[tuple[str, ...]]:
        """The parts in which the archive also writes a word."""
        splits = self._written_apart(term)
        for prefix in _PREFIXES:
            rest = term.removeprefix(prefix)
            if rest != term and len(rest) >= _LEAST_AFTER_PREFIX and self._vocabulary.holds(prefix):
                splits.append((prefix, rest))
        return list(dict.fromkeys(splits))

    def _written_apart(self, joined: str) -> list[tuple[str, ...]]:
        """The parts of a word that somebody wrote with a hyphen, where they are no words of
        grammar: for one *to-do* or *so-on* every *to do* and *so on* would be found."""
        splits = self._vocabulary.splits(joined)
        return [parts for parts in splits if FUNCTION_WORDS.isdisjoint(parts)]

    def _joined_with(self, chunk: Chunk, following: Chunk) -> list[Slots]:
        """Two words of a phrase as one, where the archive writes them with a hyphen somewhere."""
        if len(chunk.parts) != 1 or len(following.parts) != 1:
            return []
        first, second = chunk.parts[0].terms[0], following.parts[0].terms[0]
        joined = first + second
        if first not in _PREFIXES and (first, second) not in self._written_apart(joined):
            return []
        return [(self._forms(term_keys.TEXT, joined, False),)]

    def _parts(self, field: str, chunk: Chunk, exact: bool, followed: bool) -> Slots:
        parts = chunk.parts if followed else asked_parts(chunk)
        return tuple(self._part(field, part, exact) for part in parts)

    def _part(self, field: str, part: Part, exact: bool) -> Slot:
        word = part.terms[0]
        if first_cluster(word) == word:
            return Slot(tuple(self._vocabulary.beginning_with(field, word)))
        if field != term_keys.TEXT:
            return self._forms(field, word, exact)
        also = part.terms[1] if len(part.terms) > 1 else ""
        if also[:1].isdigit() or also.islower():
            # 1.400, which is found by 1400, and Ankara'da, which is found by Ankara.
            return self._forms(field, word, exact) if also.islower() else Slot((word,))
        if also.endswith("+"):
            # "MPs": the plural, and the acronym; PCS is another than PCs.
            if exact or self._vocabulary.holds(also):
                return Slot((also,) if exact else (also, also[:-1]))
            return Slot((word, also[:-1]))
        if also and self._is_acronym(also, word, exact):
            return Slot((also,) if exact else (also, plural_of(also)))
        slot = self._forms(field, word, exact)
        if not exact and len(word) <= LONGEST_ACRONYM and self._vocabulary.holds(plural_of(word)):
            return slot._replace(keys=(*slot.keys, plural_of(word)))
        return slot

    def _forms(self, field: str, word: str, exact: bool) -> Slot:
        if exact or field != term_keys.TEXT:
            return Slot((term_keys.key(field, word),))
        return self._vocabulary.forms(word)


def _items(text: str) -> Iterator[Chunk | str]:
    """The words of a phrase, and the wildcards among them as they are written."""
    at = 0
    for match in _WILDCARD_WORD.finditer(text):
        pattern = match.group().rstrip("?!.,;:").lstrip("(¿¡'‘")
        if not ("*" in pattern or "?" in pattern):
            continue
        yield from (word.chunk for word in words(text[at : match.start()]))
        yield pattern
        at = match.end()
    yield from (word.chunk for word in words(text[at:]))


def _sequences(ways: Sequence[Sequence[tuple[Slots, int]]]) -> tuple[Slots, ...]:
    """The sequences of slots that the ways to write each item make; as written first.

    Some at most, each once; of a phrase of very many words only that which is as written.
    """
    if len(ways) > MAX_VARIED:
        return (tuple(slot for way in ways for slot in way[0][0]),)
    following: list[tuple[Slots, ...]] = [((),)]
    for at in range(len(ways) - 1, -1, -1):
        here = (
            (*slots, *rest)
            for slots, taken in ways[at]
            for rest in following[len(ways) - at - taken]
        )
        following.append(tuple(islice(dict.fromkeys(here), MAX_ALTERNATIVES)))
    return following[-1]
