"""JSON and JSON Lines; see ``docs/json.md``."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from newsgrep.output.values import SCHEMA, hit_values
from newsgrep.results import Results, Suggestions


def results_json(results: Results) -> Iterator[str]:
    """The whole answer as one JSON object."""
    answer: dict[str, Any] = {
        "schema": SCHEMA,
        "query": {"text": results.query, "parsed": results.parsed},
        "total": results.total,
        "partial": results.partial,
        "took_ms": results.took_ms,
        "notes": list(results.notes),
        **({"suggestions": suggestion_values(results.suggestions)} if results.suggestions else {}),
        "hits": [hit_values(hit) for hit in results.hits],
    }
    yield dump(answer, indent=2)


def suggestion_values(suggestions: Suggestions) -> dict[str, Any]:
    """What to try where nothing was found."""
    return {
        "words": [{"text": t, "articles": n} for t, n in suggestions.words],
        "without": [{"text": t, "articles": n} for t, n in suggestions.without],
        "spelling": [
            {"typed": t, "suggestion": s, "articles": n} for t, s, n in suggestions.spelling
        ],
        "names": [{"field": f, "value": v, "articles": n} for f, v, n in suggestions.names],
        "first_date": suggestions.first_date,
        "last_date": suggestions.last_date,
    }


def results_jsonl(results: Results) -> Iterator[str]:
    """Each hit as a JSON object on a line of its own."""
    for hit in results.hits:
        yield dump({"schema": SCHEMA, **hit_values(hit)})


def dump(value: Any, indent: int | None = None) -> str:
    """``value`` as JSON in UTF-8 as it is; lone surrogates as U+FFFD, which JSON can carry."""
    text = json.dumps(value, ensure_ascii=False, indent=indent) + "\n"
    return text.encode("utf-8", "replace").decode()
