"""Days of the Persian and the Thai calendar, and months in scripts of their own."""

from __future__ import annotations

import pytest

from newsgrep.text.calendars import other_days
from newsgrep.text.dates import find_dates


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("۵ شهریور ۱۴۰۴، ۱۲:۱۵", "2025-08-27"),
        ("تاریخ انتشار : ۱۴۰۴/۰۶/۰۵", "2025-08-27"),
        ("۲۲ بهمن ۱۳۵۷", "1979-02-11"),
        ("30 اسفند 1399", "2021-03-20"),  # of a leap year
        ("1 فروردین 1400", "2021-03-21"),
        ("วันอังคาร ที่ 27 สิงหาคม พ.ศ. 2562, 06.00 น.", "2019-08-27"),
        ("3 พ.ค. 2562", "2019-05-03"),
        ("3 نوفمبر 2008", "2008-11-03"),
        ("٣ مايو ٢٠١٩", "2019-05-03"),
        ("12 בינואר 2022", "2022-01-12"),
        ("3 मई 2019", "2019-05-03"),
        ("১০ ফেব্রুয়ারি ২০১৬, ১৯:২৫", "2016-02-10"),
        ("প্রকাশিত: ০৩ জানুয়ারী ২০২০", "2020-01-03"),
        ("১০ ফেব্রু\u09afা\u09bcরি ২০১৬".replace("\u09afা\u09bc", "\u09dfা"), "2016-02-10"),
        ("13 март 2017", "2017-03-13"),
        ("20. studenoga 2025.", "2025-11-20"),
        ("20. listopada 2025.", "2025-10-20"),
        ("20 listopada 2025", "2025-11-20"),
        ("27. јануар 2025.", "2025-01-27"),
        ("22. 8. 2023", "2023-08-22"),
        ("2023. 8. 22.", "2023-08-22"),
    ],
)
def test_a_day(text: str, iso: str) -> None:
    assert [found.iso[:10] for found in find_dates(text)] == [iso]


@pytest.mark.parametrize("text", ["1400/13/01", "۳۱ مهر ۱۴۰۰", "31 กุมภาพันธ์ 2562", "May 3, 2019"])
def test_no_day_of_another_calendar(text: str) -> None:
    assert list(other_days(text)) == []


def test_offsets_are_those_of_the_text() -> None:
    text = "تاریخ: ۵ شهریور ۱۴۰۴ ساعت"
    (found,) = find_dates(text)
    assert text[found.start : found.end] == "۵ شهریور ۱۴۰۴"
