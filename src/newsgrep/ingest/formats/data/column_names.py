"""Names of columns and keys under which people keep the parts of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from newsgrep.text.fold import fold
from newsgrep.text.lazy_regex import regex

_NAMES: dict[str, str] = {
    "title": """
        articletitle headline fulltitle title headlinetext titletext headlinemain mainheadline
        head heading hed webtitle titulo
        titular titre titel titolo tytul schlagzeile uberschrift kop otsikko manchete baslik nadpis
        zagolovok printheadline judul tajuk overskrift tieude naslov titulek titlu cim заголовок
        τιτλος العنوان 标题 標題 見出し タイトル 제목
        titol titulua izenburua pealkiri virsraksts antraste pavadinimas titulok titulli tittel
        haber
        fyrirsogn titill naglowek titlul cikkcim manset basligi basliq pamagat kichwa krantenkop
        titoli titulky заглавие наслов гарчиг тақырып כותרת טיטל عنوان تیتر سرخی शीर्षक
        শিরোনাম தலைப்பு శీర్షిక หัวข้อ หัวข้อข่าว พาดหัว 题名 新闻标题 新聞標題 文章标题 題名
        header 記事タイトル 기사제목 표제 სათაური վերնագիր ርዕስ тема displaytitle""",
    "text": """
        text content body article articlebody articletext bodytext fulltext maintext story
        contenttext plaintext contenido texto texte cuerpo testo inhalt contenthtml bodyhtml html
        bodymain bodyxhtml articlehtml contents tekst volltext artikeltext artikel corps contenu
        conteudo leadparagraph storytext articlecontent rawtext tresc metin teksti leipateksti isi
        isiberita konten kandungan brodtext brodtekst noidung icerik sadrzaj obsah continut szoveg
        текст κειμενο النص 正文 内容 內容 本文 본문 내용 paragraphs sentences sents
        sentence passage
        textocompleto textointegral textecomplet testocompleto contenuto corpo contingut inhoud
        fliesstext haupttext textkorper metni icerigi metn mətn məzmun teks naskah sisu sisalto
        tartalom textul continutul besedilo vsebina съдържание содержание зміст περιεχομενο نص
        المحتوى محتوى متن متنخبر محتوا תוכן טקסט सामग्री বিষয়বস্তু เนื้อหา เนื้อข่าว 文本 全文
        正文内容 正文內容 內文 新闻正文 文章正文 新闻内容 新聞內容 文章内容 记事本文 記事本文
        記事 テキスト 기사본문 기사내용 원문
        cleantext cleanedtext cleancontent rawcontent textcontent textbody contentencoded selftext
        ocrtext ocreng transcript transcription txt englishtranslation translation
        tweet tweettext letter lettertext paragraph answer blocks sprinkledbody mobiledoc
        lexical""",
    "deck": """
        deck dek desc shorttext subtitle subhead subheadline standfirst description
        shortdescription summary
        abstract lead trailtext excerpt snippet teaser descriptiontext highlights bajada chapeau
        vorspann untertitel unterzeile soustitre sottotitolo occhiello ondertitel tiivistelma
        ingressi ingress ringkasan tomtat ozet аннотация 摘要 abstractnote
        sumario riassunto sommario brief resumen resume resumo zusammenfassung kurzfassung anriss
        teasertext samenvatting sammanfattning sammendrag streszczenie zajawka shrnuti perex
        anotace sinopsis synopsis entradilla copete subtitulo catenaccio manchet rezumat povzetek
        podnaslov sazetak descripcion descricao descrizione beschreibung omschrijving beskrivning
        beskrivelse opis popis descriere aciklama kisaaciklama deskripsi rangkuman intisari sapo
        mota περιληψη περιγραφη резюме описание анонс подзаголовок опис الملخص ملخص الوصف خلاصه
        תקציר सारांश সারাংশ 导语 简介 概要 要約 요약 부제 부제목 introtext intro preamble blurb
        lede strapline tagline shortsummary briefsummary subheading leadtext previewtext""",
    "authors": """
        authors author byline bylines creator writer writers reporter reporters by autor autores
        autoren auteur auteurs autore autori verfasser journaliste journalist dccreator redacteur
        kirjoittaja penulis wartawan pengarang forfattare forfatter tacgia yazar szerzo автор
        συγγραφεας الكاتب 作者 著者 기자 기고자 creators publishedby
        autorstvo authorname authornames creatorname
        authorsname writername reportername bylinename authored writtenby
        journalists periodista periodistas redactor reportero autora jornalista jornalistas redator
        journalistes giornalista giornalisti redakteur autorin verfasserin autorzy dziennikarz
        novinar avtor autorii jurnalist yazan muhabir muəllif jurnalis toimittaja skribent ujsagiro
        tentacgia автори авторы журналист корреспондент المؤلف كاتب الصحفي نویسنده خبرنگار מחבר כתב
        लेखक লেখক ผู้เขียน 记者 記者 撰文 執筆者 기자명 글쓴이 작성자""",
    "date": """
        published publishedat publisheddate datepublished datepublish publishdate pubdate
        displaydate firstpublishdate publishdatetime publisheddatetime
        publicationdate publicationdatetime datetimepub
        publishedon publishedtime firstpublished webpublicationdate articledate dateofpublication
        erscheinungsdatum veroffentlicht publicatiedatum fechapublicacion julkaistu julkaisupaiva
        publicerad publisert publishtime pubtime firstcreated datetime date datum fecha tarih
        paivamaara tanggal tarikh dato ngay ngaydang дата ημερομηνια التاريخ 发布时间 日期
        日付 일자 날짜
        发布日期 發布日期 發佈時間 發布時間 发表时间 公開日 公開日時 掲載日 配信日時 작성일 등록일
        게시일 입력일 보도일 발행일 publicado pubblicato publie опубликовано tarihi tarix tarixi
        timestamp
        zaman waktu tgl pvm kuupaev datums fechahora datahora датапубликации датапублікації
        تاريخ تاریخ תאריך तारीख दिनांक তারিখ วันที่ 时间 時間 日時
        dctermscreated versioncreated seendate posted postedat issued created createdat
        createddatetime datecreated creationdate crawldate data time ts""",
    "modified": """
        modified updated updatedat updateddatetime lastmodified datemodified datemodify
        modifieddate modifieddatetime modifiedat dateupdated contentmodified
        updatedon updatetime updatedate lastupdate lastupdated fechaactualizacion dataatualizacao
        datemaj aktualisiert bijgewerkt oppdatert opdateret uppdaterad guncelleme
        guncellemetarihi diperbarui ngaycapnhat dataaggiornamento обновлено 更新时间 更新時間 更新日
        更新日時 수정일""",
    "source": """
        containertitle source publication outlet newspaper medium journal publicationname
        publicationtitle sourcename sourcetitle newspapername medianame quelle zeitung medienname
        krant bron fuente periodico diario fonte testata giornale jornal kilde zrodlo agency
        provider creditline paper sitename site media sitefull domain sourcedomain hostname lahde
        sumber avis kaynak nguon izvor zdroj forras sursa источник πηγη المصدر 来源 來源 媒体 新聞
        언론사 newsoutlet mediaoutlet newswebsite website ispartof
        newspapertitle journaltitle magazinetitle periodicaltitle journalname magazinename magazine
        papername outletname periodical periodicalname providername newssource medio veiculo portal
        revista revue
        nomjournal zeitungsname publikation zeitschrift krantnaam bronnaam tidning kalla avisnavn
        gazeta gazete gazeteadi mənbə situs namamedia bao tenbao издание сми газета джерело видання
        الصحيفة الجريدة مصدر منبع خبرگزاری روزنامه מקור עיתון स्रोत উৎস পত্রিকা แหล่งที่มา แหล่งข่าว
        สำนักข่าว 媒體 报纸 報紙 报刊 出处 出處 新闻来源 媒体名 新聞社 新聞名 出典 掲載紙 신문사
        매체 매체명 출처 ujsag noviny medij allikas
        publisher publishername newsroom contentnewsroom accountname 公众号 公眾號""",
    "place": "place dateline filedfrom city lugar ort located",
    "section": """
        section category sectionname desk newsdesk rubric rubricnames ressort rubrik rubriek
        rubrique seccion sezione secao articlesection kicker subject osasto kategoria kategori
        chuyenmuc рубрика
        categoria categorie kategorie rubrica rubrika sekcija sekce sekcia dzial sektion avdelning
        bolum kateqoriya danhmuc раздел категория категорія розділ القسم قسم التصنيف קטגוריה श्रेणी
        বিভাগ หมวด หมวดหมู่ 分类 分類 類別 栏目 カテゴリ カテゴリー 분류 카테고리 섹션""",
    "language": """
        language lang idioma locale sprache langue taal lingua idiom kieli bahasa
        dil jazyk jezik jezyk nyelv limba sprog sprak язык мова اللغة שפה 语言 語言 言語 언어
        ngonngu""",
    "url": """
        url originalurl originallink upstreamurl externallink externelink link href permalink
        canonical canonicalurl weburl articleurl webpage sourceurl uri
        linkki tautan pautan ссылка посилання 链接 連結
        enlace lien vinculo ligacao collegamento webadresse lenke lank odkaz poveznica povezava
        baglanti linki haberlinki duongdan lienket συνδεσμος посилання الرابط رابط لینک קישור
        लिंक লিংক ลิงก์ ลิงค์ 网址 網址 链接地址 原文链接 リンク 링크 기사링크
        원문링크 hivatkozas pageurl""",
    "tags": """
        tags keywords keyword topics labels subjects themes categories schlagworter schlagworte
        motscles trefwoorden palabrasclave avainsanat katakunci
        etiquetas etiqueta palavraschave stichworte stichworter etiketter etiketler
        anahtarkelimeler kulcsszavak cimkek stitky klicovaslova kljucnerijeci oznake tagi
        slowakluczowe cuvintecheie etichete tukhoa emneord nyckelord ключевыеслова теги
        ключовіслова الوسوم کلیدواژه برچسب תגיות 标签 標籤 关键词 關鍵字 キーワード タグ 키워드
        태그""",
    "people": "people persons persona person",
    "organizations": "organizations organisations orgs companies organisation",
    "places": "places locations countries geo",
}
"""Names of columns, folded and without marks; of several for one field the first here counts."""


# Every row has the same.
@lru_cache(maxsize=2048)
def bare(name: str) -> str:
    """A name in small letters, without marks and what stands between its words."""
    return re.sub(r"[\W_]+", "", fold(name))


def _as_bare(name: str) -> str:
    return name if name.isascii() else bare(name)


_FIELD_OF = {_as_bare(name): field for field, names in _NAMES.items() for name in names.split()}
_RANK = {_as_bare(name): at for names in _NAMES.values() for at, name in enumerate(names.split())}
_SAME = frozenset(
    """article articles news story post item node element representative main original full
    noticia noticias nota articulo artigo materia articolo notizia artikel beitrag nieuws
    berita haber haberin xeber xəbər bai baiviet clanek clanku clanak clanka vijesti vesti
    artykul artykulu wiadomosci stire stirii articol articolului cikk hir artikkel nyhet
    новости статьи новини статті خبر الخبر المقال""".split()
)
"""What may stand before a name, or behind it, without changing what it means: ``article_link``,
``isi_berita``."""
_CONNECTING = frozenset("of the de da do del della di du dari von der des la el".split())
_ENDS = ("es", "s", "x")
"""Plurals of names: ``Titulos``, ``Textes``."""
_IN_PLURAL = frozenset(("title", "text", "date", "url"))
_HEADLINES = frozenset(("headline", "title"))
_OTHERS = frozenset(
    """image photo picture caption job byline role position user author authors person video audio
    section category meta seo site website feed blog series book album episode channel event
    journal source publication page window tab alt og twitter short sub media newspaper magazine
    periodical outlet publisher portal domain program programme show film movie song game product
    course podcast collection domain host class style css""".split()
)
"""What has titles that are no headlines."""
_FIRST_OF_ALIKE = 1000
"""The rank from which on a name is only like one that is known."""
ALIKE = 3 * _FIRST_OF_ALIKE
"""The rank of names that are known by one of their words alone."""
PLURAL = 4 * _FIRST_OF_ALIKE
"""The rank of plurals, which name a column of a table, and in JSON a list of other things."""
_OF_PUBLICATION = frozenset(
    """date datetime published publishing publication publish posted pubdate pub released
    release publicacion publicacao pubblicazione publicare publicarii publicatie publikacji
    publikasi publikace publikovani terbit diterbitkan yayin yayinlanma yayim dang objave objavy
    vydani vydanie veroffentlichung publicering publisering udgivelse utgivelse julkaisu
    megjelenes публикации публікації издания النشر نشر انتشار""".split()
)
_OF_DATES = (
    _OF_PUBLICATION
    | _CONNECTING
    | frozenset(
        """time timestamp day gmt utc est edt pst cet local iso str string text formatted full
        original online web print on at of the news article datum data fecha tarih tarihi tarixi
    tanggal tgl waktu ngay hora dato paiva cas дата время تاريخ تاریخ""".split()
    )
)
"""Words of which the name of a date may be made: ``PUBLISHED DATE (GMT)``, ``date_posted``. A
date of saving, crawling or birth has others."""


@lru_cache(maxsize=2048)
def _known(name: str) -> tuple[str, int]:
    """The field of a column and the rank of its name; empty and 0 for a name of none."""
    bared = bare(name)
    if bared in _FIELD_OF:
        return _FIELD_OF[bared], _RANK[bared]
    if (part := _PART.fullmatch(bared)) and _FIELD_OF.get(part[1]) == "text":
        return "text", _FIRST_OF_ALIKE + _RANK[part[1]]
    words = [word for word in re.split(r"[\W_]+|(?<=[a-z])(?=[A-Z])", name) if word]
    folded = [fold(word) for word in words[:_MOST_WORDS]]
    if len(words) > _MOST_WORDS:
        return "", 0
    if len(folded) < 2:
        return _plural(bared)
    if folded[-1] in _MERGED:
        field, rank = _known("_".join(words[:-1]))
        return field, rank + _FIRST_OF_ALIKE if field else 0
    for rest in (_without_first(folded), _without_last(folded)):
        if rest in _FIELD_OF:
            return _FIELD_OF[rest], _FIRST_OF_ALIKE + _RANK[rest]
    if folded[-1] in _HEADLINES and not _OTHERS & set(folded):
        return "title", 2 * _FIRST_OF_ALIKE
    if _OF_PUBLICATION & set(folded) and set(folded) <= _OF_DATES | _SAME:
        return "date", ALIKE
    return "", 0


_PART = regex(r"(.*[^\W\d])0?(\d{1,2})")


def part_of_text(name: str) -> tuple[str, int]:
    """The name of a text that stands in several columns, and which of them this is: ``text2``.

    Empty and 0 for any other.
    """
    part = _PART.fullmatch(bare(name))
    known = part is not None and bare(name) not in _FIELD_OF and _FIELD_OF.get(part[1]) == "text"
    return (part[1], int(part[2])) if part is not None and known else ("", 0)


def _without_first(words: list[str]) -> str:
    return "".join(words[1:]) if words[0] in _SAME else ""


def _without_last(words: list[str]) -> str:
    """A name without the article that it is of: ``judul_berita``, ``titulo_da_noticia``."""
    if words[-1] not in _SAME:
        return ""
    rest = words[:-1]
    while len(rest) > 1 and rest[-1] in _CONNECTING:
        rest = rest[:-1]
    return "".join(rest)


def _plural(name: str) -> tuple[str, int]:
    for end in _ENDS:
        one = name.removesuffix(end)
        if one != name and _FIELD_OF.get(one) in _IN_PLURAL:
            return _FIELD_OF[one], PLURAL
    return "", 0


_MOST_WORDS = 4
_MERGED = ("x", "y")
"""What pandas puts behind the names that two tables have, when it joins them: ``title_x``."""


def field_of(name: str) -> str:
    """The article's field that a column of this name holds, or an empty string."""
    return _known(name)[0]


def rank_of(name: str) -> int:
    """Where a name stands among those of its field: the lowest counts; 0 for an unknown one."""
    return _known(name)[1]


def has_texts(names: Iterable[str]) -> bool:
    """Whether columns of these names hold articles: their text, or headlines with a fact."""
    fields = set(map(field_of, names))
    return bool(fields & {"text", "deck"}) or ("title" in fields and bool(fields & _FACTS))


_FACTS = frozenset(("date", "url", "source"))
"""What makes a headline an article."""
