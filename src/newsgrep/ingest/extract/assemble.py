"""From a raw document to an article: every extractor's claims weighed, and the best taken."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import lru_cache

from newsgrep.article import Article, Fact, article_id
from newsgrep.configuration import source_of_path
from newsgrep.errors import UnreadableFile
from newsgrep.ingest.extract.archives import with_archives_doubted
from newsgrep.ingest.extract.body.challenge import is_challenge
from newsgrep.ingest.extract.body.corrections import changes_in
from newsgrep.ingest.extract.body.trailer import without_trailer
from newsgrep.ingest.extract.content import read_content
from newsgrep.ingest.extract.file_names import NAMED, headline_of_name, source_of_names
from newsgrep.ingest.extract.head import japanese
from newsgrep.ingest.extract.head.agencies import agency
from newsgrep.ingest.extract.head.byline import reporting_credit
from newsgrep.ingest.extract.head.context import (
    dated_without_year,
    in_order,
    with_dates_read,
    without_contradicted,
)
from newsgrep.ingest.extract.head.dateline import (
    calm_place,
    dateline_below,
    dateline_claim,
    read_dateline,
)
from newsgrep.ingest.extract.head.languages import language_claims
from newsgrep.ingest.extract.head.publications import (
    as_source,
    publication,
)
from newsgrep.ingest.extract.head.signed import authors_of
from newsgrep.ingest.extract.head.titles import with_papers_before, with_signed_titles, without_site
from newsgrep.ingest.extract.names.acronyms import acronyms_in
from newsgrep.ingest.extract.names.personal_names import set_right
from newsgrep.ingest.extract.names.recognition import Names, names_of
from newsgrep.ingest.extract.names.speakers import speakers_of
from newsgrep.ingest.extract.outside_dates import dates_outside
from newsgrep.ingest.extract.papers_as_authors import without_paper_as_author
from newsgrep.ingest.extract.site_source import source_of_site
from newsgrep.ingest.extract.text_ends import address_alone, closed, opened, signed_within
from newsgrep.ingest.extract.texts_in_fields import (
    MAX_VALUE,
    below_texts,
    texts_in_fields,
    with_subject,
)
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.clean import clean_line, clean_text, without_markup
from newsgrep.text.language import language_code
from newsgrep.text.letters import letters
from newsgrep.text.mojibake import repaired
from newsgrep.text.placeholders import is_no_value
from newsgrep.text.words import count_words, has_words

_SINGLE = ("title", "deck", "date", "modified", "source", "place", "section", "language", "url")
_NAMED = frozenset(("title", "deck", "authors", "source"))
"""Fields in which programs write that they found nothing: ``Title not found``."""
_SEVERAL = ("authors", "tags", "people", "organizations", "places")
_DAY_ALONE = re.compile(r"[^\W\d_]{3,9}\.? \d{1,2},? \d{4}")
_MAX_VALUES = 100
_TITLE_WORDS = 14
_TITLE_SIGNS = 40
"""Words of a paragraph that stand for a headline, and signs of Chinese and Japanese."""
_DENSE = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{12}")
FIRST_WORDS = 0.3
"""How much the first words of a text are believed to be a headline."""
_NAMES_SURE = 0.75
"""Of names found by other means than the rules, which do not say how sure they are."""
MIN_OPTIONAL = 250
"""Characters of text below which a page of a web archive is taken for no article."""


Namer = Callable[[str], Names]
"""What finds the names in a text."""


def article_from(
    raw: RawDocument, path: str, namer: Namer = names_of, *, keep_all: bool = False
) -> Article:
    """The article in a raw document that was read from ``path``.

    With ``keep_all`` a web page keeps all text that is not navigation. Its words are not counted
    yet; see :func:`counted`. Raises :class:`UnreadableFile` where there is no text in it.
    """
    claims, long = texts_in_fields(raw.claims)
    content, mended = (raw.content, False) if raw.form is Form.PAGE else repaired(raw.content)
    titled = any(claim.field == "title" for claim in claims)
    paragraphs, found = read_content(raw.form, content, keep_all=keep_all, titled=titled)
    if raw.form is Form.PAGE:
        content, mended = repaired("\n".join(paragraphs))
        paragraphs = content.split("\n")
    claims = [c for c in claims + found if c.field not in _NAMED or not is_no_value(c.value)]
    claims += address_alone(paragraphs, claims)
    outside = dates_outside(path, claims)
    claims += outside
    claims = with_papers_before(with_signed_titles(claims))
    claims = with_archives_doubted(without_paper_as_author(claims))
    claims += source_of_site(claims, raw.form)
    if all(claim.field != "source" or claim.confidence < NAMED for claim in claims):
        claims += source_of_names(path)
    paragraphs = [p for p in paragraphs if p]
    kept, owner = without_trailer(paragraphs)
    if not (keep_all and raw.form is Form.PAGE):
        paragraphs = kept
    if owner:
        claims.append(Claim("source", owner, "copyright line", 0.5))
    paragraphs, more = opened(paragraphs, claims)
    claims += more
    paragraphs, more = closed(paragraphs, claims)
    claims += without_paper_as_author(more)
    claims += signed_within(paragraphs, claims)
    paragraphs = below_texts(paragraphs, long)
    text = "\n\n".join(paragraphs)
    claims += _from_text(text, paragraphs, claims)
    if not raw.record and not any(
        c.field == "title" and c.confidence > FIRST_WORDS for c in claims
    ):
        claims += headline_of_name(path, text)
    claims, claims_mended = _mended(with_dates_read(claims))
    claims = without_contradicted(claims)
    claims += dated_without_year(claims, path, content)
    if told := source_of_path(path):
        claims = [claim for claim in claims if claim.field != "source"]
        claims.append(Claim("source", told, "configuration, by path", 1.0))
    values, facts = _weigh(in_order(claims, content))
    title = without_site(str(values.get("title", "")), claims)
    if title:
        values["title"] = title
        text = with_subject(text, title, claims)
    if not has_words(text) and not has_words(title):
        raise UnreadableFile("no text in it")
    if is_challenge(f"{title}\n{text}"):
        raise UnreadableFile("a site's check for robots, no article")
    if raw.optional and len(text) < MIN_OPTIONAL:
        raise UnreadableFile("too little text for an article")
    recognised = next((claim for claim in raw.claims if claim.field == "text"), None)
    if recognised is not None:
        sure = {claim.origin for claim in outside}
        for name, fact in facts.items():
            if fact.origin not in sure:
                facts[name] = _less_sure(fact, recognised.confidence)
        facts["text"] = Fact(recognised.origin, recognised.confidence)
    elif mended or claims_mended:
        facts["text"] = Fact("mojibake repaired", 0.9)
    changes = changes_in(text)
    acronyms = acronyms_in(text)
    names = namer(f"{values.get('deck', '')}\n{_with_calm_dateline(text)}")
    named = _with_names(values, facts, names, acronyms)
    people = named.get("people", tuple(values.get("people", ())))
    return Article(
        id=article_id(path, raw.record),
        path=path,
        record=raw.record,
        part=raw.part,
        text=text,
        acronyms=acronyms,
        correction=changes.correction,
        update=changes.update,
        facts=facts,
        speakers=speakers_of(text, people, named.get("organizations", ())),
        **(values | named),  # type: ignore[arg-type]
    )


def _less_sure(fact: Fact, confidence: float) -> Fact:
    """A fact of a text that was recognised, and may have been read wrongly."""
    return Fact(fact.origin, round(fact.confidence * confidence, 3))


def _mended(claims: list[Claim]) -> tuple[list[Claim], bool]:
    """The claims with mojibake in them repaired, and whether there was any."""
    mended = [claim._replace(value=repaired(claim.value)[0]) for claim in claims]
    return mended, mended != claims


def _with_calm_dateline(text: str) -> str:
    """``text`` with its dateline's place alone, and not in capitals.

    The agency's name would be taken for somebody's.
    """
    dateline = read_dateline(text)
    return text if dateline is None else f"{dateline.place}.\n{text[dateline.end :]}"


def _with_names(
    values: dict[str, str | tuple[str, ...]],
    facts: dict[str, Fact],
    names: Names,
    acronyms: Iterable[tuple[str, str]],
) -> dict[str, tuple[str, ...]]:
    """The names that the container gives, and after them those found in the text.

    An acronym goes where its long form stands.
    """
    short = dict(acronyms)
    merged: dict[str, tuple[str, ...]] = {}
    for field in ("people", "organizations", "places"):
        found: tuple[str, ...] = getattr(names, field)
        if not found:
            continue
        given = tuple(values.get(field, ()))
        known = {name.casefold() for name in given}
        whole = {*given, *found}
        merged[field] = given + tuple(
            name for name in found if name.casefold() not in known and short.get(name) not in whole
        )
        facts.setdefault(field, Fact("names in the text", names.sure.get(field, _NAMES_SURE)))
    return merged


def counted(article: Article) -> Article:
    """The article with its number of words, as an index would count them."""
    words = sum(map(count_words, (article.title, article.deck, article.text)))
    return replace(article, words=words)


def _from_text(text: str, paragraphs: list[str], claims: Iterable[Claim]) -> list[Claim]:
    """What the text itself says: its dateline, its reporters, its language."""
    claimed = {claim.field for claim in claims}
    found: list[Claim] = []
    dateline = read_dateline(text) or dateline_below(paragraphs)
    if dateline is not None:
        if dateline.place:
            found.append(Claim("place", dateline.place, "dateline", 0.9))
        if dateline.source:
            confidence = 0.8 if agency(dateline.source) else 0.55
            found.append(Claim("source", dateline.source, "dateline", confidence))
        if dateline.date:
            found.append(Claim("date", dateline.date, "dateline", 0.8))
        behind = _SIGNED_BEHIND.match(text, dateline.end) if dateline.source else None
        if behind is not None and "authors" not in claimed:
            found.append(Claim("authors", set_right(behind[1]), "behind the dateline", 0.75))
        if dateline.day:
            found.append(Claim("day", dateline.day, "dateline", 0.6))
    found += _signed_in_japanese(text, dateline is None)
    if "authors" not in claimed:
        found += [
            Claim("authors", name, "reporting credit", 0.75) for name in reporting_credit(text)
        ]
    if not any(claim.field == "title" and has_words(claim.value) for claim in claims):
        told = (p for p in paragraphs if has_words(p) and not p.isdecimal())
        worded = next((p for p in told if _ADDRESS.fullmatch(p) is None), "")
        worded = worded or next(filter(has_words, paragraphs), "")
        found.append(Claim("title", _first_words(worded), "first words of the text", FIRST_WORDS))
    found += language_claims(text, claims)
    return found


_ADDRESS = re.compile(r"<?https?://\S+>?")
_SIGNED_BEHIND = re.compile(r"([A-ZÇĞİÖŞÜÀ-Ý]{2,15}(?: [A-ZÇĞİÖŞÜÀ-Ý]{2,15}){1,2})\s[-–]\s")
"""``İZMİR (AA) - ANN POE - …``: who wrote it, in capitals."""


def _signed_in_japanese(text: str, undated: bool) -> list[Claim]:
    """What stands in brackets at either end of a Japanese text: author, place, agency."""
    found: list[Claim] = []
    opened = japanese.opening(text) if undated else None
    for signed, origin, sure in ((opened, "dateline", 0.8), (japanese.closing(text), "end", 0.7)):
        if signed is None:
            continue
        for field, value in (
            ("authors", signed.author), ("source", signed.source), ("place", signed.place),
        ):  # fmt: skip
            found += [Claim(field, value, origin, sure)] if value else []
    return found


def _first_words(paragraph: str) -> str:
    if len(paragraph) > _TITLE_SIGNS and _DENSE.search(paragraph, 0, _TITLE_SIGNS) is not None:
        sentence = re.split(r"(?<=[。！？])", paragraph, maxsplit=1)[0]
        whole = len(sentence) <= _TITLE_SIGNS
        return sentence if whole else f"{paragraph[:_TITLE_SIGNS].rstrip(' ，、：')}…"
    words = paragraph.split(" ")
    short = " ".join(words[:_TITLE_WORDS])
    return short if len(words) <= _TITLE_WORDS else f"{short.rstrip(' ,;:')}…"


def _weigh(claims: Iterable[Claim]) -> tuple[dict[str, str | tuple[str, ...]], dict[str, Fact]]:
    """For each field the value that is believed most, and why; earlier claims win ties."""
    by_field: dict[str, list[Claim]] = {}
    for claim in claims:
        by_field.setdefault(claim.field, []).append(claim)
    values: dict[str, str | tuple[str, ...]] = {}
    facts: dict[str, Fact] = {}
    for field, candidates in by_field.items():
        ranked = sorted(candidates, key=lambda claim: -claim.confidence)
        if field in _SINGLE:
            for claim in ranked:
                value = _single(field, claim.value)
                if value:
                    values[field] = value
                    facts[field] = Fact(claim.origin, claim.confidence)
                    if field == "source":
                        values |= _as_written(claim.value, value)
                    break
        elif field in _SEVERAL:
            for claim in ranked:
                together = tuple(c.value for c in candidates if c.origin == claim.origin)
                members = _several(field, together)
                if members:
                    values[field] = members
                    facts[field] = Fact(claim.origin, claim.confidence)
                    break
    if "deck" in values and letters(str(values["deck"])) == letters(str(values.get("title", ""))):
        del values["deck"], facts["deck"]
    return values, facts


def _single(field: str, value: str) -> str:
    value = without_markup(clean_line(value)[:MAX_VALUE])
    if field == "source":
        name = as_source(value)
        return publication(name) or _calm(name)
    return value if field in ("title", "deck") else _normal(field, value)


def _as_written(written: str, source: str) -> dict[str, str]:
    """What an article calls its source, where that is not its usual name."""
    line = clean_line(written)[:MAX_VALUE]
    return {} if line == source else {"source_as_written": line}


def _calm(source: str) -> str:
    """A publication's name that nobody knows, without its capitals where it has several words."""
    several = len(source.split()) > 1 and max(map(len, source.split())) > 3
    return set_right(source) if source.isupper() and several else source


# The articles of one archive share most of these.
@lru_cache(maxsize=4096)
def _normal(field: str, value: str) -> str:
    match field:
        case "language":
            return language_code(value)
        case "place":
            if value[:1].isdigit() or _DAY_ALONE.fullmatch(value):
                return ""  # some give the time of filing there
            if re.match(r"said to be\b", value, re.IGNORECASE):
                return ""  # of films whose place nobody can tell
            value = re.sub(r"\s*\([^()]{2,40}\)\s*[-–—]*\s*$", "", value) or value
            dateline = dateline_claim(value) if re.search(r"\d|[-–—]\s*$", value) else None
            return (
                dateline.place
                if dateline is not None and dateline.place
                else clean_line(calm_place(value))
            )
        case "url":
            return value if re.match(r"[a-z][a-z0-9+.-]*:", value, re.IGNORECASE) else ""
        case _:
            return value


@lru_cache(maxsize=1024)
def _several(field: str, values: tuple[str, ...]) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for value in values:
        line = clean_line(value)[:MAX_VALUE]
        if field == "authors":
            found.update(dict.fromkeys(authors_of(clean_text(value)[:MAX_VALUE])))
        else:
            found.update((part.strip(), None) for part in re.split(r"[,;|]", line) if part.strip())
    return tuple(found)[:_MAX_VALUES]
