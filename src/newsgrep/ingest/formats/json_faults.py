"""What is wrong with JSON, said to people, and where."""

from __future__ import annotations

from json import JSONDecodeError

_SAID = {
    "Expecting value": "a value is missing",
    "Expecting ',' delimiter": "a comma is missing",
    "Expecting ':' delimiter": "a colon is missing",
    "Expecting property name enclosed in double quotes": "a name in quotation marks is missing",
    "Unterminated string starting at": "a quotation mark that is never closed",
    "Invalid control character at": "a line end or another control within quotation marks",
    "Invalid \\escape": "a backslash before what it cannot stand before",
    "Invalid \\uXXXX escape": "\\u without four digits behind it",
    "Extra data": "more stands behind its end",
    "Illegal trailing comma before end of object": "a comma too many",
    "Illegal trailing comma before end of array": "a comma too many",
}


def fault_of(error: Exception) -> str:
    """``a comma is missing in line 3, column 14``; what a parser says itself, where that is new."""
    if not isinstance(error, JSONDecodeError):
        return "nested too deep" if isinstance(error, RecursionError) else str(error)
    said = _SAID.get(error.msg, error.msg)
    return f"{said} in line {error.lineno:,}, column {error.colno:,}"
