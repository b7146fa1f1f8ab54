"""What the grammars of all dialects share: tokens taken in turn, words, dates, errors."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from newsgrep.errors import DateError, QueryError
from newsgrep.query.ast import Any, Dated, In, Length, Near, Node, Phrase, Span, Wildcard, Word
from newsgrep.query.checks import refuse_fields, require_places
from newsgrep.query.dates import parse_days
from newsgrep.query.dialects.lexer import Kind, Rule, Token, tokens
from newsgrep.query.languages import LANGUAGES, language_code
from newsgrep.query.parser import MAX_DEPTH, MAX_NUMBER
from newsgrep.text.nearest import did_you_mean
from newsgrep.text.words import calm, has_words, is_chunk

_COMPARISONS = {
    "after": ">", "aft": ">", "before": "<", "bef": "<", "geq": ">=", "leq": "<=", "is": "",
    "=": "", ">": ">", "<": "<", ">=": ">=", "<=": "<=",
}  # fmt: skip
_NUMBER = re.compile(r"\d{1,9}|\d{1,3}(?:,\d{3}){1,2}")
# What is an operator in one language or another; in a word it was meant as one.
_SIGNS = re.compile(r"^-(?=\w)|\.\.|[`~@#^*+={}\[\]|\\<>?!:;]")


_Bound = TypeVar("_Bound", date, int)


def _later(one: _Bound | None, other: _Bound | None) -> _Bound | None:
    if one is None or other is None:
        return other if one is None else one
    return max(one, other)


def _earlier(one: _Bound | None, other: _Bound | None) -> _Bound | None:
    if one is None or other is None:
        return other if one is None else one
    return min(one, other)


class Reader:
    """Reads one query; a dialect adds its rules and its grammar (:meth:`question`)."""

    name: str
    rules: Sequence[Rule]

    def __init__(self, query: str, today: date) -> None:
        self.query = query
        self.today = today
        self.tokens = tokens(query, self.rules)
        self.at = 0
        self.depth = 0
        # A query in capitals throughout marks no acronyms by them.
        self.calmed = calm(query)

    def question(self) -> Node:
        """All up to a closing parenthesis or the end."""
        raise NotImplementedError

    def part(self, text: str, span: Span, quoted: bool) -> Node | None:
        """One written word, with the dialect's letters left open; None for punctuation."""
        raise NotImplementedError

    def whole(self) -> Node:
        """The tree of the query. Raises :class:`QueryError`."""
        if self.peek().kind is Kind.END:
            raise QueryError(
                self.query, 0, max(1, len(self.query)), "the query is empty", "give a word"
            )
        node = self.question()
        left = self.peek()
        if left.kind is Kind.CLOSE:
            raise self.error(left, "a closing parenthesis without an opening one", "leave it out")
        return node

    def peek(self) -> Token:
        """The next token, left where it is; the last is the end."""
        return self.tokens[self.at]

    def take(self) -> Token:
        """The next token, taken."""
        token = self.tokens[self.at]
        self.at += 1
        return token

    def last_end(self) -> int:
        """Where the token that was taken last ends, in characters of the query."""
        return self.tokens[self.at - 1].end

    def error(self, place: Token | Node, message: str, hint: str = "") -> QueryError:
        """An error that points at a token or a part."""
        start, end = (place.start, place.end) if isinstance(place, Token) else place.span
        # The end of the query is no place to point at.
        start = min(start, len(self.query.rstrip()) - 1)
        return QueryError(self.query, start, end, message, hint)

    def no_counterpart(self, token: Token, hint: str) -> QueryError:
        """The error for what the dialect has and newsgrep has not."""
        return self.error(
            token, f"{self.name}'s {' '.join(token.text.split())} has no counterpart here", hint
        )

    def operand_missing(self, operator: Token) -> QueryError:
        """The error for an operator with nothing before or behind it."""
        return self.error(
            operator,
            f"{operator.text} needs something to search for on both sides",
            f'to search for the word itself, quote it: "{operator.text}"'
            if operator.text[0].isalpha()
            else "leave it out",
        )

    def deeper(self, token: Token) -> None:
        """One level more. Raises :class:`QueryError` where there are too many."""
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.error(token, f"more than {MAX_DEPTH} levels deep", "ask in simpler terms")

    def group(self) -> Node:
        """What stands in parentheses."""
        opening = self.take()
        self.deeper(opening)
        if self.peek().kind is Kind.CLOSE:
            raise QueryError(
                self.query, opening.start, self.peek().end, "nothing inside the parentheses",
                "put a word there, or leave them out",
            )  # fmt: skip
        if self.peek().kind is Kind.END:
            self.close(opening)
        node = self.question()
        self.depth -= 1
        self.close(opening)
        return node

    def close(self, opening: Token) -> None:
        """Take the parenthesis that closes. Raises :class:`QueryError` where there is none."""
        if self.peek().kind is not Kind.CLOSE:
            raise self.error(opening, "a parenthesis that is never closed", "close it with )")
        self.take()

    def number(self, token: Token) -> int:
        """The number in an operator such as ``w/5``, within bounds."""
        found = re.search(r"\d+", token.text)
        number = int(found.group()[:9]) if found else 1
        if not 1 <= number <= MAX_NUMBER:
            raise self.error(token, f"{token.text}: a number from 1 to {MAX_NUMBER}, please")
        return number

    def near(self, left: Node, right: Node, operator: Token, unit: str, ordered: bool) -> Node:
        """Two parts near each other. Only ``right`` is checked: ``left`` has been before."""
        require_places(self.query, right, operator.text)
        distance = self.number(operator) if unit == "words" else 0
        return Near(left, right, unit, distance, ordered, (left.span[0], right.span[1]))

    def inside(self, field: str, node: Node, name: Token) -> Node:
        """``node`` looked for in a field, which ``name`` opened."""
        refuse_fields(self.query, node, name.text)
        return In(field, node, (name.start, self.last_end()))

    # Words

    def run(self, run: Sequence[Token]) -> Node:
        """Words and quotations side by side: a word, or a phrase."""
        parts: list[Node] = []
        for token in run:
            parts += self.quoted(token) if token.kind is Kind.QUOTED else [self.word(token)]
        span = (run[0].start, run[-1].end)
        if len(parts) == 1 and isinstance(parts[0], Word) and run[0].kind is Kind.QUOTED:
            return Phrase(parts[0].text, False, span)
        return self.side_by_side(parts, run[0], span)

    def side_by_side(self, parts: Sequence[Node], place: Token, span: Span) -> Node:
        """Parts that stand next to each other: a phrase, or the one part that there is."""
        if len(parts) == 1:
            return parts[0]
        texts = [
            part.text if isinstance(part, Word) else part.pattern
            for part in parts
            if isinstance(part, Word | Wildcard)
        ]
        if len(texts) == len(parts):
            return Phrase(" ".join(texts), False, span)
        if len(parts) > MAX_DEPTH:
            raise self.error(place, f"a phrase of more than {MAX_DEPTH} words", "ask for fewer")
        near = parts[0]
        for part in parts[1:]:
            near = Near(near, part, "words", 1, True, (near.span[0], part.span[1]))
        return near

    def word(self, token: Token) -> Node:
        """The node of an unquoted word. Raises :class:`QueryError` for punctuation."""
        node = self.part(self.calmed[token.start : token.end], (token.start, token.end), False)
        if node is None:
            raise self.error(token, f"{token.text} has no letter or digit in it", "leave it out")
        return node

    def quoted(self, token: Token) -> list[Node]:
        """The words of a quotation, each as a node."""
        start, end = token.start + 1, token.end - 1
        parts: list[Node] = []
        for match in re.finditer(r"\S+", self.calmed[start:end]):
            span = (start + match.start(), start + match.end())
            part = self.part(match.group(), span, True)
            if part is not None:
                parts.append(part)
        if not parts:
            raise self.error(token, "no word between the quotation marks", "leave them out")
        return parts

    def plain(self, text: str, span: Span, quoted: bool, allowed: str = "") -> Node | None:
        """A word without anything left open; refuses signs that are operators elsewhere."""
        if text[:1].isdigit():
            allowed += ":"
        sign = None if quoted else _SIGNS.search(text.translate({ord(c): None for c in allowed}))
        if sign is not None:
            at = span[0] + text.index(sign.group())
            raise QueryError(
                self.query, at, at + len(sign.group()),
                f"{self.name} has no {sign.group()} that is known here",
                "leave it out, or put the word in quotation marks",
            )  # fmt: skip
        return Word(text, False, span) if has_words(text) else None

    def wildcard(self, pattern: str, span: Span, typed: str) -> Node:
        """A word with letters left open. Raises :class:`QueryError` where none is given."""
        letters = pattern.replace("*", "").replace("?", "")
        if not letters:
            raise QueryError(self.query, *span, f"{typed} has no letter in it", "leave it out")
        if not is_chunk(letters):
            raise QueryError(
                self.query, *span, f"{typed}: letters are left open within one word",
                "leave out the punctuation",
            )  # fmt: skip
        return Wildcard(pattern, span)

    # Values

    def words_until_operator(self) -> str:
        """The text of the words and quotations that follow, taken; empty where none does."""
        first = self.peek()
        while self.peek().kind in (Kind.WORD, Kind.QUOTED):
            self.take()
        return self.query[first.start : self.last_end()] if self.peek() is not first else ""

    def dated(self, comparison: str, value: str, span: Span, place: Span) -> Node:
        """The days of ``value``; an error points at ``place``."""
        try:
            days = parse_days(f"{_COMPARISONS[comparison.lower()]}{value}", self.today)
        except DateError as error:
            message, _, hint = str(error).partition("; ")
            raise QueryError(self.query, *place, message, hint) from None
        return Dated(days.since, days.until, span)

    def length(self, comparison: str, number: Token, span: Span) -> Node:
        """Articles longer or shorter than a number of words."""
        if _NUMBER.fullmatch(number.text) is None:
            raise self.error(number, f"{number.text!r} is not a number of words", "as in 500")
        count = int(number.text.replace(",", ""))
        match _COMPARISONS[comparison.lower()]:
            case ">":
                return Length(count + 1, None, span)
            case ">=":
                return Length(count, None, span)
            case "<":
                return Length(None, count - 1, span)
            case "<=":
                return Length(None, count, span)
        return Length(count, count, span)

    def between(self, parts: Sequence[Node], span: Span) -> Node:
        """Bounds of a date, or of a length, as one span. Raises :class:`QueryError`."""
        node = parts[0]
        for part in parts[1:]:
            match node, part:
                case Dated(since, until), Dated(also_since, also_until):
                    first, last = _later(since, also_since), _earlier(until, also_until)
                    node = Dated(first, last, span)
                    empty = first is not None and last is not None and first >= last
                case Length(least, most), Length(also_least, also_most):
                    low, high = _later(least, also_least), _earlier(most, also_most)
                    node = Length(low, high, span)
                    empty = low is not None and high is not None and low > high
                case _:  # pragma: no cover - a clause has bounds of one kind
                    raise AssertionError(part)
            if empty:
                raise self.error(node, "the range ends before it begins", "exchange the bounds")
        return node

    def languages(self, node: Node, span: Span) -> Node:
        """Languages by name or code, one or several joined by OR."""
        match node:
            case Word(text) | Phrase(text):
                code = language_code(text)
                if code is None:
                    hint = did_you_mean(text.lower(), LANGUAGES)
                    raise self.error(
                        node, f"{text!r} is no language that is known",
                        f"{hint}give its name or its two-letter code: english, en",
                    )  # fmt: skip
                return In("lang", Word(code, True, node.span), span)
            case Any(parts):
                return Any(tuple(self.languages(part, part.span) for part in parts), span)
        raise self.error(node, "not a language", "give names of languages, joined by or")
