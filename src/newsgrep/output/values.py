"""A hit as a mapping of names to plain values, for every format that programs read."""

from __future__ import annotations

import base64
import os
from typing import Any

from newsgrep.results import Hit
from newsgrep.text.clean import printable_path

SCHEMA = 1
"""Version of the JSON and of the columns; counted up when a name changes its meaning or goes."""


def path_values(path: str) -> dict[str, str]:
    """``path``, and where it is not valid UTF-8 its bytes as ``path_base64``."""
    try:
        path.encode()
    except UnicodeEncodeError:
        raw = os.fsencode(path)
        return {
            "path": raw.decode("utf-8", "replace"),
            "path_base64": base64.b64encode(raw).decode(),
        }
    return {"path": path}


def hit_values(hit: Hit) -> dict[str, Any]:
    """The values of a hit, in the order of the documentation."""
    return {
        "rank": hit.rank,
        "score": hit.score,
        "match": hit.match,
        "id": hit.id,
        **path_values(hit.path),
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

    Control characters in a path are U+FFFD here; JSON and ``-0`` have it as it is.
    """
    values = hit_values(hit)
    values["authors"] = "; ".join(hit.authors)
    values["snippets"] = " … ".join(snippet.text for snippet in hit.snippets)
    values.pop("path_base64", None)
    values.pop("explanation", None)
    values["copies"] = hit.copies.others if hit.copies is not None else 0
    values["corrected"] = "yes" if hit.corrected else ""
    values["path"] = printable_path(hit.path)
    return {name: str(value) for name, value in values.items()}


COLUMNS = (
    "rank", "score", "match", "id", "path", "record", "title", "authors", "date", "source",
    "place", "section", "language", "url", "words", "snippets",
    "corrected", "copies",
)  # fmt: skip
"""Names that columns and templates may use, in order."""
