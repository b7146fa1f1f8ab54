"""What of an article goes to a cluster: each word at its position, marks beside them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from newsgrep import Article
from newsgrep.article import article_id
from newsgrep.engines.opensearch import bulk, mapping
from newsgrep.engines.opensearch.address import address_of
from newsgrep.engines.opensearch.articles import article_in
from newsgrep.engines.opensearch.connection import Connection
from newsgrep.engines.opensearch.documents import Preparing, signature_in
from newsgrep.engines.opensearch.errors import ClusterUnreachable, NotWritten
from newsgrep.engines.opensearch.paths import folded, held, stored, without_machine

ARTICLE = Article(
    id=article_id("desk:/a.txt", 0),
    path="desk:/a.txt",
    title="US-Plorn border",
    deck="A deck",
    text='He said "stop" to the U.S. wombats. "Go away now," she said.\n\nThe second part.',
    date="2017-02",
    authors=("Jo Plorn", "Al Bru"),
    language="en",
    acronyms=(("WBA", "Wombat Border Agency"),),
)
GAP = " ".join(["_"] * 12)


def document(article: Article = ARTICLE) -> dict[str, Any]:
    preparing = Preparing()
    found = preparing.document(article)
    preparing.sign()
    return found


def test_terms_of_one_position_stand_together() -> None:
    assert document()["title"] == "us|US|usplorn plorn border"
    assert document()["lead"].startswith("a deck _ _")
    assert document()["in_author"] == f"{GAP} jo plorn {GAP} al bru"


def test_marks_stand_at_first_and_last_words() -> None:
    text = document()["text"].split(" ")
    assert text[0].startswith("<p>|<s>|us|")
    assert text[2] == "</p>|</s>|border"
    assert text[3].startswith("<t>|")
    # A quotation of one word has a mark of its own; a longer one has two.
    assert [place for place in text if "q" in place] == ["<q1>|stop", "<q>|<s>|go", "</q>|now"]
    assert text[-1] == "<l>"


def test_words_are_counted_as_in_a_folder() -> None:
    assert document()["words"] == 3 + 2 + 7 + 5 + 3


def test_days_months_and_years() -> None:
    assert document()["date"] == 1_485_907_200
    assert document()["date_end"] == 1_488_326_400
    assert "date" not in document(Article(id="0" * 12, path="desk:/b"))


def test_the_article_comes_back_whole() -> None:
    found = json.loads(json.dumps(document()))
    assert article_in(found) == ARTICLE.__class__(
        **{name: getattr(ARTICLE, name) for name in ARTICLE.__slots__ if name != "words"},
        words=found["words"],
    )


def test_keys_are_told_once() -> None:
    preparing = Preparing()
    preparing.document(ARTICLE)
    keys = preparing.new_keys()
    assert {"wombats", "US", "usplorn", "\x01hyphenated\x1fusplorn=us plorn"} <= set(keys)
    preparing.document(ARTICLE)
    assert preparing.new_keys() == []


def test_bands_come_back_as_the_numbers_they_are() -> None:
    long = Article(id="0" * 12, path="desk:/c", text=" ".join(f"word{n}" for n in range(200)))
    bands = document(long)["bands"]
    assert len(bands) == 16
    assert all(signature_in(bands))
    assert signature_in([]) == [0] * 16


def test_names_that_are_no_text_come_back() -> None:
    name = b"/caf\xe9/a.txt".decode("utf-8", "surrogateescape")
    assert stored(held(f"desk:{name}")) == f"desk:{name}"
    held(name).encode()
    assert folded("desk:/Café/A.txt") == "/café/a.txt"
    assert without_machine("desk:C:/a") == "C:/a"
    assert without_machine("/a:/b") == "/a:/b"


def test_every_field_of_a_document_is_in_the_mapping() -> None:
    address = address_of("https://example.org/press?shards=3&replicas=2")
    made = mapping.articles_index(address.shards, address.replicas)
    assert made["settings"]["index"]["number_of_shards"] == 3
    assert made["settings"]["index"]["number_of_replicas"] == 2
    assert made["mappings"]["dynamic"] == "strict"
    assert made["mappings"]["_meta"] == {"made_by": "newsgrep", "format": mapping.FORMAT}
    assert set(document()) <= set(made["mappings"]["properties"])


def test_the_three_indexes_of_a_set() -> None:
    assert list(mapping.parts_of("press", 2)) == [
        ("press", "press-000002"),
        ("press-words", "press-000002-words"),
        ("press-state", "press-000002-state"),
    ]
    assert mapping.number_of("press-000002-state") == 2
    assert mapping.number_of("press") == 0


class Answering(Connection):
    """A cluster that gives the answers that it is told to give."""

    def __init__(self, *answers: object) -> None:
        super().__init__(address_of("http://localhost:1/press"))
        self.answers = [*answers]
        self.sent: list[list[bytes]] = []

    def request(self, method: str, path: str, body: object = None, **_: Any) -> dict[str, Any]:
        assert isinstance(body, bytes)
        self.sent.append(body.splitlines())
        answer = self.answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        assert isinstance(answer, dict)
        return answer


def item(status: int, reason: str = "") -> dict[str, Any]:
    return {"index": {"_id": "a", "status": status, "error": {"reason": reason}}}


ACTIONS = [({"index": {"_id": str(n)}}, {"n": n}) for n in range(3)]


def test_what_is_refused_for_now_is_sent_again_and_nothing_else() -> None:
    pauses: list[float] = []
    cluster = Answering(
        {"errors": True, "items": [item(201), item(429, "full"), item(201)]},
        {"errors": False, "items": []},
    )
    bulk.send(cluster, ACTIONS, pauses.append)
    assert [len(sent) for sent in cluster.sent] == [6, 2]
    assert cluster.sent[1][1] == b'{"n":1}'
    assert len(pauses) == 1


def test_a_cluster_that_is_away_is_waited_for() -> None:
    away = ClusterUnreachable("http://localhost:1/press", "refused")
    cluster = Answering(away, {"status": 503}, {"errors": False, "items": []})
    pauses: list[float] = []
    bulk.send(cluster, ACTIONS, pauses.append)
    assert len(cluster.sent) == 3
    assert pauses[0] < 0.26


def test_what_will_never_be_written_ends_the_run() -> None:
    with pytest.raises(NotWritten, match="no such field"):
        bulk.send(Answering({"errors": True, "items": [item(400, "no such field")] * 3}), ACTIONS)
    full = "index [a] blocked by: disk usage exceeded flood-stage watermark"
    with pytest.raises(NotWritten, match="disk is full"):
        bulk.send(Answering({"errors": True, "items": [item(403, full)] * 3}), ACTIONS)


def test_bulks_are_cut_by_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bulk, "BYTES", 70)
    cluster = Answering({"errors": False, "items": []}, {"errors": False, "items": []})
    assert bulk.send(cluster, ACTIONS) == sum(len(b"".join(s)) + len(s) // 2 for s in cluster.sent)
    assert [len(sent) for sent in cluster.sent] == [4, 2]
