"""Addresses of indexes on a cluster, and who is let in."""

from __future__ import annotations

import os
import pickle
from pathlib import Path
from typing import Any

import pytest

from newsgrep import Archive
from newsgrep.cli.addressing import all_addressed
from newsgrep.engines.opensearch.address import Address, address_of
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.failures import missing_shards, said_by_system
from newsgrep.errors import NewsgrepError, UsageError
from newsgrep.storage.location import is_address


def test_an_address_has_hosts_and_a_name() -> None:
    found = address_of("https://one.example.org,two.example.org:9201/press")
    assert found == Address(
        ("https://one.example.org:9200", "https://two.example.org:9201"), "press"
    )
    assert str(found) == "https://one.example.org:9200,https://two.example.org:9201/press"


def test_how_it_is_made_and_asked_stands_behind_it() -> None:
    found = address_of("http://localhost/press?shards=6&replicas=0&timeout=2.5&partial=yes")
    assert (found.hosts, found.shards, found.replicas) == (("http://localhost:9200",), 6, 0)
    assert (found.timeout, found.partial) == (2.5, True)
    assert address_of("http://[::1]:9300/press").hosts == ("http://[::1]:9300",)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("https://example.org", "names no index"),
        ("https://example.org/", "names no index"),
        ("https:///press", "names no host"),
        ("https://example.org/Press", "no name for an index"),
        ("https://example.org/press-state", "no name for an index"),
        ("https://example.org/press-000001", "no name for an index"),
        ("https://example.org:port/press", "names no host"),
        ("https://example.org,,other/press", "names no host"),
        ("https://example.org/folder/press", "between host and NAME is nothing"),
        ("https://example.org,ftp://other/press", "is asked by https"),
        ("ftp://example.org/press", "neither a folder nor an address"),
        ("example.org:9200/press", "neither a folder nor an address"),
        ("http://example.org/press", "for this machine alone"),
        ("https://example.org,http://localhost/press", "has http and https"),
        ("https://example.org/press?shards=0", "shards=0 is not understood"),
        ("https://example.org/press?timeout=0", "timeout=0 is not understood"),
        ("https://example.org/press?size=3", "size=3 is not understood"),
    ],
)
def test_what_is_wrong_with_an_address_is_told(text: str, told: str) -> None:
    with pytest.raises(UsageError, match=told):
        address_of(text)


@pytest.mark.parametrize(
    ("named", "is_one"),
    [
        ("https://one:9200/press", True),
        ("HTTPS://one/press", True),
        ("ftp://one/press", True),
        ("one:9200/press", True),
        ("https:/one/press", True),
        ("stories/.newsgrep", False),
        ("C:/stories/.newsgrep", False),
        ("C:\\stories", False),
        ("2017:02/press", True),
        ("a:b/c", False),
    ],
)
def test_what_is_meant_as_an_address_is_never_made_a_folder(named: str, is_one: bool) -> None:
    assert is_address(named) is is_one


@pytest.mark.skipif(os.name == "nt", reason="no folder has a colon there")
def test_a_folder_that_is_called_like_a_host_is_a_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "one:9200").mkdir()
    assert not is_address("one:9200/press")


def test_letters_of_the_scheme_may_be_large() -> None:
    assert address_of("HTTPS://one/press").hosts == ("https://one:9200",)


def test_an_index_that_is_named_twice_is_asked_once() -> None:
    twice = ["http://localhost:1/press", "http://localhost:1/press/?timeout=4"]
    assert len(Archive(twice).folders) == 1


def test_a_password_in_an_address_is_refused_and_not_repeated() -> None:
    with pytest.raises(UsageError) as caught:
        address_of("https://me:s3cret@example.org/press")
    assert "s3cret" not in f"{caught.value.message} {caught.value.hint}"
    assert "NEWSGREP_INDEX_PASSWORD" in caught.value.hint


def test_an_address_in_the_environment_is_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NEWSGREP_INDEX", "http://localhost:1/press")
    assert Archive().folder.name == "http://localhost:1/press"


def test_options_for_clusters_are_for_those_among_several_indexes() -> None:
    named = ["a-folder", "http://localhost:1/press", "http://localhost:1/wire?shards=2"]
    assert all_addressed(named, timeout="5", partial="") == [
        "a-folder", "http://localhost:1/press?timeout=5", "http://localhost:1/wire?shards=2&timeout=5",
    ]  # fmt: skip
    assert all_addressed(named, timeout="") == named
    with pytest.raises(UsageError, match="is for an index on a cluster"):
        all_addressed(["a-folder", "another"], timeout="5")


def test_nobody_there_is_told_in_a_line() -> None:
    pytest.importorskip("opensearchpy")
    with pytest.raises(NewsgrepError) as caught:
        Archive("http://localhost:1/press?timeout=2").search("wombat")
    assert caught.value.message.startswith("the cluster http://localhost:1/press does not answer: ")
    assert (caught.value.exit_code, "\n" in caught.value.message) == (2, False)


def test_a_user_without_a_password_is_told_where_it_belongs(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pytest.importorskip("opensearchpy")
    monkeypatch.setenv("NEWSGREP_INDEX_USER", "nobody-that-a-keyring-knows")
    monkeypatch.delenv("NEWSGREP_INDEX_PASSWORD", raising=False)
    monkeypatch.setattr("sys.modules", {**__import__("sys").modules, "keyring": None})
    with pytest.raises(UsageError, match="no password for the user nobody"):
        Connection(address_of("http://localhost:1/press")).request("GET", "/")


def test_an_authority_that_is_no_file_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("opensearchpy")
    monkeypatch.setenv("NEWSGREP_INDEX_CA", "/nowhere/ca.pem")
    with pytest.raises(UsageError, match="NEWSGREP_INDEX_CA names no file"):
        Connection(address_of("https://localhost:1/press")).request("GET", "/")


def test_a_connection_goes_to_another_process_without_its_sockets() -> None:
    there = pickle.loads(pickle.dumps(Connection(address_of("http://localhost:1/press"))))
    assert there.address.name == "press"


@pytest.mark.parametrize(
    ("shards", "told"),
    [
        ({"total": 3, "failed": 0}, ""),
        ({"total": 3, "successful": 1, "failed": 0}, "2 of 3 shards did not answer"),
        (
            {"total": 3, "failed": 1, "failures": [{"index": "press-000001", "shard": 2}]},
            "1 of 3 shards did not answer (press-000001 2)",
        ),
    ],
)
def test_shards_that_did_not_answer_are_named(shards: dict[str, Any], told: str) -> None:
    assert missing_shards({"_shards": shards}) == told
    assert "in time" in missing_shards({"_shards": {"total": 3}, "timed_out": True})


@pytest.mark.parametrize(
    ("status", "info", "told"),
    [
        (401, "", "asks who you are"),
        (403, "", "does not permit this to"),
        (429, {"error": {"type": "rejected"}}, "too much to do"),
        (400, {"error": {"type": "too_many_clauses", "reason": "x"}}, "more words than it takes"),
        (400, {"error": {"type": "a", "reason": "b", "root_cause": [{"reason": "c"}]}}, "c (400)"),
        (500, "", "it answered 500 (Internal Server Error)"),
        (500, {"error": "broken"}, "broken (500)"),
        (503, {"error": {"type": "master_not_discovered_exception"}}, "too few of its nodes"),
        (
            500,
            {"error": {"type": "node_not_connected_exception", "reason": "[a][127.0.0.1:4] Node"}},
            "one of its nodes does not answer",
        ),
        (400, {"error": {"type": "index_closed_exception", "reason": "closed"}}, "index is closed"),
        (503, {"error": {"type": "a_exception"}}, "a_exception (503)"),
    ],
)
def test_refusals_are_told_in_plain_words(status: int, info: object, told: str) -> None:
    connection = Connection(address_of("http://localhost:1/press"))
    assert told in connection._failed(status, info).message


@pytest.mark.parametrize(
    ("python", "told"),
    [
        (
            "('Connection aborted.', RemoteDisconnected('Remote end closed connection without "
            "response'))",
            "it closed the connection",
        ),
        (
            "('Connection broken: IncompleteRead(508 bytes read, 508 more expected)', "
            "IncompleteRead(508 bytes read, 508 more expected))",
            "its answer was cut off",
        ),
        (
            "HTTPConnection(host='localhost', port=1): Failed to establish a new connection: "
            "[Errno 111] Connection refused",
            "Connection refused",
        ),
        ("BadStatusLine('SSH-2.0-OpenSSH')", "what answers there is no HTTP"),
    ],
)
def test_what_the_system_says_has_no_python_in_it(python: str, told: str) -> None:
    assert said_by_system(OSError(python)) == told


def test_an_answer_of_which_only_the_head_came_is_no_answer(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pytest.importorskip("opensearchpy")

    class Transport:
        def __init__(self) -> None:
            self.answers: list[object] = ["", {"count": 3}]

        def perform_request(self, *_: object, **__: object) -> object:
            return self.answers.pop(0)

    class Client:
        transport = Transport()

    connection = Connection(address_of("http://localhost:1/press"))
    monkeypatch.setattr(connection, "_opened", Client)
    assert connection.request("GET", "/press/_count") == {"count": 3}
