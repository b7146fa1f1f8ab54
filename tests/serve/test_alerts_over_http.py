"""Saved searches over HTTP: listed, asked, saved, removed; what is new, which stays new."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette", reason="the server needs: pip install -e '.[serve]'")

from starlette.testclient import TestClient

from newsgrep import Archive, Request

Make = Callable[..., Archive]
Client = Callable[..., TestClient]


@pytest.fixture
def archive(archive_from: Make) -> Archive:
    """Hail in two papers, rain in one."""
    return archive_from(
        {"title": "Hail", "text": "Hail fell on the orchards.", "source": "Vale Post",
         "date": "2017-02-20"},
        {"title": "More hail", "text": "Hail fell on the harbour.", "source": "Coast Herald",
         "date": "2018-02-20"},
        {"title": "Rain", "text": "Rain, and nothing else.", "source": "Vale Post",
         "date": "2018-03-20"},
    )  # fmt: skip


def titles(client: TestClient, address: str) -> list[str]:
    """The headlines of an answer."""
    return [hit["title"] for hit in client.get(address).json()["hits"]]


def change(client: TestClient, method: str, address: str, **body: Any) -> Any:
    """What a change with the key is answered."""
    key = client.get("/api/key").json()["key"]
    return client.request(method, address, json=body, headers={"X-Newsgrep-Key": key})


def test_listed_as_the_command_lists_them(archive: Archive, client_of: Client) -> None:
    client = client_of(archive)
    assert client.get("/api/alerts").json() == {"schema": 1, "alerts": []}
    archive.alerts.add("hail", Request("hail", since="2018", having=(("source", "Vale Post"),)))
    (one,) = client.get("/api/alerts").json()["alerts"]
    assert (one["name"], one["query"], one["feed"]) == ("hail", "hail", "")
    assert one["filters"] == {"since": "2018", "mode": "default", "in": ["source:Vale Post"]}
    assert client.get("/api/alerts/hail").json()["alerts"] == [one]
    given = client.get("/api/alerts/hial")
    assert (given.status_code, given.json()["type"]) == (404, "/problems#no-alert")
    assert "hail" in given.json()["hint"]


def test_what_is_new_stays_new(archive: Archive, client_of: Client) -> None:
    client = client_of(archive)
    archive.alerts.add("hail", Request("hail", mode="all"), backlog=True)
    archive.alerts.add("rain", Request("rain", mode="all"))
    for _ in range(2):
        given = client.get("/api/alerts/hail/news")
        (news,) = map(json.loads, given.text.splitlines())
        assert given.headers["content-type"] == "application/jsonl"
        assert (news["alert"], news["total"]) == ("hail", 2)
        assert [(hit["title"], hit["changed"]) for hit in news["hits"]] == [
            ("More hail", False), ("Hail", False),
        ]  # fmt: skip
    assert client.get("/api/alerts/rain/news").text == ""
    told: list[int] = []
    assert archive.alerts.run(tell=lambda one: told.append(len(one.hits))) == 2
    assert client.get("/api/alerts/hail/news").text == ""
    assert client.get("/api/alerts/hial/news").status_code == 404


def test_saved_asked_and_removed(archive: Archive, client_of: Client) -> None:
    client = client_of(archive)
    done = change(client, "POST", "/api/alerts", name="vale", q="hail OR rain",
                  **{"in": ["source:Vale Post"]})  # fmt: skip
    assert done.status_code == 201
    assert done.json()["alerts"][0]["filters"] == {"in": ["source:Vale Post"]}
    assert sorted(titles(client, "/api/search?q=@vale")) == ["Hail", "Rain"]
    assert titles(client, "/api/search?q=@vale&since=2018") == ["Rain"]
    assert titles(client, "/api/search?q=@vale -rain") == ["Hail"]
    assert client.get("/api/facets?q=@vale&by=source").json()["total"] == 2
    assert client.get("/api/timeline?q=@vale&q=hail").json()["series"][0]["total"] == 2
    assert client.get("/api/search?q=@vale&format=csv").text.count("\n") == 3
    again = change(client, "POST", "/api/alerts", name="vale", q="hail")
    assert (again.status_code, again.json()["type"]) == (409, "/problems#name-taken")
    gone = change(client, "DELETE", "/api/alerts/vale")
    assert [one["name"] for one in gone.json()["alerts"]] == ["vale"]
    assert change(client, "DELETE", "/api/alerts/vale").status_code == 404
    assert archive.alerts.all() == []


def test_what_matches_when_it_is_saved_counts_as_told(archive: Archive, client_of: Client) -> None:
    client = client_of(archive)
    change(client, "POST", "/api/alerts", name="known", q="hail")
    change(client, "POST", "/api/alerts", name="news", q="hail", backlog=True)
    assert client.get("/api/alerts/known/news").text == ""
    assert json.loads(client.get("/api/alerts/news/news").text)["total"] == 2


def test_a_search_saved_of_a_saved_one_stands_by_itself(
    archive: Archive, client_of: Client
) -> None:
    client = client_of(archive)
    change(client, "POST", "/api/alerts", name="hail", q="hail", since="2018")
    change(client, "POST", "/api/alerts", name="harbour", q="@hail harbour", unseen=True)
    change(client, "DELETE", "/api/alerts/hail")
    (one,) = client.get("/api/alerts").json()["alerts"]
    assert (one["query"], one["filters"]) == (
        "(hail) AND (harbour)", {"since": "2018", "unseen": True},
    )  # fmt: skip
    assert titles(client, "/api/search?q=@harbour") == ["More hail"]
    archive.newsroom.mark(client.get("/api/search?q=harbour").json()["hits"][0]["id"], "seen")
    assert titles(client, "/api/search?q=@harbour") == []


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ({"name": "a b", "q": "hail"}, "'a b' is no name for an alert"),
        ({"q": "hail"}, "'' is no name for an alert"),
        ({"name": "x"}, "a saved search needs a query"),
        ({"name": "x", "q": "auther:x"}, 'unknown field "auther"'),
        ({"name": "x", "q": "hail", "since": "someday"}, "--since"),
        ({"name": "x", "q": "hail", "in": "source:Vale Post"}, "in is 'source:Vale Post'"),
        ({"name": "x", "q": "hail", "in": [7]}, "in is a list of texts"),
        ({"name": "x", "q": "hail", "unseen": 1}, "unseen is 1"),
        ({"name": "x", "q": "hail", "feed": "/etc/passwd"}, "unknown parameter 'feed'"),
    ],
)
def test_what_cannot_be_saved(
    archive: Archive, client_of: Client, body: dict[str, Any], said: str
) -> None:
    client = client_of(archive)
    given = change(client, "POST", "/api/alerts", **body)
    assert given.status_code == 400
    assert given.json()["detail"].startswith(said)
    assert archive.alerts.all() == []


def test_only_with_the_key_from_here_and_where_it_writes(
    archive: Archive, client_of: Client
) -> None:
    archive.alerts.add("hail", "hail")
    client = client_of(archive)
    key = client.get("/api/key").json()["key"]
    body = {"name": "rain", "q": "rain"}
    for headers, why in (
        ({}, "key"), ({"X-Newsgrep-Key": "wrong"}, "key"),
        ({"X-Newsgrep-Key": key, "Origin": "http://evil.example"}, "origin"),
        ({"X-Newsgrep-Key": key, "Sec-Fetch-Site": "cross-site"}, "origin"),
    ):  # fmt: skip
        for method, address in (("POST", "/api/alerts"), ("DELETE", "/api/alerts/hail")):
            given = client.request(method, address, json=body, headers=headers)
            assert (given.status_code, given.json()["type"]) == (403, f"/problems#{why}")
    reader = client_of(archive, read_only=True)
    for method, address in (("POST", "/api/alerts"), ("DELETE", "/api/alerts/hail")):
        given = reader.request(method, address, json=body, headers={"X-Newsgrep-Key": key})
        assert given.json()["type"] == "/problems#read-only"
    assert "post" not in reader.get("/openapi.json").json()["paths"]["/api/alerts"]
    assert [one.name for one in archive.alerts.all()] == ["hail"]


def test_an_answer_follows_the_saved_search(archive: Archive, client_of: Client) -> None:
    client = client_of(archive)
    archive.alerts.add("it", Request("rain", mode="all"))
    first = client.get("/api/search?q=@it")
    same = client.get("/api/search?q=@it", headers={"If-None-Match": first.headers["etag"]})
    assert (first.json()["total"], same.status_code) == (1, 304)
    archive.alerts.remove(["it"])
    archive.alerts.add("it", Request("hail", mode="all"))
    now = client.get("/api/search?q=@it", headers={"If-None-Match": first.headers["etag"]})
    assert (now.status_code, now.json()["total"]) == (200, 2)


def test_a_handle_that_is_no_name_is_a_word_and_said_to_be(
    archive: Archive, client_of: Client
) -> None:
    client = client_of(archive)
    answer = client.get("/api/search?q=@hial").json()
    assert answer["notes"][0] == "no alert is called 'hial'; the word itself is looked for"


def test_an_error_behind_the_name_is_told_where_it_was_typed(
    archive: Archive, client_of: Client
) -> None:
    archive.alerts.add("hail", Request("hail", since="2018"))
    problem = client_of(archive).get("/api/search?q=@hail auther:dow").json()
    assert problem["query"][problem["start"] : problem["end"]] == "auther"
    assert problem["suggestions"] == ["@hail author:dow", '@hail "auther:dow"']


def test_a_file_of_alerts_that_cannot_be_read(
    archive: Archive, client_of: Client, tmp_path: Path
) -> None:
    archive.alerts.add("hail", "hail")
    archive.alerts.file.path.write_bytes(b"no database" * 99)
    client = client_of(archive)
    for address in ("/api/alerts", "/api/alerts/hail/news", "/api/search?q=@hail"):
        given = client.get(address)
        assert (given.status_code, given.json()["type"]) == (503, "/problems#kept")
        assert given.json()["detail"].startswith("cannot use the alerts in ")
    assert titles(client, "/api/search?q=rain") == ["Rain"]
