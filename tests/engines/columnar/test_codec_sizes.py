"""Segment files at and around the sizes of their blocks, pages and numbers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

import pytest
from conftest import article
from hypothesis import example, given, settings
from hypothesis import strategies as st
from oracle import corpora
from oracle.texts import pieces

from newsgrep import Article
from newsgrep.engines.columnar.engine import ColumnarEngine
from newsgrep.engines.columnar.segment.builder import FILE_BLOCK, RECORD_BLOCK, TEXT_BLOCK
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.engines.columnar.segment.term_dictionary import BLOCK, MAX_FOUND
from newsgrep.storage.section_file import PAGE, SectionFile, SectionWriter
from newsgrep.storage.segment_ref import SegmentRef

ENGINE = ColumnarEngine()


def write(folder: Path, articles: Sequence[Article]) -> SegmentRef:
    writer = ENGINE.writer()
    for one in articles:
        writer.add(one)
    return writer.write(folder)


def segment_of(folder: Path, words: Sequence[str]) -> Segment:
    """A segment whose articles hold these words, some hundred each."""
    parts = [words[start : start + 500] for start in range(0, len(words), 500)]
    ref = write(folder, [article(n, text=" ".join(part)) for n, part in enumerate(parts)])
    return Segment(folder / ref.name)


def beginning(words: Sequence[str], prefix: str) -> list[str]:
    """What a plain sorted list gives for a prefix."""
    start = end = bisect_left(words, prefix)
    while end < len(words) and words[end].startswith(prefix):
        end += 1
    return list(words[start:end])


def assert_prefixes(segment: Segment, most: int) -> None:
    """Every prefix that any term has finds what the sorted list of all terms has."""
    words = list(segment.terms.names())
    assert words == sorted(words)
    prefixes = {word[:letters] for word in words for letters in range(1, most + 1)}
    wrong = []
    for prefix in sorted(prefixes):
        wanted = beginning(words, prefix)
        if len(wanted) <= MAX_FOUND and segment.terms.names_with_prefix(prefix) != wanted:
            wrong.append(prefix)
    assert not wrong, f"{len(wrong)} of {len(prefixes)} prefixes, such as {wrong[:8]}"


AROUND = [1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK - 1, 2 * BLOCK, 2 * BLOCK + 1, 20 * BLOCK + 1]


@pytest.mark.parametrize("before", AROUND)
@pytest.mark.parametrize("wanted", [1, BLOCK, BLOCK + 1])
def test_a_prefix_whose_words_begin_anywhere_in_a_block(
    tmp_path: Path, before: int, wanted: int
) -> None:
    words = [f"a{n:06}" for n in range(before)] + [f"m{n:06}" for n in range(wanted)] + ["zebra"]
    segment = segment_of(tmp_path, words)
    assert segment.terms.names_with_prefix("m") == words[before : before + wanted]
    assert [name for name, _ in segment.terms.with_prefix("m")] == words[before : before + wanted]
    assert_prefixes(segment, 7)


@given(st.integers(1, 3 * BLOCK), st.integers(1, 3 * BLOCK))
@settings(max_examples=15)
@example(BLOCK - 2, 1)
@example(BLOCK - 2, BLOCK)
def test_two_prefixes_that_meet_anywhere(
    tmp_path_factory: pytest.TempPathFactory, first: int, second: int
) -> None:
    words = [f"ab{n:05}" for n in range(first)] + [f"ac{n:05}" for n in range(second)]
    assert_prefixes(segment_of(tmp_path_factory.mktemp("meet"), words), 7)


@pytest.mark.skipif(corpora.corpora() is None, reason=corpora.MISSING)
def test_every_prefix_of_a_hundred_thousand_real_terms(tmp_path: Path) -> None:
    folder = corpora.corpora()
    assert folder is not None
    terms: dict[str, None] = {}
    for _, content in corpora.texts(folder):
        found = [t.word for t in pieces(content.decode("utf-8", "replace")) if t.word.isalpha()]
        terms.update(dict.fromkeys(found))
        # With their neighbours, as words joined by hyphens are: alone there are not enough.
        terms.update(dict.fromkeys("".join(pair) for pair in pairwise(found[:60])))
        if len(terms) > 130_000:
            break
    segment = segment_of(tmp_path, [term for term in terms if len(term) < 40])
    assert sum(1 for _ in segment.terms.names()) > 100_000
    assert_prefixes(segment, 6)


@pytest.mark.parametrize("size", [TEXT_BLOCK - 1, TEXT_BLOCK, TEXT_BLOCK + 1, 2 * TEXT_BLOCK + 1])
@pytest.mark.parametrize("small", [0, 1, 3])
def test_texts_around_the_size_of_a_block(tmp_path: Path, size: int, small: int) -> None:
    long = ("oil prices fell. " * (size // 17 + 1))[:size]
    texts = ["short", *([long] * 2), *(["after"] * small)]
    ref = write(tmp_path, [article(n, text=text) for n, text in enumerate(texts)])
    segment = Segment(tmp_path / ref.name)
    assert [segment.texts[n].decode() for n in range(len(texts))] == texts
    assert [bytes(text).decode() for text in segment.texts] == texts
    merged = Segment(tmp_path / ENGINE.merge(tmp_path, [ref, write(tmp_path, [article(99)])]).name)
    assert [bytes(text).decode() for text in merged.texts] == [*texts, ""]


@pytest.mark.parametrize("block", [RECORD_BLOCK, FILE_BLOCK])
def test_names_and_records_of_more_than_a_block(tmp_path: Path, block: int) -> None:
    count = 2 * block // 400 + 1
    paths = [f"{'folder' * 60}/{n:05}.txt" for n in range(count)]
    ref = write(tmp_path, [article(n, path=path, text="oil") for n, path in enumerate(paths)])
    segment = Segment(tmp_path / ref.name)
    assert [path_of(segment, n) for n in range(count)] == paths
    assert all(segment.with_id_prefix(segment.id(n)) == [n] for n in range(0, count, 17))


def path_of(segment: Segment, document: int) -> str:
    return bytes(segment.file_names[segment.files[document]]).decode()


@given(st.integers(0, 3 * PAGE))
@settings(max_examples=30)
@example(PAGE - 1)
@example(PAGE)
@example(PAGE + 1)
@example(2 * PAGE)
def test_sections_of_any_size_around_a_page(
    tmp_path_factory: pytest.TempPathFactory, size: int
) -> None:
    path = tmp_path_factory.mktemp("pages") / "file"
    data = bytes(n % 251 for n in range(size))
    out = SectionWriter(path)
    out.section("first", data)
    out.section("second", data[::-1])
    out.finish({})
    file = SectionFile(path)
    assert (bytes(file.read("first")), bytes(file.read("second"))) == (data, data[::-1])


@pytest.mark.parametrize("count", [127, 128, 129, 255, 256, 257, 16_383, 16_384, 16_385, 70_000])
def test_many_occurrences_and_far_positions(tmp_path: Path, count: int) -> None:
    text = " ".join(["oil"] * count + ["last"])
    segment = Segment(tmp_path / write(tmp_path, [article(1, text=text)]).name)
    entry = segment.terms.find("oil")
    assert entry is not None
    postings = segment.postings(entry)
    (positions,) = postings.positions()
    assert len(positions) == count
    assert positions == list(range(positions[0], positions[0] + count))
    last = segment.terms.find("last")
    assert last is not None
    assert segment.postings(last).positions() == [[positions[-1] + 1]]
    assert segment.words[0] == count + 1


@pytest.mark.parametrize("count", [127, 128, 129, 1_000])
def test_many_documents_of_one_term(tmp_path: Path, count: int) -> None:
    articles = [article(n, text="oil" if n % 3 else "gas and oil") for n in range(count)]
    segment = Segment(tmp_path / write(tmp_path, articles).name)
    for term, wanted in (("oil", range(count)), ("gas", range(0, count, 3))):
        entry = segment.terms.find(term)
        assert entry is not None
        assert segment.postings(entry).docs() == list(wanted)


@pytest.mark.parametrize("count", [65_534, 65_535, 65_536, 70_000])
def test_a_lead_of_more_words_than_two_bytes_count(tmp_path: Path, count: int) -> None:
    text = " ".join(["oil"] * count + ["last"]) + "\n\nBehind it."
    segment = Segment(tmp_path / write(tmp_path, [article(1, title="Gas", text=text)]).name)
    for term, in_lead in (("last", 1), ("behind", 0)):
        entry = segment.terms.find(term)
        assert entry is not None
        assert segment.postings(entry).triples()[0] == (1, 0, in_lead), term
