"""Makes a corpus of news-like text files: the same bytes for the same numbers, anywhere.

Word frequencies follow Zipf and Mandelbrot's law over a vocabulary of pronounceable words,
headed by the real function words of English; lengths are those of a mixed news collection
(log-normal, median about 125 words). Names, places and agencies recur as they do in news.
"""

from __future__ import annotations

import random
from bisect import bisect
from itertools import accumulate
from pathlib import Path

FUNCTION_WORDS = (
    "the of and to in a that is was for on with he as his it by at from said has have are be this "
    "not but had will were an its who they which been their would or after more about new up out "
    "year one two people government percent million company last first could over into also time "
    "than some other when there can oil prices market week state president minister told police"
).split()
NAMES = "Anna Brook;Carl Dietz;Elena Fuentes;George Hale;Ines Jara;Karl Lund".split(";")
PLACES = "WASHINGTON;LONDON;MEXICO CITY;PARIS;TOKYO;BERLIN;MADRID;NAIROBI;BRUSSELS".split(";")
AGENCIES = "Reuters AP AFP EFE".split()
_ONSETS = "b c d f g h j k l m n p r s t v w br cl dr fl gr pl pr sh st tr th".split()
_VOWELS = "a e i o u ai ea ou".split()
_ENDS = ["", "", "n", "r", "s", "t", "l", "nd", "st", "ng", "ck"]


def vocabulary(size: int, chance: random.Random) -> list[str]:
    """``size`` different words, the function words first."""
    words = dict.fromkeys(FUNCTION_WORDS)
    while len(words) < size:
        syllables = chance.choice((1, 2, 2, 3, 3, 4))
        word = "".join(
            chance.choice(_ONSETS) + chance.choice(_VOWELS) + chance.choice(_ENDS)
            for _ in range(syllables)
        )
        words.setdefault(word)
    return list(words)


class Corpus:
    """Gives articles one after the other."""

    def __init__(self, seed: int = 7, words: int = 60_000) -> None:
        self._chance = random.Random(seed)
        self._words = vocabulary(words, self._chance)
        self._weights = list(accumulate(1 / (rank + 2.7) ** 1.07 for rank in range(words)))

    def _draw(self, count: int) -> list[str]:
        total, weights, words = self._weights[-1], self._weights, self._words
        draw = self._chance.random
        return [words[bisect(weights, draw() * total)] for _ in range(count)]

    def article(self) -> str:
        """One article: headline, byline and date, dateline, paragraphs of sentences."""
        chance = self._chance
        length = int(min(max(chance.lognormvariate(4.83, 0.75), 25), 4000))
        words = self._draw(length)
        paragraphs: list[str] = []
        sentences: list[str] = []
        at = 0
        while at < length:
            size = chance.randint(8, 30)
            sentence = words[at : at + size]
            at += size
            if chance.random() < 0.3:
                sentence.insert(len(sentence) // 2, chance.choice(NAMES))
            sentences.append(" ".join(sentence).capitalize() + ".")
            if len(sentences) == 3 or at >= length:
                paragraphs.append(" ".join(sentences))
                sentences = []
        headline = " ".join(word.capitalize() for word in self._draw(chance.randint(4, 9)))
        year, month, day = chance.randint(1987, 2024), chance.randint(1, 12), chance.randint(1, 28)
        place, agency = chance.choice(PLACES), chance.choice(AGENCIES)
        return (
            f"{headline}\n\nBy {chance.choice(NAMES)}\n{year}-{month:02d}-{day:02d}\n\n"
            f"{place} ({agency}) - " + "\n\n".join(paragraphs) + "\n"
        )


def write(folder: Path, articles: int, seed: int = 7) -> int:
    """Write ``articles`` files below ``folder``, a thousand a folder; their bytes."""
    corpus = Corpus(seed)
    size = 0
    for number in range(articles):
        below = folder / f"{number // 1000:04d}"
        if number % 1000 == 0:
            below.mkdir(parents=True, exist_ok=True)
        text = corpus.article()
        (below / f"{number:07d}.txt").write_text(text, encoding="utf-8")
        size += len(text)
    return size
