"""Text measured and cut in columns of the terminal, as East Asian and combining letters need it."""

from __future__ import annotations


def cells(text: str) -> int:
    """The columns that ``text`` takes: two for a wide letter, none for a combining mark."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text)


def first_cells(text: str, width: int) -> str:
    """As much of the start of ``text`` as ``width`` columns hold."""
    if text.isascii():
        return text[: max(width, 0)]
    used = 0
    for at, letter in enumerate(text):
        used += cells(letter)
        if used > width:
            return text[:at]
    return text


def last_cells(text: str, width: int) -> str:
    """As much of the end of ``text`` as ``width`` columns hold, without half a letter."""
    if text.isascii():
        return text[max(len(text) - max(width, 0), 0) :]
    used, begin = 0, len(text)
    while begin and used + cells(text[begin - 1]) <= width:
        begin -= 1
        used += cells(text[begin])
    # A mark whose letter did not fit would be drawn on what stands before it.
    while begin and begin < len(text) and not cells(text[begin]):
        begin += 1
    return text[begin:]


def shortened(text: str, width: int) -> str:
    """``text`` in at most ``width`` columns, with an ellipsis where some of it is gone."""
    return text if cells(text) <= width else f"{first_cells(text, width - 1)}…"


def padded(text: str, width: int) -> str:
    """``text`` with spaces behind it, up to ``width`` columns."""
    return text + " " * (width - cells(text))


def padded_before(text: str, width: int) -> str:
    """``text`` with spaces before it, up to ``width`` columns."""
    return " " * (width - cells(text)) + text
