"""Random questions whose words are drawn from an archive."""

from __future__ import annotations

import random
import re
from datetime import date, timedelta
from typing import Literal

from oracle.known import FIELDS, Known
from oracle.questions import (
    All,
    Any,
    AtLeast,
    Dated,
    Everything,
    Fact,
    Language,
    Length,
    Near,
    Node,
    Not,
    Path,
    Phrase,
    Scope,
    Slop,
    State,
    Weighted,
    Within,
    Word,
)  # fmt: skip
from oracle.texts import body as texts_of
from oracle.texts import pieces

_UNITS: tuple[Literal["s"], Literal["p"]] = ("s", "p")
_SCOPES: tuple[Literal["title", "lead", "body"], ...] = ("title", "title", "lead", "body")

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_LETTERS = re.compile(r"[^\W\d_]{2,}")


class Drawing:
    """Draws questions, the same ones for the same seed."""

    def __init__(self, known: Known, seed: int) -> None:
        self.known = known
        self.random = random.Random(seed)

    def question(self) -> Node:
        """A question, up to three deep."""
        return self._node(self.random.choice((0, 1, 1, 2, 3)))

    def _node(self, depth: int) -> Node:
        draw = self.random
        if depth == 0:
            return self._leaf()
        kind = draw.choices(("all", "any", "not", "leaf", "weight"), (5, 4, 3, 2, 1))[0]
        if kind == "leaf":
            return self._leaf()
        if kind == "weight":
            return Weighted(Word(self._some_word()), draw.randint(2, 5))
        if kind == "not":
            wanted, unwanted = self._node(depth - 1), self._node(depth - 1)
            dash = draw.random() < 0.5
            if draw.random() < 0.15:
                return Not(unwanted, dash)
            return All((wanted, Not(unwanted, dash)), draw.random() < 0.5)
        parts = tuple(self._node(depth - 1) for _ in range(draw.choice((2, 2, 3))))
        return All(parts, draw.random() < 0.5) if kind == "all" else Any(parts)

    def _leaf(self) -> Node:
        draw = self.random
        return draw.choices(
            (self._word, self._phrase, self._near, self._within, self._often, self._scope,
             self._quote, self._fact, self._state, self._when, self._slop, Everything),
            (12, 8, 8, 4, 3, 6, 4, 6, 3, 3, 2, 0.3),
        )[0]()  # fmt: skip

    # Words

    def _run(self, most: int) -> list[str]:
        """Words that stand side by side in some article, as they are written."""
        article = self.known.article(self.random.randrange(len(self.known.numbers)))
        text = self.random.choice((article.title, article.text, article.text)) or article.title
        words = [text[t.start : t.end] for t in pieces(text) if t.at == t.until and t.start >= 0]
        if not words:
            return ["the"]
        start = self.random.randrange(len(words))
        return words[start : start + most]

    def _some_word(self) -> str:
        if self.random.random() < 0.25:
            return self._rare()
        for _ in range(20):
            (word,) = self._run(1)
            if _LETTERS.fullmatch(word):
                return word.lower() if self.random.random() < 0.9 else word.capitalize()
        return "the"

    def _small(self) -> Word:
        return Word(self._some_word().lower())

    def _rare(self) -> str:
        for _ in range(20):
            word = self.random.choice(self.known.words)
            if _LETTERS.fullmatch(word):
                return word
        return "the"

    def _neighbours(self, count: int, width: int) -> list[str]:
        """Some words of one place, in their order."""
        for _ in range(20):
            run = [word.lower() for word in self._run(width) if _LETTERS.fullmatch(word)]
            if len(run) >= count:
                chosen = sorted(self.random.sample(range(len(run)), count))
                return [run[index] for index in chosen]
        return ["the", "of", "and", "to", "in", "a"][:count]

    def _word(self) -> Node:
        draw = self.random
        kind = draw.choices(
            ("plain", "exact", "wild", "regex", "fuzzy", "acronym", "hyphen"),
            (8, 3, 5, 1, 3, 2, 2),
        )[0]
        if kind == "hyphen":
            return Word(
                "-".join(self._neighbours(2, 2)) if draw.random() < 0.3 else self._hyphened()
            )
        if kind == "acronym":
            return self._acronym()
        word = self._some_word().lower()
        if kind == "wild":
            return Word(self._open(word), "wild")
        if kind == "regex":
            at = draw.randrange(len(word))
            if not word.isascii():
                return Word(word)
            return Word(
                word[:at] + draw.choice((".", "[a-m]", f"{word[at]}?")) + word[at + 1 :], "regex"
            )
        if kind == "fuzzy":
            edits = draw.choice((1, 1, 2))
            return Word(self._misspelt(word), "fuzzy", edits if len(word) > 3 else 1)
        return Word(word, "exact" if kind == "exact" else "plain")

    def _hyphened(self) -> str:
        for _ in range(40):
            article = self.known.article(self.random.randrange(len(self.known.numbers)))
            found = re.findall(r"(?<![\w-])[a-z]{2,}-[a-z]{2,}(?![\w-])", article.text)
            if found:
                word = self.random.choice(found)
                return str(word if self.random.random() < 0.6 else word.replace("-", ""))
        return "anti-war"

    def _acronym(self) -> Node:
        for _ in range(40):
            article = self.known.article(self.random.randrange(len(self.known.numbers)))
            found = re.findall(r"(?<![\w-])[A-Z]{2,6}(?![\w-])", article.text)
            if found:
                word = self.random.choice(found)
                if word not in ("AND", "OR", "NOT", "NEAR"):
                    return Word(word, "acronym")
        return Word("the")

    def _open(self, word: str) -> str:
        draw = self.random
        if len(word) < 3:
            return word + "*"
        if draw.random() < 0.6:
            return word[: draw.randint(1, min(6, len(word)))] + "*"
        at = draw.randrange(len(word) - 1)
        return word[:at] + draw.choice("*?") + word[at + 1 :]

    def _misspelt(self, word: str) -> str:
        draw = self.random
        if draw.random() < 0.4 or len(word) < 4:
            return word
        at = draw.randrange(len(word))
        letter = draw.choice("abcdefghijklmnopqrstuvwxyz")
        return word[:at] + draw.choice(("", letter, letter + word[at])) + word[at + 1 :]

    def _phrase(self) -> Node:
        draw = self.random
        size = draw.choice((2, 2, 3, 4))
        for _ in range(30):
            run = self._run(size)
            if len(run) == size and all(_LETTERS.fullmatch(word) for word in run):
                words = [word.lower() for word in run]
                kind = draw.random()
                if kind < 0.2:
                    return Phrase(tuple(words), exact=True)
                if kind < 0.45:
                    index = draw.randrange(size)
                    words[index] = self._open(words[index])
                return Phrase(tuple(words))
        return Phrase(("of", "the"))

    # Proximity

    def _operand(self, word: str, depth: int = 1) -> Node:
        draw = self.random
        kind = draw.random()
        if kind < 0.6 or not depth:
            return Word(word)
        if kind < 0.68:
            return Word(word, "exact")
        if kind < 0.76:
            return Word(self._open(word), "wild")
        if kind < 0.9:
            return Any((Word(word), self._operand(self._some_word().lower(), 0)))
        if kind < 0.95:
            return Scope(draw.choice(("title", "lead", "body")), Word(word))
        return self._phrase()

    def _near(self) -> Node:
        draw = self.random
        count = draw.choice((2, 2, 2, 3, 4))
        words = self._neighbours(count, 8)
        if draw.random() < 0.4:
            draw.shuffle(words)
        node = self._one_near(self._operand(words[0]), self._operand(words[1]))
        if count == 3:
            return self._one_near(node, self._operand(words[2]))
        if count == 4:
            return self._one_near(
                node, self._one_near(self._operand(words[2]), self._operand(words[3]))
            )
        return node

    def _one_near(self, left: Node, right: Node) -> Node:
        draw = self.random
        if draw.random() < 0.1:
            return Within(left, right, draw.choice(_UNITS))
        spelling = draw.choice(("w/", "w/", "NEAR/", "pre/", "adj"))
        ordered = spelling in ("pre/", "adj")
        return Near(left, right, draw.choice((1, 2, 3, 5, 9, 15)), ordered, spelling)

    def _within(self) -> Node:
        left, right = self._neighbours(2, 25)
        unit = self.random.choice(_UNITS)
        return Within(self._operand(left), self._operand(right), unit)

    def _slop(self) -> Node:
        words = self._neighbours(self.random.choice((2, 2, 3)), 8)
        return Slop(tuple(words), self.random.choice((1, 2, 4, 7)))

    def _often(self) -> Node:
        draw = self.random
        parts: list[Node] = [
            self._phrase(),
            self._small(),
            Any((self._small(), self._small())),
        ]
        part = draw.choice(parts)
        return AtLeast(draw.choice((2, 2, 3, 5)), part, draw.choice(("atleast/", "atleast(")))

    # Parts of the article

    def _scope(self) -> Node:
        draw = self.random
        name = draw.choice(_SCOPES)
        parts: list[Node] = [
            self._small(),
            Word(self._some_word().lower(), "exact"),
            self._phrase(),
            Word(self._open(self._some_word().lower()), "wild"),
            Any((self._small(), self._phrase())),
            All((self._small(), self._small()), False),
            self._near(),
        ]
        part = draw.choice(parts)
        if isinstance(part, Near | Within) and not _is_simple(part):
            part = Word(self._some_word().lower())
        return Scope(name, part)

    def _quote(self) -> Node:
        """Words of a passage that surely is a quotation, or any others."""
        draw = self.random
        for _ in range(30):
            number = draw.randrange(len(self.known.numbers))
            body = self.known.bodies[number]
            if not any(body.quoted):
                continue
            article = self.known.article(number)
            wanted = draw.choice([one for one in body.quoted if one])
            tokens, _ = texts_of(article.title, article.deck, article.text)
            words = [
                token.word
                for token in tokens
                if body.quoted[token.at] == wanted and token.at == token.until and token.start >= 0
            ]
            size = draw.choice((1, 2, 3, 3, 4))
            if len(words) < size:
                continue
            start = draw.randrange(len(words) - size + 1)
            chosen = tuple(words[start : start + size])
            if all(_LETTERS.fullmatch(word) for word in chosen):
                return Scope("quote", Phrase(chosen) if size > 1 else Word(chosen[0]))
        return Scope("quote", Word(self._some_word().lower()))

    # Facts

    def _fact(self) -> Node:
        draw = self.random
        if draw.random() < 0.15:
            return Language(draw.choice(sorted(self.known.spoken) or ["en"]))
        if draw.random() < 0.15:
            return self._path()
        filled = [name for name in FIELDS if any(self.known.values[name])]
        if not filled:
            return Everything()
        name = draw.choice(filled)
        values = [one for row in self.known.values[name] for one in row]
        chosen = []
        for _ in range(draw.choice((1, 1, 1, 2))):
            value = list(draw.choice(values))
            size = draw.choice((1, 1, 2, 3))
            start = draw.randrange(max(1, len(value) - size + 1))
            words = tuple(value[start : start + size])
            if words and all(_LETTERS.fullmatch(word) for word in words):
                chosen.append(words)
        return Fact(name, tuple(chosen)) if chosen else Everything()

    def _path(self) -> Node:
        path = self.random.choice(self.known.numbers).split("/")
        folder, name = path[-2], path[-1]
        return Path(self.random.choice((f"{folder}/*", f"*{name[-6:]}", f"{folder}/{name[0]}*")))

    def _state(self) -> Node:
        draw = self.random
        if draw.random() < 0.3:
            return State("is", draw.choice(("corrected", "updated")))
        if draw.random() < 0.5:
            least, most = sorted((draw.randint(1, 900), draw.randint(1, 900)))
            return draw.choice((
                Length(least, most, f"{least}..{most}"), Length(least + 1, 1 << 30, f">{least}"),
                Length(0, most - 1, f"<{most}"),
            ))  # fmt: skip
        name = draw.choice(("author", "date", "source", "place"))
        return State(draw.choice(("has", "no")), name)

    def _when(self) -> Node:
        draw = self.random
        dated = [a.date[:10] for a in self.known.articles.values() if len(a.date) >= 10]
        if not dated:
            return Everything()
        day = date.fromisoformat(draw.choice(dated))
        later = day + timedelta(days=draw.randint(0, 40))
        month_end = (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)
        first, last = day.isoformat(), later.isoformat()
        before, after = day - timedelta(days=1), day + timedelta(days=1)
        return draw.choice((
            Dated(first, first, first),
            Dated(first, first, f'"{day.day} {_MONTHS[day.month - 1]} {day.year}"'),
            Dated(day.replace(day=1).isoformat(), month_end.isoformat(), first[:7]),
            Dated(f"{day.year}-01-01", f"{day.year}-12-31", str(day.year)),
            Dated(first, last, f"{first}..{last}"),
            Dated(after.isoformat(), "", f">{first}"),
            Dated(first, "", f">={first}"),
            Dated("", before.isoformat(), f"<{first}"),
            Dated("", first, f"<={first}"),
        ))  # fmt: skip


def _is_simple(node: Node) -> bool:
    match node:
        case Near(left, right) | Within(left, right):
            return _is_simple(left) and _is_simple(right)
        case Word():
            return True
    return False
