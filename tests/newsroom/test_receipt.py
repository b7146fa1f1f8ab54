"""Receipts of answers, and what still holds of them later."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsgrep import Archive, Options, Request
from newsgrep.article import content_hash
from newsgrep.errors import QueryError, UsageError
from newsgrep.newsroom.receipt import read_receipt, seal


@pytest.fixture
def archive(own_seeds: Archive) -> Archive:
    """The seeds, indexed where they can be changed."""
    return own_seeds


def states(archive: Archive, receipt: dict[str, object]) -> dict[str, int]:
    """How many articles are in which state, as JSON carries a receipt."""
    checked = archive.newsroom.verify(read_receipt(json.dumps(receipt).encode()))
    found: dict[str, int] = {}
    for article in (*checked.articles, *checked.new):
        found[article.state] = found.get(article.state, 0) + 1
    return found


def test_a_receipt_has_what_was_asked_and_the_hash_of_every_article(archive: Archive) -> None:
    receipt = archive.newsroom.receipt(Request("colombia peace", limit=1, since="2016"))
    assert receipt["kind"] == "newsgrep receipt"
    assert receipt["request"]["query"] == "colombia peace"
    assert receipt["request"]["since"] == "2016"
    assert receipt["parsed"] == "colombia AND peace AND date:2016-01-01.."
    assert (receipt["total"], receipt["indexes"][0]["articles"]) == (2, 20)
    first, second = receipt["articles"]
    assert (first["rank"], first["match"], first["shown"], second["shown"]) == (
        1, "all", True, False,
    )  # fmt: skip
    article = archive.article(first["id"])
    assert first["sha256"] == content_hash(article)
    text = json.dumps(receipt, ensure_ascii=False)
    assert article.title not in text
    assert article.text[:40] not in text
    assert receipt["sha256"] == seal(receipt)


def test_the_seal_can_be_made_with_other_tools(archive: Archive) -> None:
    import hashlib

    receipt = archive.newsroom.receipt("DEA")
    told = receipt.pop("sha256")
    text = json.dumps(receipt, sort_keys=True, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest() == told


@pytest.mark.parametrize(
    "request_", [Request("DEA Mexico", limit=2), Request("*", limit=3), Request("is:copy"),
                 Request("mexico", copies="only"), Request("wall border", mode="any"),
                 Request("mexico", since="last year"), Request("zorvexia")],
    ids=lambda request: request.query + request.copies,
)  # fmt: skip
def test_at_once_everything_holds(archive: Archive, request_: Request) -> None:
    receipt = archive.newsroom.receipt(request_)
    checked = archive.newsroom.verify(json.loads(json.dumps(receipt)))
    assert checked.holds
    assert checked.same_answer
    assert {article.state for article in checked.articles} <= {"holds"}


def test_what_moved_changed_is_gone_and_new(archive: Archive, tmp_path: Path) -> None:
    receipt = archive.newsroom.receipt("mexico")
    before = len(receipt["articles"])
    seeds = tmp_path / "seeds"
    (seeds / "guzman-extradition.txt.gz").rename(seeds / "renamed.txt.gz")
    dea = seeds / "us-mexico-intelligence.txt"
    dea.write_text(dea.read_text(encoding="utf-8") + "\n\nMore was said of it.\n", encoding="utf-8")
    (seeds / "sismo-mexico-2017.txt").unlink()
    (seeds / "bread.txt").write_text(
        "Bread in Mexico\n\nBread was dear in Mexico on Monday, said a baker.\n", encoding="utf-8"
    )
    archive.index()
    assert states(archive, receipt) == {
        "holds": before - 3, "moved": 1, "changed": 1, "gone": 1, "new": 2,
    }  # fmt: skip
    checked = archive.newsroom.verify(receipt)
    assert not checked.holds
    assert not checked.same_answer
    assert len(checked.lacking) == 2
    moved = next(article for article in checked.articles if article.state == "moved")
    assert Path(moved.now).name == "renamed.txt.gz"


def test_a_rebuild_changes_nothing(archive: Archive) -> None:
    receipt = archive.newsroom.receipt("mexico")
    archive.index([], Options(rebuild=True))
    assert archive.newsroom.verify(receipt).holds


def test_a_receipt_that_was_changed_is_noticed(archive: Archive) -> None:
    receipt = archive.newsroom.receipt("mexico")
    receipt["request"]["query"] = "colombia"
    checked = archive.newsroom.verify(receipt)
    assert not checked.unaltered
    assert not checked.holds


def test_dates_in_words_count_from_the_day_of_the_receipt(archive: Archive) -> None:
    request = Request("mexico", since="last month", today="2017-03-10")
    receipt = archive.newsroom.receipt(request)
    assert receipt["parsed"].endswith("date:2017-02-01..")
    assert receipt["total"] > 0
    assert archive.newsroom.verify(receipt).same_answer
    with pytest.raises(UsageError, match="is no day"):
        archive.count(Request("mexico", today="tomorrow"))


def test_a_question_that_is_not_understood_has_no_receipt_and_says_so_later(
    archive: Archive,
) -> None:
    with pytest.raises(QueryError):
        archive.newsroom.receipt("auther:x")
    receipt = archive.newsroom.receipt("mexico")
    receipt["request"]["query"] = "auther:x"
    checked = archive.newsroom.verify(receipt)
    assert checked.error == 'unknown field "auther"'
    assert not checked.same_answer


def test_marks_hold_in_a_receipt(archive: Archive) -> None:
    id = archive.search("DEA Mexico").hits[0].id
    archive.newsroom.mark(id, "key")
    receipt = archive.newsroom.receipt("is:key")
    assert [article["id"] for article in receipt["articles"]] == [id]
    assert archive.newsroom.verify(receipt).holds
    archive.newsroom.unmark(id, "key")
    checked = archive.newsroom.verify(receipt)
    assert (checked.lacking, checked.articles[0].state) == ((id,), "holds")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"{", "no JSON"),
        (b"[]", "not a receipt"),
        (b'{"kind": "newsgrep receipt", "schema": 2}', "schema 2; this newsgrep reads 1"),
    ],
)
def test_what_is_no_receipt(data: bytes, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        read_receipt(data)


@pytest.mark.parametrize(("name", "value"), [("since", 2017), ("marks", {}), ("other", "")])
def test_a_receipt_whose_question_is_none(archive: Archive, name: str, value: object) -> None:
    receipt = archive.newsroom.receipt("mexico")
    receipt["request"][name] = value
    with pytest.raises(UsageError, match=f"is not as it was written: request has {name}"):
        archive.newsroom.verify(receipt)


@pytest.mark.parametrize("made", [5, "yesterday", "2026-13-45", None, {}])
def test_a_receipt_that_was_made_at_no_time(archive: Archive, made: object) -> None:
    receipt = archive.newsroom.receipt("mexico") | {"made": made}
    with pytest.raises(UsageError, match=r"is not as it was written: made is .*, which is no time"):
        archive.newsroom.verify(receipt)


@pytest.mark.parametrize("lacking", ["articles", "request"])
def test_a_receipt_that_lacks_something(archive: Archive, lacking: str) -> None:
    receipt = archive.newsroom.receipt("mexico")
    del receipt[lacking]
    with pytest.raises(UsageError, match="is not as it was written"):
        archive.newsroom.verify(receipt)
    receipt[lacking] = [{"sha256": "zz"}]
    with pytest.raises(UsageError, match="is not as it was written"):
        archive.newsroom.verify(receipt)
