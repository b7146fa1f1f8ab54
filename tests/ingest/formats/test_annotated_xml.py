"""Corpora with lemmas and tags beside their words: the words are the text."""

from __future__ import annotations

import io

import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Foreign
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

SENTENCES = [
    "The ferry of Orlo ( a port ) sank on Monday .".split(),
    "Its crew 's boat was found by the coast guard , it said .".split(),
]


def read(data: str) -> object:
    stream = io.BufferedReader(io.BytesIO(data.encode()), HEAD)
    (found,) = articles_in(stream, "a.xml", "a.xml")
    return found


def corenlp() -> str:
    """Two sentences, the second behind an empty line."""
    sentences, at = [], 0
    for words in SENTENCES:
        tokens = []
        for word in words:
            at -= word in (".", ",", "'s", ")")
            shown = {"(": "-LRB-", ")": "-RRB-"}.get(word, word)
            tokens.append(
                f"<token><word>{shown}</word><lemma>{word.lower()}</lemma>"
                f"<CharacterOffsetBegin>{at}</CharacterOffsetBegin>"
                f"<CharacterOffsetEnd>{at + len(word)}</CharacterOffsetEnd><POS>NN</POS></token>"
            )
            at += len(word) + 1 - (word == "(")
        at += 2
        sentences.append(f"<sentence><tokens>{''.join(tokens)}</tokens></sentence>")
    return f"<root><document><sentences>{''.join(sentences)}</sentences></document></root>"


def test_corenlp_s_words_are_the_text() -> None:
    found = read(corenlp())
    assert isinstance(found, Article)
    assert found.text.split("\n\n") == [
        "The ferry of Orlo (a port) sank on Monday.",
        "Its crew's boat was found by the coast guard, it said.",
    ]


@pytest.mark.parametrize("link", ["", "<ref>\n", "<hi>\n"])
def test_vertical_text_has_a_word_a_line(link: str) -> None:
    end = f"</{link[1:-2]}>\n" if link else ""
    blocks = []
    for words in SENTENCES:
        lines = [f"{word}\tNN\t{word.lower()}\tnsubj\n" for word in words]
        lines[1] = f"{link}{lines[1]}{end}"
        blocks.append(f"<p>\n<s>\n{''.join(lines)}</s>\n</p>\n")
    found = read(
        '<text id="a" title="Ferry of Orlo sinks" author="Ada Orlo" dateCreated="2008-01-20"'
        ' dateCollected="2014-09-15" sourceURL="https://orlo.example/ferry-of-orlo">\n'
        f"{''.join(blocks)}</text>"
    )
    assert isinstance(found, Article)
    assert (found.title, found.authors, found.date) == (
        "Ferry of Orlo sinks", ("Ada Orlo",), "2008-01-20",
    )  # fmt: skip
    assert found.url == "https://orlo.example/ferry-of-orlo"
    assert found.text.split("\n\n")[0] == "The ferry of Orlo (a port) sank on Monday."


@pytest.mark.parametrize("root", ["urlset", "sitemapindex", "browserconfig"])
def test_lists_of_pages_are_no_articles(root: str) -> None:
    loc = "<url><loc>https://orlo.example/</loc><lastmod>2025-08-19</lastmod></url>"
    found = read(f'<?xml version="1.0"?><{root}>{loc * 9}</{root}>')
    assert isinstance(found, Foreign)
