"""The fields as Whoosh's schema, and our words as Whoosh's analyzer."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from whoosh.analysis import Analyzer
from whoosh.analysis.acore import Token
from whoosh.fields import ID, STORED, FieldType, Schema
from whoosh.formats import Format

from newsgrep.engines.columnar import term_keys
from newsgrep.text.words import words


class WordAnalyzer(Analyzer):  # type: ignore[misc]
    """Gives the first term of each position, as a query typed by a person means it."""

    # Whoosh has no types: what its methods take and give is whatever it makes of it.
    def __call__(self, value: str, **kwargs: Any) -> Iterator[Token]:
        position = kwargs.get("start_pos", 0)
        token = Token(positions=True, chars=True)
        for word in words(value):
            for part in word.chunk.parts:
                token.text = token.original = part.terms[0]
                token.pos = position
                token.startchar = word.start + part.start
                token.endchar = word.start + part.end
                token.boost = 1.0
                token.stopped = False
                position += 1
                yield token


class PositionLists(Format):  # type: ignore[misc]
    """Values are lists of positions as the segment gives them; nothing is encoded or pickled."""

    def decoder(self, name: str) -> Callable[[list[int]], Any]:
        """What makes of a list of positions the form ``name`` that Whoosh asks for."""
        # Each form has a type of its own, which only Whoosh knows.
        decoders: dict[str, Callable[[list[int]], Any]] = {
            "positions": list,
            "frequency": len,
            "weight": lambda positions: float(len(positions)),
            "position_boosts": lambda positions: [(position, 1.0) for position in positions],
        }
        return decoders[name]

    def supports(self, name: str) -> bool:
        """Whether Whoosh can ask for the form ``name``."""
        return name in ("positions", "frequency", "weight", "position_boosts")

    def combine(self, values: list[list[int]]) -> list[int]:
        """The positions of several values, in order, each once."""
        return sorted(set().union(*values))


class Words(FieldType):  # type: ignore[misc]
    """A field of words with positions."""

    scorable = True
    unique = False
    stored = True
    vector = None
    multitoken_query = "phrase"
    column_type = None
    spelling = False

    def __init__(self) -> None:
        self.format = PositionLists()
        self.analyzer = WordAnalyzer()


STORED_ONLY = ("id", "title", "deck", "date", "modified", "record", "authors", "tags", "language")
"""What a hit of Whoosh's has beside the indexed fields."""


def schema() -> Schema:
    """Whoosh's view of the fields of an index."""
    named = {name: Words() for name in (term_keys.TEXT, *term_keys.NAMED)}
    exact = {name: ID() for name in term_keys.EXACT}
    kept = {name: STORED() for name in STORED_ONLY}
    return Schema(**named, **exact, **kept)
