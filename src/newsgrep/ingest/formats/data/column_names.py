"""Names of columns and keys under which people keep the parts of an article."""

from __future__ import annotations

import ast
import html
import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from itertools import islice
from typing import Any

from newsgrep.errors import UnreadableFile
from newsgrep.ingest.raw_document import Claim, Form, RawDocument
from newsgrep.text.dates import normal_date
from newsgrep.text.fold import fold
from newsgrep.text.placeholders import is_no_value

_NAMES = {
    "title": "headline title headlinemain mainheadline head heading hed articletitle webtitle"
    " titulo titular titre titel titolo tytul schlagzeile uberschrift kop otsikko manchete baslik"
    " nadpis zagolovok printheadline judul tajuk overskrift tieude naslov titulek titlu cim"
    " заголовок τιτλος العنوان 标题 標題 見出し タイトル 제목",
    "text": "text content body article articlebody articletext bodytext fulltext maintext story"
    " contenttext plaintext contenido texto texte cuerpo testo inhalt contenthtml bodyhtml html"
    " bodymain bodyxhtml articlehtml contents tekst volltext artikeltext artikel corps contenu"
    " conteudo leadparagraph storytext articlecontent rawtext tresc metin teksti leipateksti isi"
    " isiberita konten kandungan brodtext brodtekst noidung icerik sadrzaj obsah continut szoveg"
    " текст κειμενο النص 正文 内容 內容 本文 본문 내용",
    "deck": "deck dek subtitle subhead subheadline standfirst description shortdescription summary"
    " abstract lead trailtext excerpt snippet teaser descriptiontext highlights bajada chapeau"
    " vorspann untertitel unterzeile soustitre sottotitolo occhiello ondertitel tiivistelma"
    " ingressi ingress ringkasan tomtat ozet аннотация 摘要",
    "authors": "authors author byline bylines creator writer writers reporter reporters by autor"
    " autores autoren auteur auteurs autore autori verfasser journaliste journalist dccreator"
    " redacteur kirjoittaja penulis wartawan pengarang forfattare forfatter tacgia yazar szerzo"
    " автор συγγραφεας الكاتب 作者 著者 기자 기고자",
    "date": "published publishedat publisheddate datepublished datepublish publishdate pubdate"
    " publishdatetime publisheddatetime publicationdate publicationdatetime datetimepub publishedon"
    " publishedtime firstpublished webpublicationdate articledate dateofpublication"
    " erscheinungsdatum veroffentlicht publicatiedatum fechapublicacion julkaistu julkaisupaiva"
    " publicerad publisert firstcreated datetime date datum fecha tarih timestamp paivamaara"
    " tanggal tarikh dato ngay ngaydang дата ημερομηνια التاريخ 发布时间 日期 日付 일자 날짜"
    " dctermscreated versioncreated seendate posted postedat issued created createdat"
    " createddatetime datecreated creationdate crawldate data time",
    "modified": "modified updated updatedat updateddatetime lastmodified datemodified datemodify"
    " modifieddate modifieddatetime modifiedat dateupdated contentmodified",
    "source": "source publication publisher outlet newspaper medium journal publicationname"
    " publicationtitle sourcename sourcetitle newspapername medianame quelle zeitung medienname"
    " krant bron fuente periodico diario fonte testata giornale jornal kilde zrodlo agency provider"
    " creditline paper sitename site media sitefull domain sourcedomain hostname lahde sumber avis"
    " kaynak nguon izvor zdroj forras sursa источник πηγη المصدر 来源 來源 媒体 新聞 언론사",
    "place": "place dateline filedfrom city lugar ort located",
    "section": "section category sectionname desk newsdesk rubric rubricnames ressort rubrik"
    " rubriek rubrique seccion sezione secao articlesection kicker subject osasto kategoria"
    " kategori chuyenmuc рубрика",
    "language": "language lang idioma locale sprache langue taal lingua idiom kieli bahasa",
    "url": "url link href permalink canonical canonicalurl weburl articleurl webpage sourceurl uri"
    " linkki tautan pautan ссылка 链接 連結",
    "tags": "tags keywords keyword topics labels subjects themes categories schlagworter"
    " schlagworte motscles trefwoorden palabrasclave avainsanat katakunci",
    "people": "people persons persona person",
    "organizations": "organizations organisations orgs companies organisation",
    "places": "places locations countries geo",
}
"""Names of columns, folded and without marks; of several for one field the first here counts."""
_FIELD_OF = {name: field for field, names in _NAMES.items() for name in names.split()}
_RANK = {name: at for names in _NAMES.values() for at, name in enumerate(names.split())}
_WITHIN = frozenset(
    """fields thread source attributes article data node item doc document metadata meta story post
    record properties result""".split()
)
"""Names of objects that hold an article's parts, as answers of news services nest them."""
_SEVERAL = frozenset(("authors", "tags", "people", "organizations", "places"))
_TAG = re.compile(r"</?(?:p|br|div|a|em|strong|h[1-6]|ul|li|b|i|span|blockquote)\b[^>]*>", re.I)
_PAIRED = re.compile(r"<([a-z][a-z0-9]*)\b[^>]*>[^<]*</\1>|<br\s*/?>", re.I)
"""Markup in a headline; ``<DD>`` alone is a share's sign."""
_CONFIDENCE = 0.95
_EPOCH_LIMIT = 253_402_300_800
_FIRST_SERIAL, _LAST_SERIAL = 20_000, 60_000
"""Days since 30 December 1899, as spreadsheets count them: 1954 to 2064."""
_CUT_OFF = re.compile(r"\s*\[\+\d+ chars\]\s*$")
"""What NewsAPI puts where it ends a text."""
_MAX_DEPTH = 3
_MAX_NAMES = 300


# Every row has the same.
@lru_cache(maxsize=2048)
def _bare(name: str) -> str:
    return re.sub(r"[\W_]+", "", fold(name))


def _is_empty(value: Any) -> bool:
    if isinstance(value, str):
        return is_no_value(value)
    return value is None or value == []


_SAME = frozenset(
    """article articles news story post item representative main original full""".split()
)
"""What may stand before a name without changing what it means: ``article_link``."""
_HEADLINES = frozenset(("headline", "title"))
_OTHERS = frozenset(
    """image photo picture caption job byline role position user author authors person video audio
    section category meta seo site website feed blog series book album episode channel event
    journal source publication page window tab alt og twitter short sub media""".split()
)
"""What has titles that are no headlines."""
_FIRST_OF_ALIKE = 1000
"""The rank from which on a name is only like one that is known."""


@lru_cache(maxsize=2048)
def _known(name: str) -> tuple[str, int]:
    """The field of a column and the rank of its name; empty and 0 for a name of none."""
    bare = _bare(name)
    if bare in _FIELD_OF:
        return _FIELD_OF[bare], _RANK[bare]
    words = [word for word in re.split(r"[\W_]+|(?<=[a-z])(?=[A-Z])", name) if word]
    folded = [fold(word) for word in words[:_MOST_WORDS]]
    if len(folded) < 2 or len(words) > _MOST_WORDS:
        return "", 0
    rest = "".join(folded[1:])
    if folded[0] in _SAME and rest in _FIELD_OF:
        return _FIELD_OF[rest], _FIRST_OF_ALIKE + _RANK[rest]
    if folded[-1] in _HEADLINES and not _OTHERS & set(folded):
        return "title", 2 * _FIRST_OF_ALIKE
    return "", 0


_MOST_WORDS = 4


def field_of(name: str) -> str:
    """The article's field that a column of this name holds, or an empty string."""
    return _known(name)[0]


def rank_of(name: str) -> int:
    """Where a name stands among those of its field: the lowest counts; 0 for an unknown one."""
    return _known(name)[1]


def fields_in(values: Mapping[str, Any]) -> set[str]:
    """The fields that a record has values for: what tells an article from any other object."""
    return {field for _, field, _, value in _columns(values) if _strings(value) or _number(value)}


def _number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _columns(
    values: Mapping[str, Any], depth: int = 0
) -> Iterator[tuple[tuple[int, int], str, str, Any]]:
    """Rank, field, name and value of each known column, those of objects within it last."""
    for name, value in islice(values.items(), _MAX_NAMES):
        bare = _bare(str(name))
        if _is_empty(value):
            continue
        field, rank = _known(str(name))
        if bare == "subject" and isinstance(value, list):
            field = "tags"
        nested = isinstance(value, dict) and depth < _MAX_DEPTH and bare in _WITHIN
        if field and not (nested and not _strings(value)):
            yield (depth, rank), field, str(name), value
        # "source" is the publication, "_source" the whole record.
        if nested and (bare != "source" or str(name).startswith("_")):
            yield from _columns(value, depth + 1)


def document_from(
    values: Mapping[str, Any], record: int, kind: str, *, need_text: bool = True
) -> RawDocument:
    """The raw document of one record: a mapping of column names to values.

    A headline with a date, an address or a source is an article, too. Raises
    :class:`UnreadableFile` where there is neither a text nor such a headline.
    """
    texts: list[str] = []
    claims: list[Claim] = []
    seen: set[str] = set()
    for _, field, name, kept in sorted(_columns(values), key=lambda column: column[0]):
        value = _unwrapped(kept)
        if field == "text":
            text, more = _text_of(value)
            texts.append(text)
            claims += [Claim(f, s, f"{kind} {name}", _CONFIDENCE) for f, s in more]
            continue
        if field in seen:
            continue
        strings = _strings(value) if field in _SEVERAL else _strings(value)[:1]
        if field in ("date", "modified"):
            strings = [moment for moment in [_moment(value, strings)] if moment]
        found = [Claim(field, s, f"{kind} {name}", _CONFIDENCE) for s in strings if s.strip()]
        claims += found
        if found:
            seen.add(field)
    if "date" not in seen:
        claims += _date_of_parts(values, kind)
    # Where several columns hold text (an excerpt, the whole), the longest is the article.
    text = _CUT_OFF.sub("", max(texts, key=len, default=""))
    if not text.strip():
        deck = next((c for c in claims if c.field == "deck"), None)
        if deck is not None:
            claims.remove(deck)
            text = deck.value
        elif need_text and not ("title" in seen and seen & {"date", "url", "source"}):
            known = ", ".join(str(name) for name in list(values)[:8]) or "none"
            raise UnreadableFile(f"no text in it (columns: {known})")
    form = Form.PAGE if _is_page(text) else Form.PROSE
    if form is Form.PROSE:
        text = text if _TAG.search(text[:4000]) else _unescaped(text)
        text = _without_tags(text) if _TAG.search(text[:4000]) else text
    return RawDocument(form, text, tuple(map(_cleaned, _behind_archive(claims))), record)


def _cleaned(claim: Claim) -> Claim:
    """A claim without markup, escaped signs, and the archive that kept a page as its source."""
    value = claim.value
    if claim.field in ("title", "deck") and _PAIRED.search(value):
        value = _without_tags(value)
    if claim.field not in ("url", "date", "modified"):
        value = _unescaped(value)
    return claim._replace(value=value)


_BYTES = re.compile(r"b(['\"]).*\\x[0-9a-f]{2}.*\1", re.DOTALL)


def _unwrapped(value: Any) -> Any:
    """A value as it is meant that a program wrote as Python writes bytes: ``b'Sm\\xc3\\xb8r'``."""
    if not isinstance(value, str) or not value.startswith("b") or not _BYTES.fullmatch(value):
        return value
    try:
        found = ast.literal_eval(value)
    except (ValueError, SyntaxError):
        return value
    return found.decode("utf-8", "replace") if isinstance(found, bytes) else value


_ESCAPED = re.compile(
    r"&(?:#\d{2,6}|#x[0-9a-f]{2,5}|amp|quot|apos|lt|gt|nbsp|[lr][sd]?a?quo|hellip|[mn]dash);", re.I
)


def _unescaped(text: str) -> str:
    """A text whose signs were escaped for a page, once or twice, as they are meant."""
    for _ in range(3):
        if _ESCAPED.search(text) is None:
            break
        text = html.unescape(text)
    return text


_ARCHIVED = re.compile(r"https?://web\.archive\.org/web/\d+[a-z_*]*/(?:https?:/+)?([\w.-]+\.\w+)")


def _behind_archive(claims: list[Claim]) -> list[Claim]:
    """The claims with the site of a page as its source, where they name the Wayback Machine."""
    address = next(
        (m for c in claims if c.field == "url" and (m := _ARCHIVED.match(c.value))), None
    )
    if address is None:
        return claims
    return [
        c._replace(value=address[1].removeprefix("www."))
        if c.field == "source" and c.value.removeprefix("https://").startswith("web.archive.org")
        else c
        for c in claims
    ]


def _is_page(text: str) -> bool:
    return bool(re.match(r"\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype\s+html|html)\b", text, re.I))


def _without_tags(text: str) -> str:
    from newsgrep.ingest.formats.documents.markup import text_of_fragment

    return text_of_fragment(text)


_PIECE_FIELDS = {"kicker": "section", "title": "title", "byline": "authors"}
_OTHER_PIECES = frozenset(
    """kicker title byline date image video tweet gallery author_info deck list_image
    inline_photo""".split()
)


def _text_of(value: Any) -> tuple[str, list[tuple[str, str]]]:
    """The text of a value, and what else it says where it is a list of typed pieces."""
    if not isinstance(value, list) or not all(isinstance(piece, dict) for piece in value):
        return (value if isinstance(value, str) else "\n\n".join(_strings(value))), []
    texts: list[str] = []
    more: list[tuple[str, str]] = []
    for piece in value:
        kind = str(piece.get("type", ""))
        content = piece.get("content")
        if kind in _PIECE_FIELDS and isinstance(content, str):
            more.append((_PIECE_FIELDS[kind], content))
        if kind not in _OTHER_PIECES:
            content = content if isinstance(content, str) else "\n\n".join(_strings(piece))
            texts.append(_without_tags(content) if _TAG.search(content) else content)
    return "\n\n".join(filter(None, texts)), more


def _moment(value: Any, strings: list[str]) -> str:
    """A moment as text; of a number what it counts. Empty where it is no date."""
    if _number(value):
        return _counted(float(value))
    text = strings[0].strip() if strings else ""
    if re.fullmatch(r"\d{5}(?:\.\d+)?|\d{10}|\d{13}", text):
        return _counted(float(text))
    return text if text and normal_date(text) is not None else ""


def _counted(value: float) -> str:
    """A Unix time in seconds or milliseconds, a spreadsheet's day or a year, as ISO 8601."""
    if _FIRST_SERIAL <= value <= _LAST_SERIAL:
        moment = datetime(1899, 12, 30) + timedelta(days=value)
        iso = moment.isoformat(timespec="seconds")
        return iso.removesuffix("T00:00:00")
    seconds = value / 1000 if abs(value) > 100_000_000_000 else value
    if not 0 < seconds < _EPOCH_LIMIT:
        return ""
    if seconds < 10_000:
        return str(int(seconds))
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="seconds")


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


_SHOWN = (
    "value", "name", "title", "text", "#text", "label", "main", "original", "rendered", "default",
    "fullname", "full_name", "display_name", "webTitle",
)  # fmt: skip
"""Keys of an object that hold what it shows."""


def _strings(value: Any, depth: int = 0) -> list[str]:
    """A value as strings: of a list its members, of an object its name."""
    if depth > 5:
        return []
    match value:
        case str():
            return [value]
        case bool() | None:
            return []
        case int() | float():
            return [str(value)]
        case list():
            return [string for member in value for string in _strings(member, depth + 1)]
        case dict():
            if value.get("type") == "contributor":
                return []  # the Guardian tags its articles with their authors, too
            for key in _SHOWN:
                if isinstance(value.get(key), str) and value[key].strip():
                    return [value[key]]
            whole = [value.get(k) for k in ("firstname", "middlename", "lastname")]
            if isinstance(whole[0], str) and isinstance(whole[2], str):
                return [" ".join(part for part in whole if isinstance(part, str) and part)]
    return []
