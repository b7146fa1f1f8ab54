"""A hit as a mapping of names to plain values, for every format that programs read."""

from __future__ import annotations

import base64
import os
from typing import Any

from newsgrep.results import Hit
from newsgrep.text.printable import printable_path


def path_columns(path: str) -> tuple[str, str]:
    """``path`` for a column, and its bytes in base 64 where that is not all of it.

    Control characters and what is not valid UTF-8 are U+FFFD in a column.
    """
    shown = printable_path(path)
    if shown == path:
        return path, ""
    return shown, base64.b64encode(os.fsencode(path)).decode()


def hit_values(hit: Hit) -> dict[str, Any]:
    """The values of a hit, in the order of the documentation."""
    return {
        "rank": hit.rank,
        "score": hit.score,
        "match": hit.match,
        "id": hit.id,
        "path": hit.path,
        "record": hit.record,
        "title": hit.title,
        "authors": list(hit.authors),
        "date": hit.date,
        "source": hit.source,
        "place": hit.place,
        "section": hit.section,
        "language": hit.language,
        "url": hit.url,
        "words": hit.words,
        "snippets": [
            {"text": snippet.text, "highlights": [list(span) for span in snippet.highlights]}
            for snippet in hit.snippets
        ],
        "corrected": hit.corrected,
        "copies": None
        if hit.copies is None
        else {
            "others": hit.copies.others,
            "first": {
                "id": hit.copies.first_id,
                "source": hit.copies.first_source,
                "date": hit.copies.first_date,
            },
        },
        **({"marks": list(hit.marks)} if hit.marks else {}),
        **({"notes": list(hit.notes)} if hit.notes else {}),
        **(
            {
                "explanation": [
                    {"what": reason.what, "score": reason.score, "detail": reason.detail}
                    for reason in hit.reasons
                ]
            }
            if hit.reasons
            else {}
        ),
    }


def flat_values(hit: Hit) -> dict[str, str]:
    """The values of a hit as texts, for columns and templates.

    Control characters in a path are U+FFFD here, and ``path_base64`` has its bytes.
    """
    values = hit_values(hit)
    values["authors"] = "; ".join(hit.authors)
    values["snippets"] = " … ".join(snippet.text for snippet in hit.snippets)
    values["marks"], values["notes"] = "; ".join(hit.marks), "; ".join(hit.notes)
    values.pop("explanation", None)
    values["copies"] = hit.copies.others if hit.copies is not None else 0
    values["corrected"] = "yes" if hit.corrected else ""
    values["path"], values["path_base64"] = path_columns(hit.path)
    return {name: str(value) for name, value in values.items()}


COLUMNS = (
    "rank", "score", "match", "id", "path", "record", "title", "authors", "date", "source",
    "place", "section", "language", "url", "words", "snippets",
    "corrected", "copies", "marks", "notes", "path_base64",
)  # fmt: skip
"""Names that columns and templates may use, in order."""
