"""A second set of layouts not looked at: written after the first was measured, before the mends."""

from __future__ import annotations

from heads import ALL, Facts, Layout
from layouts import Truth


def highlights_app(f: Facts) -> tuple[str, Truth]:
    text = (
        f"# {f.title}\n\n## Metadata\n- Author: [[{f.named}]]\n- Full Title: {f.title}\n"
        f"- Category: #articles\n- URL: {f.address}\n\n{f.body}"
    )
    return text, f.truth("authors")


def reference_manager(f: Facts) -> tuple[str, Truth]:
    text = (
        f"{f.title}\n\nItem Type\tNewspaper Article\nAuthor\t{f.named}\nURL\t{f.address}\n"
        f"Publication\t{f.source}\nDate\t{f.iso}\n\n{f.body}"
    )
    return text, f.truth(*ALL)


def portal(f: Facts) -> tuple[str, Truth]:
    text = f"{f.title}\n\nBy {f.named.upper()}\n{f.source} – {f.weekday}, {f.english}\n\n{f.body}"
    return text, f.truth(*ALL)


def chat(f: Facts) -> tuple[str, Truth]:
    text = f"*{f.title}*\n{f.source} · {f.named}\n{f.address}\n\n{f.body}"
    return text, f.truth("authors", "source")


def web_archive(f: Facts) -> tuple[str, Truth]:
    text = f"{f.title} - {f.source}\narchived {f.later:%d %b %Y} 10:10:10 UTC\n\n{f.named}\n{f.own}\n\n{f.body}"
    return text, f.truth(*ALL)


def slashed_labels(f: Facts) -> tuple[str, Truth]:
    text = f"{f.title}\nAUTHOR: {f.named} / SOURCE: {f.source} / DATE: {f.english}\n\n{f.body}"
    return text, f.truth(*ALL)


def clipping_typed(f: Facts) -> tuple[str, Truth]:
    text = (
        f"{f.source} ({f.place}), {f.weekday} {f.short}, p. {f.random.randint(2, 40)}\n\n{f.title}\n\n"
        f"From {f.named} in {f.place}\n\n{f.body}"
    )
    return text, f.truth(*ALL)


def digest(f: Facts) -> tuple[str, Truth]:
    text = (
        f"{f.section.upper()} | {f.title}\n{f.named} ({f.source})\n{f.short}, {f.clock}\n\n{f.body}"
    )
    return text, f.truth(*ALL)


LAYOUTS: tuple[Layout, ...] = (
    highlights_app, reference_manager, portal, chat, web_archive, slashed_labels, clipping_typed,
    digest,
)  # fmt: skip
