"""``newsgrep forget``: what it says, what it asks, and how it ends."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import Command, Ended

from newsgrep import Archive

Ask = Callable[..., Ended]


@pytest.fixture
def ask(inside: Command, own_seeds: Archive) -> Ask:
    """A command asked in a folder with the seeds in it, indexed."""
    return inside


def test_an_article_is_forgotten_and_remembered(ask: Ask) -> None:
    foreseen = ask("forget", "c5e9", "--dry-run")
    assert (foreseen.code, foreseen.out) == (0, "c5e99a4f3045\n")
    assert foreseen.err == (
        "1 article would be forgotten\n  not touched: seeds/us-mexico-intelligence.txt\n"
    )
    done = ask("forget", "c5e9")
    assert (done.code, done.err.splitlines()[0]) == (0, "1 article forgotten")
    assert ask("search", "author:matalon", "-q").code == 1
    assert ask("show", "c5e9").code == 1
    again = ask("index")
    assert "; 1 kept out (newsgrep forget --list); 19 articles in .newsgrep" in again.err
    assert ask("forget", "--list").out.startswith("c5e99a4f3045  ")
    (kept,) = json.loads(ask("forget", "--list", "--json").out)["forgotten"]
    assert kept["id"] == "c5e99a4f3045"
    assert ask("forget", "--remember", "c5e99a4f3045").err == (
        "1 article no longer kept out; newsgrep index reads it again\n"
    )
    assert ask("forget", "--list").code == 1
    assert "1 added" in ask("index").err
    assert ask("search", "author:matalon", "-q").code == 0


def test_near_copies_are_named(ask: Ask) -> None:
    done = ask("forget", "seeds/wire-colombia-peace.txt")
    assert "near-copies stay in the index: " in done.err


def test_a_file_of_many_wants_to_be_confirmed(ask: Ask) -> None:
    asked = ask("forget", "seeds/briefs.jsonl")
    assert asked.code == 2
    assert "this would forget 4 articles\n  add --yes" in asked.err
    done = json.loads(ask("forget", "seeds/briefs.jsonl", "--yes", "--json").out)
    assert (len(done["ids"]), done["paths"], done["dry_run"]) == (4, ["seeds/briefs.jsonl"], False)
    assert ask("search", "*", "-c").out == "16\n"


@pytest.mark.parametrize(
    ("command", "code", "said"),
    [
        ((), 2, "no article named"),
        (("ffffffffffff",), 1, "no article with the id or path"),
        (("--list", "c5e9"), 2, "give it alone"),
        (("--remember", "c5e9"), 1, "newsgrep forget --list has the ids"),
        (("--remember", "--dry-run", "c5e9"), 2, "removes nothing"),
    ],
)
def test_mistakes_are_told(ask: Ask, command: tuple[str, ...], code: int, said: str) -> None:
    done = ask("forget", *command)
    assert (done.code, said in done.err) == (code, True)


def test_what_alerts_and_their_feeds_keep_of_it_goes_as_well(ask: Ask, tmp_path: Path) -> None:
    ask("alert", "add", "spies", "intelligence", "--backlog", "--feed", "spies.xml")
    ask("alert", "run", "-q")
    ask("alert", "add", "sent", "author:matalon", "--backlog")
    assert ask("alert", "run", "sent", "--exec", "exit 3").code == 2, "it is told once more"
    assert "Strongest Card" in (tmp_path / "spies.xml").read_text()
    ask("forget", "c5e9")
    assert "Strongest Card" not in (tmp_path / "spies.xml").read_text()
    again = ask("alert", "run", "--exec", "exit 3")
    assert (again.code, again.out) == (1, ""), "there is nothing to tell any more"


def test_forgetting_what_was_forgotten_completes_it(ask: Ask) -> None:
    ask("forget", "c5e9")
    again = ask("forget", "seeds/us-mexico-intelligence.txt")
    assert (again.code, again.out) == (0, "")
    assert again.err == "forgotten before; whatever was left of it is gone now, too\n"
    told = json.loads(ask("forget", "c5e99a4f3045", "--json").out)
    assert (told["ids"], told["again"]) == ([], True)
    assert ask("forget", "c5e9", "--dry-run").err.startswith("forgotten before; whatever was left")
