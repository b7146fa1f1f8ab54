"""Citations: what is known of an article, in every form, and nothing that is not."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Callable
from itertools import accumulate

import pytest
from conftest import article
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft7Validator

from newsgrep import Archive, Article, cited
from newsgrep.errors import UsageError
from newsgrep.newsroom.citation import citation_of
from newsgrep.newsroom.person import Name, name_of

STRING = {"type": "string"}
CSL_ITEMS = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["type", "id"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": ["string", "number"]},
            "type": {"enum": ["article-newspaper"]},
            **dict.fromkeys(("title", "container-title", "section", "URL", "language"), STRING),
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": dict.fromkeys(
                        ("family", "given", "dropping-particle", "non-dropping-particle",
                         "suffix", "literal"), STRING,
                    ),
                },
            },
            "issued": {
                "type": "object",
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "type": "array", "minItems": 1, "maxItems": 2,
                        "items": {
                            "type": "array", "minItems": 1, "maxItems": 3,
                            "items": {"type": ["string", "number"]},
                        },
                    }
                },
            },
        },
    },
}  # fmt: skip
"""What csl-data.json, the schema of CSL-JSON, asks for of the variables that are written here."""

WALL = article(
    title="Port votes on its wall: a quiet evening",
    authors=("Ana da Silva", "Vincent van Gogh", "Martin Luther King Jr."),
    source="Orlo Gazette",
    date="2017-02-20T09:40:00+01:00",
    section="Harbour",
    url="https://orlo.example/wall?a=1&b=2",
    language="en",
)
UNSIGNED = article(2, title="Ferry sold", source="Orlo Gazette", date="2017-02")
UNDATED = article(3, title="Who sold the ferry?", authors=("Jane Doe",), source="Quay Times")
BARE = article(4, title="Ferry sold")
STYLED = pytest.mark.skipif(
    importlib.util.find_spec("citeproc") is None, reason="without the extra cite"
)


@STYLED
@pytest.mark.parametrize(
    ("form", "one", "expected"),
    [
        ("apa", WALL, "Silva, A. da, van Gogh, V., & King, M. L., Jr. (2017, February 20). Port"
         " votes on its wall: a quiet evening. Orlo Gazette. https://orlo.example/wall?a=1&b=2"),
        ("apa", UNSIGNED, "Ferry sold. (2017, February). Orlo Gazette."),
        ("apa", UNDATED, "Doe, J. (n.d.). Who sold the ferry? Quay Times."),
        ("apa", BARE, "Ferry sold. (n.d.)."),
        ("chicago", WALL, "Silva, Ana da, Vincent van Gogh, and Martin Luther King Jr. “Port Votes"
         " on Its Wall: A Quiet Evening.” Harbour. Orlo Gazette, February 20, 2017."
         " https://orlo.example/wall?a=1&b=2."),
        ("chicago", UNSIGNED, "Orlo Gazette. “Ferry Sold.” February 2017."),
        ("chicago", UNDATED, "Doe, Jane. “Who Sold the Ferry?” Quay Times, n.d."),
        ("mla", WALL, "Silva, Ana da, et al. “Port Votes on Its Wall: A Quiet Evening.” Orlo"
         " Gazette, 20 Feb. 2017, https://orlo.example/wall?a=1&b=2. Harbour."),
        ("mla", UNSIGNED, "“Ferry Sold.” Orlo Gazette, Feb. 2017."),
        ("mla", UNDATED, "Doe, Jane. “Who Sold the Ferry?” Quay Times."),
    ],
)  # fmt: skip
def test_in_the_styles_of_references(form: str, one: Article, expected: str) -> None:
    assert cited([one], form) == expected + "\n"


@STYLED
def test_quotation_marks_in_a_headline_are_single_within_others() -> None:
    said = article(title='Minister says "No" to “ferry”', source="Orlo Gazette", language="en")
    assert "“Minister Says ‘No’ to ‘Ferry.’”" in cited([said], "mla")
    assert 'Minister says "No" to “ferry”.' in cited([said], "apa")


@STYLED
def test_a_headline_in_another_language_keeps_its_small_letters() -> None:
    spanish = article(title="El puerto vota por el muro", source="El Muelle", language="es")
    assert "“El puerto vota por el muro.”" in cited([spanish], "mla")


def test_for_wikipedia() -> None:
    assert cited([WALL], "wikipedia") == (
        "{{cite news |last1=Silva |first1=Ana da |last2=van Gogh |first2=Vincent |last3=King"
        " |first3=Martin Luther Jr. |title=Port votes on its wall: a quiet evening"
        " |work=Orlo Gazette |date=20 February 2017 |department=Harbour"
        " |url=https://orlo.example/wall?a=1&b=2}}\n"
    )
    assert cited([UNSIGNED], "wikipedia") == (
        "{{cite news |title=Ferry sold |work=Orlo Gazette |date=February 2017}}\n"
    )


def test_what_would_be_wiki_markup_is_not() -> None:
    odd = article(title="A|B {{x}} [[y]] ''z'' <ref>", authors=("Reuters Staff",), language="de")
    assert cited([odd], "wikipedia") == (
        "{{cite news |author=Reuters Staff |title=A{{!}}B &#123;&#123;x&#125;&#125;"
        " &#91;&#91;y&#93;&#93; &#39;&#39;z&#39;&#39; &lt;ref&gt; |language=de}}\n"
    )


def test_for_bibtex() -> None:
    assert cited([WALL], "bibtex") == (
        f"@article{{silva2017-{WALL.id[:8]},\n"
        "  author = {Silva, Ana da and van Gogh, Vincent and King, Jr., Martin Luther},\n"
        "  title = {Port votes on its wall: a quiet evening},\n"
        "  journal = {Orlo Gazette},\n"
        "  year = {2017},\n"
        "  month = feb,\n"
        "  day = {20},\n"
        "  chapter = {Harbour},\n"
        "  url = {https://orlo.example/wall?a=1&b=2},\n"
        "  language = {en}\n"
        "}\n"
    )
    odd = article(title="DEA & 50% of {Orlo} at $5_000", authors=("Smith and Sons Staff",))
    told = cited([odd], "bibtex")
    orlo = r"{\textbraceleft{}Orlo\textbraceright{}}"
    assert rf"title = {{{{DEA}} \& 50\% of {orlo} at \$5\_000}}" in told
    assert "author = {{Smith and Sons Staff}}" in told
    headline = article(title="Port Votes on Its Wall")
    assert "title = {{Port Votes on Its Wall}}" in cited([headline], "bibtex")


def as_zotero_reads(ris: str) -> list[dict[str, object]]:
    """Records of RIS by the rules of its specification, under Zotero's names of the tags."""
    fields = {"TI": "title", "T2": "publicationTitle", "DA": "date", "SE": "section",
              "LA": "language", "UR": "url", "AU": "creators", "TY": "itemType", "ID": "id",
              "PY": "year"}  # fmt: skip
    records: list[dict[str, object]] = []
    for line in ris.split("\r\n")[:-1]:
        found = re.fullmatch(r"([A-Z][A-Z0-9])  - (.*)", line)
        assert found is not None, line
        tag, value = found.groups()
        assert (tag == "TY") == (not records or bool(records[-1].get("ended"))), line
        if tag == "TY":
            records.append({"creators": []})
        if tag == "ER":
            records[-1]["ended"] = True
        elif tag == "AU":
            records[-1]["creators"].append(tuple(re.split(r"\s*,\s*", value)))  # type: ignore[attr-defined]
        else:
            assert fields[tag] not in records[-1], f"{tag} twice"
            records[-1][fields[tag]] = value
    assert all(record.pop("ended") for record in records)
    return records


def test_zotero_reads_ris_without_loss() -> None:
    wall, unsigned, bare = as_zotero_reads(cited([WALL, UNSIGNED, BARE], "ris"))
    assert wall == {
        "itemType": "NEWS", "id": WALL.id, "title": WALL.title, "section": "Harbour",
        "creators": [("Silva", "Ana da"), ("van Gogh", "Vincent"), ("King", "Martin Luther Jr.")],
        "publicationTitle": "Orlo Gazette", "year": "2017", "date": "2017/02/20/",
        "language": "en", "url": WALL.url,
    }  # fmt: skip
    assert unsigned["date"] == "2017/02//"  # a month stays a month
    assert bare == {"itemType": "NEWS", "id": BARE.id, "title": "Ferry sold", "creators": []}


def test_csl_json_is_valid_and_whole() -> None:
    items = json.loads(cited([WALL, UNSIGNED, BARE], "csl-json"))
    Draft7Validator(CSL_ITEMS).validate(items)
    assert items[0] == {
        "id": WALL.id,
        "type": "article-newspaper",
        "title": WALL.title,
        "author": [
            {"family": "Silva", "given": "Ana", "dropping-particle": "da"},
            {"family": "Gogh", "given": "Vincent", "non-dropping-particle": "van"},
            {"family": "King", "given": "Martin Luther", "suffix": "Jr."},
        ],
        "container-title": "Orlo Gazette",
        "issued": {"date-parts": [[2017, 2, 20]]},
        "section": "Harbour",
        "URL": WALL.url,
        "language": "en",
    }
    assert items[1]["issued"] == {"date-parts": [[2017, 2]]}
    assert items[2] == {"id": BARE.id, "type": "article-newspaper", "title": "Ferry sold"}
    assert json.loads(cited([], "csl-json")) == []


@pytest.mark.parametrize(
    ("author", "language", "expected"),
    [
        ("Jane Doe", "en", Name("Doe", "Jane")),
        ("Jane Q. Doe", "", Name("Doe", "Jane Q.")),
        ("Doe, Jane", "en", Name("Doe", "Jane")),
        ("King, Martin Luther, Jr.", "en", Name("King", "Martin Luther", suffix="Jr.")),
        ("Martin Luther King, Jr.", "en", Name("King", "Martin Luther", suffix="Jr.")),
        ("John Roe III", "en", Name("Roe", "John", suffix="III")),
        ("Otto von Bismarck", "de", Name("Bismarck", "Otto", dropping="von")),
        ("Vincent van der Berg", "nl", Name("Berg", "Vincent", kept="van der")),
        ("Robert De Niro", "en", Name("De Niro", "Robert")),
        ("Peter Van Buren", "en", Name("Van Buren", "Peter")),
        ("Gabriel García Márquez", "es", Name("García Márquez", "Gabriel")),
        ("Ana María Pérez", "es", Name("Pérez", "Ana María")),
        ("Andrés Manuel López Obrador", "es", Name("López Obrador", "Andrés Manuel")),
        ("Ana Pérez", "es", Name("Pérez", "Ana")),
        ("Nagy Ferenc", "hu", Name("Nagy", "Ferenc")),
        ("Reuters", "en", Name(literal="Reuters")),
        ("Reuters Staff", "en", Name(literal="Reuters Staff")),
        ("Associated Press", "en", Name(literal="Associated Press")),
        ("BBC News Online", "en", Name(literal="BBC News Online")),
        ("山田太郎", "ja", Name(literal="山田太郎")),
        ("Madonna", "en", Name(literal="Madonna")),
    ],
)
def test_names_taken_apart(author: str, language: str, expected: Name) -> None:
    assert name_of(author, language) == expected


def test_what_is_no_web_address_is_left_out() -> None:
    assert citation_of(article(url="javascript:alert(1)")).url == ""
    assert citation_of(article(url="https://orlo.example/a b|c}")).url == (
        "https://orlo.example/a%20b%7Cc%7D"
    )


TEXT = st.text(st.characters(exclude_categories=["Cc"], include_characters="&<>{}|\\%\"“”,.?"),
               max_size=30)  # fmt: skip
FORMS = ["wikipedia", "bibtex", "ris", "csl-json"] + (
    ["apa", "chicago", "mla"] if importlib.util.find_spec("citeproc") else []
)


@given(
    title=TEXT,
    authors=st.lists(TEXT, max_size=3),
    source=TEXT,
    date=st.sampled_from(["", "2017", "2017-02", "2017-02-28", "2017-02-28T10:00:00"]),
    language=st.sampled_from(["", "en", "es", "zh"]),
)
@example(title="<i>x</i> &amp; \ue000", authors=["a and b", ","], source="", date="", language="")
@example(title="\udce9t\udce9", authors=["\udce9 X"], source="\udce9", date="2017", language="en")
def test_any_article_is_cited_in_every_form(
    title: str, authors: list[str], source: str, date: str, language: str
) -> None:
    one = article(title=title, authors=tuple(authors), source=source, date=date, language=language)
    told = {form: cited([one], form) for form in FORMS}
    Draft7Validator(CSL_ITEMS).validate(json.loads(told["csl-json"]))
    assert len(as_zotero_reads(told["ris"])) == 1
    # BibTeX counts every brace, whatever stands before it.
    depths = [*accumulate({"{": 1, "}": -1}.get(sign, 0) for sign in told["bibtex"])]
    assert (depths[-1], depths.count(0)) == (0, told["bibtex"].index("{") + 2)
    assert told["wikipedia"].count("{{") == 1 + told["wikipedia"].count("{{!}}")
    for form in FORMS:
        assert told[form].strip(), form
        if form not in ("csl-json", "ris", "bibtex"):
            assert len(told[form].splitlines()) == 1, form


def test_an_unknown_form_is_said() -> None:
    with pytest.raises(UsageError, match="unknown form of citation 'apaa'"):
        cited([WALL], "apaa")


def test_the_articles_of_an_archive(archive_from: Callable[..., Archive]) -> None:
    archive = archive_from(
        {"title": "Ferry sold", "author": "Jane Doe", "date": "2017-02-20",
         "source": "Orlo Gazette", "text": "The ferry was sold. " * 5},
    )  # fmt: skip
    hit = archive.search("ferry").hits[0]
    expected = "{{cite news |last=Doe |first=Jane |title=Ferry sold |work=Orlo Gazette |date=20 February 2017}}\n"  # noqa: E501
    assert cited([archive.newsroom.citation(hit.id)], "wikipedia") == expected
    assert cited([hit], "wikipedia") == expected
    assert cited([archive.article(hit.id)], "wikipedia") == expected
