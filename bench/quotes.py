"""Measures who is said to speak in real articles, against quotations annotated by hand.

    python bench/quotes.py --corpus DIR --truth FILE.jsonl

``DIR`` has the articles as files. ``FILE.jsonl`` has a quotation a line: ``article`` (the file,
relative to ``DIR``), ``start`` and ``end`` (characters of the article's text, inside the marks) and
``speaker``: a name in full, ``~`` and words of what somebody without a name is called, or nothing
where nobody speaks, as in titles and so-called things. The texts themselves are not in it.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from newsgrep import Article, extract_articles
from newsgrep.text.attribution import Attribution, attributed


class Annotated(NamedTuple):
    """A quotation of an article, and who says it."""

    article: str
    start: int
    end: int
    speaker: str


def annotated(path: Path) -> Iterator[Annotated]:
    """The quotations of a file of annotations."""
    for line in path.read_text(encoding="utf-8").splitlines():
        yield Annotated(**json.loads(line))


def is_right(truth: str, found: Attribution | None) -> bool:
    """Whether the true speaker was found: by surname, or by what they are called."""
    speaker = found.speaker if found is not None else ""
    if not truth or not speaker:
        return not truth and not speaker
    if truth.startswith("~"):
        words = truth[1:].lower().split()
        return found is not None and not found.named and any(w in speaker.lower() for w in words)
    return any(speaker.split()[-1] == one.split()[-1] for one in truth.split("|"))


def measured(truths: Iterable[Annotated], corpus: Path) -> Counter[str]:
    """How many quotations were attributed, rightly and wrongly, and how many should have been."""
    counts: Counter[str] = Counter()
    articles: dict[str, Article] = {}
    for truth in truths:
        if truth.article not in articles:
            read = next(iter(extract_articles(corpus / truth.article)))
            if not isinstance(read, Article):
                raise SystemExit(f"{truth.article}: {read.reason}")
            articles[truth.article] = read
        article = articles[truth.article]
        found = attributed(article.text, article.people, article.organizations)
        here = next(
            (
                one
                for one in found
                if any(start < truth.end and truth.start < end for start, end in one.spans)
            ),
            None,
        )
        right = is_right(truth.speaker, here)
        counts["quotations"] += 1
        counts["spoken"] += bool(truth.speaker)
        if here is not None and here.speaker:
            counts["attributed"] += 1
            counts["right"] += right
    return counts


def main() -> None:
    """Print precision and recall."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--corpus", type=Path, required=True, metavar="DIR")
    parser.add_argument("--truth", type=Path, required=True, metavar="FILE.jsonl")
    options = parser.parse_args()
    counts = measured(annotated(options.truth), options.corpus)
    print(f"{counts['quotations']} quotations, {counts['spoken']} of them said by somebody")
    print(f"{counts['attributed']} attributed, {counts['right']} of them rightly")
    print(f"precision {counts['right'] / max(counts['attributed'], 1):.3f}")
    print(f"recall {counts['right'] / max(counts['spoken'], 1):.3f}")


if __name__ == "__main__":
    main()
