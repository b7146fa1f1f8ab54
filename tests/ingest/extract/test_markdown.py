"""Markdown to paragraphs and a title."""

from __future__ import annotations

import re

import pytest

from newsgrep.ingest.extract.body.markdown import read_markdown


def test_the_first_heading_is_the_title() -> None:
    paragraphs, claims = read_markdown("# Ferry *sold*\n\nOn Monday.\n\n# Later\n\n## Why\n\nDebt.")
    assert [(claim.field, claim.value, claim.origin) for claim in claims] == [
        ("title", "Ferry sold", "first heading")
    ]
    assert paragraphs == ["On Monday.", "Later", "Why", "Debt."]


@pytest.mark.parametrize(
    ("source", "paragraphs"),
    [
        ("Text first.\n\n# Then a heading", ["Text first.", "Then a heading"]),
        ("## Not a title\n\nText.", ["Not a title", "Text."]),
        ("Setext\n======\n\nText.", ["Text."]),
        ("One\nline.", ["One line."]),
        ("Hard  \nbreak.", ["Hard", "break."]),
        ("**Bold**, *italic*, `code` and [a link](http://a.example).",
         ["Bold, italic, code and a link."]),
        ("- first\n- second\n", ["first", "second"]),
        ("> Quoted words.", ["Quoted words."]),
        ("```\nas it is\n```", ["as it is"]),
        ("    indented\n", ["indented"]),
        ("| a | b |\n|---|---|\n| c | d |", ["a", "b", "c", "d"]),
        ("<div>Some <b>HTML</b></div>", ["Some HTML"]),
        ("<!-- a comment -->\n\nText.", ["Text."]),
        ("---\n\nText.", ["Text."]),
        ("", []),
    ],
)  # fmt: skip
def test_paragraphs(source: str, paragraphs: list[str]) -> None:
    assert read_markdown(source)[0] == paragraphs


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ('The [quay]({{ "/quay" | url }}) opened.', "The quay opened."),
        ("The [quay]({{ site.baseurl }}/quay/) opened.", "The quay opened."),
        ("The [quay][1] opened.\n\n[1]: {{ site.baseurl }}/quay", "The quay opened."),
        ('{% image "quay.jpg" "The quay, 50% done" %}\n\nIt opened.', "It opened."),
        ("{% raw %}It opened with {{ boats }}.{% endraw %}", "It opened with {{ boats }}."),
        ("It opened.{% comment %} Really? {% endcomment %}", "It opened."),
        ('It opened.\n\n{{< figure src="quay.jpg" >}}', "It opened."),
        ("It opened.\n{: .lead}", "It opened."),
        ("```\n{% if quay %}\n```", "{% if quay %}"),
        ("Write `{% if quay %}`.", "Write {% if quay %}."),
        ("{% comment %} never closed", "never closed"),
        ("100 {% of {{ it", "100 {% of {{ it"),
    ],
)
def test_tags_of_templates(source: str, text: str) -> None:
    paragraphs, _ = read_markdown(source)
    assert "\n\n".join(paragraphs).strip() == text


def test_pictures_that_obsidian_embeds_are_no_text() -> None:
    paragraphs, _ = read_markdown("![[../raw/1940-02-07_quay.jpg]]\n\nThe quay is open.")
    assert paragraphs == ["The quay is open."]


@pytest.mark.parametrize("levels", [14, 60, 400])
@pytest.mark.parametrize("mark", ["> ", "  ", "- ", "1. "])
def test_what_is_nested_deep_is_kept_and_what_stands_below_it(mark: str, levels: int) -> None:
    if mark == "  ":
        tree = "\n".join(f"{mark * level}- line {level}" for level in range(levels))
    else:
        tree = "\n\n".join(f"{mark * (level + 1)}line {level}" for level in range(levels))
    paragraphs, _ = read_markdown(f"{tree}\n\n# Below\n\nIt goes on.")
    told = re.findall(r"line \d+", "\n".join(paragraphs))
    assert told == [f"line {level}" for level in range(levels)]
    assert paragraphs[-2:] == ["Below", "It goes on."]


def test_the_headline_of_a_press_release_below_what_it_says_first() -> None:
    source = "### For Immediate Release\n**March 1, 2018**\n\n# Ferry sold\n\nOn Monday.\n"
    paragraphs, claims = read_markdown(source)
    assert [claim.value for claim in claims] == ["Ferry sold"]
    assert paragraphs == ["For Immediate Release", "March 1, 2018", "On Monday."]


def test_captions_of_pictures_stand_below_the_text() -> None:
    source = (
        "![The keeper of the quay on Tuesday](a.jpg)\n\nThe quay is open.\n\n![logo](b.png)\n\n"
        "It rained. ![The quay is open](c.jpg)\n"
    )
    paragraphs, _ = read_markdown(source)
    assert paragraphs == ["The quay is open.", "It rained. ", "The keeper of the quay on Tuesday"]
