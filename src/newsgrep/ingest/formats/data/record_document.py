"""From a record to a raw document: its columns by name, and what their values claim."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.formats.data.column_names import ALIKE, PLURAL, bare, field_of, rank_of
from newsgrep.ingest.formats.data.column_values import (
    has_tags,
    is_empty,
    is_number,
    is_page,
    is_weight,
    moment_of,
    strings_in,
    unescaped,
    unwrapped,
    without_tags,
)
from newsgrep.ingest.formats.data.days_above import date_above, without_day
from newsgrep.ingest.formats.data.names_listed import listed_names
from newsgrep.ingest.formats.data.odd_values import (
    headline_called_name,
    is_prose,
    says_how_long_ago,
    unnamed_texts,
    with_inner,
    with_question,
    words_alone,
)
from newsgrep.ingest.formats.data.others_named import others_named
from newsgrep.ingest.formats.data.python_values import with_ends_of_lines
from newsgrep.ingest.formats.data.read_later import (
    as_named,
    is_page_address,
    is_saved_page,
    tells_publication,
)
from newsgrep.ingest.formats.data.structured_text import in_blocks
from newsgrep.ingest.formats.data.text_values import has_text, text_of_value, with_parts_joined
from newsgrep.ingest.formats.other_texts import with_other_texts
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.lazy_regex import regex
from newsgrep.text.letters import letters
from newsgrep.text.normal_dates import normal_date
from newsgrep.text.web_address import host_of, unarchived

_WITHIN = frozenset(
    """fields thread source attributes article data node item doc document metadata meta story post
    record properties result nitf raw original payload credits""".split()
)
"""Names of objects that hold an article's parts, as answers of news services nest them."""
_WORDED = frozenset(("title", "text", "deck"))
_SEVERAL = frozenset(("authors", "tags", "people", "organizations", "places"))
_PAIRED = regex(r"<([a-z][a-z0-9]*)\b[^>]*>[^<]*</\1>|<br\s*/?>", re.I)
"""Markup in a headline; ``<DD>`` alone is a share's sign."""
_OPENED = regex(r"\s*<(?:ol|ul|li|p|div|span|strong|em|b|i|h[1-6]|blockquote)\b[^<>]{0,200}>", re.I)
"""Markup that was cut off before it is closed."""
_CONFIDENCE = 0.95
_CUT_OFF = regex(r"\s*\[\+\d+ chars\]\s*$")
"""What NewsAPI puts where it ends a text."""
_MAX_DEPTH = 3


def fields_in(values: Mapping[str, Any]) -> set[str]:
    """The fields that a record has values for: what tells an article from any other object."""
    return {
        field
        for _, field, _, value in _columns(values)
        if strings_in(value)
        or is_number(value)
        or (field == "date" and moment_of(value))
        or (field == "text" and has_text(value))
    }


def are_alike(names: set[str], others: set[str]) -> bool:
    """Whether records with these names have most of them in common."""
    return len(names & others) >= _SHARED * len(names | others)


_SHARED = 0.6


def _columns(
    values: Mapping[str, Any], depth: int = 0
) -> Iterator[tuple[tuple[int, int], str, str, Any]]:
    """Rank, field, name and value of each known column, those of objects within it last."""
    for name, value in values.items():
        bared = bare(str(name))
        if is_empty(value):
            continue
        field, rank = field_of(str(name)), rank_of(str(name))
        if rank >= PLURAL and not isinstance(value, str) and not _is_basic(value):
            continue  # a list of other things
        if field in _WORDED and is_weight(value):
            continue
        if bared == "subject" and isinstance(value, list):
            field = "tags"
        nested = isinstance(value, dict) and depth < _MAX_DEPTH and bared in _WITHIN
        if field and not (nested and _is_whole(value, field)):
            yield (depth, rank), field, str(name), value
        elif not field and isinstance(value, dict) and isinstance(value.get("nitf"), str):
            yield (depth, ALIKE), "text", str(name), value["nitf"]  # a script, of AP's videos
        elif not field and not nested and in_blocks(str(name), value):
            yield (depth, ALIKE), "text", str(name), value
        # "source" is the publication, "_source" the whole record.
        if nested and (bared != "source" or str(name).startswith("_")):
            yield from _columns(value, depth + 1)


def _is_basic(value: Any) -> bool:
    """Whether a value has its usual form under that name: ``headlines.basic``, of Arc."""
    return isinstance(value, dict) and isinstance(value.get("basic"), str)


def _is_whole(value: Mapping[str, Any], field: str) -> bool:
    """Whether an object has the parts of an article, and is none of them itself."""
    if field != "text":
        return not strings_in(value)
    return any(inner == "text" for _, inner, _, _ in _columns(value, _MAX_DEPTH))


def document_from(
    values: Mapping[str, Any],
    record: int,
    kind: str,
    worded: Collection[str] = (),
    within: Iterable[str] = (),
) -> RawDocument:
    """The raw document of one record: a mapping of column names to values.

    ``worded`` are columns that hold texts in other records, ``within`` what objects within it say;
    that stands below its text. A headline with a date, an address or
    a source is an article, too. Raises :class:`UnreadableFile` where there is neither a text nor
    such a headline.
    """
    values = with_question(as_named(with_inner(values)))
    texts, claims, besides = _told(values, kind)
    claims = [one for claim in claims for one in without_day(claim)]
    seen = {claim.field for claim in claims}
    if "date" not in seen:
        claims += _date_of_parts(values, kind) or date_above(max(texts, key=len, default=""), kind)
    if "title" not in seen and (headline := headline_called_name(values)):
        claims.append(Claim("title", headline, f"{kind} name", _CONFIDENCE))
        seen.add("title")
    # Where several columns hold text (an excerpt, the whole), the longest is the article.
    told = [_CUT_OFF.sub("", one) for one in (*texts, *besides)]
    text = max(told[: len(texts)], key=len, default="")
    others = [one for one in told if one not in (text, _BELOW)]
    unnamed = [*unnamed_texts(values, worded), *within, *others_named(values)]
    if not text.strip():
        unnamed = unnamed or _alone(values, claims)
        text, claims = _stand_in(unnamed, claims)
    if not text.strip() and not ("title" in seen and seen & {"date", "url", "source"}):
        known = ", ".join(str(name) for name in list(values)[:8]) or "none"
        raise UnreadableFile(f"no text in it (columns: {known})")
    form = Form.PAGE if is_page(text) else Form.PROSE
    if form is Form.PROSE:
        text = _plain(text)
        said = " ".join(claim.value for claim in claims if claim.field in ("title", "deck"))
        text = with_other_texts(text, map(_plain, [*others, *unnamed]), beside=said)
    return RawDocument(form, text, tuple(map(_cleaned, _behind_archive(claims))), record)


def _alone(values: Mapping[str, Any], claims: list[Claim]) -> list[str]:
    """What words a record has that has no text and no deck."""
    if any(claim.field == "deck" for claim in claims):
        return []
    return words_alone(values, " ".join(claim.value for claim in claims))


def _stand_in(unnamed: list[str], claims: list[Claim]) -> tuple[str, list[Claim]]:
    """What is the text of a record without one, and its other claims.

    Below a headline the longest of its texts in columns of other names, and sentences where another
    fact tells an article; else the deck.
    """
    text = max(unnamed, key=len, default="")
    told = {claim.field for claim in claims}
    if text.strip() and ("title" in told or (told and is_prose(text))):
        return text, claims
    deck = next((claim for claim in claims if claim.field == "deck"), None)
    if deck is None:
        return "", claims
    return deck.value, [claim for claim in claims if claim is not deck]


def _plain(text: str) -> str:
    """A text without markup, its ends of lines where they are."""
    text = text if has_tags(text) else unescaped(text)
    return without_tags(text) if has_tags(text) else with_ends_of_lines(text)


def claims_above(
    values: Mapping[str, Any], kind: str, within: Iterable[str] = ()
) -> tuple[tuple[Claim, ...], str]:
    """The claims of a record whose text stands below it, and what it holds of text itself.

    That has an empty line below it. ``within`` is what objects within it say. A deck is no text
    here, as it is of a record without one.
    """
    document = document_from({_BELOW: _BELOW, **values}, 0, kind, within=within)
    own = document.content
    if own == _BELOW or own.startswith(f"{_BELOW}\n\n"):
        own = own.removeprefix(_BELOW).lstrip("\n")
    return document.claims, f"{own}\n\n" if own else ""


_BELOW = "text"
"""The name of a record's text, and what stands for that which is below."""


def _order(column: tuple[tuple[int, int], str, str, Any]) -> tuple[int, int]:
    """Where a column stands among others: last is a paper by a word of some program for it."""
    (depth, rank), field, _, value = column
    own = field == "source" and isinstance(value, str) and _OF_PROGRAM.fullmatch(value.strip())
    return depth, rank + (_LAST if own else 0)


_OF_PROGRAM, _LAST = regex(r"[a-z0-9]+(?:_[a-z0-9]+)+"), 1_000_000
"""``gnews_north``: what a crawler calls where it looks."""


def _told(values: Mapping[str, Any], kind: str) -> tuple[list[str], list[Claim], list[str]]:
    """The texts that a record has, for each field what its likeliest column says, other titles."""
    columns: list[tuple[str, str]] = []
    claims: list[Claim] = []
    seen: set[str] = set()
    decks: list[str] = []
    besides: list[str] = []
    is_saved = is_saved_page(values)
    for _, field, name, kept in sorted(_columns(values), key=_order):
        value = unwrapped(kept)
        if field == "text":
            text, more = text_of_value(value, name)
            columns.append((name, text))
            claims += [Claim(f, s, f"{kind} {name}", _CONFIDENCE) for f, s in more]
        elif field == "date" and says_how_long_ago(value):
            # What else has a day here is when that was seen.
            seen.add("date")
        elif field not in seen and not (
            is_saved and field in ("date", "modified") and not tells_publication(name)
        ):
            found = _claims_of(field, value, f"{kind} {name}")
            claims += found
            besides += _other_titles(value) if field == "title" else []
            seen.update(claim.field for claim in found if claim.field == field)
        elif field == "deck":
            decks += [claim.value for claim in _claims_of(field, value, name)]
    texts = with_parts_joined(columns)
    return texts, _addressed(_with_decks(claims, decks, texts)), besides


def _with_decks(claims: list[Claim], decks: list[str], texts: list[str]) -> list[Claim]:
    """The claims, the deck with what other columns of decks say besides: nothing is lost."""
    told = letters(" ".join([*texts, *(c.value for c in claims if c.field in ("deck", "title"))]))
    for deck in decks:
        if " " not in deck.strip() or letters(deck) in told:
            continue
        told += letters(deck)
        claims = [c._replace(value=_and(c.value, deck)) if c.field == "deck" else c for c in claims]
    return claims


def _and(text: str, more: str) -> str:
    """A text and another behind it, a stop between them where there is none."""
    text = text.rstrip()
    return f"{text}{'' if text[-1:] in _ENDS else '.'} {more}"


_ENDS = '.!?…:;”"'


def _claims_of(field: str, value: Any, origin: str) -> list[Claim]:
    """What a value says of a field; a page's address in the column of its source is its address."""
    if field in ("date", "modified"):
        moment = moment_of(value)
        in_utc = _UTC.search(origin) is not None and _UNZONED.search(moment) is not None
        strings = [f"{moment}+00:00" if in_utc else moment]
    else:
        strings = strings_in(value) if field in _SEVERAL else _one_string(field, value)
    if field == "authors":
        strings = [name for value in strings for name in listed_names(value) or [value]]
        strings = [_BEFORE_NAME.sub("", _BEHIND_BAR.sub("", name)) for name in strings]
        strings = [name for name in strings if _NO_NAME.fullmatch(name.strip()) is None]
    strings = [string for string in strings if _RECORD.fullmatch(string) is None]
    if field == "source":
        strings = [string for string in strings if _OF_PICTURE.search(string) is None]
    if field == "source" and strings and is_page_address(strings[0]):
        return [Claim("url", strings[0].strip(), origin, _LESS_SURE)]
    return [Claim(field, s, origin, _CONFIDENCE) for s in strings if s.strip()]


def _one_string(field: str, value: Any) -> list[str]:
    """The first string of a value; of a headline the lines that go on with it, of a deck all."""
    strings = _different(value)
    if field not in ("title", "deck") or not isinstance(value, list) or len(strings) < 2:
        return strings_in(value)[:1]
    whole = strings[0]
    for more in strings[1:]:
        if more[:1].islower():
            whole = f"{whole} {more}"
        elif field == "deck":
            whole = _and(whole, more)
    return [whole]


def _other_titles(value: Any) -> list[str]:
    """The headlines in a list behind the first one."""
    strings = _different(value)[1:] if isinstance(value, list) else []
    return [string for string in strings if not string[:1].islower()]


def _different(value: Any) -> list[str]:
    return [string.strip() for string in dict.fromkeys(strings_in(value)) if string.strip()]


_NO_NAME = regex(
    r"(?-i:(?=\S*\d)(?=\S*[a-z])(?=\S*[A-Z])[A-Za-z0-9_-]{7,})|(?:www\.)?(?:[a-z0-9-]+\.)*(?:[a-z0-9-]{2,}\.(?:com|net|org|info|news)|[a-z0-9-]{4,}\.[a-z]{2}"
    r"|[a-z0-9-]{2,}\.(?:com|co|org|net)\.[a-z]{2})",
    re.I,
)  # fmt: skip
"""The domain of a site or an account's number, ``7biA1WiYB``: no author."""
_OF_PICTURE = regex(r"\.(?:png|jpe?g|gif|webp|tiff?|pdf)$", re.I)
"""A file that an article was taken from, and no paper."""
_RECORD = regex(r"rec[A-Za-z0-9]{14}")
"""The number of a record in another table, as Airtable exports it."""
_BEHIND_BAR = regex(r"\s+\|\s.*")
"""``Ann Poe | The Courier | Updated: 2025-12-01 07:48``."""
_BEFORE_NAME = regex(
    r"^(?:(?:Bc|BcA|Mgr|MgA|Ing|MUDr|JUDr|PhDr|RNDr|PaedDr|MVDr)\.\s+)+(?=\w)|^(?:實習|实习|特約|特约|本報|本报|見習|见习|首席|資深|资深|駐.{1,3}|驻.{1,3})?(?:記者|记者)[：:\s]*"
    r"(?=[\u4e00-\u9fff]{2})"
)
"""What a reporter is, or the degrees that Czechs and Slovaks write, before the name."""
_LESS_SURE = 0.9
_UTC = regex(r"(?:[^A-Za-z]|[a-z])(?:GMT|UTC)\b|[ _(](?:gmt|utc)\b")
_UNZONED = regex(r"^\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d)?$")


def _addressed(claims: list[Claim]) -> list[Claim]:
    """The claims with one address: one from the column of sources only where there is no other."""
    told = [claim for claim in claims if claim.field == "url"]
    best = max(told, key=lambda claim: claim.confidence, default=None)
    return [claim for claim in claims if claim.field != "url" or claim is best]


def _date_of_parts(values: Mapping[str, Any], kind: str) -> list[Claim]:
    """The date of a record that has its year, month and day in columns of their own."""
    parts = []
    for name in ("year", "month", "day"):
        value = next((v for k, v in values.items() if str(k).strip().lower() == name), None)
        match = re.fullmatch(r"(\d{1,4})(?:\.0)?", str(value).strip())
        if match is None:
            break
        parts.append(match[1].zfill(2))
    iso = "-".join(parts)
    if not parts or len(parts[0]) != 4 or normal_date(iso) is None:
        return []
    return [Claim("date", iso, f"{kind} year", _CONFIDENCE)]


_NOTE_LINK = regex(r"\[\[(?:[^\[\]|]*\|)?([^\[\]|]+)\]\]")
"""A link to another note, as Obsidian writes it."""
_WHERE_AND_WHEN = regex(r"\s+\([^()]{1,60}\)\s+1[5-9]\d\d-(?:1[5-9]\d\d|20\d\d|\?{4}|current)?$")
"""What catalogues put behind a newspaper: ``(Orlo, Ga.) 1912-1939``."""
_WHERE_BEFORE = regex(r"^[A-Z][\w.&’' -]{1,40}?\s+By\s+(?=[A-Z])")


def _cleaned(claim: Claim) -> Claim:
    """A claim without markup, escaped signs, and the archive that kept a page as its source."""
    value = claim.value
    if claim.field in ("title", "deck") and (_PAIRED.search(value) or _OPENED.match(value)):
        value = without_tags(value)
    if claim.field not in ("url", "date", "modified"):
        value = unescaped(value)
    if claim.field == "source":
        value = _WHERE_AND_WHEN.sub("", value)
    if claim.field == "authors":
        # "Cointelegraph By Ann Poe": where, and who.
        value = _WHERE_BEFORE.sub("", _NOTE_LINK.sub(r"\1", value))
    return claim._replace(value=value)


def _behind_archive(claims: list[Claim]) -> list[Claim]:
    """The claims with the site of a page as its source, where they name the Wayback Machine."""
    urls = [c.value for c in claims if c.field == "url"]
    address = next((own for url in urls if (own := unarchived(url)) != url), "")
    if not address:
        return claims
    return [
        c._replace(value=host_of(address))
        if c.field == "source" and c.value.removeprefix("https://").startswith("web.archive.org")
        else c
        for c in claims
    ]
