"""Layouts by which the reader of heads was built."""

from __future__ import annotations

from heads import ALL, Facts, Layout
from layouts import Truth


def one_line(f: Facts) -> tuple[str, Truth]:
    parts = [f.source, f.named, f.english]
    f.random.shuffle(parts)
    return f"{f.title}\n{' | '.join(parts)}\n\n{f.body}", f.truth(*ALL)


def commas(f: Facts) -> tuple[str, Truth]:
    parts = [f.source, f.authors[0], f.own]
    f.random.shuffle(parts)
    title = f.title
    truth = Truth(title, f.authors[:1], f.iso, f.source)
    return f"{title}\n{', '.join(parts)}\n\n{f.body}", truth


def italics(f: Facts) -> tuple[str, Truth]:
    return f"{f.title}\n\n_{f.named}_\n\n*{f.source}*, {f.short}\n\n{f.body}", f.truth(*ALL)


def bracketed_author(f: Facts) -> tuple[str, Truth]:
    return f"{f.title}\n({f.named})\n{f.source}, {f.weekday}, {f.english}\n\n{f.body}", f.truth(
        *ALL
    )


def role_behind(f: Facts) -> tuple[str, Truth]:
    role = f.random.choice(("Staff Writer", "Political Editor", "Europe correspondent"))
    text = (
        f"{f.title}\n{f.deck}\n{f.authors[0]}, {role}\n{f.source}\nPublished: {f.own}\n\n{f.body}"
    )
    return text, Truth(f.title, f.authors[:1], f.iso, f.source)


def mail_head(f: Facts) -> tuple[str, Truth]:
    text = f"From: {f.authors[0]} <{f.authors[0].split()[0].lower()}@{f.domain}>\nDate: {f.english}\nSubject: {f.title}\n\n{f.body}"
    return text, Truth(f.title, f.authors[:1], f.iso, "")


def address_and_handle(f: Facts) -> tuple[str, Truth]:
    given = f.authors[0].split()[0].lower()
    text = f"{f.title}\n\n{f.by} {f.authors[0]} {given}@{f.domain} @{given}\n{f.own}, {f.clock}\n{f.source}\n\n{f.body}"
    return text, Truth(f.title, f.authors[:1], f.iso, f.source)


def all_at_the_foot(f: Facts) -> tuple[str, Truth]:
    text = f"{f.title}\n\n{f.by} {f.named}\n\n{f.body}\n\nPublished {f.english}\n© {f.day.year} {f.source}"
    return text, f.truth(*ALL)


def for_the_paper(f: Facts) -> tuple[str, Truth]:
    text = f"{f.title}\nBy {f.named} for {f.source}\nUpdated {f.clock}, {f.english}\n\n{f.body}"
    return text, f.truth(*ALL)


def above_all(f: Facts) -> tuple[str, Truth]:
    text = f"{f.source.upper()}\n{f.weekday}, {f.short}\n{f.section}\n\n{f.title}\n\n{f.named}\n\n{f.body}"
    return text, f.truth(*ALL)


def labels_short(f: Facts) -> tuple[str, Truth]:
    names = {
        "de": ("Quelle", "Autor", "Datum"),
        "fr": ("Source", "Auteur", "Date"),
        "es": ("Fuente", "Autor", "Fecha"),
    }
    source, author, day = names.get(f.language, ("Source", "Author", "Date"))
    text = f"{f.title}\n\n{source}: {f.source}\n{author}: {f.named}\n{day}: {f.own}\n\n{f.body}"
    return text, f.truth(*ALL)


def title_and_paper(f: Facts) -> tuple[str, Truth]:
    return f"{f.title} | {f.source}\n{f.by} {f.named}\n{f.short}\nShare\n\n{f.body}", f.truth(*ALL)


def dash_paper(f: Facts) -> tuple[str, Truth]:
    return f"{f.title}\n{f.source} — {f.english}\n{f.named}\n\n{f.body}", f.truth(*ALL)


def with_deck(f: Facts) -> tuple[str, Truth]:
    text = f"{f.title}\n\n{f.deck}\n\n{f.by} {f.named}\n{f.own}\n\n{f.body}"
    return text, f.truth("authors", "date")


def only_text(f: Facts) -> tuple[str, Truth]:
    return f"{f.title}\n\n{f.body}", f.truth()


def dateline_under(f: Facts) -> tuple[str, Truth]:
    text = f"{f.title}\n\n{f.named}\n{f.place}, {f.english}\n\n{f.body}\n\nSource: {f.source}"
    return text, f.truth(*ALL)


def source_in_brackets(f: Facts) -> tuple[str, Truth]:
    return f"{f.title} ({f.source})\n\n{f.own} - {f.named}\n\n{f.body}", f.truth(*ALL)


def capitals_all(f: Facts) -> tuple[str, Truth]:
    text = f"{f.title.upper()}\n\n{f.by.upper()} {f.named.upper()}\n{f.source.upper()}\n\n{f.english.upper()}\n\n{f.body}"
    return text, Truth(f.title.upper(), f.authors, f.iso, f.source)


def links_above(f: Facts) -> tuple[str, Truth]:
    text = f"   [1]Jump to navigation\n\n     * [2]News\n     * [3]Opinion\n\n   {f.title}\n\n   {f.by} {f.named}\n   {f.own}\n\n{f.body}"
    return text, f.truth("authors", "date")


def remark_above(f: Facts) -> tuple[str, Truth]:
    text = (
        f"Please read this one.\n\n{f.title}\n{f.source}, {f.short}\n{f.by} {f.named}\n\n{f.body}"
    )
    return text, f.truth(*ALL)


LAYOUTS: tuple[Layout, ...] = (
    one_line, commas, italics, bracketed_author, role_behind, mail_head, address_and_handle,
    all_at_the_foot, for_the_paper, above_all, labels_short, title_and_paper, dash_paper,
    with_deck, only_text, dateline_under, source_in_brackets, capitals_all, links_above,
    remark_above,
)  # fmt: skip
