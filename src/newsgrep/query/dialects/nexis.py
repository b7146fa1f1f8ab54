"""Nexis: ``hlead(cartel) w/5 (wall or tunnel) and date aft 2017 and not byline(doe)``.

    question = all { "and not" all }
    all      = near { "and" near }
    near     = any { ("w/n" | "pre/n" | "w/s" | "w/p" | "w/seg" …) any }
    any      = unit { "or" unit }
    unit     = "(" question ")" | segment "(" question ")" | "atleastn" "(" question ")"
             | date | length | word { word }

The order is that of LexisNexis' help ("Connector Order and Priority"): OR binds tightest, then
proximity, the smallest number first, then AND, and AND NOT takes all that follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newsgrep.errors import QueryError
from newsgrep.query.ast import All, Any, AtLeast, Node, Not, Span
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

_SEGMENTS = {
    "headline": "title", "hd": "title", "head": "title", "title": "title", "hlead": "lead",
    "body": "body", "text": "body", "byline": "author", "author": "author",
    "publication": "source", "pub": "source", "source": "source", "section": "section",
    "dateline": "place", "subject": "tag", "terms": "tag", "term": "tag", "person": "person",
    "company": "org", "organization": "org", "geographic": "location", "country": "location",
    "state": "location", "city": "location", "language": "lang",
}  # fmt: skip
_COMMANDS = {
    "allcaps": "an acronym is written in capitals: US finds US and U.S., but not us",
    "caps": "capitals make no difference here, but for acronyms; leave it out",
    "nocaps": "capitals make no difference here, but for acronyms; leave it out",
    "singular": "a word is found in all its forms; --syntax newsgrep has =wall for one form",
    "plural": "a word is found in all its forms; --syntax newsgrep has =walls for one form",
    "lead": "hlead(…) looks in headline and lead",
    "industry": "subject(…) looks in tags and keywords",
    "ticker": "company(…) looks for names of companies",
    "load-date": "date aft 2017-02-01 asks for the day of publication",
    "publication-type": "publication(…) looks for the name of the publication",
    **dict.fromkeys(
        ("cite", "copyright", "correction", "correction-date", "edition", "graphic", "highlight",
         "journal-code", "name", "notes", "series", "type"),
        "leave it out",
    ),
}  # fmt: skip
_COMPARISON = r"(?:(?:bef(?:ore)?|aft(?:er)?|geq|leq|is)\b|[<>]=?|=)"
_UNITS = {"s": "sentence", "sent": "sentence", "p": "paragraph", "para": "paragraph"}
_JOINS = (Kind.AND, Kind.OR, Kind.NOT, Kind.NEAR, Kind.CLOSE, Kind.END)
_LOOSENESS = {"sentence": 1001, "paragraph": 1002, "segment": 1003}


class Nexis(Reader):
    """The grammar of Nexis, on one query."""

    name = "Nexis"
    rules = (
        OPEN,
        CLOSE,
        QUOTED,
        rule(Kind.REFUSED, rf"{START}not\s+(?:w|pre|o?near)?/\w+{STOP}"),
        rule(Kind.NOT, rf"{START}(?:and\s*not|but\s*not|not){STOP}"),
        rule(Kind.AND, rf"{START}(?:and|&){STOP}"),
        rule(Kind.OR, rf"{START}or{STOP}"),
        rule(Kind.NEAR, rf"{START}(?:w|pre|o?near)?/(?:\d+|s|sent|p|para|seg){STOP}"),
        rule(
            Kind.REFUSED,
            rf"{START}(?:(?:w|pre|o?near|adj|within)?/[^\s()]*|n/\d+|(?:pre|o?near|adj)\d+){STOP}",
        ),
        rule(Kind.ATLEAST, rf"{START}atleast\s*+\d*+(?=\s*\()"),
        rule(Kind.REFUSED, rf"{START}atleast\d*{STOP}"),
        rule(Kind.DATE, rf"{START}date(?=\s*(?:\(|{_COMPARISON}))"),
        rule(Kind.LENGTH, rf"{START}length(?=\s*(?:\(|{_COMPARISON}))"),
        rule(Kind.COMPARISON, r"[<>]=?|="),
        rule(Kind.COMMAND, rf"{START}(?:{'|'.join(_COMMANDS)})(?=\s*\()"),
        rule(Kind.FIELD, rf"{START}(?:(?:{'|'.join(_SEGMENTS)})(?=\s*\()|[a-z][\w-]*(?=\())"),
        rule(Kind.WORD, rf"[^\s(){QUOTES}<>=]+"),
    )

    def question(self) -> Node:
        start = self.peek().start
        parts = self.all()
        while self.peek().kind is Kind.NOT:
            operator = self.take()
            first = self.operand(operator)
            excluded = self.all()
            span = (first.start, self.last_end())
            part = excluded[0] if len(excluded) == 1 else All(tuple(excluded), True, span)
            parts.append(Not(part, (operator.start, self.last_end())))
        return parts[0] if len(parts) == 1 else All(tuple(parts), True, (start, self.last_end()))

    def operand(self, operator: Token) -> Token:
        """What follows ``operator``. Raises :class:`QueryError` where it is no operand."""
        following = self.peek()
        if following.kind in (Kind.AND, Kind.OR, Kind.NOT, Kind.NEAR, Kind.CLOSE, Kind.END):
            raise self.operand_missing(operator)
        return following

    def all(self) -> list[Node]:
        """The parts that AND joins."""
        parts = [self.close_by()]
        while self.peek().kind is Kind.AND:
            self.operand(self.take())
            parts.append(self.close_by())
        return parts

    def close_by(self) -> Node:
        """Parts near each other: the closest are joined first, from left to right."""
        parts = [self.any()]
        operators: list[Token] = []
        while self.peek().kind is Kind.NEAR:
            operator = self.take()
            if len(operators) == MAX_DEPTH:
                raise self.error(operator, f"more than {MAX_DEPTH} connectors", "use parentheses")
            self.operand(operator)
            operators.append(operator)
            parts.append(self.any())
        if operators:
            require_places(self.query, parts[0], operators[0].text)
        while operators:
            at = min(range(len(operators)), key=lambda at: self.looseness(operators[at]))
            operator = operators.pop(at)
            right = parts.pop(at + 1)
            parts[at] = self.joined(parts[at], right, operator)
        return parts[0]

    def looseness(self, operator: Token) -> int:
        """Connectors are worked out from the smallest to the largest."""
        return _LOOSENESS.get(_unit(operator), 0) or self.number(operator)

    def joined(self, left: Node, right: Node, operator: Token) -> Node:
        """``left`` and ``right`` near each other, as the connector says."""
        unit = _unit(operator)
        name = operator.text.lower().partition("/")[0]
        if unit != "segment":
            return self.near(left, right, operator, unit, name in ("pre", "onear"))
        raise self.no_counterpart(operator, "name the part: headline(a and b) or body(a and b)")

    def any(self) -> Node:
        """The parts that OR joins, which binds closest."""
        start = self.peek().start
        parts = [self.unit()]
        while self.peek().kind is Kind.OR:
            self.operand(self.take())
            parts.append(self.unit())
        return parts[0] if len(parts) == 1 else Any(tuple(parts), (start, self.last_end()))

    def unit(self) -> Node:
        """A phrase, a group, a segment, a date, a length, or ``atleast``."""
        token = self.peek()
        match token.kind:
            case Kind.WORD | Kind.QUOTED:
                node = self.phrase()
            case Kind.OPEN:
                node = self.group()
            case Kind.FIELD:
                node = self.segment()
            case Kind.ATLEAST:
                node = self.often()
            case Kind.DATE:
                node = self.clause(self.take(), self.day)
            case Kind.LENGTH:
                node = self.clause(self.take(), self.count)
            case _:
                raise self.refusal(token)
        following = self.peek()
        if following.kind in (Kind.REFUSED, Kind.COMMAND, Kind.COMPARISON):
            raise self.refusal(following)
        if following.kind not in _JOINS:
            raise self.error(
                following, f"no connector before {following.text}", "write and, or, w/5 … before it"
            )
        return node

    def refusal(self, token: Token) -> QueryError:
        """The error for a token that no operand can be read from."""
        name = token.text.lower()
        if token.kind in (Kind.AND, Kind.OR, Kind.NOT, Kind.NEAR):
            return self.operand_missing(token)
        if token.kind is Kind.COMMAND:
            return self.no_counterpart(token, _COMMANDS[name])
        if token.kind is Kind.COMPARISON:
            return self.error(
                token, f"nothing to compare before {token.text}", "as in date > 2017-02-01"
            )
        if token.kind is not Kind.REFUSED:
            return self.error(token, "nothing to search for", "give a word")
        if name.startswith("not"):
            connector = name.removeprefix("not").strip()
            return self.no_counterpart(
                token, f"and not (a {connector} b) leaves out all articles with the two so close"
            )
        if name.startswith("atleast"):
            return self.error(
                token, f"{token.text} needs a number and parentheses", "as in atleast3(cartel)"
            )
        return self.error(
            token, f"{self.name} has no connector {token.text} that is known here",
            f'(known: w/5 pre/5 w/s w/p, near/5 onear/5; for the word itself: "{token.text}")',
        )  # fmt: skip

    def phrase(self) -> Node:
        """Words and quotations side by side."""
        first = self.peek()
        if first.text.lower() in ("bef", "aft", "geq", "leq"):
            raise self.error(
                first, f"nothing to compare before {first.text}", "as in date aft 2017"
            )
        run: list[Token] = []
        while self.peek().kind in (Kind.WORD, Kind.QUOTED):
            run.append(self.take())
        return self.run(run)

    def segment(self) -> Node:
        """``headline(…)`` and the like: what stands in parentheses, in one field."""
        name = self.take()
        field = _SEGMENTS.get(name.text.lower())
        if field is None:
            hint = did_you_mean(name.text.lower(), _SEGMENTS, "{}(…)")
            raise self.error(
                name, f"{self.name} has no {name.text}(…) that is known here",
                f"{hint}(known: {', '.join(sorted(_SEGMENTS))}, date, length)",
            )  # fmt: skip
        node = self.group()
        span = (name.start, self.last_end())
        if field == "lang":
            return self.languages(node, span)
        return self.inside(field, node, name)

    def often(self) -> Node:
        """``atleast3(…)``."""
        operator = self.take()
        if not operator.text[-1].isdigit():
            raise self.error(operator, "atleast needs a number", "as in atleast3(cartel)")
        count = self.number(operator)
        part = self.group()
        require_places(self.query, part, operator.text)
        return AtLeast(count, part, (operator.start, self.last_end()))

    def clause(self, name: Token, value: Callable[[str, Token], Node]) -> Node:
        """``date aft 2017``, ``date(geq 2017-02-01 and leq 2017-02-28)``, ``length > 500``."""
        if self.peek().kind is not Kind.OPEN:
            return value(self.comparison(name), name)
        opening = self.take()
        parts = [value(self.comparison(name), name)]
        while self.peek().kind is Kind.AND:
            self.take()
            parts.append(value(self.comparison(name), name))
        self.close(opening)
        span = (name.start, self.last_end())
        return self.between(parts, span)

    def comparison(self, name: Token) -> str:
        """``aft``, ``>=`` …, taken; ``is`` where none is written."""
        token = self.peek()
        if token.kind is Kind.COMPARISON or (
            token.kind is Kind.WORD and re.fullmatch(_COMPARISON, token.text, re.IGNORECASE)
        ):
            return self.take().text
        return "is"

    def day(self, comparison: str, name: Token) -> Node:
        """The day of ``date aft 2017``, in parentheses or not."""
        opening = self.take() if self.peek().kind is Kind.OPEN else None
        first = self.peek()
        text = self.words_until_operator()
        if not text:
            raise self.error(name, "date needs a day", "as in date aft 2017-02-01")
        place = (first.start, self.last_end())
        if opening is not None:
            self.close(opening)
        return self.dated(comparison, text.replace('"', ""), (name.start, self.last_end()), place)

    def count(self, comparison: str, name: Token) -> Node:
        """The number of words of ``length > 500``."""
        if self.peek().kind is not Kind.WORD:
            raise self.error(name, "length needs a number of words", "as in length > 500")
        number = self.take()
        return self.length(comparison, number, (name.start, self.last_end()))

    def part(self, text: str, span: Span, quoted: bool) -> Node | None:
        """``wall!`` for any ending, ``wom?n`` and ``wom*n`` for one letter."""
        core = text.rstrip(".,;:")
        pattern = core[:-1] + "*" if core.endswith("!") else core
        if core.endswith("*"):
            raise QueryError(
                self.query, *span, f"{core}: in Nexis a * at the end has meant one letter, and any",
                f"write {core.rstrip('*')}! for any letters, {core.replace('*', '?')} for so many",
            )  # fmt: skip
        if "*" in core or "?" in core or pattern != core:
            letters = core.removesuffix("!").replace("*", "?")
            return self.wildcard(letters + "*" * (pattern != core), span, core)
        return self.plain(core, span, quoted, allowed="&")


def _unit(operator: Token) -> str:
    """``words``, ``sentence``, ``paragraph`` or ``segment``."""
    last = operator.text.lower().partition("/")[2]
    return "segment" if last == "seg" else _UNITS.get(last, "words")
