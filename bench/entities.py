"""Measures the names that rules find: each name once an article, in its fullest form."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from pages import harmonic

from newsgrep.ingest.extract.names.recognition import names_of

HERE = Path(__file__).parent
FIELDS = ("people", "organizations", "places")
Annotated = tuple[str, dict[str, set[str]]]
"""A text, and for each field the names that are in it."""

_FIELD_OF = {
    "PER": "people", "PERSON": "people", "ORG": "organizations", "ORGANIZATION": "organizations",
    "LOC": "places", "LOCATION": "places", "GPE": "places", "PLACE": "places",
}  # fmt: skip
_PROSE = 0.6
"""The share of sentences from which on an article is prose rather than tables of results."""


def by_hand(corpora: Path) -> Iterator[Annotated]:
    """The articles of ``names.json``, whose texts are those of the corpora."""
    reuters = {}
    for line in (corpora / "reuters-sample.jsonl").open(encoding="utf-8"):
        record = json.loads(line)
        reuters[record["id"]] = (record["text"] or "").replace("\n", " ")
    for name, truth in json.loads((HERE / "names.json").read_text()).items():
        if name in reuters:
            text = reuters[name]
        else:
            whole = (corpora / name).read_text(encoding="utf-8", errors="replace")
            text = whole.split("\n", 1)[1]
        yield text.strip()[: truth["characters"]], {field: set(truth[field]) for field in FIELDS}


def conll(path: Path) -> Iterator[Annotated]:
    """The articles of prose in a file in CoNLL-2003's columns, a sentence a line."""
    for article in re.split(r"(?m)^-DOCSTART-.*$", path.read_text(encoding="utf-8")):
        sentences = [
            [(line.split()[0], line.split()[-1]) for line in block.splitlines() if line.split()]
            for block in re.split(r"\n\s*\n", article)
        ]
        # Headlines and datelines in capitals are left out: an archive reads them as such.
        sentences = [s for s in sentences if s and not " ".join(word for word, _ in s).isupper()]
        lines = [written([word for word, _ in sentence]) for sentence in sentences]
        full = [line for line in lines if line.count(" ") > 6 and line.endswith((".", '"'))]
        if len(lines) < 5 or len(full) < _PROSE * len(lines):
            continue
        truth: dict[str, set[str]] = {field: set() for field in FIELDS}
        for kind, name in (found for sentence in sentences for found in tagged(sentence)):
            if kind in _FIELD_OF:
                truth[_FIELD_OF[kind]].add(name)
        yield "\n".join(lines), {field: fullest(names) for field, names in truth.items()}


def tagged(sentence: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """The names in a sentence whose words are tagged ``B-PER``, ``I-PER`` and so on."""
    kind = ""
    words: list[str] = []
    for word, tag in [*sentence, ("", "O")]:
        start, _, this = tag.partition("-")
        if words and (start != "I" or this != kind):
            yield kind.upper(), written(words)
            words = []
        if tag != "O":
            kind = this
            words.append(word)


def written(words: list[str]) -> str:
    """Tokens as they would be written."""
    text = re.sub(r" ([.,;:!?%)\]}])", r"\1", " ".join(words))
    text = re.sub(r"([(\[{$]) ", r"\1", text)
    text = re.sub(r" ('s|'S|'re|'ve|'ll|'d|'m|n't|')\b", r"\1", text)
    return re.sub(r'" ([^"]*?) "', r'"\1"', text)


def fullest(names: Iterable[str]) -> set[str]:
    listed = set(names)
    return {n for n in listed if not any(set(n.split()) < set(o.split()) for o in listed)}


def bare(name: str) -> str:
    name = re.sub(r"['’]s?$", "", re.sub(r"^(?:the|The) ", "", name)).replace(".", "").strip()
    return {"United States": "US", "United Kingdom": "UK"}.get(name, name)


def measure_names(label: str, articles: Iterable[Annotated]) -> None:
    right: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    missed: Counter[str] = Counter()
    count = 0
    for text, truth in articles:
        count += 1
        found = names_of(text)
        for field in FIELDS:
            wanted = set(map(bare, truth[field]))
            got = set(map(bare, getattr(found, field)))
            right[field] += len(wanted & got)
            wrong[field] += len(got - wanted)
            missed[field] += len(wanted - got)
    print(f"\nnames in {count} articles: {label}")
    for field in (*FIELDS, "all"):
        r, w, m = (c.total() if field == "all" else c[field] for c in (right, wrong, missed))
        p, q = r / max(1, r + w), r / max(1, r + m)
        print(f"  {field:<14} P {p:.2f}  R {q:.2f}  F1 {harmonic(p, q):.3f}")
