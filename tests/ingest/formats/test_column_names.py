"""Names of columns and keys in many languages, and what stands in cells beside their values."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest

from newsgrep import Article
from newsgrep.ingest.catalog import Failure, Foreign
from newsgrep.ingest.formats.data.column_names import field_of, has_texts, rank_of
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

TEXT = (
    "The ferry firm of Orlo sold its last boat to a buyer from Bergen on Monday, it said, and the "
    "crew stays on board."
)


def read(name: str, data: Any) -> list[Article | Failure]:
    raw = (data if isinstance(data, str) else json.dumps(data)).encode()
    return list(articles_in(io.BufferedReader(io.BytesIO(raw), HEAD), name, name))


def one(name: str, data: Any) -> Article:
    (found,) = read(name, data)
    assert isinstance(found, Article), found
    return found


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("title", "judul_berita Títulos titulo_da_noticia haber_basligi tiêu_đề शीर्षक หัวข้อข่าว"),
        ("text", "isi_berita haber_metni icerik nội_dung نص texto_noticia article_full_text เนื้อหา"),
        ("deck", "sumario riassunto brief ringkasan résumé Zusammenfassung perex sapo"),
        ("date", "waktu_publish tanggal_terbit yayin_tarihi zaman ngay_dang data_de_publicação"),
        ("date", "Fechas fecha_de_publicacion publish_time published_at дата_публикации วันที่"),
        ("authors", "penulis author_name muhabir periodista jornalista tac_gia 记者"),
        ("source", "newspaper_title veículo gazete tidning 매체명 media_outlet"),
        ("section", "categoria kategorie danh_muc rubrika"),
        ("url", "enlace lien link_berita odkaz duong_dan 网址"),
        ("tags", "etiquetas palavras_chave tu_khoa anahtar_kelimeler"),
    ],
)
def test_names_of_columns_in_many_languages(field: str, names: str) -> None:
    assert {name: field_of(name) for name in names.split()} == dict.fromkeys(names.split(), field)


@pytest.mark.parametrize(
    "name",
    "waktu_scraping crawl_time_ms job_title episode_title portal_title image_link birth_date"
    " related_stories".split(),
)
def test_names_of_other_things_are_of_no_field(name: str) -> None:
    assert (field_of(name), rank_of(name)) == ("", 0)


def test_a_headline_makes_a_table_only_with_a_fact() -> None:
    assert has_texts(["titulo", "fonte"])
    assert has_texts(["Titulos", "Fechas"])
    assert not has_texts(["titulo", "categoria"])


def test_a_summary_alone_is_the_text_and_a_day_with_blanks_the_date() -> None:
    found = one("a.json", [{"titolo": "Barca", "riassunto": TEXT, "data": "26 11 2025"}])
    assert (found.title, found.text, found.date) == ("Barca", TEXT, "2025-11-26")


@pytest.mark.parametrize(
    ("key", "value", "date"),
    [
        ("zaman", "22.08.2026 | 23:53", "2026-08-22T23:53:00"),
        ("waktu_publish", "07 April 2024, 02:20", "2024-04-07T02:20:00"),
        ("waktu_publish", "Tuesday, 02 April 2024, 17:36 WIB", "2024-04-02T17:36:00+07:00"),
        ("tanggal_terbit", "2024-04-02", "2024-04-02"),
    ],
)
def test_dates_as_scrapers_write_them(key: str, value: str, date: str) -> None:
    assert one("a.json", [{"judul": "Kapal dijual", key: value}]).date == date


def test_a_newspaper_s_title_is_its_name_without_what_catalogues_add() -> None:
    row = {"newspaper_title": "the orlo herald (orlo [o.y.]) 1840-1920", "ocr_text": TEXT}
    found = one("a.json", [row])
    assert (found.source_as_written or found.source, found.text) == ("the orlo herald", TEXT)


def test_a_plural_in_json_is_a_list_of_other_things() -> None:
    found = one("a.json", {"title": "Ferry", "text": TEXT, "links": ["https://o.example/a/b"]})
    assert found.url == ""


def test_the_date_in_the_first_line_of_a_text_or_above_a_headline() -> None:
    text = f"16/02/2025\nAda Orlo (press office)\n{TEXT}"
    found = one("a.json", [{"titulo": "Barca", "conteudo": text}])
    assert (found.date, found.text.split("\n")[0]) == ("2025-02-16", "16/02/2025")
    table = 'titulo,texto\n"\n\t 11 nov\n\t Barca de Orlo volta ao cais\n",' + f'"{TEXT}"\n'
    assert one("a.csv", table).title == "Barca de Orlo volta ao cais"
    dated = one("a.csv", table.replace("11 nov", "11 nov 2019"))
    assert (dated.title, dated.date) == ("Barca de Orlo volta ao cais", "2019-11-11")


def test_weights_of_words_are_no_articles() -> None:
    found = read("a.json", [{"ferry": 1.691234}, {"article": 0.858123}, {"title": "0.912345"}])
    assert [type(item) for item in found] == [Failure] * 3


def test_markup_that_was_cut_off_is_none_of_the_deck() -> None:
    deck = "<ol><li>The ferry is sold</li><li>Its crew sta…"
    found = one("a.json", [{"title": "Ferry", "description": deck, "content": TEXT}])
    assert found.deck == "The ferry is sold Its crew sta…"


TEXTS = [f"Boat {n}. {TEXT} The council heard of it on the day after." for n in range(1, 5)]


@pytest.mark.parametrize(
    "data",
    [
        TEXTS,
        {"articles": TEXTS},
        {"count": 4, "articles": TEXTS},
        dict(zip("abcd", TEXTS, strict=True)),
    ],
    ids=["a list", "a list in an object", "beside a number", "one a key"],
)
def test_a_document_of_texts_alone(data: Any) -> None:
    found = read("a.json", data)
    assert [item.text for item in found if isinstance(item, Article)] == TEXTS


def test_a_list_of_words_is_refused() -> None:
    """In a line, however many there are: addresses seen, hashes."""
    (found,) = read("a.json", ["ferry", "quay"])
    assert isinstance(found, Foreign)
    assert found.reason == "a list of values, without articles"


def test_lists_of_several_papers_are_read_though_one_has_no_dates() -> None:
    row = {"titolo": "Barca", "URL": "https://o.example/a/b", "autore": "Ada Orlo"}
    more = row | {"data": "2025-12-02", "riassunto": TEXT}
    data = {"Il Molo": {"a": more, "b": more}, "La Riva": {"a": row, "b": row}}
    assert len(read("a.json", data)) == 4


@pytest.mark.parametrize(
    ("column", "value", "field", "told"),
    [
        ("authors", "['Ada Orlo', 'Bo Quay']", "authors", ("Ada Orlo", "Bo Quay")),
        ("authors", '["Ada Orlo"]', "authors", ("Ada Orlo",)),
        ("keywords", "['Sea Side', 'ports']", "tags", ("Sea Side", "ports")),
        ("title", "['Boat sold']", "title", "Boat sold"),
        ("text", f"['{TEXT}', 'Nobody knew.']", "text", f"{TEXT}\n\nNobody knew."),
        ("text", "['Nobody' knew of \"it\"]", "text", "['Nobody' knew of \"it\"]"),
    ],
)
def test_lists_that_programs_write_into_a_cell(
    column: str, value: str, field: str, told: object
) -> None:
    row = {"title": "Boat", "text": TEXT, column: value}
    assert getattr(one("a.json", [row]), field) == told


@pytest.mark.parametrize("site", ["quayweek.com", "www.quay.co.uk", "ft.com", "abcquay.go.com"])
def test_a_domain_is_no_author(site: str) -> None:
    assert one("a.json", [{"title": "Boat", "text": TEXT, "author": site}]).authors == ()


@pytest.mark.parametrize("name", ["newspaper", "Periodical", "krant", "outlet", "periodical_name"])
def test_a_paper_counts_before_its_publisher(name: str) -> None:
    row = {"title": "Ferry", "text": TEXT, "publisher": "Orlo Printing", name: "The Orlo Herald"}
    assert one("a.json", [row]).source == "The Orlo Herald"
    del row[name]
    assert one("a.json", [row]).source == "Orlo Printing"


def test_the_text_in_a_column_whose_name_says_nothing() -> None:
    row = {
        "headline": "Ferry sold",
        "date": "2024-05-03",
        "xq_17": TEXT,
        "link": "https://o.example/a",
    }
    assert one("a.json", [row]).text == TEXT


@pytest.mark.parametrize(
    "value",
    [
        "https://o.example/" + "a" * 90 + ". And so on.",
        '{"ferry": "' + "a" * 90 + '. And so on."}',
        "ferry quay harbour boat " * 10,
    ],
)
def test_data_and_words_alone_are_no_text(value: str) -> None:
    row = {"headline": "Ferry sold", "date": "2024-05-03", "xq_17": value}
    assert one("a.json", [row]).text == ""


@pytest.mark.parametrize(
    "said", ["6 YEARS AGO", "7 days ago", "an hour ago", "September 25", "3小时前"]
)
def test_the_day_on_which_a_page_was_seen_is_not_that_of_the_article(said: str) -> None:
    row = {"Headline": "Ferry sold", "Article": TEXT, "Date": said, "Timestamp": "2024-10-15"}
    assert one("a.json", [row]).date == ""
    assert one("a.json", [row | {"Date": "3 May 2019"}]).date == "2019-05-03"
    assert one("a.json", [row | {"Date": "n/a"}]).date == "2024-10-15"


def test_a_paper_that_a_program_writes_for_the_author_is_none() -> None:
    row = {
        "title": "Ferry sold",
        "text": TEXT,
        "source": "Quayside World",
        "author": "QUAYSIDE WORLD",
    }
    assert one("a.json", [row]).authors == ()
    assert one("a.json", [row | {"author": "Ada Orlo"}]).authors == ("Ada Orlo",)
    letter = {"source": "Maria Schmidt", "author": "Maria Schmidt"}
    assert one("a.json", [row | letter]).authors == ("Maria Schmidt",), "a letter of her own"


def test_what_a_site_writes_behind_its_authors() -> None:
    row = {"title": "Ferry sold", "text": TEXT, "url": "https://o.example/a"}
    behind = "Ada Orlo | Orlo Daily Global | Updated: 2025-12-01 07:48"
    assert one("a.json", [row | {"author": behind}]).authors == ("Ada Orlo",)
    site = "orlodaily.com.cn | Updated: 2025-12-01 07:48"
    assert one("a.json", [row | {"author": site}]).authors == ()


def test_the_domain_of_the_address_where_nothing_else_names_the_paper() -> None:
    row = {"title": "Ferry sold", "text": TEXT, "url": "https://www.orlo-news.example/a"}
    article = one("a.json", [row])
    assert article.source == "orlo-news.example"
    assert article.facts["source"].confidence < 0.5
    assert one("a.json", [row | {"url": "https://web.archive.org/x"}]).source == ""
    assert one("a.json", [row | {"url": "http://[orlo/a"}]).source == ""
    assert one("a.json", [row | {"source": "Orlo News"}]).source == "Orlo News"


def test_values_in_lists_of_one() -> None:
    row = {"url": ["https://o.example/a"], "headline_text": ["Ferry sold"], "article_text": [TEXT]}
    assert (one("a.json", [row]).title, one("a.json", [row]).text) == ("Ferry sold", TEXT)


@pytest.mark.parametrize("address", ["http://[orlo/a", "https://[::1/b"])
def test_what_is_no_address_costs_no_article(address: str) -> None:
    row = {
        "title": "Ferry sold - Orlo News",
        "text": TEXT,
        "url": address,
        "date": "03/04/2017",
    }
    article = one("f.json", [row])
    assert (article.text, article.url) == (TEXT, address)


def test_an_article_that_a_program_wrote_into_a_cell() -> None:
    cell = (
        "{'title': 'Ferry sold', 'author': 'Ann Poe', 'source': {'id': None, 'name': 'The Quay'}}"
    )
    article = one("a.csv", f'status,total,articles\nok,4177,"{cell}"\n')
    assert (article.title, article.authors, article.source) == (
        "Ferry sold",
        ("Ann Poe",),
        "The Quay",
    )


@pytest.mark.parametrize(
    ("record", "authors"),
    [
        ({"author": "Ann Poe / Bo Quay"}, ("Ann Poe", "Bo Quay")),
        ({"author": "實習記者謝鎧文"}, ("謝鎧文",)),
        ({"author": "[[Zenn]]", "url": "https://zenn.dev/ml/articles/84"}, ()),
        ({"author": "The Local", "source": "thelocal.de"}, ()),
        ({"author": "['rec3qJ9cAS12R9eSf']"}, ()),
    ],
)
def test_authors_as_programs_write_them(record: dict[str, Any], authors: tuple[str, ...]) -> None:
    text = "The ferry firm of Orlo sold its last boat to a buyer from Bergen on Monday, it said."
    assert one("a.json", [{"title": "Ferry sold", "text": text, **record}]).authors == authors


def test_the_site_of_a_page_of_which_an_archive_has_a_copy() -> None:
    copy = "https://web.archive.org/web/20220109114035/https:/www.quayport-news.com/article/1"
    record = {"title": "Ferry sold", "text": "It was sold on Monday, the firm said.", "url": copy}
    assert one("a.json", [record]).source == "quayport-news.com"
