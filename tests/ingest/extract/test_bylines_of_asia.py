"""Bylines and signatures of Chinese, Japanese and Vietnamese articles."""

from __future__ import annotations

import pytest

from newsgrep import Article
from newsgrep.ingest.extract.assemble import article_from
from newsgrep.ingest.extract.head.han_names import is_chinese_name, is_japanese_name
from newsgrep.ingest.extract.head.signed import authors_of
from newsgrep.ingest.raw_document import Claim, Form, RawDocument

CHINESE = (
    "渡輪星期一回到了碼頭，許多人在雨中等著它回來。港務局長說，渡輪離開了兩年。\n\n"
    "他說，渡輪明天將重新開航，票價不變。市民表示歡迎。"
)
JAPANESE = (
    "渡し船が月曜日に岸壁に戻り、多くの人が雨の中で待っていた。責任者は、二年間いなかったと語った。\n\n"
    "あすから運航を再開するという。"
)
KOREAN = (
    "여객선 회사는 월요일 마지막 배를 베르겐의 구매자에게 팔았다고 밝혔다.\n\n"
    "선원들은 여름까지 배에 남을 것이라고 대변인이 항구에서 말했다."
)
VIETNAMESE = (
    "Chiếc phà đã trở lại bến vào hôm thứ Hai và nhiều người đã chờ đợi nó trong mưa.\n\n"
    "Ông nói rằng phà sẽ hoạt động trở lại vào ngày mai, giá vé không thay đổi."
)


def read(text: str) -> Article:
    return article_from(RawDocument(Form.TEXT, text), "a.txt")


@pytest.mark.parametrize(
    "line",
    [
        "本报记者王小明", "本報記者 王小明", "記者王小明／台北報導", "【記者王小明／台北報導】",
        "文／王小明", "文/王小明 圖/李大華", "【文：王小明】", "編譯王小明／綜合報導",
        "特派員王小明／東京報導", "採訪／王小明",
    ],
)  # fmt: skip
@pytest.mark.parametrize("day", ["", "2019-05-03\n"])
def test_a_chinese_byline_on_a_line_of_its_own(line: str, day: str) -> None:
    article = read(f"渡輪重返碼頭\n{line}\n{day}{CHINESE}")
    assert (article.title, article.authors) == ("渡輪重返碼頭", ("王小明",))
    assert article.text == CHINESE, "the line is told, and is no text"
    assert article.date == ("2019-05-03" if day else "")


def test_day_paper_and_reporter_in_one_line() -> None:
    article = read(f"渡輪重返碼頭\n2019-05-03 12:00 聯合報 記者王小明／台北即時報導\n{CHINESE}")
    assert (article.authors, article.date) == (("王小明",), "2019-05-03T12:00:00")
    assert article.source == "United Daily News"


@pytest.mark.parametrize("line", ["責任編輯：王小明", "（完）", "（责任编辑：李大华）"])
def test_who_edited_is_no_author(line: str) -> None:
    assert read(f"渡輪重返碼頭\n{CHINESE}\n\n{line}").authors == ()


@pytest.mark.parametrize(
    "line", ["山田太郎", "朝日新聞記者・山田太郎", "文・山田太郎", "取材・文＝山田太郎"]
)
def test_a_japanese_byline_on_a_line_of_its_own(line: str) -> None:
    article = read(f"渡し船が岸壁に戻る\n{line}\n2019年5月3日 10時00分\n{JAPANESE}")
    assert (article.authors, article.date[:10]) == (("山田太郎",), "2019-05-03")
    assert article.text == JAPANESE


@pytest.mark.parametrize(
    ("opens", "ends", "authors", "source", "place"),
    [
        ("【東京＝山田太郎】", "", ("山田太郎",), "", "東京"),
        ("（ロンドン＝共同）", "", (), "Kyodo", "ロンドン"),
        ("【共同】", "", (), "Kyodo", ""),
        ("[東京 3日 ロイター] - ", "", (), "Reuters", "東京"),
        ("", "（山田太郎）", ("山田太郎",), "", ""),
        ("", "【山田太郎】", ("山田太郎",), "", ""),
        ("", "（朝日新聞記者・山田太郎）", ("山田太郎",), "", ""),
        ("", "［共同］", (), "Kyodo", ""),
        ("「", "（写真はイメージ）", (), "", ""),
        ("", "（敬称略）", (), "", ""),
    ],
)
def test_what_stands_in_brackets_at_an_end_of_a_japanese_text(
    opens: str, ends: str, authors: tuple[str, ...], source: str, place: str
) -> None:
    article = read(f"渡し船が岸壁に戻る\n\n{opens}{JAPANESE}{ends}")
    assert (article.authors, article.source, article.place) == (authors, source, place)
    assert article.text.endswith(ends), "it stays in the text"


@pytest.mark.parametrize(
    ("line", "authors", "source"),
    [
        ("Minh Anh", ("Minh Anh",), ""),
        ("Nguyễn Văn An", ("Nguyễn Văn An",), ""),
        ("Nguyễn Văn An (Theo Reuters)", ("Nguyễn Văn An",), "Reuters"),
        ("Theo VnExpress", (), "VnExpress"),
        ("Theo Minh Anh/VTC", ("Minh Anh",), ""),
        ("Bài, ảnh: Minh Anh", ("Minh Anh",), ""),
    ],
)
def test_the_last_line_of_a_vietnamese_text(
    line: str, authors: tuple[str, ...], source: str
) -> None:
    article = read(f"Phà trở lại bến\n03/05/2019\n{VIETNAMESE}\n\n{line}")
    assert (article.authors, article.source) == (authors, source)
    assert article.text == VIETNAMESE


@pytest.mark.parametrize("line", ["PV", "Xem thêm", "Mời độc giả đón đọc"])
def test_other_last_lines_of_vietnamese_texts_sign_nothing(line: str) -> None:
    assert read(f"Phà trở lại bến\n03/05/2019\n{VIETNAMESE}\n\n{line}").authors == ()


@pytest.mark.parametrize("name", ["王小明", "李娜", "欧阳修远", "司馬遷"])
def test_chinese_names(name: str) -> None:
    assert is_chinese_name(name)


@pytest.mark.parametrize("name", ["渡輪", "即時報導", "本报讯", "Ann", "王"])
def test_words_that_are_no_chinese_names(name: str) -> None:
    assert not is_chinese_name(name)


@pytest.mark.parametrize("name", ["山田太郎", "佐々木 希", "田中さくら", "長谷川・誠"])
def test_japanese_names(name: str) -> None:
    assert is_japanese_name(name)


@pytest.mark.parametrize(
    "line",
    [
        "김철수 이영희 기자", "김철수·이영희 기자", "김철수, 이영희 기자",
        "김철수 기자 이영희 기자", "글·사진 김철수 기자·이영희 기자", "서울=김철수·이영희 기자",
        "[김철수·이영희 기자]",
        "김철수·이영희 선임기자 desk@quay.example",
    ],
)  # fmt: skip
def test_two_korean_reporters(line: str) -> None:
    article = read(f"여객선 회사, 마지막 배를 팔다\n{line}\n2019.05.03\n\n{KOREAN}")
    assert (article.authors, article.deck) == (("김철수", "이영희"), "")


def test_a_korean_paper_before_its_reporter() -> None:
    article = read(f"여객선 회사, 마지막 배를 팔다\n한겨레 김철수 기자\n2019.05.03\n\n{KOREAN}")
    assert (article.authors, article.source) == (("김철수",), "Hankyoreh")


def test_a_korean_line_of_other_words_names_nobody() -> None:
    assert read(f"여객선 회사, 배를 팔다\n뉴스 보는 기자\n2019.05.03\n\n{KOREAN}").authors == ()


def test_the_foot_of_a_korean_page() -> None:
    rights = "< 저작권자 ⓒ 항구일보, 무단전재 및 재배포 금지 >"
    foot = f"이석종 기자 < desk@quay.example >\n\n{rights}\n0\n댓글\n"
    article = read(f"여객선 회사, 마지막 배를 팔다\n\n{KOREAN}\n\n{KOREAN}\n\n{foot}")
    assert (article.authors, article.source) == (("이석종",), "항구일보")


@pytest.mark.parametrize(
    ("written", "authors"),
    [
        ("대전=우정식 기자, 대전=김석모 기자", ("우정식", "김석모")),
        ("전남광주=조홍복 기자", ("조홍복",)),
        ("eric-mill", ("Eric Mill",)),
        ("department-of-boats", ("department-of-boats",)),
    ],
)
def test_authors_as_feeds_write_them(written: str, authors: tuple[str, ...]) -> None:
    assert tuple(authors_of(written)) == authors


def test_a_vietnamese_pen_name_signs_below_a_record_too() -> None:
    text = "Cảng sẽ đóng cửa bến phía bắc trong hai năm, giám đốc cho biết hôm thứ hai.\n\n"
    claims = (Claim("title", "Cảng đóng cửa bến phía bắc", "a column", 0.95),)
    article = article_from(RawDocument(Form.PROSE, f"{text}{text}Phước Tuấn", claims), "a.csv")
    assert article.authors == ("Phước Tuấn",)
    assert "Phước Tuấn" not in article.text
    article = article_from(
        RawDocument(Form.PROSE, f"Phước Tuấn nói: {text}{text}Phước Tuấn", claims), "a.csv"
    )
    assert article.authors == ()
