"""Heads of plain texts built from the facts of real articles, for measuring how they are read.

A corpus is a file of JSON Lines brought from outside, an article a line: ``title``, ``authors``,
``date`` (ISO 8601), ``source``, ``text`` (paragraphs parted by line ends), and where known
``domain``, ``language``, ``deck``, ``section``, ``place``. A layout writes an article as people
keep it, and says what the text tells of it.
"""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from layouts import Sample, Truth

MONTHS = {
    "en": "January February March April May June July August September October November December",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre"
    " dicembre",
}
BY = {"en": "By", "de": "Von", "fr": "Par", "es": "Por", "it": "Di", "nl": "Door", "no": "Av",
      "sv": "Av", "da": "Af", "pt": "Por"}  # fmt: skip
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
PLACES = ("London", "Mexico City", "Nairobi", "Oslo", "Buenos Aires", "Lagos", "Warsaw")


@dataclass(frozen=True)
class Facts:
    """What is known of a real article, and what a layout draws for it."""

    title: str
    authors: tuple[str, ...]
    day: date
    hour: int
    minute: int
    source: str
    domain: str
    language: str
    deck: str
    section: str
    place: str
    paragraphs: tuple[str, ...]
    random: random.Random

    @property
    def iso(self) -> str:
        return self.day.isoformat()

    @property
    def named(self) -> str:
        """The authors in one line: ``A``, ``A and B``, ``A, B and C``."""
        word = {"de": "und", "fr": "et", "es": "y"}.get(self.language, "and")
        if len(self.authors) < 2:
            return "".join(self.authors)
        return f"{', '.join(self.authors[:-1])} {word} {self.authors[-1]}"

    @property
    def by(self) -> str:
        return BY.get(self.language, "By")

    @property
    def body(self) -> str:
        return "\n\n".join(self.paragraphs)

    @property
    def address(self) -> str:
        slug = "-".join(w.lower() for w in self.title.split()[:5] if w.isascii() and w.isalpha())
        return f"https://www.{self.domain}/news/{slug or 'story'}-{1000 + self.minute}"

    @property
    def english(self) -> str:
        """``March 3, 2020``."""
        return f"{MONTHS['en'].split()[self.day.month - 1]} {self.day.day}, {self.day.year}"

    @property
    def short(self) -> str:
        """``3 Mar 2020``."""
        return f"{self.day.day} {MONTHS['en'].split()[self.day.month - 1][:3]} {self.day.year}"

    @property
    def weekday(self) -> str:
        return DAYS[self.day.weekday()]

    @property
    def own(self) -> str:
        """The day as the article's language writes it, English where we don't know."""
        month = MONTHS.get(self.language, MONTHS["en"]).split()[self.day.month - 1]
        number, year = self.day.day, self.day.year
        match self.language:
            case "de":
                return f"{number}. {month} {year}"
            case "es":
                return f"{number} de {month} de {year}"
            case "fr" | "it":
                return f"{number} {month} {year}"
            case _:
                return self.english

    @property
    def clock(self) -> str:
        half = "AM" if self.hour < 12 else "PM"
        return f"{(self.hour - 1) % 12 + 1}:{self.minute:02d} {half}"

    @property
    def later(self) -> date:
        """Some day on which somebody kept it."""
        return self.day + timedelta(days=self.random.randint(3, 900))

    def truth(self, *told: str, source: str = "") -> Truth:
        """What the text tells: the title, and those of authors, date and source in ``told``."""
        return Truth(
            self.title,
            self.authors if "authors" in told else (),
            self.iso if "date" in told else "",
            (source or self.source) if "source" in told else "",
        )


Layout = Callable[[Facts], tuple[str, Truth]]
ALL = ("authors", "date", "source")


def load(corpus: Path) -> list[Facts]:
    """The articles of a corpus that have what every layout needs."""
    found = []
    for number, line in enumerate(corpus.open(encoding="utf-8")):
        record = json.loads(line)
        paragraphs = tuple(p.strip() for p in record["text"].split("\n") if p.strip())
        authors = tuple(record.get("authors") or ())
        if not (record["title"] and record["date"] and record["source"] and authors and paragraphs):
            continue
        draw = random.Random(number)
        found.append(
            Facts(
                title=" ".join(record["title"].split()),
                authors=authors,
                day=date.fromisoformat(record["date"][:10]),
                hour=draw.randint(0, 23),
                minute=draw.randint(0, 59),
                source=record["source"],
                domain=record.get("domain") or "news.example",
                language=record.get("language") or "en",
                deck=record.get("deck") or "",
                section=record.get("section") or "News",
                place=record.get("place") or draw.choice(PLACES),
                paragraphs=paragraphs,
                random=draw,
            )
        )
    return found


def samples(facts: list[Facts], layouts: tuple[Layout, ...]) -> Iterator[Sample]:
    """Every article in every layout."""
    for layout in layouts:
        for each in facts:
            text, truth = layout(each)
            yield Sample(layout.__name__, text, truth)
