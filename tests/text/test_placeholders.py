"""What stands where there is nothing: in any field, and for a name."""

from __future__ import annotations

import pytest

from newsgrep.text.placeholders import is_no_name, is_no_value


@pytest.mark.parametrize(
    "text",
    ["", "  ", "N/A", "na", "NaN", "None", "null", "-", "---", "[Removed]", "No author", "no_title",
     "No description available.", "not found", "without text", "unknown"],
)  # fmt: skip
def test_no_value(text: str) -> None:
    assert is_no_value(text)


@pytest.mark.parametrize(
    "text", ["No way out", "Nothing", "Unknown soldier", "By", "admin", "Name", "No name", "Nana"]
)
def test_a_value(text: str) -> None:
    assert not is_no_value(text)


@pytest.mark.parametrize(
    "name",
    ["admin", "By:", "Posted", "No Author", "no-name", "Anonymous user", "админ", "author.", "N/A",
             "No author found"],
)  # fmt: skip
def test_no_name(name: str) -> None:
    assert is_no_name(name)


@pytest.mark.parametrize("name", ["Ana Nan", "Nobody Rootes", "Author Ames", "Wanda Vonn", ""])
def test_a_name(name: str) -> None:
    assert not is_no_name(name)
