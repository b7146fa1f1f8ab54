"""What changes something: marks, sent with a key by a page of this server."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable
from hmac import compare_digest
from secrets import token_urlsafe
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from newsgrep.serve.problems import Problem
from newsgrep.serve.settings import Settings
from newsgrep.serve.tasks import Task


def marking(
    settings: Settings, answered: Callable[[Request, Task], Awaitable[Response]]
) -> list[Route]:
    """The addresses that mark articles; ``answered`` asks the processes."""
    key = token_urlsafe(18)

    def check() -> None:
        if settings.read_only:
            raise Problem("read-only", "marks cannot be changed here")

    async def give_key(request: Request) -> Response:
        """What a mark has to be sent with: pages elsewhere cannot read it."""
        check()
        return JSONResponse({"key": key}, headers={"Cache-Control": "no-store"})

    async def mark(request: Request) -> Response:
        check()
        if not compare_digest(request.headers.get("x-newsgrep-key", "").encode(), key.encode()):
            raise Problem("key", "X-Newsgrep-Key is not the key", "get it from /api/key")
        return await answered(request, Task("mark", "mark", arguments=await _asked(request)))

    return [
        Route("/api/key", give_key, methods=["GET"]),
        Route("/api/marks", mark, methods=["POST"]),
    ]


async def _asked(request: Request) -> dict[str, Any]:
    """What is to be marked, and how. Raises :class:`Problem`."""
    hint = 'send {"id": "4f2a", "mark": "seen", "on": true}'
    try:
        given = json.loads(await request.body())
        values = {"id": given["id"], "mark": given["mark"], "on": given.get("on", True)}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise Problem("parameter", "the body is not a mark", hint) from None
    if [type(value) for value in values.values()] != [str, str, bool]:
        raise Problem("parameter", "the body is not a mark", hint)
    return values
