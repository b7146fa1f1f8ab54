"""Quotations: for people, as CSV; see ``docs/newsroom.md``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from itertools import groupby

from newsgrep.newsroom.answers import Quotation, QuotationCopy
from newsgrep.render.as_table import csv_rows
from newsgrep.render.lines import INDENT, Line, Piece, place_line
from newsgrep.render.prose import counted, date_for_people
from newsgrep.render.values import path_columns

COLUMNS = (
    "speaker", "named", "sure", "text", "id", "path", "record", "title", "source", "date",
    "start", "end", "copies", "changed", "path_base64",
)  # fmt: skip
"""The columns of quotations, in order."""


def quotation_lines(quotations: Iterable[Quotation]) -> Iterator[Line]:
    """The quotations of each article under its headline, with what copies made of them."""
    for number, (_, of_article) in enumerate(groupby(quotations, key=lambda one: one.id)):
        for at, one in enumerate(of_article):
            if not at:
                if number:
                    yield Line((Piece(""),))
                yield from _article_lines(one)
            yield from _said_lines(one)
            yield from _copy_lines(one.copies)


def _article_lines(one: Quotation) -> Iterator[Line]:
    yield Line((Piece(one.title or "(no headline)", "title"),))
    known = " · ".join(filter(None, (one.source, date_for_people(one.date))))
    if known:
        yield Line((Piece(known, "about"),), INDENT)
    yield place_line(one.path, one.record, one.id)


def _said_lines(one: Quotation) -> Iterator[Line]:
    """Who says it, what, and how sure that is; a line a paragraph."""
    paragraphs = one.text.split("\n\n")
    who = Piece(f"{one.speaker}: ", "match" if one.named else "about")
    for number, paragraph in enumerate(paragraphs):
        first, last = not number, number == len(paragraphs) - 1
        pieces = (*((who,) if first and one.speaker else ()), Piece(f"“{paragraph}"))
        if last:
            sure = f"  {one.sure:.0%} sure" if one.speaker else "  speaker not told"
            pieces = (*pieces, Piece("”"), Piece(sure, "id"))
        yield Line(pieces, INDENT, hanging="  ")


def _copy_lines(copies: Sequence[QuotationCopy]) -> Iterator[Line]:
    same = sum(1 for copy in copies if not copy.changes)
    if same:
        yield Line((Piece(f"the same in {counted(same, 'copy')}", "id"),), INDENT + "  ")
    for copy in copies:
        if copy.changes:
            about = " · ".join(filter(None, (copy.source or "a copy", date_for_people(copy.date))))
            yield Line((Piece(f"{about}  {copy.id}: ", "id"), *_changed(copy)), INDENT + "  ")


def _changed(copy: QuotationCopy) -> Iterator[Piece]:
    for kind, text in copy.changes:
        words = " ".join(text.split())
        if kind == "same":
            yield Piece(f" {words} " if words else " ")
        else:
            sign = "[+" if kind == "added" else "[-"
            yield Piece(f"{sign}{words}{sign[1]}]", kind)


def quotation_csv(quotations: Iterable[Quotation]) -> Iterator[str]:
    """A header, and a row for each quotation with how many near-copies have it, and changed it."""
    return csv_rows(_rows(quotations))


def _rows(quotations: Iterable[Quotation]) -> Iterator[Sequence[str]]:
    yield COLUMNS
    for one in quotations:
        values = asdict(one)
        values["named"] = "yes" if one.named else ""
        values["copies"] = len(one.copies)
        values["changed"] = sum(1 for copy in one.copies if copy.changes)
        values["path"], values["path_base64"] = path_columns(one.path)
        yield [str(values[name]) for name in COLUMNS]
