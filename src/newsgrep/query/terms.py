"""The terms of a query: words, phrases, wildcards and regular expressions."""

from __future__ import annotations

import re

from newsgrep.errors import QueryError
from newsgrep.query.ast import Everything, Node, Phrase, Regex, Wildcard, Word
from newsgrep.query.checks import refuse_in_phrase, refuse_patterns
from newsgrep.query.lexer import Kind, Piece
from newsgrep.text.words import chunks, has_unspaced, has_words, is_chunk


def word_or_phrase(query: str, piece: Piece, *, ends_question: bool) -> Node | None:
    """A word or phrase; None for mere punctuation."""
    span = (piece.start, piece.end)
    if piece.kind is Kind.QUOTED:
        if not has_words(piece.text):
            raise piece.error(query, "no word between the quotation marks", "leave them out")
        refuse_in_phrase(query, piece)
        return Phrase(piece.text.strip(), piece.exact, span)
    if piece.text == "*" and not piece.exact:
        return Everything(span)
    core = piece.text.rstrip("?!.,;:" if ends_question else "!.,;:")
    if not core.strip("?"):
        return None
    if "*" in core or "?" in core:
        if piece.exact:
            raise piece.error(
                query,
                f"={core}: a wildcard stands for many forms, not for one",
                f"write {core}",
            )
        return _wildcard(query, core, piece)
    if piece.text == "-":
        raise piece.error(
            query, "- stands by itself", "write -word to leave a word out, or nothing"
        )
    joint = re.search(r"\|+|&&", core)
    if joint is not None and has_words(core):
        raise QueryError(
            query, piece.start + joint.start(), piece.start + joint.end(),
            f"{joint.group()} is no operator here",
            f"write {'AND' if joint.group() == '&&' else 'OR'}, with spaces around it",
        )  # fmt: skip
    if not has_words(core):
        return None
    return Word(core, piece.exact, span)


def words_of_phrase(phrase: Phrase) -> list[Node]:
    """The words of a phrase, each for itself; those with letters left open stay so."""
    found: list[Node] = []
    for token in phrase.text.split():
        pattern = token.rstrip("?!.,;:").lstrip("(¿¡'‘")
        if "*" in pattern or "?" in pattern:
            found.append(Wildcard(pattern, phrase.span))
        else:
            found += [Word(word, phrase.exact, phrase.span) for word in chunks(token)]
    return found


def regex(query: str, piece: Piece) -> Node:
    """A regular expression. Raises :class:`QueryError` where it is none."""
    import regex as regular

    try:
        regular.compile(piece.text)
    except (regular.error, OverflowError, RecursionError) as error:
        what = "nested too deeply" if isinstance(error, RecursionError) else str(error)
        raise piece.error(query, f"not a regular expression: {what}") from None
    refuse_patterns(query, piece.text, (piece.start, piece.end))
    return Regex(piece.text, (piece.start, piece.end))


def _wildcard(query: str, pattern: str, piece: Piece) -> Node:
    letters = pattern.replace("*", "").replace("?", "")
    if not letters:
        raise piece.error(query, f"{pattern} has no letter in it", "* alone finds everything")
    if not is_chunk(letters):
        raise piece.error(
            query, f"{pattern}: a wildcard works within one word", "leave out the punctuation"
        )
    span = (piece.start, piece.end)
    run = pattern.strip("*")
    if has_unspaced(run[:1]) and has_unspaced(run[-1:]) and run == letters:
        # There any run of characters is found, whatever stands before and behind it.
        return Word(run, False, span)
    refuse_patterns(query, pattern, span)
    return Wildcard(pattern, span)
