"""Hosts that hang, trickle, cut off and talk nonsense: each request ends, and the next is asked."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from newsgrep.engines.opensearch.address import address_of
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.errors import (
    ClusterSlow,
    ClusterUnreachable,
    NotOpenSearch,
)
from newsgrep.errors import NewsgrepError

pytest.importorskip("opensearchpy")

Talking = Callable[[socket.socket, bytes], None]
"""What a host does with a connection, and the head of the request that came."""


def says(body: str, status: str = "200 OK") -> Talking:
    head = f"HTTP/1.1 {status}\r\nContent-Type: application/json\r\n"

    def answer(client: socket.socket, request: bytes) -> None:
        data = body.encode()
        client.sendall(f"{head}Content-Length: {len(data)}\r\n\r\n".encode() + data)

    return answer


COUNT = '{"count": 3}'


def trickles(client: socket.socket, request: bytes) -> None:
    """Says who it is at once, and anything else by the byte."""
    if request.startswith(b"GET / "):
        says("{}")(client, request)
        return
    for byte in b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + b"X: y\r\n" * 200:
        client.sendall(bytes([byte]))
        time.sleep(0.05)


def thinks(client: socket.socket, request: bytes) -> None:
    """Says who it is at once, and has to think of anything else."""
    if not request.startswith(b"GET / "):
        time.sleep(1.2)
    says(COUNT)(client, request)


def hangs(client: socket.socket, request: bytes) -> None:
    time.sleep(30)


def breaks_off(client: socket.socket, request: bytes) -> None:
    """Ends without an answer."""


class Host:
    """A host of this test on a port of its own."""

    def __init__(self, talking: Talking) -> None:
        self._talking = talking
        self._server = socket.create_server(("127.0.0.1", 0))
        self.name = f"127.0.0.1:{self._server.getsockname()[1]}"
        self.asked = 0
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while True:
            try:
                client, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._answer, args=(client,), daemon=True).start()

    def _answer(self, client: socket.socket) -> None:
        with client:
            try:
                while request := client.recv(65_536):
                    self.asked += not request.startswith(b"GET / ")
                    self._talking(client, request)
                    if self._talking is breaks_off:
                        return
            except OSError:
                return

    def close(self) -> None:
        self._server.close()


@pytest.fixture
def host() -> Iterator[Callable[[Talking], Host]]:
    made: list[Host] = []

    def make(talking: Talking) -> Host:
        made.append(Host(talking))
        return made[-1]

    yield make
    for one in made:
        one.close()


def count(connection: Connection, **more: float) -> tuple[object, float]:
    """What the cluster answers, or the error; and the seconds that it took."""
    began = time.monotonic()
    try:
        found: object = connection.request("GET", "/press/_count", **more)["count"]  # type: ignore[arg-type]
    except NewsgrepError as error:
        found = error
    return found, time.monotonic() - began


def to(*hosts: Host, timeout: float) -> Connection:
    names = ",".join(one.name for one in hosts)
    return Connection(address_of(f"http://{names}/press?timeout={timeout}"))


@pytest.mark.parametrize("turned", [False, True])
def test_a_host_that_hangs_is_passed_over_and_asked_last_afterwards(
    host: Callable[[Talking], Host], turned: bool
) -> None:
    well, hung = host(says(COUNT)), host(hangs)
    connection = to(*([hung, well] if turned else [well, hung]), timeout=4)
    found = [count(connection) for _ in range(4)]
    assert [answer for answer, _ in found] == [3, 3, 3, 3]
    # Half of the time for the one that hangs, once; then no more.
    assert sum(seconds for _, seconds in found) < 3
    assert hung.asked <= 1


def test_hosts_that_all_hang_are_named(host: Callable[[Talking], Host]) -> None:
    one, other = host(hangs), host(hangs)
    error, seconds = count(to(one, other, timeout=1))
    assert isinstance(error, ClusterSlow)
    named = [f"within 1 s (http://{some.name} hangs)" in error.message for some in (one, other)]
    assert (sorted(named), seconds < 1.5) == ([False, True], True)


def test_a_host_that_thinks_for_long_is_not_taken_for_one_that_hangs(
    host: Callable[[Talking], Host],
) -> None:
    one, other = host(thinks), host(thinks)
    answer, seconds = count(to(one, other, timeout=2))
    assert (answer, seconds > 1) == (3, True)
    assert one.asked + other.asked == 1


def test_an_answer_that_comes_by_the_byte_is_broken_off(host: Callable[[Talking], Host]) -> None:
    for hosts in ([host(trickles)], [host(trickles), host(trickles)]):
        error, seconds = count(to(*hosts, timeout=1))
        assert isinstance(error, ClusterSlow)
        assert ("within 1 s" in error.message, seconds < 1.5) == (True, True)
    # A run waits longer for some requests, but they end as well.
    error, seconds = count(to(host(trickles), timeout=30), seconds=1)
    assert (isinstance(error, ClusterSlow), seconds < 1.5) == (True, True)


def test_the_time_is_that_of_a_question_and_not_of_each_request(
    host: Callable[[Talking], Host],
) -> None:
    connection = to(host(thinks), timeout=3)
    # A run: each request has the time.
    assert [count(connection)[0] for _ in range(3)] == [3, 3, 3]
    connection.begin()
    found = [count(connection) for _ in range(4)]
    assert [answer for answer, _ in found[:2]] == [3, 3]
    assert all(isinstance(answer, ClusterSlow) for answer, _ in found[2:])
    assert sum(seconds for _, seconds in found) < 3.3
    connection.begin()
    assert count(connection)[0] == 3
    # Whoever reads the answer may pause.
    time.sleep(2)
    assert count(connection)[0] == 3
    # The next piece of a long answer has the time anew.
    connection.go_on()
    assert count(connection)[0] == 3
    connection.close()
    assert [count(connection)[0] for _ in range(3)] == [3, 3, 3]


def test_hosts_that_break_off_are_told_in_plain_words(host: Callable[[Talking], Host]) -> None:
    error, _ = count(to(host(breaks_off), timeout=5))
    assert isinstance(error, ClusterUnreachable)
    assert error.message.endswith("does not answer: it closed the connection")
    assert count(to(host(breaks_off), host(says(COUNT)), host(breaks_off), timeout=5))[0] == 3


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("{}", "200 OK"), ("[]", "200 OK"), ("null", "200 OK"), ('"yes"', "200 OK"),
        ("<html>", "200 OK"), ("7", "200 OK"),
    ],
)  # fmt: skip
def test_another_program_is_told_as_such(
    host: Callable[[Talking], Host], body: str, status: str
) -> None:
    error, _ = count(to(host(says(body, status)), timeout=5))
    assert isinstance(error, NotOpenSearch)
    assert "is not one of OpenSearch: " in error.message
    assert "port" in error.hint


@pytest.mark.parametrize("body", ["", "<h1>Not Found</h1>", '{"detail": "Not Found"}'])
def test_a_server_that_knows_no_such_page_is_no_empty_cluster(
    host: Callable[[Talking], Host], body: str
) -> None:
    connection = to(host(says(body, "404 Not Found")), timeout=5)
    with pytest.raises(NotOpenSearch, match="it answered 404"):
        connection.request("GET", "/press-state/_doc/manifest", known=(404,))
    ours = '{"error": {"type": "index_not_found_exception", "reason": "no such index"}}'
    connection = to(host(says(ours, "404 Not Found")), timeout=5)
    assert connection.request("GET", "/press", known=(404,))["status"] == 404


def test_several_questions_have_as_many_answers(host: Callable[[Talking], Host]) -> None:
    for body in ("{}", '{"responses": []}', '{"responses": 3}'):
        connection = to(host(says(body)), timeout=5)
        with pytest.raises(NotOpenSearch):
            connection.searches("press", [{"size": 0}, {"size": 1}])
