"""Google News: ``intitle:cartel source:reuters -wall after:2017-02-01 site:example.com``.

    question = part { ["AND"] part }
    part     = ["-"] near { ("OR" | "|") ["-"] near }
    near     = term { "AROUND(n)" term }
    term     = "(" question ")" | operator ":" (word | quotation | "(" question ")")
             | word | quotation

OR binds more tightly than words side by side, as it does there.
"""

from __future__ import annotations

import re

from newsgrep.errors import QueryError
from newsgrep.query.ast import All, Any, In, Node, Not, Phrase, Span
from newsgrep.query.checks import require_places
from newsgrep.query.dialects.lexer import (
    CLOSE,
    OPEN,
    QUOTED,
    QUOTES,
    START,
    STOP,
    Kind,
    Token,
    rule,
)
from newsgrep.query.dialects.reader import Reader
from newsgrep.query.parser import MAX_DEPTH
from newsgrep.text.nearest import did_you_mean
from newsgrep.text.words import has_words

_FIELDS = {
    "intitle": "title", "intext": "body", "inurl": "url", "site": "url", "source": "source",
    "location": "location",
}  # fmt: skip
_ALL_FIELDS = {"allintitle": "title", "allintext": "body", "allinurl": "url"}
_DATES = ("before", "after", "when")
_REFUSED = {
    "inanchor": "inurl: looks in the address",
    "allinanchor": "allinurl: looks in the address",
    "daterange": "after: and before: ask for the day of publication",
    "filetype": "inurl: looks in the address",
    "ext": "inurl: looks in the address",
    "loc": "location: looks for places named",
    **dict.fromkeys(
        ("author", "cache", "define", "imagesize", "info", "lang", "link", "map", "movie",
         "numrange", "phonebook", "related", "stocks", "weather"),
        "leave it out",
    ),
}  # fmt: skip
_WHEN = {"d": "days", "m": "months", "y": "years"}
_CASE = re.RegexFlag(0)


class Google(Reader):
    """The grammar of Google News, on one query."""

    name = "Google"
    rules = (
        OPEN,
        CLOSE,
        QUOTED,
        rule(Kind.NOT, rf"{START}-(?=[^\s)])"),
        rule(Kind.OR, rf"{START}OR{STOP}|\|", flags=_CASE),
        rule(Kind.AND, rf"{START}AND{STOP}", flags=_CASE),
        rule(Kind.NEAR, rf"{START}AROUND\s*\(\s*\d+\s*\)", flags=_CASE),
        rule(Kind.REFUSED, rf"{START}(?:NOT|AROUND){STOP}", flags=_CASE),
        rule(Kind.REFUSED, rf"{START}(?:o?near|within|pre|w|n|p)?/(?:\d+|[sp]){STOP}"),
        rule(Kind.REFUSED, rf"[^\s(){QUOTES}|]*\d\.\.+[^\s(){QUOTES}|]*"),
        rule(Kind.FIELD, rf"(?<![^\s(){QUOTES}|-])[a-z]+:"),
        rule(Kind.WORD, rf"[^\s(){QUOTES}|]+"),
    )

    def question(self) -> Node:
        start = self.peek().start
        parts = [self.alternatives()]
        explicit = False
        while self.peek().kind not in (Kind.CLOSE, Kind.END):
            if self.peek().kind is Kind.AND:
                self.operand(self.take())
                explicit = True
            parts.append(self.alternatives())
        if len(parts) == 1:
            return parts[0]
        return All(tuple(parts), explicit, (start, self.last_end()))

    def operand(self, operator: Token) -> None:
        """Raises :class:`QueryError` where no operand follows ``operator``."""
        if self.peek().kind in (Kind.AND, Kind.OR, Kind.NEAR, Kind.CLOSE, Kind.END):
            raise self.operand_missing(operator)

    def alternatives(self) -> Node:
        """The parts that OR joins, which binds closer than standing side by side."""
        start = self.peek().start
        parts = [self.negation()]
        while self.peek().kind is Kind.OR:
            self.operand(self.take())
            parts.append(self.negation())
        return parts[0] if len(parts) == 1 else Any(tuple(parts), (start, self.last_end()))

    def negation(self) -> Node:
        """``-word``, or what is not left out."""
        if self.peek().kind is not Kind.NOT:
            return self.close_by()
        operator = self.take()
        self.operand(operator)
        return Not(self.close_by(), (operator.start, self.last_end()))

    def close_by(self) -> Node:
        """Terms that AROUND joins, from left to right."""
        left = self.term()
        count = 0
        while self.peek().kind is Kind.NEAR:
            operator = self.take()
            count += 1
            if count > MAX_DEPTH:
                raise self.error(operator, f"more than {MAX_DEPTH} operators", "use parentheses")
            self.operand(operator)
            if count == 1:
                require_places(self.query, left, operator.text)
            left = self.near(left, self.term(), operator, "words", False)
        return left

    def term(self) -> Node:
        """A word, a quotation, a group or an operator with its value."""
        token = self.peek()
        match token.kind:
            case Kind.OPEN:
                return self.group()
            case Kind.WORD | Kind.QUOTED:
                return self.run([self.take()])
            case Kind.FIELD:
                return self.field(self.take())
            case Kind.REFUSED:
                raise self.refusal(token)
            case Kind.CLOSE | Kind.END:
                raise self.error(token, "nothing to search for", "give a word")
        raise self.operand_missing(token)

    def refusal(self, token: Token) -> QueryError:
        """The error for what Google knows and newsgrep does not."""
        if token.text == "NOT":
            return self.error(token, "Google has no NOT", 'write -word; for the word itself: "not"')
        if token.text == "AROUND":
            return self.error(token, "AROUND needs a number", "as in oil AROUND(5) prices")
        if "/" in token.text:
            hint = f'as in oil AROUND(5) prices; for the text itself: "{token.text}"'
            return self.error(token, f"Google has no {token.text}", hint)
        return self.no_counterpart(
            token, f'for years: after:1986 before:1988; for the text itself: "{token.text}"'
        )

    def field(self, name: Token) -> Node:
        """``intitle:``, ``site:``, ``after:`` and the like, each with its value."""
        operator = name.text[:-1].lower()
        if operator in _REFUSED:
            raise self.no_counterpart(name, _REFUSED[operator])
        known = (*_FIELDS, *_ALL_FIELDS, *_DATES)
        if operator not in known:
            hint = did_you_mean(operator, known, "{}:")
            names = ", ".join(f"{one}:" for one in known)
            raise self.error(
                name, f"{self.name} has no {name.text} that is known here",
                f"{hint}(known: {names}; to search for it, quote it)",
            )  # fmt: skip
        value = self.peek()
        if operator in _ALL_FIELDS:
            if value.kind in (Kind.CLOSE, Kind.END):
                raise self.error(name, f"nothing to look for after {name.text}", "give words")
            self.deeper(name)
            node = self.question()
            self.depth -= 1
            return self.inside(_ALL_FIELDS[operator], node, name)
        kinds = (Kind.WORD, Kind.QUOTED, Kind.OPEN)
        if value.kind not in kinds or value.start != name.end:
            raise self.error(
                name, f"nothing to look for after {name.text}", "write the value right behind it"
            )
        if operator in _DATES:
            return self.day(operator, name)
        if value.kind is Kind.OPEN:
            return self.inside(_FIELDS[operator], self.group(), name)
        return self.named(_FIELDS[operator], self.take(), name)

    def named(self, field: str, value: Token, name: Token) -> Node:
        """One value of a field; in names an underscore stands for a space."""
        span = (name.start, value.end)
        if value.kind is Kind.QUOTED or field in ("title", "body"):
            return In(field, self.run([value]), span)
        text = value.text.replace("_", " ").rstrip(".,;")
        if not has_words(text) or "*" in text:
            raise self.error(value, f"nothing to look for in {name.text}{value.text}", "give words")
        if field == "url" or " " in text:
            return In(field, Phrase(text, False, (value.start, value.end)), span)
        return In(field, self.word(value), span)

    def day(self, operator: str, name: Token) -> Node:
        """The days of ``after:``, ``before:`` and ``when:``."""
        value = self.take()
        place, span = (value.start, value.end), (name.start, value.end)
        text = value.text.strip(QUOTES)
        if value.kind is Kind.OPEN:
            raise self.error(name, f"{name.text} takes one day", "as in after:2017-02-01")
        if operator != "when":
            return self.dated("before" if operator == "before" else "geq", text, span, place)
        found = re.fullmatch(r"(\d{1,5})([hdmy])", text, re.IGNORECASE)
        if found is None:
            raise self.error(value, f"when: takes a span of time, not {text!r}", "as in when:7d")
        if found[2].lower() == "h":
            raise self.error(
                value, "hours are not known here, articles are found by their day",
                "when:1d is today, when:2d today and yesterday",
            )  # fmt: skip
        return self.dated("is", f"past {found[1]} {_WHEN[found[2].lower()]}", span, place)

    def part(self, text: str, span: Span, quoted: bool) -> Node | None:
        """A word as it is: Google leaves no letters open."""
        core = text.rstrip("?!.,;:")
        if "*" in core:
            raise QueryError(
                self.query, *span, f"{self.name}'s * has no counterpart here",
                'words with others between: "oil" AROUND(3) "prices"; --syntax newsgrep has pric*',
            )  # fmt: skip
        if "?" in core:
            raise QueryError(
                self.query, *span, f"{self.name} has no ? that is known here",
                "--syntax newsgrep has wom?n",
            )  # fmt: skip
        return self.plain(core, span, quoted)
