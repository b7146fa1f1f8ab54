"""JSON and JSON Lines; see ``docs/json.md``."""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from newsgrep.render.values import hit_values
from newsgrep.results import Results, Suggestions

SCHEMA = 1
"""Version of the JSON and of the columns; counted up when a name changes its meaning or goes."""


def results_json(results: Results) -> Iterator[str]:
    """The whole answer as one JSON object."""
    answer: dict[str, Any] = {
        "query": {"text": results.query, "parsed": results.parsed},
        "total": results.total,
        "partial": results.partial,
        **({} if results.reviewed is None else {"reviewed": results.reviewed}),
        "took_ms": results.took_ms,
        "notes": list(results.notes),
        **({"suggestions": suggestion_values(results.suggestions)} if results.suggestions else {}),
        "hits": [hit_values(hit) for hit in results.hits],
    }
    yield dump(answer, indent=2)


def with_lacking(pieces: Iterable[str], lacking: Callable[[], Sequence[str]]) -> Iterator[str]:
    """A JSON object with what its answer lacks, in sentences, where it lacks anything.

    ``lacking`` is asked once the answer is made.
    """
    text = "".join(pieces)
    told = lacking()
    yield dump({**json.loads(text), "unanswered": list(told)}, indent=2) if told else text


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
        yield dump(hit_values(hit))


def dump_line(values: Mapping[str, Any]) -> str:
    """``values``, which say their own schema, as a JSON object on a line; escaped where needed."""
    text = json.dumps(values, ensure_ascii=False) + "\n"
    return text if _is_valid(text) else json.dumps(values) + "\n"


def dump(values: Mapping[str, Any], indent: int | None = None) -> str:
    """``values`` as a JSON object in UTF-8 as it is, with the version of its form before them.

    A text that is not valid UTF-8, as names of files need not be, has U+FFFD in it, and its
    bytes stand beside it: ``path``, ``path_base64``. A list with such a text has a list beside
    it, with null for those that are valid.
    """
    whole = {"schema": SCHEMA, **values}
    text = json.dumps(whole, ensure_ascii=False, indent=indent) + "\n"
    if not _is_valid(text):
        text = json.dumps(_with_bytes(whole), ensure_ascii=False, indent=indent) + "\n"
    return text


def _with_bytes(value: Any) -> Any:
    """``value`` with every text valid, and beside those that were not their bytes."""
    if isinstance(value, str):
        return _valid(value)
    if isinstance(value, Mapping):
        whole: dict[str, Any] = {}
        for name, held in value.items():
            whole[_valid(name)] = _with_bytes(held)
            if isinstance(held, str) and not _is_valid(held):
                whole[f"{name}_base64"] = _base64(held)
            elif isinstance(held, list | tuple) and any(
                isinstance(one, str) and not _is_valid(one) for one in held
            ):
                whole[f"{name}_base64"] = [
                    None if not isinstance(one, str) or _is_valid(one) else _base64(one)
                    for one in held
                ]
        return whole
    if isinstance(value, list | tuple):
        return [_with_bytes(one) for one in value]
    return value


def _is_valid(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def _valid(text: str) -> str:
    return text if _is_valid(text) else _bytes(text).decode("utf-8", "replace")


def _bytes(text: str) -> bytes:
    """The bytes that ``text`` was made of; a surrogate that stands for none is a question mark."""
    try:
        return os.fsencode(text)
    except UnicodeEncodeError:
        return text.encode("utf-8", "replace")


def _base64(text: str) -> str:
    return base64.b64encode(_bytes(text)).decode()
