"""Layouts that were written before the reader of heads and not looked at while it was built.

They imitate how people keep articles: forwarded mail, note takers, readers, clippers, databases,
newsgroups. What they give is a measure only as long as nobody mends the reader by them: add new
layouts to ``heads_seen.py`` first.
"""

from __future__ import annotations

from heads import ALL, Facts, Layout
from layouts import Truth


def forwarded_mail(f: Facts) -> tuple[str, Truth]:
    text = (
        f"---------- Forwarded message ---------\nFrom: Pat Quill <pat.quill@mail.example>\n"
        f"Date: {f.later:%a, %b %d, %Y} at {f.clock}\nSubject: Fwd: {f.title}\n"
        f"To: Robin Vale <robin@mail.example>\n\n\n{f.title}\n{f.source}\n{f.by} {f.named}\n"
        f"{f.own}\n\n{f.body}\n"
    )
    return text, f.truth(*ALL)


def outlook_forward(f: Facts) -> tuple[str, Truth]:
    text = (
        f"From: Pat Quill\nSent: {f.later:%A, %B %d, %Y} {f.clock}\nTo: Robin Vale\n"
        f"Subject: FW: worth reading\n\nThought you would like this.\n\n{f.title}\n"
        f"{f.named} | {f.source} | {f.english}\n\n{f.body}\n"
    )
    return text, f.truth(*ALL)


def note_taker(f: Facts) -> tuple[str, Truth]:
    text = (
        f"{f.title}\n\nClipped from: {f.address}\n\n{f.source}\n{f.english}\n{f.named}\n\n{f.body}"
    )
    return text, f.truth(*ALL)


def later_reader(f: Facts) -> tuple[str, Truth]:
    minutes = f.random.randint(2, 14)
    text = (
        f"{f.title}\n\nby {f.named}\n{f.domain} · {minutes} min read · {f.short}\n\n{f.body}\n\n"
        f"{f.address}"
    )
    return text, f.truth(*ALL, source=f.domain)


def saved_list(f: Facts) -> tuple[str, Truth]:
    minutes = f.random.randint(2, 14)
    text = (
        f"{f.title}\n\nBy {f.named}, {f.source}\n{minutes} min · Published {f.english} · View Original"
        f"\n\n{f.body}"
    )
    return text, f.truth(*ALL)


def reading_view(f: Facts) -> tuple[str, Truth]:
    minutes = f.random.randint(2, 14)
    text = f"{f.domain}\n{f.title}\n{f.named}\n{minutes}-{minutes + 3} minutes\n\n{f.body}"
    return text, f.truth("authors", "source", source=f.domain)


def text_browser(f: Facts) -> tuple[str, Truth]:
    text = (
        f"   #[1]{f.source} RSS\n\n   [2]Skip to content\n\n     * [3]Home\n     * [4]World\n     * [5]Sport\n\n"
        f"{f.title.center(78).rstrip()}\n\n   By [6]{f.named}\n   {f.weekday}, {f.english} {f.clock}\n\n"
        + "\n\n".join(f"   {p}" for p in f.paragraphs)
        + f"\n\nReferences\n\n   1. https://www.{f.domain}/rss\n   2. {f.address}#content\n"
    )
    return text, f.truth("authors", "date")


def clipper_marks(f: Facts) -> tuple[str, Truth]:
    text = f"# {f.title}\n\n**{f.named}** | *{f.source}* | [{f.english}]({f.address})\n\n---\n\n{f.body}"
    return text, f.truth(*ALL)


def clipper_quote(f: Facts) -> tuple[str, Truth]:
    text = (
        f"# {f.title}\n\n> Source: [{f.source}]({f.address})\n> Author: {f.named}\n"
        f"> Published: {f.iso}\n> Clipped: {f.later.isoformat()}\n\n{f.body}"
    )
    return text, f.truth(*ALL)


def newspaper_database(f: Facts) -> tuple[str, Truth]:
    page = f"{f.random.randint(1, 30)}A"
    text = (
        f"{f.title}\n\n{f.english} | {f.source} ({f.place})\nAuthor: {f.named} | Section: {f.section}"
        f" | Page: {page} | {200 + 10 * f.minute} Words\nOpenURL Link\n\n{f.body}\n\n"
        f"Copyright (c) {f.day.year} {f.source}. All rights reserved."
    )
    return text, f.truth(*ALL)


def library_database(f: Facts) -> tuple[str, Truth]:
    text = (
        f"{f.title}\nDate: {f.english}\nFrom: {f.source}\nPublisher: {f.source} Company\n"
        f"Document Type: Article\nLength: {200 + 10 * f.minute} words\nByline: {f.named}\n\n"
        f"Full Text:\n{f.body}"
    )
    return text, f.truth(*ALL)


def citation_line(f: Facts) -> tuple[str, Truth]:
    text = (
        f"{f.title}\nBy: {f.named}. {f.source}. {f.short}, p{f.random.randint(1, 40)}.\n\n{f.body}"
    )
    return text, f.truth(*ALL)


def newsgroup(f: Facts) -> tuple[str, Truth]:
    text = (
        f"From: newsbot@mail.example (News Bot)\nNewsgroups: misc.news.archive\n"
        f"Subject: {f.title}\nDate: {f.later:%d %b %Y} 10:12:33 GMT\nMessage-ID: <42@mail.example>\n\n"
        f"{f.source}\n{f.weekday}, {f.english}\n\n{f.title}\n\n{f.by} {f.named.upper()}\n\n{f.body}"
    )
    return text, f.truth(*ALL)


def list_post(f: Facts) -> tuple[str, Truth]:
    text = f"{f.address}\n\n{f.title}\n\n{f.by} {f.named} ({f.source})\n{f.weekday}, {f.english}\n\n{f.body}"
    return text, f.truth(*ALL)


def facsimile_app(f: Facts) -> tuple[str, Truth]:
    text = f"{f.title}\n\n{f.source} · {f.short} · {f.random.randint(1, 40)} · {f.named.upper()}\n\n{f.body}"
    return text, f.truth(*ALL)


def feed_reader(f: Facts) -> tuple[str, Truth]:
    text = f"{f.title}\n\n{f.source} / by {f.named} / {f.english} at {f.clock}\n\n{f.body}"
    return text, f.truth(*ALL)


def print_view(f: Facts) -> tuple[str, Truth]:
    text = (
        f"{f.address}\n\n{f.section.upper()}\n\n{f.title}\n\n{f.by} {f.named}\n\n{f.own}\n\n{f.body}\n\n"
        f"A version of this article appears in print, Section A, Page {f.random.randint(1, 30)}."
    )
    return text, f.truth("authors", "date")


def shared(f: Facts) -> tuple[str, Truth]:
    text = f"{f.title} – {f.source}\n\n{f.named}\n{f.address}\n\n{f.body}\n\n{f.english}"
    return text, f.truth(*ALL)


def crumbs(f: Facts) -> tuple[str, Truth]:
    text = (
        f"Home > News > World\n{f.title}\n{f.named}, Chief Correspondent\n{f.short} • {f.clock}\n"
        f"Comments\nShare\nSave\n\n{f.body}"
    )
    return text, f.truth("authors", "date")


def typed_up(f: Facts) -> tuple[str, Truth]:
    text = f"{f.source}, {f.own}\n\n{f.title}\n\nby {f.named} in {f.place}\n\n{f.body}"
    return text, f.truth(*ALL)


def signed_at_the_foot(f: Facts) -> tuple[str, Truth]:
    text = f"{f.title}\n\n{f.body}\n\n— {f.named}, {f.source}, {f.english}"
    return text, f.truth(*ALL)


def foot_in_brackets(f: Facts) -> tuple[str, Truth]:
    text = f"{f.title}\n\n{f.by} {f.named}\n\n{f.body}\n\n({f.source}, {f.own})"
    return text, f.truth(*ALL)


def chain_paper(f: Facts) -> tuple[str, Truth]:
    text = (
        f"{f.title}\n\n{f.named.upper()}\n{f.source}\n\nPublished {f.clock} ET {f.english}\n\n"
        f"{f.place.upper()} — {f.body}"
    )
    return text, f.truth(*ALL)


def one_bracket(f: Facts) -> tuple[str, Truth]:
    text = f"{f.title} ({f.source}, {f.named}, {f.short})\n\n{f.body}"
    return text, f.truth(*ALL)


def reference(f: Facts) -> tuple[str, Truth]:
    text = f"{f.named}, “{f.title}”, {f.source}, {f.own}\n\n{f.body}"
    return text, f.truth(*ALL)


def tabbed(f: Facts) -> tuple[str, Truth]:
    text = f"{f.source}\t{f.iso}\t{f.named}\n{f.title}\n\n{f.body}"
    return text, f.truth(*ALL)


def wide_spaces(f: Facts) -> tuple[str, Truth]:
    text = (
        f"{f.source.upper():<40}{f.own}\n\n\n          {f.title}\n\n                    {f.named}\n\n\n"
        f"{f.body}"
    )
    return text, f.truth(*ALL)


def phone_share(f: Facts) -> tuple[str, Truth]:
    text = (
        f"{f.source}\n\n{f.title}\n\n{f.named.upper()}\n\n{f.weekday.upper()}, {f.english.upper()} AT"
        f" {f.clock}\n\n{f.body}\n\nRead in {f.source}\n\nSent from my phone"
    )
    return text, f.truth(*ALL)


LAYOUTS: tuple[Layout, ...] = (
    forwarded_mail, outlook_forward, note_taker, later_reader, saved_list, reading_view,
    text_browser, clipper_marks, clipper_quote, newspaper_database, library_database,
    citation_line, newsgroup, list_post, facsimile_app, feed_reader, print_view, shared, crumbs,
    typed_up, signed_at_the_foot, foot_in_brackets, chain_paper, one_bracket, reference, tabbed,
    wide_spaces, phone_share,
)  # fmt: skip
