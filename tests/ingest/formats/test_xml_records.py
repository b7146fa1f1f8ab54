"""XML with a record an article, as scrapers, search engines and databases write it."""

from __future__ import annotations

import io

import pytest

from newsgrep.article import Article
from newsgrep.ingest.catalog import Failure
from newsgrep.ingest.formats.registry import HEAD
from newsgrep.ingest.reader import articles_in

FIRST = "Boats came in with the tide on Monday. The quay was full by noon."
SECOND = "The ferry did not sail on Tuesday. Its engine had failed."


def read(text: str, encoding: str = "utf-8") -> list[Article | Failure]:
    stream = io.BufferedReader(io.BytesIO(text.encode(encoding)), HEAD)
    return list(articles_in(stream, "a.xml", "a.xml"))


def facts(text: str) -> list[tuple[object, ...]]:
    return [
        (a.record, a.title, a.authors, (a.date or "")[:10], a.source, a.text)
        for a in read(text)
        if isinstance(a, Article)
    ]


def test_items_of_a_scraper() -> None:
    assert facts(
        f"""<?xml version="1.0" encoding="utf-8"?>
<items>
<item><title>Quay opens</title><author>Ann Poe</author><date>2019-05-03</date>
<source>The Harbour Courier</source><text>{FIRST}</text></item>
<item><title>Ferry stays</title><author><value>Jo Wu</value><value>Bo Lee</value></author>
<date>2019-05-04</date><source>The Harbour Courier</source>
<text><value>The ferry did not sail on Tuesday.</value><value>Its engine had failed.</value></text>
</item>
</items>"""
    ) == [
        (1, "Quay opens", ("Ann Poe",), "2019-05-03", "The Harbour Courier", FIRST),
        (
            2, "Ferry stays", ("Jo Wu", "Bo Lee"), "2019-05-04", "The Harbour Courier",
            "The ferry did not sail on Tuesday.\n\nIts engine had failed.",
        ),
    ]  # fmt: skip


def test_rows_whose_fields_have_names() -> None:
    """As ``mysqldump --xml``, phpMyAdmin and Solr write them."""
    row = '<{0}><{1} name="headline">{2}</{1}><{1} name="body">{3}</{1}></{0}>'
    for record, cell in (("row", "field"), ("table", "column"), ("doc", "str")):
        rows = row.format(record, cell, "Quay opens", FIRST)
        rows += row.format(record, cell, "Ferry stays", SECOND)
        found = facts(f'<?xml version="1.0"?><dump><data>{rows}</data></dump>')
        assert [(one[1], one[5]) for one in found] == [
            ("Quay opens", FIRST),
            ("Ferry stays", SECOND),
        ]


def test_records_whose_attributes_tell() -> None:
    assert [
        one[1:4] + one[5:]
        for one in facts(
            f"""<?xml version="1.0"?><corpus name="Quay">
<doc id="1" title="Quay opens" date="2019-05-03">{FIRST}</doc>
<doc id="2" title="Ferry stays" date="2019-05-04">{SECOND}</doc></corpus>"""
        )
    ] == [
        ("Quay opens", (), "2019-05-03", FIRST),
        ("Ferry stays", (), "2019-05-04", SECOND),
    ]


def test_paragraphs_within_a_record() -> None:
    first, second = FIRST.split(". ")
    body = f"<body><p>{first}.</p><p>{second}</p></body>"
    record = "<article><title>{}</title><pubDate>2019-05-03</pubDate>" + body + "</article>"
    text = f"<list>{record.format('Quay opens')}{record.format('Quay opens again')}</list>"
    assert [one[5] for one in facts(f'<?xml version="1.0"?>{text}')] == [
        f"{first}.\n\n{second}"
    ] * 2


def test_a_record_without_text_is_said_and_costs_no_other() -> None:
    found = read(
        f"""<?xml version="1.0"?><items>
<item><title>Quay opens</title><text>{FIRST}</text></item><item><views>7</views></item>
<item><title>Ferry stays</title><text>{SECOND}</text></item></items>"""
    )
    assert [type(one) for one in found] == [Article, Failure, Article]
    assert found[1] == Failure(2, "no text in it (columns: views)")


def test_an_article_with_lists_of_its_own_is_one() -> None:
    """Comments below it, pictures, related stories: they are not what the file is about."""
    (article,) = read(
        f"""<?xml version="1.0"?><article><title>Quay opens</title><text>{FIRST}</text>
<comments><comment><author>a</author><date>2019-05-04</date><text>Well done.</text></comment>
<comment><author>b</author><date>2019-05-05</date><text>About time.</text></comment></comments>
</article>"""
    )
    assert isinstance(article, Article)
    assert article.title == "Quay opens"
    assert FIRST in article.text and "About time." in article.text


def test_paragraphs_alone_are_no_records() -> None:
    (article,) = read(f'<?xml version="1.0"?><text><p>{FIRST}</p><p>{SECOND}</p></text>')
    assert isinstance(article, Article)
    assert FIRST in article.text and SECOND in article.text


@pytest.mark.parametrize("encoding", ["utf-8", "iso-8859-1", "utf-16"])
def test_records_in_other_encodings(encoding: str) -> None:
    record = "<item><title>Über {}</title><text>Die Brücke nach Süden ist offen. {}</text></item>"
    items = record.format("die Brücke", "Ja.") + record.format("den Fluss", "Nein.")
    text = f'<?xml version="1.0" encoding="{encoding}"?><items>{items}</items>'
    found = [a for a in read(text, encoding) if isinstance(a, Article)]
    assert [a.title for a in found] == ["Über die Brücke", "Über den Fluss"]


def test_a_long_document_is_read_record_by_record() -> None:
    """Longer than one article may be; it is never held in memory as a whole."""
    text = " ".join([FIRST] * 20)
    items = "".join(
        f"<item><title>Story {n}</title><date>2019-05-03</date><text>{text} {n}.</text></item>"
        for n in range(7000)
    )
    found = read(f'<?xml version="1.0"?><items>{items}</items>')
    assert len(found) == 7000
    assert all(isinstance(one, Article) for one in found)
    assert [a.title for a in found[-2:] if isinstance(a, Article)] == ["Story 6998", "Story 6999"]


def test_paragraphs_right_in_a_record_whose_attributes_tell() -> None:
    first, second = FIRST.split(". ")
    told = 'id="{0}" published-at="2019-05-0{0}" title="Story {0}"'
    record = f"<article {told}><p>{{1}}.</p> <p>{{2}}</p></article>"
    items = record.format(1, first, second) + record.format(
        2, "No <a>ferry</a> today", "None at all."
    )
    found = facts(f'<?xml version="1.0"?><articles>{items}</articles>')
    assert [(one[1], one[3], one[5]) for one in found] == [
        ("Story 1", "2019-05-01", f"{first}.\n\n{second}"),
        ("Story 2", "2019-05-02", "No ferry today.\n\nNone at all."),
    ]


def test_attributes_and_elements_of_a_record_tell() -> None:
    record = (
        '<news title="{}"><url>https://quay.example/{}</url><time>2022年03月29日 星期二</time>'
        "<content>{}</content></news>"
    )
    items = record.format("港口开放", 1, "港口周一开放。") + record.format(
        "渡轮停航", 2, "渡轮周二停航。"
    )
    found = facts(f'<?xml version="1.0"?><data>{items}</data>')
    assert [(one[1], one[3], one[5]) for one in found] == [
        ("港口开放", "2022-03-29", "港口周一开放。"),
        ("渡轮停航", "2022-03-29", "渡轮周二停航。"),
    ]


def test_emphasis_and_links_part_no_words_from_their_sentence() -> None:
    body = "The <i>Ann Poe</i> came <a href='#'>in</a>, {}."
    record = f"<item><date>20-11-2011</date><body>{body}</body></item>"
    found = facts(
        f'<?xml version="1.0"?><items>{record.format("late")}{record.format("early")}</items>'
    )
    assert [one[5] for one in found] == [
        "The Ann Poe came in, late.",
        "The Ann Poe came in, early.",
    ]


def test_items_with_nothing_but_a_text() -> None:
    """A scraper found no headlines, and for some pages nothing at all."""
    item = "<item><content><value>{}</value></content></item>"
    items = f"<item><content/></item>{item.format(FIRST)}{item.format(SECOND)}"
    assert [one[5] for one in facts(f'<?xml version="1.0"?><items>{items}</items>')] == [
        FIRST,
        SECOND,
    ]


def test_parts_of_a_transcript_are_no_records() -> None:
    parts = f'<turn speaker="Ann Poe" time="00:00:07">{FIRST}</turn>'
    parts += f'<turn speaker="Jo Wu" time="00:00:19">{SECOND}</turn>'
    (article,) = read(f'<?xml version="1.0"?><transcript>{parts}</transcript>')
    assert isinstance(article, Article)
    assert FIRST in article.text and SECOND in article.text


def test_records_one_after_another_without_a_root() -> None:
    """As a script appends them."""
    record = "<article><title>{}</title><date>2019-05-03</date><text>{}</text></article>"
    text = record.format("Quay opens", FIRST) + "\n" + record.format("Ferry stays", SECOND)
    for prolog in ("", '<?xml version="1.0"?>'):
        assert [one[1] for one in facts(prolog + text)] == ["Quay opens", "Ferry stays"]


def test_a_comment_above_all_elements() -> None:
    record = "<item><header>{}</header><desc>{}</desc><date>2019-05-03</date></item>"
    items = record.format("Quay opens", FIRST) + record.format("Ferry stays", SECOND)
    found = facts(f"<!-- Quayside sample file -->\n<items>{items}</items>")
    assert [(one[1], one[5]) for one in found] == [("Quay opens", FIRST), ("Ferry stays", SECOND)]


def test_sentences_with_a_day_are_no_articles() -> None:
    sentence = '<Sentence date="20190503" id="{0}"><Text>{1}</Text></Sentence>'
    text = sentence.format(1, FIRST) + sentence.format(2, SECOND)
    (article,) = read(f'<?xml version="1.0"?><Sentences>{text}</Sentences>')
    assert isinstance(article, Article)
    assert FIRST in article.text and SECOND in article.text


def _grouped(count: int, group: str, per_group: int) -> str:
    record = (
        "<article><title>Ferry {0} leaves</title><date>2019-05-03</date><text>{1}</text></article>"
    )
    return "".join(
        f"<{group}>"
        + "".join(record.format(f"{at}.{n}", FIRST) for n in range(per_group))
        + f"</{group}>"
        for at in range(count)
    )


@pytest.mark.parametrize("per_group", [1, 2, 3])
def test_records_of_all_days_and_sections_are_read(per_group: int) -> None:
    """Only those of the longest day were, and none behind the 2,000th day."""
    count = 2500 if per_group == 2 else 30
    assert (
        len(facts(f"<archive>{_grouped(count, 'day', per_group)}</archive>")) == count * per_group
    )
    sections = _grouped(2, "sport", per_group) + _grouped(3, "world", per_group)
    assert len(facts(f"<archive>{sections}</archive>")) == 5 * per_group


def test_records_of_two_names_stay_in_their_order() -> None:
    story = "<{0}><title>{1}</title><date>2019-05-03</date><text>{2}</text></{0}>"
    records = [
        story.format(name, title, FIRST)
        for name, title in (("story", "Quay"), ("brief", "Ferry"), ("story", "Crane"))
    ]
    picture = "<picture><title>A crane at the quay</title><url>a.png</url></picture>"
    found = facts("<issue>" + "".join(records) + picture + "</issue>")
    assert [one[1] for one in found] == ["Quay", "Ferry", "Crane"]


RECORD = "<item><title>{0}</title><date>2019-05-03</date><text>{1}</text></item>"


def test_an_element_without_an_end_swallows_no_record() -> None:
    titles = ["Quay opens", "Ferry stays", "Crane falls", "Boat sinks"]
    records = [RECORD.format(title, FIRST) for title in titles]
    records[1] = records[1].replace("The quay", "The <i>quay").replace("Boats", "<i>Boats")
    found = facts(f"<?xml version='1.0'?><items>{''.join(records)}</items>")
    assert [one[1] for one in found] == titles
    assert all(FIRST.split(".")[1] in str(one[5]) for one in found)


def test_a_document_that_breaks_off_says_so() -> None:
    whole = f"<items>{RECORD.format('Quay', FIRST)}{RECORD.format('Ferry', SECOND)}</items>"
    *articles, failure = read(whole.removesuffix("</items>")[:-30])
    assert isinstance(failure, Failure) and failure.reason.startswith("it breaks off")
    assert len(articles) == 2
    assert len(read(whole)) == 2


def test_a_piece_of_a_page_is_read_whole() -> None:
    (article,) = read(f"<p>{FIRST}</p>\n<p>{SECOND}</p><script>x()</script><p>\nMore of it.</p>")
    assert isinstance(article, Article)
    for text in (FIRST, SECOND, "More of it."):
        assert text in f"{article.title} {article.text}"


def test_a_few_links_in_a_document_of_text_are_no_records() -> None:
    link = "<link><title>Form {0}</title><url>https://quay.example/{0}</url></link>"
    said = " ".join([FIRST, SECOND] * 2)
    sections = "".join(f"<section><paragraph{n}>{said}</paragraph{n}></section>" for n in range(5))
    (article,) = read(f"<page>{sections}<links>{link.format(1)}{link.format(2)}</links></page>")
    assert isinstance(article, Article)
    assert article.text.count(SECOND) == 10


def test_what_an_attribute_says_of_looks_is_no_headline() -> None:
    record = (
        '<meeting><titleNode strClassTitle="subTitle wide">{0}</titleNode>'
        "<dateNode>2019-05-03</dateNode><info>{1} {1}</info></meeting>"
    )
    records = record.format("Quay", FIRST) + record.format("Ferry", SECOND)
    found = facts(f"<meetings>{records}</meetings>")
    assert [(one[1], one[3], one[5]) for one in found] == [
        ("Quay", "2019-05-03", f"{FIRST} {FIRST}"), ("Ferry", "2019-05-03", f"{SECOND} {SECOND}"),
    ]  # fmt: skip


def test_elements_of_the_same_name_elsewhere_are_no_records() -> None:
    """Only a document that needs mending is read again by its tags."""
    tags = "<tags><item>ports</item><item>ships</item></tags>"
    records = "".join(RECORD.format(title, FIRST) for title in ("Quay", "Ferry"))
    records = records.replace("</date>", f"</date>{tags}")
    assert [one[1] for one in facts(f"<items>{records}</items>")] == ["Quay", "Ferry"]
