"""Who may ask, under which name, and how much at a time."""

from __future__ import annotations

import asyncio
import base64
from collections.abc import Callable
from typing import Any

import pytest

pytest.importorskip("starlette", reason="the server needs: pip install -e '.[serve]'")

from starlette.testclient import TestClient

from newsgrep import Archive
from newsgrep.serve.guard import Guard
from newsgrep.serve.settings import BODY, Settings, is_loopback

Client = Callable[..., TestClient]
SECRET = "a long secret of ours"


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.0.0.1:8765", "localhost:8765", "LOCALHOST", "[::1]:8765", "localhost."],
)
def test_its_own_names(client: TestClient, host: str) -> None:
    assert client.get("/health", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8765", "", "[::1"]
)
def test_under_another_name_nothing_is_told(client: TestClient, host: str) -> None:
    given = client.get("/api/search?q=wall", headers={"Host": host})
    assert (given.status_code, given.json()["type"]) == (421, "/problems#host")
    assert "hits" not in given.text


def test_a_name_that_is_allowed(client_of: Client, seeds: Archive) -> None:
    client = client_of(seeds, names=("archive.example",))
    assert client.get("/health", headers={"Host": "Archive.Example:80"}).status_code == 200
    assert client.get("/health", headers={"Host": "example"}).status_code == 421


def test_nothing_from_elsewhere_and_nothing_in_a_frame(client: TestClient) -> None:
    for address in ("/api/stats", "/nothing", "/health"):
        headers = client.get(address).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy
        assert "unsafe" not in policy and "http" not in policy
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["cache-control"].startswith("private")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Origin": "http://127.0.0.1:8765"}, 405),
        ({}, 405),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Origin": "http://127.0.0.1:9999"}, 403),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin", "Origin": "http://127.0.0.1:8765"}, 405),
    ],
)
def test_what_another_page_sends_is_refused(
    client: TestClient, headers: dict[str, str], status: int
) -> None:
    given = client.post("/api/search", headers=headers)
    assert given.status_code == status


def test_pages_elsewhere_may_link_and_no_more(client: TestClient) -> None:
    elsewhere = {"Sec-Fetch-Site": "cross-site"}
    for mode, status in (("navigate", 200), ("no-cors", 403), ("cors", 403)):
        given = client.get("/api/stats", headers={**elsewhere, "Sec-Fetch-Mode": mode})
        assert given.status_code == status, mode


def basic(secret: str) -> dict[str, str]:
    return {"Authorization": "Basic " + base64.b64encode(f"me:{secret}".encode()).decode()}


def test_a_secret_is_asked_for(client_of: Client, seeds: Archive) -> None:
    client = client_of(seeds, secret=SECRET)
    for headers in (
        {}, {"Authorization": "Bearer wrong"}, {"Authorization": SECRET}, basic("wrong"),
        {"Authorization": "Basic ?"}, {"Authorization": "Digest " + SECRET},
    ):  # fmt: skip
        for address in ("/api/search?q=wall", "/openapi.json", "/nothing"):
            given = client.get(address, headers=headers)
            assert (given.status_code, given.json()["type"]) == (401, "/problems#secret")
            assert given.headers["www-authenticate"].startswith("Basic ")
            client.get(address, headers=basic(SECRET))  # the wrong ones are forgotten
    for headers in (basic(SECRET), {"Authorization": f"Bearer {SECRET}"}):
        assert client.get("/api/search?q=wall", headers=headers).status_code == 200
    assert client.get("/health").status_code == 200
    assert client.get("/openapi.json", headers=basic(SECRET)).json()["security"]


def test_secrets_cannot_be_tried_out(client_of: Client, seeds: Archive) -> None:
    client = client_of(seeds, secret=SECRET)
    tries = [client.get("/api/stats", headers=basic(f"no {n}")).status_code for n in range(25)]
    assert tries == [401] * 20 + [429] * 5
    assert client.get("/api/stats", headers=basic(SECRET)).status_code == 429


def test_a_body_is_bounded(client: TestClient) -> None:
    given = client.post("/api/search", content=b"x" * (BODY + 1))
    assert (given.status_code, given.json()["type"]) == (413, "/problems#too-large")
    given = client.post("/api/search", headers={"Content-Length": "many"}, content=b"x")
    assert given.status_code == 413


def test_a_body_without_a_length_is_bounded() -> None:
    """One that comes in pieces, and says no length, is counted as it comes."""
    read = []

    async def reading(scope: Any, receive: Any, send: Any) -> None:
        while (message := await receive())["more_body"]:
            read.append(len(message["body"]))

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"x" * (BODY // 4), "more_body": True}

    sent: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)

    scope = {
        "type": "http", "method": "POST", "path": "/", "headers": [(b"host", b"localhost")],
        "client": ("127.0.0.1", 1),
    }  # fmt: skip
    asyncio.run(Guard(reading, Settings())(scope, receive, send))  # type: ignore[arg-type]
    assert sum(read) == BODY
    assert sent[0]["status"] == 413


def test_one_address_asks_so_much_at_a_time() -> None:
    """What is too much is refused, and what was under way is answered."""

    async def ask_all() -> list[int]:
        free = asyncio.Event()

        async def slow(scope: Any, receive: Any, send: Any) -> None:
            await free.wait()
            await send({"type": "http.response.start", "status": 200, "headers": []})

        guard = Guard(slow, Settings(for_one=3))
        statuses: list[int] = []

        async def one(client: str) -> None:
            async def send(message: Any) -> None:
                if message["type"] == "http.response.start":
                    statuses.append(message["status"])

            scope = {
                "type": "http", "method": "GET", "path": "/", "headers": [(b"host", b"localhost")],
                "client": (client, 1),
            }  # fmt: skip
            await guard(scope, None, send)  # type: ignore[arg-type]

        tasks = [asyncio.create_task(one("10.0.0.1")) for _ in range(5)]
        tasks.append(asyncio.create_task(one("10.0.0.2")))
        await asyncio.sleep(0)
        free.set()
        await asyncio.gather(*tasks)
        await one("10.0.0.1")
        return statuses

    assert sorted(asyncio.run(ask_all())) == [200, 200, 200, 200, 200, 429, 429]


def test_a_page_is_told_in_html(client: TestClient) -> None:
    given = client.get(
        "/<script>alert(1)</script>", headers={"Accept": "text/html,application/xhtml+xml"}
    )
    assert given.status_code == 404
    assert given.headers["content-type"] == "text/html; charset=utf-8"
    assert "<script>" not in given.text


@pytest.mark.parametrize(
    ("host", "is_ours"),
    [("127.0.0.1", True), ("127.8.8.8", True), ("::1", True), ("localhost", True),
     ("0.0.0.0", False), ("::", False), ("192.168.1.4", False), ("example.org", False)],
)  # fmt: skip
def test_what_loopback_is(host: str, is_ours: bool) -> None:
    assert is_loopback(host) is is_ours


def test_a_head_is_bounded(client: TestClient) -> None:
    told = client.get("/health", headers={"X-Long": "a" * (1 << 16)})
    assert (told.status_code, "at most 65,536 bytes" in told.json()["detail"]) == (400, True)


def test_a_body_that_does_not_come_is_not_waited_for() -> None:
    statuses: list[int] = []

    async def reading(scope: Any, receive: Any, send: Any) -> None:
        while (await receive()).get("more_body"):
            pass

    async def receive() -> Any:
        await asyncio.sleep(0.05)
        return {"type": "http.request", "body": b"{", "more_body": True}

    async def send(message: Any) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    scope = {
        "type": "http", "method": "POST", "path": "/api/marks", "client": ("10.0.0.1", 1),
        "headers": [(b"host", b"localhost"), (b"content-length", b"100000")],
    }  # fmt: skip
    asyncio.run(Guard(reading, Settings(patience=0.3))(scope, receive, send))
    assert statuses == [408]
