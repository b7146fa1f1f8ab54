"""The content of a raw document, by its form: its paragraphs, and what it says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from newsgrep.ingest.extract.body.broken_sentences import with_broken_joined
from newsgrep.ingest.extract.body.paragraphs import paragraphs_of
from newsgrep.ingest.extract.head.flattened import flattened_head
from newsgrep.ingest.extract.head.headblock import read_head
from newsgrep.ingest.raw_document import Claim, Form
from newsgrep.text.clean import clean_line, clean_text
from newsgrep.text.divided_words import with_whole_words
from newsgrep.text.lazy_regex import regex


def read_content(
    form: Form, content: str, *, keep_all: bool, titled: bool
) -> tuple[list[str], list[Claim]]:
    """The paragraphs of a content in some form, and what it claims.

    Where its container gives a headline (``titled``), Markdown has no other head. With ``keep_all``
    a web page keeps all text that is not navigation.
    """
    match form:
        case Form.PAGE:
            from newsgrep.ingest.extract.body.web_page import read_page

            paragraphs, found = read_page(content, keep_all=keep_all)
            return paragraphs, list(found)
        case Form.MARKDOWN:
            from newsgrep.ingest.extract.body.markdown import read_markdown

            text = clean_text(content)
            text = text if _FENCED.search(text) is not None else with_whole_words(text)
            if not titled and _MARKED.search(text) is None:
                return read_content(Form.TEXT, text, keep_all=keep_all, titled=titled)
            paragraphs, found = read_markdown(text)
            paragraphs = [clean_line(p) for p in paragraphs]
            if titled:
                # A heading that says what the container's headline does not is text.
                return [claim.value for claim in found] + paragraphs, list(found)
            return _with_head(paragraphs, found)
        case Form.TEXT:
            claims, text = flattened_head(_whole_lines(content))
            head = read_head(text)
            return paragraphs_of(head.body), claims + list(head.claims)
        case Form.PROSE:
            claims, text = flattened_head(_whole_lines(content))
            return paragraphs_of(text), claims


def _whole_lines(content: str) -> str:
    """A plain text, cleaned, without what programs and printers did to its words and sentences."""
    return with_broken_joined(with_whole_words(clean_text(content)))


def _with_head(paragraphs: list[str], found: Iterable[Claim]) -> tuple[list[str], list[Claim]]:
    """Paragraphs without the head below the heading that ``found`` claims, and what that says.

    Only short lines near a text's beginning and its end are of its head and foot: where more is
    taken for one, or another headline is chosen, the text is left as it is.
    """
    claims = list(found)
    head = read_head("\n\n".join([*(claim.value for claim in claims), *paragraphs]))
    titles = [claim.value for claim in head.claims if claim.field == "title"]
    kept = set(paragraphs_of(head.body))
    taken = [at for at, paragraph in enumerate(paragraphs) if paragraph not in kept]
    if titles != [claim.value for claim in claims][: len(titles)] and (claims or len(titles) > 1):
        return paragraphs, claims
    if any(
        len(paragraphs[at]) > _LONGEST_LINE or _HEAD <= at < len(paragraphs) - _FOOT for at in taken
    ):
        return paragraphs, claims
    more = [claim for claim in head.claims if not (claims and claim.field == "title")]
    return paragraphs_of(head.body), claims + more


_FENCED = regex(r"^ {0,3}(?:```|~~~)|-  +$", re.MULTILINE)
"""What is no running text: code, and a line that is broken on purpose."""
_MARKED = regex(r"^ {0,3}(?:#|[*+>|-]|\d+[.)] |```|~~~|[=-]{3})|\]\(|\*\*|__|`|<\w", re.MULTILINE)
"""What Markdown has and a plain text has not; a text without any may be a note with a head."""
_HEAD, _FOOT = 14, 5
"""Paragraphs of Markdown among which its head stands, and its foot."""
_LONGEST_LINE = 240
