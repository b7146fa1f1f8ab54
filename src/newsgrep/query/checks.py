"""What may not stand inside what: questions that would have no meaning."""

from __future__ import annotations

import re

from newsgrep.errors import QueryError
from newsgrep.query.ast import (
    All,
    Any,
    AtLeast,
    Dated,
    Everything,
    Fuzzy,
    Has,
    In,
    Is,
    Length,
    Marked,
    Near,
    Node,
    Not,
    PathLike,
    Phrase,
    Regex,
    Weighted,
    Wildcard,
    Word,
)
from newsgrep.query.lexer import Piece
from newsgrep.text.words import has_unspaced, is_chunk


def require_places(query: str, node: Node, operator: str) -> None:
    """Proximity and counts need words that stand somewhere in the text.

    Raises :class:`QueryError` where ``node`` has something else in it.
    """
    match node:
        case Word() | Phrase() | Wildcard() | Fuzzy() | Regex():
            return
        case Near(left, right):
            require_places(query, left, operator)
            require_places(query, right, operator)
        case All(parts) | Any(parts):
            for part in parts:
                require_places(query, part, operator)
        case Weighted(part):
            require_places(query, part, operator)
        case In("title" | "lead" | "body" | "quote", part):
            require_places(query, part, operator)
        case _:
            raise QueryError(
                query, *node.span,
                f"{operator} works on words and phrases of the text, not on this",
                "put it outside, joined by AND",
            )  # fmt: skip


def refuse_patterns(query: str, pattern: str, span: tuple[int, int]) -> None:
    """A pattern fits words, and scripts without spaces have none that could be told."""
    if has_unspaced(pattern):
        raise QueryError(
            query, *span,
            f"{pattern}: patterns do not work in scripts that are written without spaces",
            "write the characters as they stand, or several runs joined by AND or w/5",
        )  # fmt: skip


def refuse_in_phrase(query: str, piece: Piece) -> None:
    """Raise for wildcards and signs that a phrase cannot have."""
    inside = query.index(piece.text, piece.start)
    fuzzy = re.search(r"(?<=\w)~\d?(?!\S)", piece.text)
    if fuzzy is not None:
        raise QueryError(
            query, inside + fuzzy.start(), inside + fuzzy.end(),
            f"{fuzzy.group()} inside a phrase: a fuzzy word stands by itself",
            "write it outside, as in oil pre/1 prces~1",
        )  # fmt: skip
    for token in re.finditer(r"(?<!\S)[^\s*?]*+[*?]\S*", piece.text):
        pattern = token.group().rstrip("?!.,;:").lstrip("(¿¡'‘")
        if "*" not in pattern and "?" not in pattern:
            continue
        span = (inside + token.start(), inside + token.end())
        letters = pattern.replace("*", "").replace("?", "")
        if piece.exact:
            raise QueryError(
                query, *span, f"{pattern} in a phrase that asks for exact forms",
                "leave the = or the wildcard out",
            )  # fmt: skip
        if not letters:
            raise QueryError(
                query, *span, f"{pattern} in a phrase stands for no word",
                'for words between, write "…" pre/3 "…"',
            )  # fmt: skip
        if not is_chunk(letters):
            raise QueryError(
                query, *span, f"{pattern}: a wildcard works within one word",
                "leave the punctuation out",
            )  # fmt: skip
        refuse_patterns(query, pattern, span)


def refuse_in_value(query: str, name: Piece, value: Piece) -> None:
    """Raise for what looks like an operator at the beginning of a field's value."""
    field = f"{name.text}:"
    if value.text.startswith("-") and len(value.text) > 1:
        raise QueryError(
            query, value.start, value.start + 1, f"- behind {field} leaves nothing out",
            f"write -{field}{value.text[1:]}, or quote it",
        )  # fmt: skip
    inner = re.match(r"[^\W\d][\w-]*:(?=[^\s/])", value.text)
    if inner is not None:
        raise QueryError(
            query, value.start, value.start + inner.end(),
            f"{inner.group()} behind {field} is no field", "name one field, or quote the value",
        )  # fmt: skip


def refuse_fields(query: str, node: Node, outer: str) -> None:
    """A field within a field's parentheses is a question without a meaning.

    ``outer`` is the field as it is written, for the message. Raises :class:`QueryError`.
    """
    match node:
        case In() | Dated() | PathLike() | Has() | Length() | Is() | Marked():
            raise QueryError(query, *node.span, f"a field inside {outer}", "put it outside")
        case Everything():
            raise QueryError(
                query, *node.span, f"* inside {outer} stands for no word", "leave it out"
            )
        case All(parts) | Any(parts):
            for part in parts:
                refuse_fields(query, part, outer)
        case Not(part) | Weighted(part) | AtLeast(_, part):
            refuse_fields(query, part, outer)
        case Near(left, right):
            refuse_fields(query, left, outer)
            refuse_fields(query, right, outer)
