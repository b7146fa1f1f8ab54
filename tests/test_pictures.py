"""The pictures of the README are what the commands print."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest

if os.name == "nt":
    pytest.skip("needs a terminal", allow_module_level=True)

import make_pictures

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    return make_pictures.pictures(tmp_path_factory.mktemp("pictures"))


def text_of(picture: str) -> str:
    """The words of a picture, as they stand in it."""
    words = re.findall(r"<text[^>]*>([^<]*)</text>", picture)
    return unescape("".join(words)).replace("\N{NO-BREAK SPACE}", " ")


@pytest.mark.parametrize("name", make_pictures.COMMANDS)
def test_a_picture_is_what_the_command_prints(drawn: Mapping[str, str], name: str) -> None:
    there = (ROOT / "docs" / "pictures" / f"{name}.svg").read_text(encoding="utf-8")
    assert text_of(there) == text_of(drawn[name]), "run: python tools/make_pictures.py"


@pytest.mark.parametrize("name", make_pictures.COMMANDS)
def test_a_picture_is_whole_in_itself(name: str) -> None:
    picture = (ROOT / "docs" / "pictures" / f"{name}.svg").read_text(encoding="utf-8")
    root = ElementTree.fromstring(picture)
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    asked = re.findall(r"https?://[^\"')\s]+", picture)
    assert [url for url in asked if "www.w3.org" not in url and "textualize" not in url] == []
    assert "@font-face" not in picture and "<image" not in picture


def test_what_they_show(drawn: Mapping[str, str]) -> None:
    assert "Mexico Weighs Its Strongest Card" in text_of(drawn["search"])
    assert "█" in text_of(drawn["timeline"]) and "█" in text_of(drawn["facets"])
    assert "[+" in text_of(drawn["story"]) and "[-" in text_of(drawn["story"])


def test_the_readme_shows_them_all() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = re.findall(r"!\[[^\]]+\]\(docs/pictures/(\w+)\.svg\)", readme)
    assert shown == [*make_pictures.COMMANDS]
