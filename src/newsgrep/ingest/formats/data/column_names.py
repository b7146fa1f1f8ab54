"""Names of columns and keys under which people keep the parts of an article."""

from __future__ import annotations

import re
from functools import lru_cache

from newsgrep.text.fold import fold

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
    " текст κειμενο النص 正文 内容 內容 本文 본문 내용 paragraphs sentences sents",
    "deck": "deck dek subtitle subhead subheadline standfirst description shortdescription summary"
    " abstract lead trailtext excerpt snippet teaser descriptiontext highlights bajada chapeau"
    " vorspann untertitel unterzeile soustitre sottotitolo occhiello ondertitel tiivistelma"
    " ingressi ingress ringkasan tomtat ozet аннотация 摘要 abstractnote",
    "authors": "authors author byline bylines creator writer writers reporter reporters by autor"
    " autores autoren auteur auteurs autore autori verfasser journaliste journalist dccreator"
    " redacteur kirjoittaja penulis wartawan pengarang forfattare forfatter tacgia yazar szerzo"
    " автор συγγραφεας الكاتب 作者 著者 기자 기고자 creators publishedby",
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
    "source": "containertitle source publication publisher outlet newspaper medium journal"
    " publicationname publicationtitle sourcename sourcetitle newspapername medianame quelle"
    " zeitung medienname"
    " krant bron fuente periodico diario fonte testata giornale jornal kilde zrodlo agency provider"
    " creditline paper sitename site media sitefull domain sourcedomain hostname lahde sumber avis"
    " kaynak nguon izvor zdroj forras sursa источник πηγη المصدر 来源 來源 媒体 新聞 언론사"
    " newsoutlet mediaoutlet newswebsite website ispartof",
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


# Every row has the same.
@lru_cache(maxsize=2048)
def bare(name: str) -> str:
    """A name in small letters, without marks and what stands between its words."""
    return re.sub(r"[\W_]+", "", fold(name))


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
ALIKE = 3 * _FIRST_OF_ALIKE
"""The rank of names that are known by one of their words alone."""
_OF_PUBLICATION = frozenset(
    """date datetime published publishing publication publish posted pubdate pub released
    release""".split()
)
_OF_DATES = _OF_PUBLICATION | frozenset(
    """time timestamp day gmt utc est edt pst cet local iso str string text formatted full original
    online web print on at of the news article""".split()
)
"""Words of which the name of a date may be made: ``PUBLISHED DATE (GMT)``, ``date_posted``. A
date of saving, crawling or birth has others."""


@lru_cache(maxsize=2048)
def _known(name: str) -> tuple[str, int]:
    """The field of a column and the rank of its name; empty and 0 for a name of none."""
    bared = bare(name)
    if bared in _FIELD_OF:
        return _FIELD_OF[bared], _RANK[bared]
    words = [word for word in re.split(r"[\W_]+|(?<=[a-z])(?=[A-Z])", name) if word]
    folded = [fold(word) for word in words[:_MOST_WORDS]]
    if len(folded) < 2 or len(words) > _MOST_WORDS:
        return "", 0
    rest = "".join(folded[1:])
    if folded[0] in _SAME and rest in _FIELD_OF:
        return _FIELD_OF[rest], _FIRST_OF_ALIKE + _RANK[rest]
    if folded[-1] in _HEADLINES and not _OTHERS & set(folded):
        return "title", 2 * _FIRST_OF_ALIKE
    if _OF_PUBLICATION & set(folded) and set(folded) <= _OF_DATES | _SAME:
        return "date", ALIKE
    return "", 0


_MOST_WORDS = 4


def field_of(name: str) -> str:
    """The article's field that a column of this name holds, or an empty string."""
    return _known(name)[0]


def rank_of(name: str) -> int:
    """Where a name stands among those of its field: the lowest counts; 0 for an unknown one."""
    return _known(name)[1]
