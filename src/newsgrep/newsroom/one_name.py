"""The names that one person or organization has in different articles, joined.

Two names are of one where nothing speaks against it: they are written alike but for accents,
capitals, titles and dots; the one has a part more (*Joan Quill*, *Joan M. Quill*); or the one is a
surname or an initial with it (*Quill*, *J. Quill*) that only one longer name has. An acronym is its
long form where an article says so.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from newsgrep.text.fold import fold
from newsgrep.text.titles import TITLES

_TITLES = frozenset(fold(title) for title in TITLES)
_FORMS = frozenset("inc corp co ltd plc llc ag sa nv gmbh spa bhd limited corporation".split())
"""What firms have behind their names."""

Words = tuple[str, ...]


def joined(
    names: Mapping[str, int], *, person: bool, long_forms: Mapping[str, str] | None = None
) -> dict[str, str]:
    """For each name the one that stands for all of its bearer.

    ``names`` have the number of articles that use each, ``long_forms`` long forms by acronym.
    """
    by_words: dict[Words, list[str]] = defaultdict(list)
    # OPEC and Opec, as far as it is no word.
    long_of = {fold(short): long for short, long in (long_forms or {}).items()}
    for name in names:
        words = _words(long_of.get("" if person else fold(name), name), person=person)
        by_words[words or (fold(name),)].append(name)
    leads = _leads(by_words) if person else {words: words for words in by_words}
    groups: dict[Words, list[str]] = defaultdict(list)
    for words, some in by_words.items():
        groups[leads[words]] += some
    return {
        name: label for some in groups.values() for label in [_label(some, names)] for name in some
    }


def _words(name: str, *, person: bool) -> Words:
    """What of a name counts: its words, folded, without titles or forms of firms."""
    words = [word.strip(".,'’\"") for word in fold(name).replace("-", " ").split()]
    words = [word for word in words if word]
    if person:
        while len(words) > 1 and words[0] in _TITLES:
            words = words[1:]
        if len(words) > 2 and words[-1] in ("jr", "sr"):
            words = words[:-1]
    else:
        while len(words) > 1 and words[-1] in _FORMS:
            words = words[:-1]
        if len(words) > 1 and words[0] == "the":
            words = words[1:]
    return tuple(words)


def _leads(people: Iterable[Words]) -> dict[Words, Words]:
    """For each name of a person the longest name of the same."""
    by_word: dict[str, list[Words]] = defaultdict(list)
    for words in people:
        for word in {*words}:
            by_word[word].append(words)
    longer: dict[Words, Words] = {}
    for words in people:
        fuller = [
            other
            for other in by_word[max(words, key=len)]
            if _size(other) > _size(words) and _is_short_for(words, other)
        ]
        # The shortest of them, if it is short for all the others: else it could be either's.
        fuller.sort(key=_size)
        if fuller and all(_is_short_for(fuller[0], other) for other in fuller[1:]):
            longer[words] = fuller[0]
    leads = {}
    for words in people:
        lead = words
        while lead in longer:
            lead = longer[lead]
        leads[words] = lead
    return leads


def _size(words: Words) -> tuple[int, int, Words]:
    """What the fuller of two names has more of."""
    return len(words), sum(map(len, words)), words


def _is_short_for(short: Words, full: Words) -> bool:
    """Whether ``short`` may be what ``full`` is called: a surname, initials, a part left out."""
    if short == full:
        return True
    if len(short) == 1:
        return len(full) > 1 and full[-1] == short[0] and len(short[0]) > 1
    if full[-len(short) :] == short:
        return True
    at = 0
    for number, word in enumerate(short):
        while at < len(full) and not _fits(word, full[at]):
            at += 1
        if at == len(full) or (number == 0 and at > 0):
            return False
        at += 1
    return any(len(word) > 1 and word in full[1:] for word in short[1:])


def _fits(word: str, other: str) -> bool:
    """The same word, or the one the initial of the other."""
    return word == other or (
        min(len(word), len(other)) == 1 and word[:1] == other[:1] and word != other
    )


def _label(names: list[str], articles: Mapping[str, int]) -> str:
    """The name that most articles use, a full one before a surname or an acronym."""
    return max(names, key=lambda name: (" " in name, articles[name], len(name), name))
