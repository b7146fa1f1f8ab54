"""Reports how heads of real articles are read, layout by layout."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import heads
import heads_held_out
import heads_second
import heads_seen

from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.extract.head.publications import publication
from newsgrep.ingest.raw_document import Form, RawDocument


def verdict(name: str, wanted: object, got: object) -> str:
    """``right``, ``missing`` (or less of it), or ``wrong``; of a date the day counts."""

    def bare(value: object) -> object:
        if isinstance(value, tuple):
            return frozenset(" ".join(each.casefold().split()) for each in value)
        text = publication(str(value)) or str(value) if name == "source" else str(value)
        return text[:10] if name == "date" else " ".join(text.casefold().split()).strip(" .")

    one, other = bare(wanted), bare(got)
    if one == other:
        return "right"
    if isinstance(one, frozenset) and isinstance(other, frozenset):
        return "missing" if other < one else "wrong"
    return "missing" if not other or str(one).startswith(str(other)) else "wrong"


def report(corpus: Path) -> None:
    """Heads of the articles of a corpus in many layouts, by layout and in all."""
    facts = heads.load(corpus)
    for module in (heads_seen, heads_held_out, heads_second):
        print(f"\n{module.__name__}: {len(facts)} articles in {len(module.LAYOUTS)} layouts")
        total: dict[str, Counter[str]] = {}
        for layout in module.LAYOUTS:
            counts: dict[str, Counter[str]] = {}
            for sample in heads.samples(facts, (layout,)):
                article = article_from(RawDocument(Form.TEXT, sample.text), sample.path)
                for name in ("title", "authors", "date", "source"):
                    wanted = getattr(sample.truth, name)
                    if wanted:
                        told = verdict(name, wanted, getattr(article, name))
                        counts.setdefault(name, Counter())[told] += 1
            print(f"  {layout.__name__:<20}", *map(_shares, counts, counts.values()))
            for name, counter in counts.items():
                total.setdefault(name, Counter()).update(counter)
        print(f"  {'all':<20}", *map(_shares, total, total.values()))


def _shares(name: str, counter: Counter[str]) -> str:
    right, wrong = (counter[kind] / counter.total() for kind in ("right", "wrong"))
    return f"{name} {right:.1%} ({wrong:.1%} wrong) "
