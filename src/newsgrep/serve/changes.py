"""What a request changes: marks, notes and saved searches. These run in a worker."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from newsgrep.errors import UsageError
from newsgrep.newsroom.results import Marking
from newsgrep.newsroom.told import Alert
from newsgrep.render.forms import renderer
from newsgrep.serve.answers import MEDIA_TYPES, Answer
from newsgrep.serve.asking import asked
from newsgrep.serve.parameters import MARK, SAVED, Parameter, pairs_of, read

if TYPE_CHECKING:
    from newsgrep.archive import Archive


def _given(parameters: tuple[Parameter, ...], body: Mapping[str, Any]) -> dict[str, Any]:
    """The values of a body. Raises :class:`UsageError`."""
    for one in parameters:
        wanted = bool if one.kind == "switch" else list if one.several else str
        if one.name in body and type(body[one.name]) is not wanted:
            told = {bool: "true or false", list: "a list of texts", str: "a text"}[wanted]
            raise UsageError(f"{one.name} is {body[one.name]!r}", f"it is {told}")
        if one.several and not all(isinstance(text, str) for text in body.get(one.name, ())):
            raise UsageError(f"{one.name} is a list of texts")
    return read(parameters, list(pairs_of(body)))


def mark(archive: Archive, body: Mapping[str, Any]) -> Answer:
    """A mark or note put on an article, or taken off it."""
    values = _given(MARK, body)
    identity, word, note = values["id"], values["mark"], values["note"]
    if not identity or ("mark" in body) == ("note" in body):
        raise UsageError("the body is not a mark", 'send {"id": "4f2a", "mark": "seen"}')
    marks, notes = ([word], []) if "mark" in body else ([], [note])
    change = archive.newsroom.mark if values["on"] else archive.newsroom.unmark
    return _told(Marking, change(identity, *marks, notes=notes))


def save(archive: Archive, body: Mapping[str, Any]) -> Answer:
    """A question saved under a name; as the command saves it, near-copies each for itself."""
    values = _given(SAVED, body)
    request = asked(archive, values, limit=None)
    narrows = request.having or request.unseen or request.copies == "only"
    filters = (request.since, request.until, request.author, request.source, request.language)
    if not (request.query.strip() or request.path or narrows or any(filters)):
        raise UsageError("a saved search needs a query", "* for everything")
    request = request.but(
        mode="any" if request.mode == "any" else "all",
        copies="only" if request.copies == "only" else "show",
    )
    made = archive.alerts.add(values["name"], request, backlog=values["backlog"])
    return _told(Alert, [made], status=201)


def remove(archive: Archive, body: Mapping[str, Any]) -> Answer:
    """A saved search taken out, with all that is kept for it."""
    return _told(Alert, archive.alerts.remove([body["name"]]))


def _told(kind: type, done: object, status: int = 200) -> Answer:
    return Answer(MEDIA_TYPES["json"], renderer(kind, "json")(done), status=status)
