"""Segment files: what is written is what is read, merged or not, and damage is noticed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

import numpy as np
import pytest
from conftest import article, write_segment
from hypothesis import given, settings
from hypothesis import strategies as st

from newsgrep import Article
from newsgrep.engines.columnar import term_keys
from newsgrep.engines.columnar.engine import ColumnarEngine
from newsgrep.engines.columnar.near_duplicates import minhash
from newsgrep.engines.columnar.segment import inverter, vbyte
from newsgrep.engines.columnar.segment.posting_arrays import PostingArrays
from newsgrep.engines.columnar.segment.reader import Segment
from newsgrep.engines.columnar.segment.term_table import of_terms
from newsgrep.errors import IndexDamaged, IndexVersionUnknown
from newsgrep.storage.section_file import PAGE, SectionFile, SectionWriter
from newsgrep.storage.segment_ref import SegmentRef
from newsgrep.text.words import words

ENGINE = ColumnarEngine()


@given(st.lists(st.integers(0, 2**35 - 1)))
def test_variable_bytes(values: list[int]) -> None:
    data, sizes = vbyte.encode(np.array(values, dtype=np.int64))
    assert vbyte.decode(memoryview(data.tobytes())) == values
    assert vbyte.decode_array(data).tolist() == values
    assert [vbyte.decode(memoryview(one))[0] for one in vbyte.split(data.data)] == values
    assert sum(sizes.tolist()) == len(data)


def test_long_runs_of_bytes_are_read_alike() -> None:
    values = list(range(0, 60_000, 7)) * 8
    data, _ = vbyte.encode(np.array(values, dtype=np.int64))
    assert len(data) > vbyte.LONG_RUN
    assert vbyte.decode(memoryview(data.tobytes())) == values


# A small alphabet of words makes them meet; long documents need every size of gap.
WORDS = [
    "oil",
    "price",
    "US",
    "us",
    "anti-drug",
    "Guzmán",
    "a",
    "the",
    "U.S.",
    "DEA",
    "l'eau",
    "中国",
]
LONG = " ".join(f"quay{number}" for number in range(40))
TEXTS = st.lists(st.sampled_from([*WORDS, ".", "\n\n"]), max_size=40).map(" ".join)
ARTICLES = st.lists(
    st.tuples(TEXTS, TEXTS, st.sampled_from(["", "Jane Doe", "John Roe"])), min_size=1, max_size=12
)


def made(texts: Sequence[tuple[str, str, str]]) -> list[Article]:
    return [
        article(number, title=title, text=text, authors=(author,) if author else ())
        for number, (title, text, author) in enumerate(texts)
    ]


def expected_postings(articles: Sequence[Article]) -> dict[str, dict[int, tuple[int, int]]]:
    """For each key, by document: occurrences, and those in the headline. Counted plainly."""
    found: dict[str, dict[int, tuple[int, int]]] = {}

    def note(key: str, document: int, in_title: int) -> None:
        count, titles = found.setdefault(key, {}).get(document, (0, 0))
        found[key][document] = (count + 1, titles + in_title)

    for document, one in enumerate(articles):
        for text, in_title in ((one.title, 1), (one.text, 0)):
            for word in words(text):
                for part in word.chunk.parts:
                    for term in part.terms:
                        note(term, document, in_title)
                if word.chunk.joined:
                    note(word.chunk.joined, document, in_title)
                    split = " ".join(part.terms[0] for part in word.chunk.parts)
                    note(
                        term_keys.key("hyphenated", f"{word.chunk.joined}={split}"),
                        document,
                        in_title,
                    )
        for author in one.authors:
            for word in words(author):
                note(term_keys.key("author", word.chunk.parts[0].terms[0]), document, 0)
    return found


def postings_of(segment: Segment) -> dict[str, dict[int, tuple[int, int]]]:
    found = {}
    for key, entry in segment.terms.scan():
        if key in (term_keys.SENTENCE_ENDS, term_keys.PARAGRAPH_ENDS):
            continue
        postings = segment.postings(entry)
        documents = postings.docs()
        assert documents == sorted(set(documents))
        assert len(documents) == entry.df
        assert [len(p) for p in postings.positions()] == postings.frequencies()
        assert all(p == sorted(set(p)) for p in postings.positions())
        found[key] = {
            document: (triple[0], triple[1])
            for document, triple in zip(documents, postings.triples(), strict=True)
        }
    return found


@given(ARTICLES)
@settings(max_examples=60)
def test_postings_are_what_counting_gives(tmp_path_factory, texts) -> None:  # type: ignore[no-untyped-def]
    folder = tmp_path_factory.mktemp("segment")
    articles = made(texts)
    segment = Segment(folder / write_segment(folder, articles).name)
    assert postings_of(segment) == expected_postings(articles)
    for number, one in enumerate(articles):
        assert segment.texts[number].decode() == one.text
        assert segment.id(number) == one.id
        assert segment.with_id_prefix(one.id[:5])


@given(ARTICLES, ARTICLES, ARTICLES, st.data())
@settings(max_examples=40)
def test_merging_gives_what_writing_at_once_would(  # type: ignore[no-untyped-def]
    tmp_path_factory, first, second, third, data
) -> None:
    folder = tmp_path_factory.mktemp("merge")
    articles = made([*first, *second, *third])
    cuts = (0, len(first), len(first) + len(second), len(articles))
    refs = [write_segment(folder, articles[a:b]) for a, b in pairwise(cuts)]
    gone = data.draw(st.sets(st.sampled_from([one.path for one in articles])))
    refs = ENGINE.delete_files(folder, refs, gone)
    kept = [one for one in articles if one.path not in gone]
    if not kept:
        assert refs == []
        return
    merged = Segment(folder / ENGINE.merge(folder, refs).name)
    at_once = Segment(folder / write_segment(folder, kept).name)
    assert postings_of(merged) == postings_of(at_once)
    assert [bytes(t) for t in merged.texts] == [bytes(t) for t in at_once.texts]
    for name in ("words", "title_ends", "lead_ends", "dates"):
        assert getattr(merged, name).tolist() == getattr(at_once, name).tolist()
    positions = [merged.postings(entry).positions() for _, entry in merged.terms.scan()]
    assert positions == [at_once.postings(entry).positions() for _, entry in at_once.terms.scan()]


@given(ARTICLES, st.integers(1, 40))
@settings(max_examples=40)
def test_a_segment_does_not_depend_on_how_much_is_sorted_at_once(  # type: ignore[no-untyped-def]
    tmp_path_factory, texts, few
) -> None:
    folder = tmp_path_factory.mktemp("segment")
    # Texts long enough for signatures.
    articles = [replace(one, text=f"{one.text} {LONG} {one.title}") for one in made(texts)]
    at_once = Segment(folder / write_segment(folder, articles).name)
    with patch.object(inverter, "AT_ONCE", few), patch.object(minhash, "AT_ONCE", few):
        in_runs = Segment(folder / write_segment(folder, articles).name)
    assert postings_of(in_runs) == postings_of(at_once)
    positions = [in_runs.postings(entry).positions() for _, entry in in_runs.terms.scan()]
    assert positions == [at_once.postings(entry).positions() for _, entry in at_once.terms.scan()]
    assert bytes(in_runs.copies) == bytes(at_once.copies)
    assert any(bytes(at_once.copies))


def test_many_occurrences_need_exceptions(tmp_path: Path) -> None:
    one = article(1, title="oil oil oil", text="oil " * 300)
    segment = Segment(tmp_path / write_segment(tmp_path, [one]).name)
    entry = segment.terms.find("oil")
    assert entry is not None
    assert segment.postings(entry).triples() == [(303, 3, 300)]
    assert segment.postings(entry).positions()[0][-1] == 3 + 12 + 299


def test_headline_lead_and_text_are_told_apart(tmp_path: Path) -> None:
    lead = "word " * 25 + "lead."
    one = article(1, title="Head", deck="Deck", text=f"{lead}\n\nbody here.")
    segment = Segment(tmp_path / write_segment(tmp_path, [one]).name)

    def triple(word: str) -> tuple[int, int, int]:
        entry = segment.terms.find(word)
        assert entry is not None
        return segment.postings(entry).triples()[0]

    assert triple("head") == (1, 1, 0)
    assert triple("deck") == (1, 0, 1)
    assert triple("lead") == (1, 0, 1)
    assert triple("body") == (1, 0, 0)


def test_a_dictionary_of_many_terms(tmp_path: Path) -> None:
    names = [f"w{number:05d}" for number in range(2000)]
    segment = Segment(tmp_path / write_segment(tmp_path, [article(1, text=" ".join(names))]).name)
    assert [t for t, _ in segment.terms.with_prefix("w0019")] == [f"w0019{d}" for d in range(10)]
    assert all(segment.terms.find(name) for name in names)
    assert segment.terms.find("w") is None
    assert segment.terms.find("zzz") is None
    assert list(segment.terms.with_prefix("zzz")) == []


@given(st.data())
@settings(max_examples=30)
def test_terms_are_found_alike_one_by_one_and_many_at_once(  # type: ignore[no-untyped-def]
    tmp_path_factory, data
) -> None:
    # Frequent and rare ones, so that blocks have numbers of one byte and of several.
    texts = [" ".join(f"w{n:04d}" for n in range(0, 1500, 1 + k % 7)) * (1 + k) for k in range(9)]
    folder = tmp_path_factory.mktemp("terms")
    segment = Segment(
        folder / write_segment(folder, [article(k, text=text) for k, text in enumerate(texts)]).name
    )
    wanted = sorted(
        data.draw(st.sets(st.integers(0, 1700).map(lambda n: f"w{n:04d}"), min_size=70))
    )
    one_by_one = {name: entry for name in wanted if (entry := segment.terms.find(name))}
    assert segment.terms.find_all(wanted) == list(one_by_one.values())
    assert segment.terms.frequencies(wanted) == {n: e.df for n, e in one_by_one.items()}
    assert dict(segment.terms.scan("w")).items() >= one_by_one.items()
    table = of_terms(segment.terms, wanted)
    assert table.tolist() == [[*entry] for entry in one_by_one.values()]
    gathered = PostingArrays([(segment.posting_bytes, 0, table)])
    postings = [segment.postings(entry) for entry in one_by_one.values()]
    assert gathered.docs().tolist() == [d for one in postings for d in one.docs()]
    assert gathered.codes().tolist() == [code for one in postings for code in one.codes()]
    assert gathered.exceptions().tolist() == [[*t] for one in postings for t in one.exceptions()]
    assert gathered.occurrences().tolist() == [t[0] for one in postings for t in one.triples()]
    assert [position & 0xFFFFFFFF for position in gathered.positions().tolist()] == [
        position for one in postings for positions in one.positions() for position in positions
    ]


def test_values_with_separators_in_them_are_kept_apart(tmp_path: Path) -> None:
    one = article(1, text="Text.", acronyms=(("A\0B", "Able\0Baker"),))
    segment = Segment(tmp_path / write_segment(tmp_path, [one]).name)
    assert [name for name in segment.terms.names() if "acronym" in name] == [
        term_keys.key("acronym", "AB=AbleBaker")
    ]


def test_pages_that_were_let_go_are_read_again(tmp_path: Path) -> None:
    segment = Segment(
        tmp_path / write_segment(tmp_path, [article(1, text="oil prices " * 500)]).name
    )
    before = segment.texts[0]
    segment.file.forget()
    assert Segment(segment.file.path).texts[0] == before
    assert [p.docs() for p in map(segment.postings, segment.terms.find_all(["oil"]))] == [[0]]


@given(st.lists(st.binary(max_size=3 * PAGE), max_size=4))
@settings(max_examples=30)
def test_sections_come_back(tmp_path_factory, sections) -> None:  # type: ignore[no-untyped-def]
    path = tmp_path_factory.mktemp("paged") / "file"
    out = SectionWriter(path)
    for number, data in enumerate(sections):
        out.section(str(number), data)
    assert not path.exists()
    out.finish({"n": len(sections)})
    file = SectionFile(path)
    file.verify_all()
    assert [bytes(file.read(str(n))) for n in range(len(sections))] == sections
    assert file.about == {"n": len(sections)}


def test_a_flipped_bit_anywhere_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "file"
    out = SectionWriter(path)
    out.section("data", bytes(range(256)) * 200)
    out.finish({})
    whole = path.read_bytes()
    for at in range(0, len(whole), 97):
        damaged = bytearray(whole)
        damaged[at] ^= 4
        path.write_bytes(damaged)
        with pytest.raises((IndexDamaged, IndexVersionUnknown)):
            SectionFile(path).verify_all()


def test_a_cut_file_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "file"
    out = SectionWriter(path)
    out.section("data", b"x" * 100_000)
    out.finish({})
    whole = path.read_bytes()
    for size in (0, 1, 39, 5000, len(whole) - 1):
        path.write_bytes(whole[:size])
        with pytest.raises(IndexDamaged):
            SectionFile(path).verify_all()


def test_an_abandoned_file_leaves_nothing(tmp_path: Path) -> None:
    out = SectionWriter(tmp_path / "file")
    out.section("data", b"x")
    out.abandon()
    assert list(tmp_path.iterdir()) == []


def test_tiers_of_like_size_are_merged() -> None:
    small = [SegmentRef(f"{n}.seg", 10, 100, 50, 1000) for n in range(8)]
    assert ENGINE.to_merge(small) == small
    assert ENGINE.to_merge(small[:7]) == []
    assert ENGINE.to_tidy(small[:7], sum(ref.bytes for ref in small[:7])) == small[:7]
    assert ENGINE.to_tidy(small[:7], small[0].bytes) == []
    assert ENGINE.to_tidy(small[:2], 1 << 40) == []
    large = SegmentRef("large.seg", 10_000, 100, 50, 1 << 30)
    assert ENGINE.to_merge([large, *small[:7]]) == []
    hollow = SegmentRef("hollow.seg", 100, 100, 50, 1 << 20, "hollow.del", 60)
    assert ENGINE.to_merge([large, hollow]) == [hollow]
