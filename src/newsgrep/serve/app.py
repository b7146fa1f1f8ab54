"""The application: addresses to questions for the processes that answer, and back."""

from __future__ import annotations

import asyncio
import json
import logging
import os
from collections.abc import AsyncIterator, Coroutine
from contextlib import (
    aclosing,
    asynccontextmanager,
    nullcontext,
    suppress,
)
from importlib.util import find_spec
from typing import Any, TypeVar
from urllib.parse import quote

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp, Receive, Scope, Send

from newsgrep.errors import NewsgrepError
from newsgrep.serve import routes
from newsgrep.serve.answers import STREAMED
from newsgrep.serve.files import opened, pieces
from newsgrep.serve.guard import Guard, told
from newsgrep.serve.openapi import description
from newsgrep.serve.problems import Problem
from newsgrep.serve.settings import BODY, Settings
from newsgrep.serve.tasks import Task
from newsgrep.serve.workers import Answering, Rest, Workers
from newsgrep.serve.writing import writing

PAGES = {
    "search": "/", "article": "/articles/{id}", "story": "/story/{id}", "quotes": "/quotes",
    "help": "/help", "problems": "/problems", "alerts": "/alerts", "alert": "/alerts/{name}",
}  # fmt: skip
"""The address of each page."""


class _Streamed(StreamingResponse):
    """An answer that comes in pieces, to be taken within some time."""

    def __init__(self, rest: Rest, first: bytes, seconds: float, **how: Any) -> None:
        self._rest = rest
        self._seconds = seconds
        super().__init__(self._pieces(first), **how)

    async def _pieces(self, first: bytes) -> AsyncIterator[bytes]:
        yield first
        async for piece in self._rest:
            yield piece

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        # One that breaks off lacks its last chunk, by which whoever reads it knows.
        with suppress(TimeoutError, Problem):
            async with aclosing(self._rest), asyncio.timeout(self._seconds):
                await super().__call__(scope, receive, send)


def application(settings: Settings, workers: Answering | None = None) -> Guard:
    """The server of some settings as an ASGI application; ``workers`` answer, or new processes."""
    workers = workers or Workers(settings)

    agents = _agents(workers)

    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        try:
            await workers.start()
        except NewsgrepError as error:
            guard.failed = error  # uvicorn would print it as a traceback, and end
            logging.getLogger("uvicorn.error").disabled = True
            raise
        try:
            async with agents.running() if agents is not None else nullcontext():
                yield
        finally:
            await workers.stop()

    async def answered(request: Request, task: Task, *, stream: bool = False) -> Response:
        asking = workers.ask(task, stream=stream)
        head, rest = await (_while_there(request, asking) if stream else asking)
        if rest is None or not stream:
            body = head.body
            if rest is not None:
                async with aclosing(rest):
                    body = b"".join([body, *[piece async for piece in rest]])
            return Response(body, head.status, head.headers)
        return _Streamed(
            rest, head.body, settings.stream_seconds, status_code=head.status, headers=head.headers
        )

    def api(route: routes.Route) -> Route:
        async def endpoint(request: Request) -> Response:
            task = Task("api", route.name, _pairs(request), _known(request))
            form = request.query_params.get("format", route.forms[0])
            return await answered(request, task, stream=form in STREAMED)

        return Route(route.path, endpoint, methods=["GET"], name=route.name)

    allowed = {"writable": not settings.read_only}

    def page(name: str, path: str) -> Route:
        async def endpoint(request: Request) -> Response:
            task = Task("page", name, _pairs(request), _known(request), allowed)
            return await answered(request, task)

        return Route(path, endpoint, methods=["GET"], name=f"{name}-page")

    async def file(request: Request) -> Response:
        """The file that an article is from, to save: never to be shown as a page of ours."""
        head, _ = await workers.ask(Task("file", request.path_params["id"]))
        if head.status != 200:
            return Response(head.body, head.status, head.headers)
        told = json.loads(head.body)
        file, size = await run_in_threadpool(opened, told["path"], told["known"])
        name = os.path.basename(told["path"]).encode("utf-8", "replace").decode()
        headers = {
            "Content-Disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
            "Content-Length": str(size),
        }
        return StreamingResponse(
            pieces(file), headers=headers, media_type="application/octet-stream"
        )

    async def health(request: Request) -> Response:
        return JSONResponse({"status": "ok"})

    whole = description(settings)

    async def openapi(request: Request) -> Response:
        return JSONResponse(whole)

    addresses: list[BaseRoute] = [
        *(page(name, path) for name, path in PAGES.items()),
        Route("/articles/{id}/file", file, methods=["GET"]),
        Mount("/static", StaticFiles(packages=[("newsgrep.serve.page", "static")])),
        *writing(settings, answered),
        *map(api, routes.ROUTES),
        # Without sessions there is nothing to listen to, and a stream without an end would be held.
        *([Route("/mcp", agents, methods=["POST"])] if agents is not None else []),
        Route("/openapi.json", openapi, methods=["GET"]),
        Route("/health", health, methods=["GET"]),
    ]
    app = Starlette(
        routes=addresses,
        lifespan=lifespan,
        exception_handlers={HTTPException: _refused, Problem: _problem},
    )
    guard = Guard(app, settings)
    return guard


_Asked = TypeVar("_Asked")
_LOOK = 0.5
"""Seconds after which is looked whether whoever asked for a download is still there."""


async def _while_there(request: Request, asking: Coroutine[Any, Any, _Asked]) -> _Asked:
    """What is asked for, unless whoever asked has gone: then it makes room for others."""
    task = asyncio.create_task(asking)
    try:
        while not (await asyncio.wait({task}, timeout=_LOOK))[0]:
            if await request.is_disconnected():
                raise Problem("busy", "whoever asked has gone")
        return task.result()
    finally:
        task.cancel()


class _Agents:
    """The tools for agents, over HTTP."""

    def __init__(self, workers: Answering) -> None:
        self._workers = workers
        self._asgi: ASGIApp | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer an agent's message."""
        assert self._asgi is not None, "asked before it runs"
        await self._asgi(scope, receive, send)

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """While this is open, agents are answered."""
        from mcp.server.streamable_http_manager import (
            StreamableHTTPASGIApp,
            StreamableHTTPSessionManager,
        )

        from newsgrep.serve.agents import server

        # Each request stands alone: nothing grows with those that come and go. Host and origin
        # were looked at before.
        manager = StreamableHTTPSessionManager(
            server(self._workers), json_response=True, stateless=True, max_request_body_size=BODY
        )
        self._asgi = StreamableHTTPASGIApp(manager)
        async with manager.run():
            yield


def _agents(workers: Answering) -> _Agents | None:
    """The tools for agents, where what they need is installed."""
    return _Agents(workers) if find_spec("mcp") is not None else None


def _pairs(request: Request) -> tuple[tuple[str, str], ...]:
    """What an address asks, in its path and behind it."""
    return (*request.path_params.items(), *request.query_params.multi_items())


def _known(request: Request) -> str:
    return request.headers.get("if-none-match", "")


async def _refused(request: Request, error: Exception) -> Response:
    """An address that there is not, or that is asked by another method."""
    assert isinstance(error, HTTPException)
    name = "method" if error.status_code == 405 else "no-page"
    response = told(Problem(name, f"{request.method} {request.url.path[:200]}"), request.scope)
    response.headers.update(error.headers or {})
    return response


async def _problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, Problem)
    return told(error, request.scope)
