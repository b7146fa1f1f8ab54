"""How dates, counts and sizes are written for people."""

from __future__ import annotations

from datetime import datetime

_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


def date_for_people(iso: str) -> str:
    """``2017-02-20T09:40:00`` → ``20 Feb 2017 09:40``; less where less is known."""
    if not iso:
        return ""
    if len(iso) == 4:
        return iso
    if len(iso) == 7:
        return f"{_MONTHS[int(iso[5:7]) - 1]} {iso[:4]}"
    moment = datetime.fromisoformat(iso)
    day = f"{moment.day} {_MONTHS[moment.month - 1]} {moment.year}"
    if len(iso) <= 10 or (moment.hour, moment.minute) == (0, 0):
        return day
    return f"{day} {moment:%H:%M}"


def counted(count: int, noun: str) -> str:
    """``1 article``, ``1,234 articles``."""
    if count != 1:
        many = noun.endswith("y") and noun[-2] not in "aeou"
        noun = f"{noun[:-1]}ies" if many else f"{noun}s"
    return f"{count:,} {noun}"


def size_for_people(size: int) -> str:
    """Bytes as kB, MB or GB."""
    value = float(size)
    for unit in ("bytes", "kB", "MB"):
        if value < 1000:
            return (
                f"{value:.0f} {unit}" if unit == "bytes" or value >= 10 else f"{value:.1f} {unit}"
            )
        value /= 1000
    return f"{value:.1f} GB"
