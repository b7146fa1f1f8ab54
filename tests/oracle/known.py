"""An archive as the oracle sees it: its articles, and where each word stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import Any

import Stemmer

from oracle.texts import Body, body, folded, pieces

LANGUAGES = {
    "en": "english", "es": "spanish", "fr": "french", "de": "german", "it": "italian",
    "pt": "portuguese", "nl": "dutch", "sv": "swedish", "da": "danish", "no": "norwegian",
    "fi": "finnish", "ru": "russian", "hu": "hungarian", "ro": "romanian", "tr": "turkish",
}  # fmt: skip
"""The languages with a Snowball stemmer, and its name."""

FIELDS = {
    "author": "authors", "source": "source", "section": "section", "place": "place",
    "tag": "tags", "person": "people", "org": "organizations", "location": "places",
    "said": "speakers", "url": "url",
}  # fmt: skip
"""The fields of facts that are asked for by words."""


class Known:
    """What an archive holds. An article is known by its path."""

    def __init__(self, articles: Iterable[Any]) -> None:
        self.articles = {article.path: article for article in articles}
        self.numbers = list(self.articles)
        self.bodies: list[Body] = []
        self.places: dict[str, dict[int, list[tuple[int, int]]]] = {}
        """Word to article to (first position, last position)."""
        self.capitals: dict[str, dict[int, list[tuple[int, int]]]] = {}
        """The same of words in capitals alone."""
        self.hyphened: dict[str, set[tuple[str, ...]]] = {}
        """Words that stand somewhere in parts, and these."""
        for number, article in enumerate(self.articles.values()):
            tokens, made = body(article.title, article.deck, article.text)
            self.bodies.append(made)
            single: dict[int, str] = {}
            for token in tokens:
                place = (token.at, token.until)
                self.places.setdefault(token.word, {}).setdefault(number, []).append(place)
                if token.capitals:
                    self.capitals.setdefault(token.word, {}).setdefault(number, []).append(place)
                if token.until > token.at:
                    parts = tuple(single[at] for at in range(token.at, token.until + 1))
                    self.hyphened.setdefault(token.word, set()).add(parts)
                else:
                    single.setdefault(token.at, token.word)
        self.all = frozenset(range(len(self.numbers)))
        self.languages = [article.language for article in self.articles.values()]
        self.values: dict[str, list[list[list[str]]]] = {}
        for name, attribute in FIELDS.items():
            self.values[name] = [_values(getattr(a, attribute)) for a in self.articles.values()]

    def article(self, number: int) -> Any:
        return self.articles[self.numbers[number]]

    def words_of(self, number: int) -> list[str]:
        """An article's words at their positions."""
        article = self.article(number)
        tokens, made = body(article.title, article.deck, article.text)
        words = [""] * len(made.field)
        for token in tokens:
            if token.at == token.until and token.start >= 0:
                words[token.at] = token.word
        return words

    @cached_property
    def words(self) -> list[str]:
        """The vocabulary."""
        return sorted(self.places)

    @cached_property
    def spoken(self) -> frozenset[str]:
        """The languages that the archive holds and that have forms."""
        return frozenset(self.languages) & LANGUAGES.keys()

    @cached_property
    def stems(self) -> dict[str, dict[str, str]]:
        """Language to word to stem."""
        found = {
            lang: dict(
                zip(self.words, Stemmer.Stemmer(LANGUAGES[lang]).stemWords(self.words), strict=True)
            )
            for lang in self.spoken
        }
        if "noone" in found.get("en", ()):
            found["en"]["noone"] = "noone"
        return found

    @cached_property
    def families(self) -> dict[str, dict[str, list[str]]]:
        """Language to stem to words."""
        made: dict[str, dict[str, list[str]]] = {}
        for lang, stems in self.stems.items():
            made[lang] = defaultdict(list)
            for word, stem in stems.items():
                made[lang][stem].append(word)
        return made

    @cached_property
    def letters(self) -> dict[int, list[tuple[str, int]]]:
        """By length, each word with the set of its letters as bits."""
        made: dict[int, list[tuple[str, int]]] = defaultdict(list)
        for word in self.words:
            made[len(word)].append((word, letters_of(word)))
        return made

    def holding(self, word: str) -> frozenset[str]:
        """The languages of the articles that hold a word."""
        return frozenset(self.languages[n] for n in self.places.get(word, ())) & self.spoken

    def forms(self, word: str) -> dict[str, frozenset[str]]:
        """Every word that may be a form of ``word``, with the languages in which it is one."""
        found: dict[str, set[str]] = defaultdict(set)
        for lang in self.spoken:
            stem = self.stems[lang].get(word) or Stemmer.Stemmer(LANGUAGES[lang]).stemWord(word)
            for other in self.families[lang].get(stem, ()):
                found[other].add(lang)
        found.setdefault(word, set())
        return {other: frozenset(langs) for other, langs in found.items()}

    def capital_share(self, word: str) -> float:
        """How much of a word's occurrences is in capitals."""
        every = sum(map(len, self.places.get(word, {}).values()))
        return sum(map(len, self.capitals.get(word, {}).values())) / every if every else 0.0

    @cached_property
    def naming(self) -> dict[str, dict[str, set[int]]]:
        """Field of facts to word to the articles that have it there."""
        made: dict[str, dict[str, set[int]]] = {name: {} for name in FIELDS}
        for name, rows in self.values.items():
            for number, values in enumerate(rows):
                for word in (word for value in values for word in value):
                    made[name].setdefault(word, set()).add(number)
        return made


def letters_of(word: str) -> int:
    """The set of a word's letters, as bits."""
    bits = 0
    for letter in word:
        bits |= 1 << (ord(letter) % 61)
    return bits


def _values(value: str | tuple[str, ...]) -> list[list[str]]:
    many = (value,) if isinstance(value, str) else value
    return [
        [token.word for token in pieces(one) if token.at == token.until and token.start >= 0]
        for one in many
        if one
    ]


__all__ = ["FIELDS", "Known", "folded", "letters_of"]
