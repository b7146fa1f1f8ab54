"""An archive looked over, for people."""

from __future__ import annotations

from collections.abc import Iterator

from newsgrep.render.lines import Line, Piece
from newsgrep.render.prose import counted
from newsgrep.search.analysis.results import Audit

_SHOWN_GAPS = 12


def audit_lines(found: Audit) -> Iterator[Line]:
    """What is known of the articles, what looks wrong, and which months have none."""
    yield Line((Piece(counted(found.articles, "article"), "title"), Piece(", of which known:")))
    for field, count in found.known.items():
        share = count / found.articles if found.articles else 0.0
        yield Line((Piece(f"{field:<10} ", "about"), Piece(f"{share:>6.1%}  {count:,}")), "  ")
    yield Line((Piece(""),))
    wrong = [finding for finding in found.findings if finding.count]
    for finding in wrong:
        yield Line(
            (
                Piece(f"{finding.name:<26} ", "warning"),
                Piece(f"{finding.count:>7,} {finding.share:>6.1%}  "),
                Piece(finding.about, "id"),
            ),
            "  ",
        )
    if not wrong:
        yield Line((Piece("nothing looks wrong"),), "  ")
    if found.gaps:
        yield Line((Piece(""),))
        yield Line((Piece("months without articles", "title"),))
        for source, month, usual in found.gaps[:_SHOWN_GAPS]:
            yield Line((Piece(f"{month}  ", "about"), Piece(f"{source} (usually {usual:,})")), "  ")
        if len(found.gaps) > _SHOWN_GAPS:
            yield Line((Piece(f"and {len(found.gaps) - _SHOWN_GAPS:,} more (--json)", "id"),), "  ")
    if wrong:
        yield Line((Piece(""),))
        yield Line(
            (Piece(f"the files behind one: newsgrep doctor --list '{wrong[0].name}'", "id"),)
        )
