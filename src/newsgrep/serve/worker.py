"""A process that answers: one question at a time, from the newest commit, within its memory."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from newsgrep.errors import NewsgrepError, QueryError
from newsgrep.serve import answers
from newsgrep.serve.answers import MEDIA_TYPES, Answer
from newsgrep.serve.asking import kept
from newsgrep.serve.problems import MEDIA_TYPE, Problem, problem_json, problem_of
from newsgrep.serve.settings import Settings
from newsgrep.serve.tasks import Chunk, Head, Task

if TYPE_CHECKING:
    from newsgrep.archive import Archive

READY = "ready"
"""What a process says once it can be asked."""
INSIDE = "application/octet-stream"
"""The type of what the server makes something else of."""
_NO_ROOM = re.compile("failed to map segment|[Cc]annot allocate memory")
"""What the system says of a library for which there is no memory."""
CHUNK = 64 << 10
"""Bytes that are sent at a time."""


def work(connection: Connection, settings: Settings) -> None:
    """Answer what comes through ``connection``, until it is closed."""
    with contextlib.suppress(ValueError):
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # The server ends its processes itself.
    bound(settings.memory)
    try:
        from newsgrep.archive import Archive

        archive = Archive(settings.indexes or None)
        with contextlib.suppress(NewsgrepError, OSError):
            _warm(archive)
    except (MemoryError, ImportError) as error:
        if isinstance(error, ImportError) and not _NO_ROOM.search(str(error)):
            raise
        os._exit(1)  # The server tells of it; even a traceback wants memory.
    connection.send(READY)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while (task := connection.recv()) is not None:
            for message in answering(archive, task):
                connection.send(message)
    archive.close()


def bound(memory: int) -> None:
    """Let the system refuse more memory than that, where it can."""
    # Each thread of a library of matrices would be given memory of its own.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    try:
        import resource

        _, most = resource.getrlimit(resource.RLIMIT_DATA)
        least = memory if most == resource.RLIM_INFINITY else min(memory, most)
        resource.setrlimit(resource.RLIMIT_DATA, (least, most))
    except (ImportError, ValueError, OSError):
        return


def _warm(archive: Archive) -> None:
    """Load what the first question would wait for."""
    import newsgrep.serve.routes  # noqa: F401

    archive.search("*", limit=1)


def answering(archive: Archive, task: Task) -> Iterator[Head | Chunk]:
    """The messages of an answer. An error before the first of them is told; later ones cut it."""
    with archive.question():
        yield from _answering(archive, task)


def _answering(archive: Archive, task: Task) -> Iterator[Head | Chunk]:
    try:
        archive.refresh()
        tag = _tag(archive, task)
        if task.kind not in ("tool", "change") and (_is_known(tag, task.known)):
            yield Head(304, {"ETag": tag}, b"")
            return
        answer = _answer_of(archive, task)
        pieces = _chunks(_whole(archive, answer))
        first, second = next(pieces, b""), next(pieces, None)
    except Exception as error:
        if not isinstance(error, NewsgrepError | MemoryError | Problem):
            import traceback

            traceback.print_exc()
        yield _told(archive, task, problem_of(error), error)
        return
    headers = {"Content-Type": answer.media_type, "ETag": tag}
    if lacking := archive.lacking():
        # The rest may be there the next time, with nothing else changed.
        headers = {"Content-Type": answer.media_type, "Newsgrep-Unanswered": "; ".join(lacking)}
    if answer.saved_as and any(name == "download" for name, _ in task.pairs):
        headers["Content-Disposition"] = f'attachment; filename="{answer.saved_as}"'
    yield Head(answer.status, headers, first, second is not None)
    while second is not None:
        body, second = second, next(pieces, None)
        yield Chunk(body, second is not None)


def _whole(archive: Archive, answer: Answer) -> Iterable[str]:
    """The pieces of an answer; a JSON object with what it lacks."""
    if answer.media_type != MEDIA_TYPES["json"]:
        return answer.pieces
    from newsgrep.render.as_json import with_lacking

    return with_lacking(answer.pieces, archive.lacking)


def _answer_of(archive: Archive, task: Task) -> Answer:
    if task.kind == "api":
        from newsgrep.serve.parameters import read
        from newsgrep.serve.routes import BY_NAME

        pairs = [pair for pair in task.pairs if pair[0] != "download"]
        values = read(BY_NAME[task.name].all_parameters, pairs)
        answer: Answer = getattr(answers, task.name)(archive, values)
        return answer
    if task.kind == "change":
        from newsgrep.serve import changes

        changed: Answer = getattr(changes, task.name)(archive, task.arguments)
        return changed
    if task.kind == "tool":
        from newsgrep.serve import tools

        usual = int(dict(task.pairs).get("max_chars", tools.USUAL))
        given = tools.answer(archive, task.name, task.arguments, usual)
        return Answer(INSIDE, iter((json.dumps(given, ensure_ascii=False),)))
    if task.kind == "file":
        from newsgrep.serve.files import file_of

        return Answer(INSIDE, iter((json.dumps(file_of(archive, task.name)),)))
    if task.kind == "page":
        from newsgrep.serve.page.views import PAGES

        return PAGES[task.name](archive, task.pairs, **task.arguments)
    raise Problem("no-page", f"nothing is called {task.name}")


def _told(archive: Archive, task: Task, problem: Problem, error: Exception) -> Head:
    """A problem as whoever asks can read it."""
    suggested = _suggested(task, error) if isinstance(error, QueryError) else ()
    if task.kind == "page":
        from newsgrep.serve.page.views import problem as page_of

        told = page_of(problem, suggested)
        headers = {"Content-Type": told.media_type, **problem.headers()}
        return Head(told.status, headers, "".join(told.pieces).encode("utf-8", "replace"))
    if isinstance(error, QueryError):
        problem.more["suggestions"] = list(suggested)
    headers = {"Content-Type": MEDIA_TYPE, **problem.headers()}
    return Head(problem.kind.status, headers, problem_json(problem))


def _suggested(task: Task, error: QueryError) -> tuple[str, ...]:
    from newsgrep.request import Request
    from newsgrep.serve.fixes import fixes

    syntax = dict(task.pairs).get("syntax") or task.arguments.get("syntax") or "newsgrep"
    return fixes(error, Request(syntax=syntax))


def _tag(archive: Archive, task: Task) -> str:
    """The tag of an answer: of what is asked, on what day, of which commit, marks and alerts."""
    from datetime import date

    from newsgrep import __version__

    state = archive.commits(), kept(archive), date.today()
    asked = repr((__version__, state, task.kind, task.name, task.pairs, task.arguments))
    return f'W/"{blake2b(asked.encode("utf-8", "replace"), digest_size=12).hexdigest()}"'


def _is_known(tag: str, known: str) -> bool:
    """Whether whoever asks has the answer of this tag; tags are compared weakly (RFC 9110)."""
    tags = {one.strip().removeprefix("W/") for one in known.split(",")}
    return "*" in tags or tag.removeprefix("W/") in tags


def _chunks(pieces: Iterable[str]) -> Iterator[bytes]:
    """The pieces joined to chunks that are worth sending."""
    held: list[bytes] = []
    size = 0
    for piece in pieces:
        held.append(piece.encode("utf-8", "replace"))
        size += len(held[-1])
        if size >= CHUNK:
            yield b"".join(held)
            held, size = [], 0
    if held:
        yield b"".join(held)
