"""From the text of a query to its tree.

    any     = all { "OR" all }
    all     = { ["AND"] not }
    not     = ("NOT" | "-") not | often
    often   = "atleast/n" often | near
    near    = value { ("w/n" | "NEAR/n" | "pre/n" | "adjn" | "w/s" | "w/p") value }
    value   = term { "~n" | "^weight" }
    term    = "(" any ")" | field ":" (word | quotation | "(" any ")") | word | quotation | /regex/

The order of binding is Factiva's: proximity, atleast, NOT, AND (written or not), OR. A query
that is not understood raises :class:`QueryError`, which points at the place and says what to do.
"""

from __future__ import annotations

from datetime import date

from newsgrep.errors import QueryError
from newsgrep.fields import ALIASES, HELP, WITH_WORDS, nearest_field
from newsgrep.query.ast import (
    All,
    Any,
    AtLeast,
    Fuzzy,
    In,
    Near,
    Node,
    Not,
    Phrase,
    Weighted,
    Word,
)
from newsgrep.query.checks import (
    refuse_fields,
    refuse_in_value,
    refuse_patterns,
    require_places,
)
from newsgrep.query.lexer import Kind, Piece, pieces
from newsgrep.query.terms import regex, word_or_phrase, words_of_phrase
from newsgrep.query.values import VALUES, Given, any_value, dated
from newsgrep.text.words import count_words

MAX_DEPTH = 100
MAX_NUMBER = 500
MAX_EDITS = 2
LEAST_IN_QUESTION = 3
"""Words of a question in plain words, ``who built it?``, whose ``?`` is punctuation."""


def parse(query: str, today: date | None = None) -> Node:
    """The tree of ``query``; relative dates count from ``today`` (by default, today).

    >>> parse('guzman -"border wall"')
    All(parts=(Word(text='guzman', exact=False), Not(part=Phrase(...))), explicit=False)
    """
    parser = _Parser(query, today or date.today())
    return parser.whole()


class _Parser:
    def __init__(self, query: str, today: date) -> None:
        self.query = query
        self.today = today
        self.pieces = pieces(query)
        self.at = 0
        self.depth = 0

    def peek(self) -> Piece:
        return self.pieces[self.at]

    def take(self) -> Piece:
        piece = self.pieces[self.at]
        self.at += 1
        return piece

    def error(self, piece: Piece, message: str, hint: str = "") -> QueryError:
        return piece.error(self.query, message, hint)

    def whole(self) -> Node:
        node = self.any()
        left = self.peek()
        if left.kind is Kind.CLOSE:
            raise self.error(left, "a closing parenthesis without an opening one", "leave it out")
        if node is None:
            raise QueryError(
                self.query, 0, max(1, len(self.query)),
                "nothing to search for" if self.query.strip() else "the query is empty",
                "give a word, a \"phrase\" or a field:value; * finds everything",
            )  # fmt: skip
        return node

    def any(self) -> Node | None:
        """Parts joined by OR; None where there is nothing but punctuation."""
        start = self.peek().start
        first = self.all()
        parts = [] if first is None else [first]
        joined = False
        while self.peek().kind is Kind.OR:
            operator = self.take()
            joined = True
            after = self.all()
            if first is None or after is None:
                raise self.operand_missing(operator)
            parts.append(after)
        if not joined:
            return first
        return Any(tuple(parts), (start, self.pieces[self.at - 1].end))

    def all(self) -> Node | None:
        start = self.peek().start
        parts: list[Node] = []
        explicit = False
        while True:
            piece = self.peek()
            if piece.kind in (Kind.OR, Kind.CLOSE, Kind.END):
                break
            if piece.kind is Kind.AND:
                self.take()
                following = self.peek().kind
                if not parts or following in (Kind.OR, Kind.AND, Kind.CLOSE, Kind.END):
                    raise self.operand_missing(piece)
                explicit = True
                part = self.negation()
                if part is None:
                    raise self.operand_missing(piece)
            else:
                part = self.negation()
                if part is None:
                    continue
            parts.append(part)
        if not parts:
            return None
        if len(parts) == 1:
            return parts[0]
        return All(tuple(parts), explicit, (start, self.pieces[self.at - 1].end))

    def operand_missing(self, operator: Piece) -> QueryError:
        return self.error(
            operator,
            f"{operator.text} needs something to search for on both sides"
            if operator.kind is not Kind.NOT
            else f"{operator.text} needs something after it",
            f"to search for the word itself, write it small: {operator.text.lower()}"
            if operator.text.isalpha()
            else "leave it out",
        )

    def negation(self) -> Node | None:
        piece = self.peek()
        if piece.kind is not Kind.NOT:
            return self.often()
        self.take()
        if self.peek().kind in (Kind.AND, Kind.OR, Kind.CLOSE, Kind.END):
            raise self.operand_missing(piece)
        self.deeper(piece)
        part = self.negation()
        self.depth -= 1
        if part is None:
            raise self.operand_missing(piece)
        return Not(part, (piece.start, part.span[1]))

    def often(self) -> Node | None:
        piece = self.peek()
        if piece.kind is not Kind.ATLEAST:
            return self.near()
        self.take()
        count = int(piece.text.lower().removeprefix("atleast").lstrip("/"))
        if not 1 <= count <= MAX_NUMBER:
            raise self.error(piece, f"{piece.text}: a number from 1 to {MAX_NUMBER}, please")
        if self.peek().kind in (Kind.AND, Kind.OR, Kind.NOT, Kind.CLOSE, Kind.END):
            raise self.error(
                piece, f"{piece.text} needs something after it", f"as in {piece.text} cartel"
            )
        self.deeper(piece)
        part = self.often()
        self.depth -= 1
        if part is None:
            raise self.operand_missing(piece)
        require_places(self.query, part, piece.text)
        return AtLeast(count, part, (piece.start, part.span[1]))

    def near(self) -> Node | None:
        left, depth = self.value(), self.depth
        while self.peek().kind is Kind.NEAR:
            operator = self.take()
            self.deeper(operator)  # Each has the one before it on its left.
            if left is None:
                raise self.operand_missing(operator)
            if self.peek().kind in (Kind.AND, Kind.OR, Kind.NOT, Kind.CLOSE, Kind.END):
                raise self.operand_missing(operator)
            right = self.value()
            if right is None:
                raise self.operand_missing(operator)
            for part in (left, right):
                require_places(self.query, part, operator.text)
            left = self.nearness(operator, left, right)
        self.depth = depth
        return left

    def nearness(self, operator: Piece, left: Node, right: Node) -> Node:
        name = operator.text.lower().rstrip("0123456789sp/")
        name = "pre" if operator.text.lower().startswith("pre") else name
        ordered = name in ("pre", "adj")
        span = (left.span[0], right.span[1])
        last = operator.text[-1].lower()
        if last in "sp":
            unit = "sentence" if last == "s" else "paragraph"
            return Near(left, right, unit, 0, ordered, span)
        distance = int("".join(c for c in operator.text if c.isdigit()))
        if not 1 <= distance <= MAX_NUMBER:
            raise self.error(operator, f"{operator.text}: a number from 1 to {MAX_NUMBER}, please")
        return Near(left, right, "words", distance, ordered, span)

    def value(self) -> Node | None:
        """A term with what may stick to it: ``~2`` and ``^3``."""
        node = self.term()
        while self.peek().kind is Kind.SUFFIX:
            suffix = self.take()
            if node is None:
                raise self.error(suffix, f"{suffix.text} stands behind nothing", "leave it out")
            span = (node.span[0], suffix.end)
            if suffix.text[0] == "^":
                node = Weighted(node, float(suffix.text[1:]), span)
            else:
                node = self.loosened(node, suffix, span)
        return node

    def loosened(self, node: Node, suffix: Piece, span: tuple[int, int]) -> Node:
        """``word~2``: within so many letters; ``"a phrase"~5``: within so many words."""
        number = int(suffix.text[1:] or 0)
        if isinstance(node, In):
            return In(node.field, self.loosened(node.part, suffix, node.part.span), span)
        if isinstance(node, Word) and not node.exact:
            if number > MAX_EDITS or suffix.text == "~0":
                raise self.error(
                    suffix, f"{suffix.text}: one letter may differ, or at most {MAX_EDITS}"
                )
            refuse_patterns(self.query, node.text, span)
            if count_words(node.text) != 1:
                raise self.error(
                    suffix, f"{suffix.text} works behind one word, not behind {node.text}"
                )
            return Fuzzy(node.text, number or 1, span)
        if isinstance(node, Phrase) and 1 <= number <= MAX_NUMBER:
            words = words_of_phrase(node)
            if not 2 <= len(words) <= MAX_DEPTH:
                raise self.error(
                    suffix, f"{suffix.text} works behind a phrase of 2 to {MAX_DEPTH} words",
                    f"for letters that may differ, leave the quotation marks out: {node.text}~1"
                    if len(words) == 1 and number <= MAX_EDITS else "ask for fewer words",
                )  # fmt: skip
            near: Node = words[0]
            for word in words[1:]:
                near = Near(near, word, "words", number, False, span)
            return near
        raise self.error(
            suffix, f"{suffix.text} does not go with what stands before it",
            'as in guzman~1 or "border wall"~5',
        )  # fmt: skip

    def deeper(self, piece: Piece) -> None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self.error(piece, f"more than {MAX_DEPTH} levels deep", "ask in simpler terms")

    def group(self) -> Node:
        opening = self.take()
        self.deeper(opening)
        node = self.any()
        self.depth -= 1
        if self.peek().kind is not Kind.CLOSE:
            raise self.error(opening, "a parenthesis that is never closed", "close it with )")
        closing = self.take()
        if node is None:
            raise QueryError(
                self.query, opening.start, closing.end, "nothing inside the parentheses",
                "put a word there, or leave them out",
            )  # fmt: skip
        return node

    def term(self) -> Node | None:
        piece = self.peek()
        if piece.kind is Kind.OPEN:
            return self.group()
        if piece.kind is Kind.FIELD:
            return self.field()
        if piece.kind is Kind.NEAR:
            raise self.operand_missing(piece)
        self.take()
        if piece.kind is Kind.SUFFIX:
            raise self.error(piece, f"{piece.text} stands behind nothing", "leave it out")
        if piece.kind is Kind.REGEX:
            return regex(self.query, piece)
        return word_or_phrase(self.query, piece, ends_question=self.ends_question(piece))

    def ends_question(self, piece: Piece) -> bool:
        """Whether a ``?`` behind a word ends a question in plain words, and is no wildcard."""
        words = self.pieces[:-1]
        return (
            len(words) >= LEAST_IN_QUESTION
            and piece is words[-1]
            and all(word.kind is Kind.WORD for word in words)
        )

    def field(self) -> Node:
        name_piece = self.take()
        name = name_piece.text.lower()
        name = ALIASES.get(name, name)
        if name not in HELP:
            near = nearest_field(name)
            bare = Piece(Kind.FIELD, name_piece.text, name_piece.start, name_piece.end - 1)
            raise self.error(
                bare,
                f'unknown field "{name_piece.text}"',
                (f"did you mean {near}:? " if near else "")
                + f"(fields: {', '.join(HELP)}; to search for the text, quote it)",
            )
        value = self.whole_value() if name == "date" else self.peek()
        span = (name_piece.start, value.end)
        if value.kind is Kind.OPEN and name == "date":
            return self.one_of_dates(name_piece)
        if value.kind is Kind.OPEN:
            if name not in WITH_WORDS:
                raise self.error(value, f"{name}: takes one value", f'as in {name}:"…"')
            part: Node | None = self.group()
            assert part is not None
            refuse_fields(self.query, part, f"{name}:( … )")
            return In(name, part, (name_piece.start, self.pieces[self.at - 1].end))
        if value.kind is Kind.REGEX and name in WITH_WORDS:
            self.take()
            return In(name, regex(self.query, value), span)
        if value.kind not in (Kind.WORD, Kind.QUOTED):
            raise self.error(name_piece, f"nothing to look for after {name}:", "give a value")
        self.take()
        if name in WITH_WORDS and value.kind is Kind.WORD:
            refuse_in_value(self.query, name_piece, value)
        read = VALUES.get(name)
        if read is not None:
            return read(Given(self.query, name, value, span, self.today))
        if value.text == "*":
            return any_value(Given(self.query, name, value, span, self.today))
        part = word_or_phrase(self.query, value, ends_question=self.ends_question(value))
        if part is None:
            raise self.error(value, f"no word to look for in {name}:{value.text}", "give a value")
        return In(name, part, span)

    def whole_value(self) -> Piece:
        """The value of ``date:``, put together where a range has quoted ends.

        The last piece of it is still to be taken.
        """
        value = self.peek()
        while value.kind in (Kind.WORD, Kind.QUOTED):
            following = self.pieces[self.at + 1]
            glued = following.start == value.end and following.kind in (Kind.WORD, Kind.QUOTED)
            if not glued or not (value.text.endswith("..") or following.text.startswith("..")):
                break
            self.take()
            value = Piece(Kind.WORD, value.text + following.text, value.start, following.end)
        return value

    def one_of_dates(self, name: Piece) -> Node:
        """``date:(2016 OR "last week")``."""
        opening = self.take()
        parts: list[Node] = []
        while True:
            value = self.whole_value()
            if value.kind not in (Kind.WORD, Kind.QUOTED):
                raise self.error(value, "a date is missing here", "as in date:(2016 OR 2018)")
            self.take()
            parts.append(
                dated(Given(self.query, "date", value, (value.start, value.end), self.today))
            )
            joint = self.take()
            if joint.kind is Kind.CLOSE:
                span = (name.start, joint.end)
                return Any(tuple(parts), span) if len(parts) > 1 else parts[0]
            if joint.kind is Kind.END:
                raise self.error(opening, "a parenthesis that is never closed", "close it with )")
            if joint.kind is not Kind.OR:
                raise self.error(
                    joint, "dates in parentheses are joined by OR",
                    'quote a date of several words: date:("last week" OR 2016)',
                )  # fmt: skip
