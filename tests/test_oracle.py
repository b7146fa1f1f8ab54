"""Random questions, answered as an evaluator answers them that shares nothing with the engine."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest
from conftest import SEEDS
from oracle import asking, corpora
from oracle.asking import Archives
from oracle.judge import distance
from oracle.questions import All, Any, Near, Not, Phrase, Scope, Word, written
from oracle.texts import pieces, quotations_of

ORACLE = Path(__file__).parent / "oracle"
QUESTIONS = 2_000
SLICES = 8
real = pytest.mark.skipif(corpora.corpora() is None, reason=corpora.MISSING)


def shared(factory: pytest.TempPathFactory, worker: str) -> Path:
    """A folder that the processes of one run of the tests have in common."""
    own = factory.getbasetemp()
    return own if worker == "master" else own.parent


@pytest.fixture(scope="module")
def archives(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Archives:
    folder = corpora.corpora()
    assert folder is not None
    articles = list(corpora.texts(folder))
    return Archives(shared(tmp_path_factory, worker_id) / "oracle", articles)


@real
def test_there_are_thousands_of_articles_in_all_forms(archives: Archives) -> None:
    assert len(archives.known.numbers) > 5_000
    counts = {form: corpora.segments(archives.base / form / ".newsgrep") for form in corpora.FORMS}
    assert (counts["one"], counts["three"], counts["nine"]) == (1, 3, 9)
    assert counts["merged"] < 9
    for archive in archives.archives.values():
        assert len(archive.search("*", limit=None, snippets=0, copies="show").hits) == len(
            archives.known.numbers
        )


@real
@pytest.mark.parametrize("part", range(SLICES))
def test_every_answer_is_the_oracles(archives: Archives, part: int) -> None:
    found, closed = asking.asked(archives, QUESTIONS // SLICES, seed=part)
    assert not found, "answered wrongly:\n" + "\n".join(map(str, found))
    assert closed > 0.6, "the oracle leaves too much open to be worth asking"


def test_the_seeds_too(tmp_path: Path) -> None:
    articles = [(p.name, p.read_bytes()) for p in sorted(SEEDS.glob("*.txt"))]
    archives = Archives(tmp_path, articles)
    found, _ = asking.asked(archives, 200, seed=0)
    assert not found, "answered wrongly:\n" + "\n".join(map(str, found))


def test_the_oracle_shares_no_code_with_what_it_judges() -> None:
    for path in ORACLE.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                assert not name.startswith(
                    ("newsgrep.engines", "newsgrep.text", "newsgrep.query")
                ), path.name


def test_a_fault_is_found_and_shrunk(tmp_path: Path) -> None:
    articles = [(p.name, p.read_bytes()) for p in sorted(SEEDS.glob("*.txt"))]
    archives = Archives(tmp_path, articles)
    right = archives.given

    def forgetful(node: object, form: str) -> set[int]:
        found = right(node, form)  # type: ignore[arg-type]
        return found - {min(found)} if "border" in written(node) and found else found  # type: ignore[arg-type]

    archives.given = forgetful  # type: ignore[method-assign]
    question = All((Any((Word("the"), Word("border"))), Not(Word("zebra"))))
    assert archives.shrunk(question, "one", "lists").query == "border"


def test_questions_are_written_as_they_are_meant() -> None:
    near = Near(Word("a"), Any((Word("b"), Phrase(("c", "d*")))), 5, True, "pre/")
    assert written(near) == 'a pre/5 (b OR "c d*")'
    assert written(Scope("title", Word("a", "exact"))) == "title:=a"
    assert written(All((Any((Word("a"), Word("b"))), Not(Word("c"))))) == "(a OR b) AND NOT c"


def test_words_as_the_oracle_reads_them() -> None:
    read = [
        (token.word, token.at) for token in pieces("The U.S.-led war’s 10,000m in anti-war Zürich")
    ]
    assert read == [
        ("the", 0), ("us", 1), ("led", 2), ("usled", 1), ("war", 3), ("10000m", 4), ("in", 5),
        ("anti", 6), ("war", 7), ("antiwar", 6), ("zurich", 8),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("paragraph", "quoted"),
    [
        ('He said "stop" and "go".', ["stop", "go"]),
        ("“All of it,” she said.", ["All of it,"]),
        ('for the first time."', None),
        ('He said "stop" "', None),
        ('An "" empty one', None),
        ("no marks", []),
    ],
)
def test_quotations_that_are_clear(paragraph: str, quoted: list[str] | None) -> None:
    spans = quotations_of(paragraph)
    assert quoted == (None if spans is None else [paragraph[a + 1 : b] for a, b in spans])


def test_distances() -> None:
    assert (distance("pond", "bond", False), distance("form", "from", False)) == (1, 2)
    assert distance("form", "from", True) == 1
