"""A process that indexes is halted, others go on, and it comes back: nothing of it is seen."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from newsgrep import Archive, Options
from newsgrep.engines.opensearch import lease, state
from newsgrep.engines.opensearch.address import address_of
from newsgrep.engines.opensearch.connection import Connection

pytestmark = pytest.mark.skipif(os.name == "nt", reason="no signals that halt a process")
MANY = 60

HALTING = """
import os, signal, sys
from newsgrep import Archive, Options
from newsgrep.engines.opensearch import lease, runs, store, writer
from newsgrep.errors import NewsgrepError

lease.SECONDS, lease.RENEWED = 1.0, 0.2
address, folder, moment = sys.argv[1:]
module, name, after = {
    "before a bulk": (writer, "send", False),
    "after a bulk": (writer, "send", True),
    "before the old texts are marked": (runs, "end", False),
    "after the old texts are marked": (runs, "end", True),
    "after a commit": (store.ClusterStore, "commit", True),
    "before it shows": (store.ClusterStore, "_show", False),
}[moment]
right = getattr(module, name)

def halting(*given):
    if after:
        found = right(*given)
    os.kill(os.getpid(), signal.SIGSTOP)
    return found if after else right(*given)

setattr(module, name, halting)
try:
    Archive(address).index([folder], Options(jobs=1))
except NewsgrepError as error:
    print(error.message)
    sys.exit(error.exit_code)
"""


def write(folder: Path, first: int, version: int) -> None:
    for number in range(first, MANY):
        text = f"Plorn {number}\n\nThe wombat stood there in version{version} of it.\n"
        (folder / f"{number:03}.txt").write_text(text, encoding="utf-8")


def shown(address: str) -> tuple[int, int, int, int]:
    """The articles of each version, all that are counted, and different ones of them."""
    with Archive(address) as archive:
        hits = archive.search("wombat", limit=None, copies="show", snippets=0).hits
        return (
            archive.count("version1"), archive.count("version2"), archive.stats().totals.articles,
            len({hit.path for hit in hits}),
        )  # fmt: skip


@pytest.mark.parametrize(
    "moment",
    ["before a bulk", "after a bulk", "before the old texts are marked",
     "after the old texts are marked", "after a commit", "before it shows"],
)  # fmt: skip
def test_a_writer_that_comes_back_changes_nothing(
    address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moment: str
) -> None:
    folder = tmp_path / "articles"
    folder.mkdir()
    write(folder, 0, 1)
    assert Archive(address).index([folder], Options(jobs=1)).added == MANY
    write(folder, 20, 2)
    process = subprocess.Popen(
        [sys.executable, "-c", HALTING, address, str(folder), moment],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
    )  # fmt: skip
    try:
        _, status = os.waitpid(process.pid, os.WUNTRACED)
        assert os.WIFSTOPPED(status), process.stdout.read() if process.stdout else ""
        assert shown(address) == (MANY, 0, MANY, MANY)
        # Others change back what was changed, and change something else.
        write(folder, 0, 1)
        write(folder, 40, 2)
        monkeypatch.setattr(lease, "SECONDS", 1.0)
        Archive(address).index([folder], Options(jobs=1, wait=20, verify=True))
        assert shown(address) == (40, 20, MANY, MANY)
        os.kill(process.pid, signal.SIGCONT)
        told = process.communicate(timeout=60)[0]
        assert (process.returncode, "took this one for dead" in told) == (75, True)
    finally:
        process.kill()
        process.wait()
    assert shown(address) == (40, 20, MANY, MANY)
    monkeypatch.setattr(state, "KEPT", 0.0)
    report = Archive(address).index([folder], Options(jobs=1))
    assert (report.unchanged, report.articles) == (MANY, MANY)
    assert shown(address) == (40, 20, MANY, MANY)
    name = address_of(address).name
    assert Connection(address_of(address)).request("GET", f"/{name}/_count")["count"] == MANY
