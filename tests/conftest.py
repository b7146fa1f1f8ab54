"""What the tests share: articles, archives, and the command line as a process."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from newsgrep import Archive, Article
from newsgrep.article import article_id
from newsgrep.engines import local
from newsgrep.storage.segment_ref import SegmentRef

settings.register_profile(
    "suite", deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True
)
settings.load_profile("suite")

pytest_plugins = ["serving"]
pytest.register_assert_rewrite("alike")

SEEDS = Path(__file__).parent.parent / "seeds"


@dataclass(frozen=True)
class Ended:
    """A finished command."""

    code: int
    out: str
    err: str
    raw: bytes


Command = Callable[..., Ended]


def environment(**extra: str) -> dict[str, str]:
    """The environment of a command: nothing that decides on colours or indexes."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in ("NO_COLOR", "FORCE_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "NEWSGREP_INDEX")
    }
    # Nobody's own configuration decides what a test finds.
    return {**kept, "COLUMNS": "80", "NEWSGREP_CONFIG": "", **extra}


@pytest.fixture
def newsgrep(tmp_path: Path) -> Command:
    """Runs ``newsgrep`` as a process in the test's folder."""

    def run(*arguments: str | bytes, stdin: bytes = b"", cwd: Path = tmp_path, **env: str) -> Ended:
        done = subprocess.run(
            [sys.executable, "-m", "newsgrep", *arguments],
            input=stdin,
            capture_output=True,
            cwd=cwd,
            env=environment(**env),
            timeout=120,
            check=False,
        )
        return Ended(
            done.returncode,
            done.stdout.decode("utf-8", "replace"),
            done.stderr.decode("utf-8", "replace"),
            done.stdout,
        )

    return run


class Screen(io.TextIOWrapper):
    """A stream that a command writes to in this process; a terminal if ``tty``."""

    def __init__(self, tty: bool) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", write_through=True)
        self._tty = tty

    def isatty(self) -> bool:
        return self._tty


@pytest.fixture
def inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Command:
    """Runs a command in this process, as far as that goes: no signals, pipes or true terminals.

    ``tty`` lets it believe in a terminal of 80 columns, without a pager.
    """

    def run(*arguments: str, stdin: bytes = b"", tty: bool = False, **env: str) -> Ended:
        from newsgrep.cli.main import main

        out, err = Screen(tty), Screen(tty)
        with monkeypatch.context() as here:
            here.chdir(tmp_path)
            for name in set(os.environ) - set(environment()):
                here.delenv(name)
            for name, value in {**environment(TERM="xterm", PAGER="cat"), **env}.items():
                here.setenv(name, value)
            here.setattr(sys, "stdout", out)
            here.setattr(sys, "stderr", err)
            here.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin)))
            try:
                code = main(list(arguments))
            except SystemExit as ended:  # so does the completion of shells
                code = int(ended.code or 0)
        written, said = (stream.buffer.getvalue() for stream in (out, err))  # type: ignore[attr-defined]
        return Ended(code, written.decode("utf-8", "replace"), said.decode(), written)

    return run


@pytest.fixture(scope="session")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Archive:
    """The seeds, indexed."""
    archive = Archive(tmp_path_factory.mktemp("seeds") / "index")
    archive.index([SEEDS])
    return archive


@pytest.fixture(scope="session")
def _indexed_seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the seeds and their index, to be copied: that is quicker than indexing."""
    folder = tmp_path_factory.mktemp("indexed")
    shutil.copytree(SEEDS, folder / "seeds")
    with Archive(folder / ".newsgrep") as archive:
        archive.index([folder / "seeds"])
    return folder


@pytest.fixture
def own_seeds(_indexed_seeds: Path, tmp_path: Path) -> Archive:
    """The seeds, indexed in the test's folder, where they can be changed."""
    shutil.copytree(_indexed_seeds, tmp_path, dirs_exist_ok=True)
    return Archive(tmp_path / ".newsgrep")


def article(number: int = 1, **fields: object) -> Article:
    """An article with these fields."""
    path = str(fields.pop("path", f"{number}.txt"))
    return Article(id=article_id(path, 0), path=path, **fields)  # type: ignore[arg-type]


def write_segment(folder: Path, articles: Iterable[Article]) -> SegmentRef:
    """A segment of the local engine's, of these articles."""
    writer = local().writer()
    for one in articles:
        writer.add(one)
    return writer.write(folder)


@pytest.fixture
def archive_from(tmp_path: Path) -> Callable[..., Archive]:
    """Makes an archive of records, as in a file of JSON Lines: exact dates, sources and names."""

    def make(*records: dict[str, object]) -> Archive:
        lines = "".join(json.dumps(record) + "\n" for record in records)
        (tmp_path / "records.jsonl").write_text(lines, encoding="utf-8")
        archive = Archive(tmp_path / ".newsgrep")
        archive.index([tmp_path / "records.jsonl"])
        return archive

    return make


@pytest.fixture(params=["lists", "arrays"])
def both_ways(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    """Each question worked out in plain Python and in NumPy."""
    from newsgrep.engines.columnar.search import evaluation

    few = 1 << 40 if request.param == "lists" else -1
    monkeypatch.setattr(evaluation, "FEW", few)
    monkeypatch.setattr(evaluation, "FEW_WHEN_LOADED", few)
    return str(request.param)


@pytest.fixture
def archive_of(tmp_path: Path) -> Callable[..., Archive]:
    """Makes an archive of texts: name to content."""

    def make(**texts: str) -> Archive:
        folder = tmp_path / "articles"
        folder.mkdir(exist_ok=True)
        for name, text in texts.items():
            (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        archive = Archive(tmp_path / ".newsgrep")
        archive.index([folder])
        return archive

    return make
