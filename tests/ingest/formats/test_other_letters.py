"""PDFs whose fonts do not say which letters they draw."""

from __future__ import annotations

import pytest

from newsgrep.ingest.formats.documents.pdf import are_other_letters

GARBLED = "'F¥D⇤/LzQ⇤+≤S⇤4X w}≤F⇤wÉL⇤K≠L⇤ \uf8ff⇢⇤↵,,,✏⇤QJ◆ WKÇQJ⇤\uf8ff⇤QxP ⇤9±L⇤QKíQ⇤WKªF⇤UÑQJ "
PLAIN = "The keeper of the harbour counted the boats again before the fog came in. "
BULLETS = "• boats → quay • crane (sold) • 3 × 4 = 12 • tides ± 2 hours • piles ≥ 40 • lamps ✓ "


def test_letters_that_stand_for_others() -> None:
    assert are_other_letters(GARBLED * 10)


@pytest.mark.parametrize(
    "text", [PLAIN * 10, BULLETS * 10, "港口一年后重新开放 " * 30, "", GARBLED[:20]]
)
def test_letters_that_stand_for_themselves(text: str) -> None:
    assert not are_other_letters(text)
