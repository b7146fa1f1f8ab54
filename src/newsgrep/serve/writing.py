"""What changes something: marks, notes and saved searches, sent with a key by a page of ours."""

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
from newsgrep.serve.routes import CHANGES, Change
from newsgrep.serve.settings import Settings
from newsgrep.serve.tasks import Task


def writing(
    settings: Settings, answered: Callable[[Request, Task], Awaitable[Response]]
) -> list[Route]:
    """The addresses that change something; ``answered`` asks the processes."""
    key = token_urlsafe(18)

    def check() -> None:
        if settings.read_only:
            raise Problem("read-only", "nothing can be changed here")

    async def give_key(request: Request) -> Response:
        """What a change has to be sent with: pages elsewhere cannot read it."""
        check()
        return JSONResponse({"key": key}, headers={"Cache-Control": "no-store"})

    def route(change: Change) -> Route:
        async def endpoint(request: Request) -> Response:
            check()
            if not compare_digest(request.headers.get("x-newsgrep-key", "").encode(), key.encode()):
                raise Problem("key", "X-Newsgrep-Key is not the key", "get it from /api/key")
            body = await _body(request) if change.body else {}
            task = Task("change", change.name, arguments={**body, **request.path_params})
            return await answered(request, task)

        return Route(change.path, endpoint, methods=[change.method], name=change.name)

    return [Route("/api/key", give_key, methods=["GET"]), *map(route, CHANGES)]


async def _body(request: Request) -> dict[str, Any]:
    """What a request sends. Raises :class:`Problem`."""
    try:
        given = json.loads(await request.body())
    except (ValueError, RecursionError):
        given = None
    if not isinstance(given, dict):
        raise Problem("parameter", "the body is no JSON object", "docs/serve.md has an example")
    return given
