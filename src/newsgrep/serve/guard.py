"""What every request has to pass, and what every answer carries: plain ASGI, in the event loop.

The name that the server is asked under, the secret, where what writes comes from, and how much one
asks at a time. ``docs/serve.md`` says what is promised.
"""

from __future__ import annotations

import asyncio
import base64
import binascii
import hmac
import ipaddress
import socket
import time
from collections import Counter, deque
from html import escape
from urllib.parse import urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from newsgrep.errors import NewsgrepError
from newsgrep.serve.problems import MEDIA_TYPE, Problem, problem_json
from newsgrep.serve.settings import BODY, HEAD, TRIES, TRIES_IN, Settings

POLICY = "; ".join(
    (
        "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' data:",
        "connect-src 'self'", "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'",
    )
)  # fmt: skip
"""Nothing from elsewhere, and nothing that stands in a text, is run or loaded."""

SECURITY = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
}
SAFE = ("GET", "HEAD", "OPTIONS")


class Guard:
    """Lets through what may be asked, and bounds how much of it."""

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app = app
        self._settings = settings
        self.failed: NewsgrepError | None = None
        """Why it could not begin to answer."""
        self._under_way: Counter[str] = Counter()
        self._wrong: dict[str, deque[float]] = {}
        # Its name as it knows it itself: nobody is asked for it.
        ours = () if settings.on_loopback else (socket.gethostname().lower(),)
        self._names = {"localhost", settings.host.lower(), *settings.names, *ours}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        client = scope["client"][0] if scope.get("client") else ""

        async def sent(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in SECURITY.items():
                    headers.setdefault(name, value)
                headers.setdefault("Cache-Control", "private, no-cache")
            await send(message)

        self._under_way[client] += 1
        try:
            self._check(scope, client)
            seconds = self._settings.patience
            await self._app(scope, _bounded(receive, Headers(scope=scope), seconds), sent)
        except Problem as problem:
            await told(problem, scope)(scope, receive, sent)
        finally:
            self._under_way[client] -= 1
            if not self._under_way[client]:
                del self._under_way[client]

    def _check(self, scope: Scope, client: str) -> None:
        headers = Headers(scope=scope)
        head = len(scope.get("raw_path") or b"") + len(scope.get("query_string", b""))
        if head + sum(len(name) + len(value) for name, value in scope["headers"]) > HEAD:
            raise Problem("parameter", f"the head of a request has at most {HEAD:,} bytes")
        self._check_host(headers.get("host", ""))
        if self._under_way[client] > self._settings.for_one:
            raise Problem(
                "too-many", f"more than {self._settings.for_one} requests at a time",
                "wait for some of the answers",
            )  # fmt: skip
        if self._settings.secret and scope["path"] != "/health":
            self._check_secret(headers.get("authorization", ""), client)
        origin = headers.get("origin", "")
        if scope["method"] not in SAFE and not _is_same(origin, headers):
            raise Problem("origin", f"the request comes from {origin[:200] or 'another site'}")
        if _is_from_another_page(headers):
            raise Problem("origin", "a page of another site asks", "follow a link instead")

    def _check_host(self, host: str) -> None:
        """A page elsewhere can have its own name lead to this machine, but no address."""
        name = _name_of(host)
        if name in self._names or _is_address(name):
            return
        raise Problem(
            "host", f"the server is not known as {host[:200]!r}",
            "start it with --allow-host NAME, or ask it by its address",
        )  # fmt: skip

    def _check_secret(self, given: str, client: str) -> None:
        scheme, _, value = given.partition(" ")
        secret = value.strip()
        if scheme.lower() == "basic":
            try:
                _, _, secret = base64.b64decode(secret).decode().partition(":")
            except (binascii.Error, UnicodeDecodeError):
                secret = ""
        right = scheme.lower() in ("basic", "bearer") and hmac.compare_digest(
            secret.encode("utf-8", "replace"), self._settings.secret.encode()
        )
        wrong = self._wrong.setdefault(client, deque(maxlen=TRIES))
        now = time.monotonic()
        while wrong and wrong[0] < now - TRIES_IN:
            wrong.popleft()
        if len(wrong) >= TRIES:
            raise Problem("too-many", "too many wrong tokens", "wait a minute")
        if right:
            del self._wrong[client]
            return
        if given:
            wrong.append(now)
        if len(self._wrong) > 10_000:
            self._wrong.pop(next(iter(self._wrong)))
        raise Problem("secret", "the token or password is needed, or another one")


def told(problem: Problem, scope: Scope) -> Response:
    """A problem: as a page where a page was asked for, else as JSON."""
    headers = problem.headers()
    if problem.kind.name == "secret":
        headers["WWW-Authenticate"] = 'Basic realm="newsgrep", charset="UTF-8"'
    status = problem.kind.status
    accepted = Headers(scope=scope).get("accept", "")
    if "text/html" not in accepted or scope["path"].startswith("/api/"):
        return Response(problem_json(problem), status, headers, MEDIA_TYPE)
    page = (
        '<!doctype html><html lang="en"><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{escape(problem.kind.title)}</title>"
        '<link rel="stylesheet" href="/static/newsgrep.css"><main class="plain">'
        f"<h1>{escape(problem.kind.title)}</h1><p>{escape(problem.detail)}</p>"
        f'<p>{escape(problem.hint)}</p><p><a href="/">Search</a></p></main></html>'
    )
    return Response(page.encode("utf-8", "replace"), status, headers, "text/html; charset=utf-8")


def _bounded(receive: Receive, headers: Headers, seconds: float) -> Receive:
    """What gives the body of a request, as far as it is not too large, and does come."""
    length = headers.get("content-length", "0")
    too_large = Problem("too-large", f"a request has at most {BODY:,} bytes")
    if not length.isdecimal() or int(length) > BODY:
        raise too_large
    read, whole = 0, False
    deadline = time.monotonic() + seconds

    async def received() -> Message:
        nonlocal read, whole
        if whole:
            return await receive()  # whether whoever asked is still there
        try:
            async with asyncio.timeout(max(deadline - time.monotonic(), 0)):
                message = await receive()
        except TimeoutError:
            raise Problem(
                "slow", f"the body of the request did not come within {seconds:g} s"
            ) from None
        read += len(message.get("body", b""))
        if read > BODY:
            raise too_large
        whole = not message.get("more_body", False)
        return message

    return received


def _name_of(host: str) -> str:
    """The name in ``name:port``, small, without the brackets of an address of IPv6."""
    try:
        return (urlsplit(f"//{host}").hostname or "").rstrip(".")
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _is_same(origin: str, headers: Headers) -> bool:
    """Whether a request comes from a page of this server, or from no page at all."""
    if headers.get("sec-fetch-site", "none") not in ("none", "same-origin"):
        return False
    return not origin or urlsplit(origin).netloc.lower() == headers.get("host", "").lower()


def _is_from_another_page(headers: Headers) -> bool:
    """Whether a page elsewhere asks behind its reader's back, whom it cannot show the answer."""
    is_a_link = headers.get("sec-fetch-mode", "") == "navigate"
    return headers.get("sec-fetch-site", "") == "cross-site" and not is_a_link
