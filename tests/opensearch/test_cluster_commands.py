"""The commands on a cluster: the same output as for a folder, and errors of one or two lines."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import SEEDS, Command

from newsgrep import Archive

ASKING = (
    ("search", "border", "--no-snippets", "--format", "{title}"),
    ("search", "-c", "border"),
    ("facets", "border", "--csv"),
    ("timeline", "border", "--csv"),
    ("terms", "border", "--json"),
    ("kwic", "border", "--csv"),
    ("acronyms", "--json"),
    ("explain", "border wall"),
    ("doctor", "--json"),
    ("first", "border", "--json"),
    ("quotes", "border", "--json"),
    ("network", "border", "--json"),
)


@pytest.fixture(scope="module")
def indexes(hosts: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """The seeds in a folder, and on a cluster."""
    base = tmp_path_factory.mktemp("commands")
    there = f"{hosts}/newsgrep-test-{secrets.token_hex(4)}?shards=2&replicas=0&timeout=60"
    here = str(base / "index")
    for index in (here, there):
        Archive(index).index([SEEDS])
    yield here, there


@pytest.mark.parametrize("arguments", ASKING, ids=" ".join)
def test_commands_say_the_same(
    indexes: tuple[str, str], inside: Command, arguments: tuple[str, ...]
) -> None:
    ours, theirs = (inside(*arguments, "--index", index) for index in indexes)
    assert (theirs.code, theirs.err) == (0, "")
    assert sorted(_lines(ours.out)) == sorted(_lines(theirs.out))


def _lines(out: str) -> list[str]:
    """What is said but for ids and paths, which have the machine in them, and times."""
    kept = ('"id"', '"path"', '"took_ms"', "seeds/", '"ids"', '"article"')
    return [line for line in out.splitlines() if not any(name in line for name in kept)]


def test_one_article_by_its_id_and_its_path(indexes: tuple[str, str], inside: Command) -> None:
    there = indexes[1]
    found = inside("search", "border", "--format", "{id}", "-n", "1", "--index", there)
    for named in (found.out.strip(), str(next(SEEDS.glob("*.txt")))):
        for command in ("show", "similar", "story"):
            ended = inside(command, named, "--index", there)
            assert ended.code in (0, 1), ended.err
            assert "Traceback" not in ended.err


def test_a_batch_and_a_receipt(indexes: tuple[str, str], inside: Command, tmp_path: Path) -> None:
    (tmp_path / "names.txt").write_text("border\nzzzz\n", encoding="utf-8")
    ended = inside("batch", str(tmp_path / "names.txt"), "--csv", "--index", indexes[1])
    assert (ended.code, ended.err) == (0, "2 queries; 1 with articles\n")
    receipt = str(tmp_path / "receipt.json")
    assert inside("search", "border", "--receipt", receipt, "--index", indexes[1]).code == 0
    assert inside("verify", receipt, "--index", indexes[1]).code == 0


def test_how_long_and_how_much_is_said_by_options(
    indexes: tuple[str, str], inside: Command
) -> None:
    there = indexes[1]
    ended = inside("search", "-c", "border", "--timeout", "40", "--partial", "--index", there)
    assert (ended.code, ended.err) == (0, "")
    ended = inside("search", "border", "--partial", "--index", indexes[0])
    assert (ended.code, ended.err.splitlines()[0]) == (
        2, "newsgrep: --partial is for an index on a cluster",
    )  # fmt: skip


@pytest.mark.parametrize("command", [("check",), ("forget", "0123456789ab")])
def test_what_is_for_folders_says_so(
    indexes: tuple[str, str], inside: Command, command: tuple[str, ...]
) -> None:
    ended = inside(*command, "--index", indexes[1])
    assert ended.code == 2
    assert "is not done on a cluster" in ended.err
    assert len(ended.err.splitlines()) <= 2
