"""Makes ``common_signs.py``: the signs by which a text in Chinese, Japanese or Korean is told.

    python tools/make_common_signs.py > src/newsgrep/ingest/formats/common_signs.py
    ruff format src/newsgrep/ingest/formats/common_signs.py

The frequencies of words are those of wordfreq (``pip install wordfreq zhconv``; its data are under
CC BY-SA 4.0, of which signs in their order are taken). It has Chinese in simplified signs alone;
zhconv says how the same words are written in traditional ones.
"""

from __future__ import annotations

import textwrap
import unicodedata
from collections import Counter
from collections.abc import Callable

import wordfreq
import zhconv

HEADER = '''"""The commonest signs of Chinese, Japanese and Korean, the commonest first.

Counted by ``tools/make_common_signs.py`` in the frequencies of words of wordfreq (CC BY-SA 4.0).
Kana are left out, all of which are common.
"""
'''


def common(language: str, script: str, most: int, written: Callable[[str], str] = str) -> str:
    """The commonest signs of a language in a script, by how common the words are."""
    counts: Counter[str] = Counter()
    for word, frequency in wordfreq.get_frequency_dict(language, "best").items():
        for sign in unicodedata.normalize("NFC", written(word)):
            if unicodedata.name(sign, "").startswith(script):
                counts[sign] += frequency
    return "".join(sign for sign, _ in counts.most_common(most))


def in_traditional(word: str) -> str:
    """A word in traditional signs."""
    return str(zhconv.convert(word, "zh-hant"))


def main() -> None:
    print(HEADER)
    for name, signs in (
        ("CHINESE_SIMPLIFIED", common("zh", "CJK UNIFIED", 800)),
        ("CHINESE_TRADITIONAL", common("zh", "CJK UNIFIED", 800, in_traditional)),
        ("JAPANESE", common("ja", "CJK UNIFIED", 600)),
        ("KOREAN", common("ko", "HANGUL SYLLABLE", 400)),
    ):
        lines = textwrap.wrap(signs, 46)
        print(f"{name} = (", *(f'    "{line}"' for line in lines), ")\n", sep="\n")


if __name__ == "__main__":
    main()
