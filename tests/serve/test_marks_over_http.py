"""Marks from the page: with the key, from a page of this server, and not where it only reads."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

pytest.importorskip("starlette", reason="the server needs: pip install -e '.[serve]'")

from starlette.testclient import TestClient

from newsgrep import Archive

Make = Callable[..., Archive]
Client = Callable[..., TestClient]


@pytest.fixture
def archive(archive_of: Make) -> Archive:
    return archive_of(hail="Hail\n\nHail fell on the orchards.\n", rain="Rain\n\nRain, no hail.\n")


def sent(client: TestClient, key: str = "", **body: Any) -> Any:
    """What marking is answered."""
    return client.post("/api/marks", json=body, headers={"X-Newsgrep-Key": key})


def test_marked_and_unmarked(archive: Archive, client_of: Client) -> None:
    client = client_of(archive)
    hit = client.get("/api/search?q=orchards").json()["hits"][0]
    key = client.get("/api/key").json()["key"]
    done = sent(client, key, id=hit["id"], mark="seen")
    assert (done.status_code, done.json()["articles"]) == (200, 1)
    assert client.get("/api/search?q=is:seen").json()["hits"][0]["marks"] == ["seen"]
    assert client.get("/api/marks").json()["marks"] == [["seen", 1]]
    assert 'data-mark="seen"' in client.get("/?q=orchards").text
    sent(client, key, id=hit["id"], mark="seen", on=False)
    assert client.get("/api/search?q=is:seen").json()["total"] == 0
    assert 'data-mark="seen"' not in client.get("/?q=orchards").text


def test_without_the_key_nothing_is_marked(archive: Archive, client_of: Client) -> None:
    client = client_of(archive)
    identity = client.get("/api/search?q=orchards").json()["hits"][0]["id"]
    for key in ("", "wrong"):
        given = sent(client, key, id=identity, mark="seen")
        assert (given.status_code, given.json()["type"]) == (403, "/problems#key")
    key = client.get("/api/key").json()["key"]
    elsewhere = {"X-Newsgrep-Key": key, "Origin": "http://evil.example"}
    given = client.post("/api/marks", json={"id": identity, "mark": "seen"}, headers=elsewhere)
    assert (given.status_code, given.json()["type"]) == (403, "/problems#origin")
    assert client.get("/api/search?q=is:seen").json()["total"] == 0


def test_a_server_that_only_reads(archive: Archive, client_of: Client) -> None:
    client = client_of(archive, read_only=True)
    identity = client.get("/api/search?q=orchards").json()["hits"][0]["id"]
    assert client.get("/api/key").json()["type"] == "/problems#read-only"
    assert sent(client, "", id=identity, mark="seen").json()["type"] == "/problems#read-only"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        (b"", "the body is no JSON object"), (b"{", "the body is no JSON object"),
        (b"[]", "the body is no JSON object"), (b'"seen"', "the body is no JSON object"),
        (b"[" * 100_000, "the body is no JSON object"),
        (b'{"id": "4f2a"}', "the body is not a mark"),
        (b'{"id": "", "mark": "seen"}', "the body is not a mark"),
        (b'{"id": "4f2a", "mark": "seen", "note": "x"}', "the body is not a mark"),
        (b'{"id": 7, "mark": "seen"}', "id is 7"),
        (b'{"id": "4f2a", "mark": "seen", "on": "no"}', "on is 'no'"),
        (b'{"id": "4f2a", "mark": null}', "mark is None"),
        (b'{"id": "4f2a", "mark": "seen", "who": "me"}', "unknown parameter 'who'"),
    ],
)  # fmt: skip
def test_what_is_no_mark(archive: Archive, client_of: Client, body: bytes, said: str) -> None:
    client = client_of(archive)
    key = client.get("/api/key").json()["key"]
    given = client.post("/api/marks", content=body, headers={"X-Newsgrep-Key": key})
    assert (given.status_code, given.json()["detail"]) == (400, said)


def test_notes_are_written_and_taken_off_one_by_one(archive: Archive, client_of: Client) -> None:
    client = client_of(archive)
    hit = client.get("/api/search?q=orchards").json()["hits"][0]
    key = client.get("/api/key").json()["key"]
    for note in ("who saw it?", "  call the\n growers "):
        assert sent(client, key, id=hit["id"], note=note).status_code == 200
    found = client.get("/api/search?q=note:growers").json()["hits"][0]
    assert found["notes"] == ["call the\ngrowers", "who saw it?"]
    done = sent(client, key, id=hit["id"], note="who saw it?", on=False).json()
    assert (done["notes"], done["changed"], done["removed"]) == (["who saw it?"], 1, True)
    assert client.get("/api/search?q=note:*").json()["hits"][0]["notes"] == ["call the\ngrowers"]
    assert sent(client, key, id=hit["id"], note="no such", on=False).json()["changed"] == 0
    for none in ("", "   ", "x" * 10_001):
        assert sent(client, key, id=hit["id"], note=none).status_code == 400
    assert sent(client, "wrong", id=hit["id"], note="x").status_code == 403
    assert sent(client, key, id=hit["id"], note="x" * 10_000).status_code == 200


def test_what_cannot_be_marked(archive: Archive, client_of: Client) -> None:
    client = client_of(archive)
    key = client.get("/api/key").json()["key"]
    assert sent(client, key, id="ffffffffffff", mark="seen").status_code == 404
    identity = client.get("/api/search?q=orchards").json()["hits"][0]["id"]
    assert sent(client, key, id=identity, mark="").status_code == 400
