"""A server whose questions are answered in this process, and a client for it."""

from __future__ import annotations

import contextlib
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from conftest import environment

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


@pytest.fixture(scope="session")
def served(seeds: Archive) -> Iterator[str]:
    """The address of ``newsgrep serve`` as a process of its own, which tells of the seeds."""
    with serving("--index", str(seeds.folder.path)) as address:
        yield address


@contextlib.contextmanager
def serving(*arguments: str, cwd: Path | None = None) -> Iterator[str]:
    """Runs ``newsgrep serve`` at a free port; its address."""
    server = subprocess.Popen(
        [sys.executable, "-m", "newsgrep", "serve", "--port", "0", *arguments],
        cwd=cwd, env=environment(), stderr=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert server.stderr is not None
    said = server.stderr.readline()
    found = re.search(r"http://\S+/", said)
    assert found, said
    try:
        yield found.group()
    finally:
        server.terminate()
        server.wait(20)
