"""A server whose questions are answered in this process, and a client for it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

import pytest

from newsgrep import Archive
from newsgrep.serve.tasks import Chunk, Head, Task
from newsgrep.serve.worker import answering

if TYPE_CHECKING:
    from starlette.testclient import TestClient

    from newsgrep.serve.workers import Rest

HERE = "http://127.0.0.1:8765"


class Inside:
    """Answers in this process, as a worker does in its own."""

    def __init__(self, archive: Archive) -> None:
        self.archive = archive
        self.asked: list[Task] = []

    async def start(self) -> None:
        """Nothing has to be started."""

    async def stop(self) -> None:
        """Nothing has to be ended."""

    async def ask(self, task: Task, *, stream: bool = False) -> tuple[Head, Rest | None]:
        """The answer, as the messages of a worker are put together."""
        self.asked.append(task)
        messages = answering(self.archive, task)
        head = next(messages)
        assert isinstance(head, Head)
        if not head.more:
            return head, None

        from newsgrep.serve.workers import Rest

        async def further() -> Chunk:
            message = next(messages)
            assert isinstance(message, Chunk)
            return message

        return head, Rest(further, messages.close, contextlib.AsyncExitStack())  # type: ignore[attr-defined]


@pytest.fixture
def client_of() -> Iterator[Callable[..., TestClient]]:
    """Makes a client of a server that answers from an archive, with some settings."""
    from starlette.testclient import TestClient

    from newsgrep.serve.app import application
    from newsgrep.serve.settings import Settings

    with contextlib.ExitStack() as opened:

        def make(archive: Archive, **settings: object) -> TestClient:
            app = application(Settings(**settings), Inside(archive))  # type: ignore[arg-type]
            return opened.enter_context(TestClient(app, base_url=HERE))

        yield make


@pytest.fixture
def client(client_of: Callable[..., TestClient], seeds: Archive) -> TestClient:
    """A client of a server that answers from the seeds."""
    return client_of(seeds)
