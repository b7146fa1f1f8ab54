"""Factiva: ``hd=cartel and (wall near5 tunnel) same border* not by=doe and wc>500``.

    question = all { "or" all }
    all      = often { ("and" | ["and"] "not") often }
    often    = "atleastn" often | field "=" near | date | length | near
    near     = phrase { ("nearn" | "/Nn/" | "adjn" | "w/n" | "same") phrase }
    phrase   = unit { unit }
    unit     = "(" question ")" | word | quotation

The order is that of Dow Jones' "Search Statement Operators": parentheses; proximity, which is
also between words side by side; atleast and fields; NOT; AND; OR.
"""

from __future__ import annotations

import re
from datetime import timedelta

from newsgrep.errors import QueryError
from newsgrep.query.ast import All, Any, AtLeast, Node, Not, Span, Word
from newsgrep.query.checks import require_places
from newsgrep.query.dialects.lexer import QUOTED, QUOTES, START, STOP, Kind, Token, rule
from newsgrep.query.dialects.reader import Reader
from newsgrep.query.parser import MAX_DEPTH
from newsgrep.text.nearest import did_you_mean

_FIELDS = {
    "hd": "title", "hl": "title", "hlp": "lead", "td": "body", "by": "author", "sn": "source",
    "se": "section", "la": "lang", "ns": "tag", "co": "org", "re": "location", "dln": "place",
    "pd": "date",
}  # fmt: skip
_CODES = "Factiva's codes are not known here; sn= co= re= ns= look for names"
_REFUSED = {
    "lp": "hlp= looks in headline and lead",
    **dict.fromkeys(("fds", "in", "ipd", "pe", "rst", "sc"), _CODES),
    **dict.fromkeys(
        ("an", "art", "cr", "ct", "cx", "cy", "clm", "de", "dl", "ed", "et", "ft", "ipc", "pg",
         "pub", "rf", "vol"),
        "leave it out",
    ),
}  # fmt: skip
_NEAR = r"near\d+|/n\d+/|(?:adj|w/)\d*|same"
_OPERANDS = (Kind.WORD, Kind.QUOTED, Kind.OPEN)
_JOINS = (Kind.AND, Kind.OR, Kind.NOT, Kind.NEAR, Kind.CLOSE, Kind.END)
_TRUNCATED = re.compile(r"(.+)\$([1-9]?)")


class Factiva(Reader):
    """The grammar of Factiva, on one query."""

    name = "Factiva"
    rules = (
        rule(Kind.OPEN, r"[(\[]"),
        rule(Kind.CLOSE, r"[)\]]"),
        QUOTED,
        rule(Kind.NOT, rf"{START}(?:and\s+)?not{STOP}"),
        rule(Kind.AND, rf"{START}and{STOP}"),
        rule(Kind.OR, rf"{START}or{STOP}"),
        rule(Kind.NEAR, r"/n\d+/"),
        rule(Kind.REFUSED, r"/f\d+/"),
        rule(Kind.NEAR, rf"{START}(?:{_NEAR}){STOP}"),
        rule(Kind.ATLEAST, rf"{START}atleast\d+{STOP}"),
        rule(
            Kind.REFUSED,
            rf"{START}(?:near|atleast|upd|%|(?:o?near|atleast|within|n|pre)?/[^\s()]*){STOP}",
        ),
        rule(Kind.REFUSED, rf"{START}around\s?\(\d+\)"),
        rule(Kind.LENGTH, rf"{START}wc(?=\s*[<>=]|\s+from\s)"),
        rule(Kind.DATE, rf"{START}date{STOP}"),
        rule(Kind.FIELD, rf"{START}[a-z]+(?==)"),
        rule(Kind.COMPARISON, r"[<>]=?|="),
        rule(Kind.WORD, rf"(?:(?!/[nf]\d+/)[^\s()\[\]{QUOTES}<>=])+"),
    )

    def question(self) -> Node:
        start = self.peek().start
        parts = [self.all()]
        while self.peek().kind is Kind.OR:
            self.operand(self.take())
            parts.append(self.all())
        return parts[0] if len(parts) == 1 else Any(tuple(parts), (start, self.last_end()))

    def operand(self, operator: Token) -> None:
        """Raises :class:`QueryError` where no operand follows ``operator``."""
        if self.peek().kind in _JOINS:
            raise self.operand_missing(operator)

    def all(self) -> Node:
        """The parts that AND and NOT join, from left to right."""
        start = self.peek().start
        parts = [self.often()]
        while self.peek().kind in (Kind.AND, Kind.NOT):
            operator = self.take()
            self.operand(operator)
            part = self.often()
            if operator.kind is Kind.NOT:
                part = Not(part, (operator.start, self.last_end()))
            parts.append(part)
        return parts[0] if len(parts) == 1 else All(tuple(parts), True, (start, self.last_end()))

    def often(self) -> Node:
        """What AND, OR and NOT join: words near each other, a field, a date, a count."""
        token = self.peek()
        match token.kind:
            case Kind.ATLEAST:
                node = self.at_least(self.take())
            case Kind.FIELD:
                node = self.field(self.take())
            case Kind.DATE:
                node = self.date(self.take())
            case Kind.LENGTH:
                node = self.word_count(self.take())
            case _:
                node = self.close_by()
        following = self.peek()
        if following.kind is Kind.REFUSED:
            raise self.refusal(following)
        if following.kind not in _JOINS or following.kind is Kind.NEAR:
            raise self.misplaced(following)
        return node

    def misplaced(self, token: Token) -> QueryError:
        """The error for a token that stands where an operator is needed."""
        if token.kind is Kind.NEAR:
            return self.error(
                token, f"{token.text} works on words and phrases of the text",
                "put fields, dates and counts outside, joined by and",
            )  # fmt: skip
        if token.kind is Kind.COMPARISON:
            return self.error(token, f"nothing to compare before {token.text}", "as in wc>500")
        return self.error(
            token, f"no operator before {token.text}",
            f'write and, or, not … before it; for the word itself: "{token.text}"',
        )  # fmt: skip

    def refusal(self, token: Token) -> QueryError:
        """The error for what Factiva knows and we do not, or what nobody knows."""
        name = token.text.lower()
        if name.startswith("/f"):
            return self.no_counterpart(token, "hlp=word looks in headline and first paragraph")
        if name == "%":
            return self.no_counterpart(token, "w/2 lets one word stand between, or none")
        if name == "upd":
            return self.no_counterpart(token, "date asks for the day of publication")
        if name in ("near", "atleast"):
            return self.error(
                token, f"{token.text} needs a number",
                f'as in {name}5; for the word itself: "{token.text}"',
            )  # fmt: skip
        return self.error(
            token, f"{self.name} has no operator {token.text} that is known here",
            f'(known: near5 /N5/ adj5 w/5 same; for the word itself: "{token.text}")',
        )  # fmt: skip

    def at_least(self, operator: Token) -> Node:
        """``atleast3 word``."""
        count = self.number(operator)
        self.operand(operator)
        self.deeper(operator)
        part = self.often()
        self.depth -= 1
        require_places(self.query, part, operator.text)
        return AtLeast(count, part, (operator.start, self.last_end()))

    def field(self, name: Token) -> Node:
        """``hd=(…)`` and the like: what follows, in one field."""
        code = name.text.lower()
        equals = self.take()
        written = Token(Kind.FIELD, f"{name.text}=", name.start, equals.end)
        if code in _REFUSED:
            raise self.no_counterpart(written, _REFUSED[code])
        field = _FIELDS.get(code)
        if field is None:
            hint = did_you_mean(code, _FIELDS, "{}=")
            raise self.error(
                written, f"{self.name}'s field {name.text}= is not known here",
                f"{hint}(known: {', '.join(f'{known}=' for known in sorted(_FIELDS))})",
            )  # fmt: skip
        if self.peek().kind not in _OPERANDS:
            raise self.error(written, f"nothing to look for after {written.text}", "give a value")
        if field == "date":
            return self.days("is", name)
        node = self.close_by()
        if field == "lang":
            return self.languages(node, (name.start, self.last_end()))
        return self.inside(field, node, written)

    def close_by(self) -> Node:
        """Phrases near each other, joined from left to right."""
        left = self.phrase()
        count = 0
        while self.peek().kind is Kind.NEAR:
            operator = self.take()
            count += 1
            if count > MAX_DEPTH:
                raise self.error(operator, f"more than {MAX_DEPTH} operators", "use parentheses")
            self.operand(operator)
            if count == 1:
                require_places(self.query, left, operator.text)
            right = self.phrase()
            name = operator.text.lower()
            unit = "paragraph" if name == "same" else "words"
            left = self.near(left, right, operator, unit, name.startswith(("adj", "w")))
        return left

    def phrase(self) -> Node:
        """Words side by side; groups among them, too, stand side by side with them."""
        first = self.peek()
        parts: list[Node] = []
        while self.peek().kind in _OPERANDS:
            if self.peek().kind is Kind.OPEN:
                parts.append(self.group())
                continue
            run: list[Token] = []
            while self.peek().kind in (Kind.WORD, Kind.QUOTED):
                run.append(self.take())
            parts.append(self.run(run))
        if not parts:
            raise self.unreadable(first)
        if len(parts) > 1:
            for part in parts:
                require_places(self.query, part, "standing side by side")
        return self.side_by_side(parts, first, (first.start, self.last_end()))

    def unreadable(self, token: Token) -> QueryError:
        """The error for a token that no operand can begin with."""
        if token.kind is Kind.REFUSED:
            return self.refusal(token)
        if token.kind in (Kind.CLOSE, Kind.END):
            return self.error(token, "nothing to search for", "give a word")
        if token.kind in _JOINS:
            return self.operand_missing(token)
        if token.kind is Kind.COMPARISON:
            return self.misplaced(token)
        return self.error(token, f"{token.text} does not go here", "put it outside, joined by and")

    def word_count(self, name: Token) -> Node:
        """``wc>500``, ``wc<=200``, ``wc from 100 to 200``."""
        if self.peek().kind is Kind.COMPARISON:
            comparison = self.take().text
            return self.length(comparison, self.count(name), (name.start, self.last_end()))
        self.take()
        bounds = [self.length(">=", self.count(name), (name.start, self.last_end()))]
        to = self.peek()
        if to.text.lower() != "to":
            raise self.error(name, "wc from needs two numbers", "as in wc from 100 to 200")
        self.take()
        bounds.append(self.length("<=", self.count(name), (name.start, self.last_end())))
        return self.between(bounds, (name.start, self.last_end()))

    def count(self, name: Token) -> Token:
        """The number that follows ``wc`` and the like."""
        if self.peek().kind is not Kind.WORD:
            raise self.error(name, f"{name.text} needs a number of words", "as in wc>500")
        return self.take()

    def date(self, name: Token) -> Node:
        """``date from 20170201 to 20170228``, ``date after -7``, ``date 20170201``."""
        word = self.peek().text.lower()
        if word in ("before", "after"):
            self.take()
            return self.days(word, name)
        if word != "from":
            return self.days("is", name)
        self.take()
        since = self.days("geq", name)
        if self.peek().text.lower() != "to":
            return since
        self.take()
        until = self.days("leq", name)
        return self.between((since, until), (name.start, self.last_end()))

    def days(self, comparison: str, name: Token) -> Node:
        """The day that follows, as ``comparison`` has it."""
        first = self.peek()
        while self.peek().kind in (Kind.WORD, Kind.QUOTED) and self.peek().text.lower() != "to":
            self.take()
        if self.peek() is first:
            raise self.error(
                name, f"{name.text} needs a day",
                f'as in date after 20170201; for the word itself: "{name.text}"',
            )  # fmt: skip
        end = self.last_end()
        text = self.query[first.start : end].replace('"', "")
        if re.fullmatch(r"[-+]\d{1,5}", text):
            try:
                text = (self.today + timedelta(days=int(text))).isoformat()
            except OverflowError:
                raise self.error(first, f"{text} days are too many", "give a date") from None
        return self.dated(comparison, text, (name.start, end), (first.start, end))

    def part(self, text: str, span: Span, quoted: bool) -> Node | None:
        """``wall*`` and ``wall$`` for any ending, ``pric$2`` for two letters at most, ``wom?n``."""
        core = text.rstrip(".,;:")
        truncated = _TRUNCATED.fullmatch(core)
        if truncated is not None and "$" not in truncated[1]:
            stem, most = truncated.groups()
            if not most:
                return self.wildcard(f"{stem}*", span, core)
            longer = (
                self.wildcard(stem + "?" * more, span, core) for more in range(1, int(most) + 1)
            )
            open_within = "*" in stem or "?" in stem
            bare = self.wildcard(stem, span, core) if open_within else Word(stem, True, span)
            return Any((bare, *longer), span)
        if "*" in core or "?" in core:
            return self.wildcard(core, span, core)
        return self.plain(core, span, quoted)
