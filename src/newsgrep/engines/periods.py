"""Days, weeks, months and years by name."""

from __future__ import annotations

from datetime import date

from newsgrep.engines.matches import Period


def period_of(day: date, by: Period) -> str:
    """The name of the period a day is in: ``2017-02-20``, ``2017-W08``, ``2017-02``, ``2017``."""
    match by:
        case "day":
            return day.isoformat()
        case "week":
            year, week, _ = day.isocalendar()
            return f"{year}-W{week:02d}"
        case "month":
            return f"{day.year:04d}-{day.month:02d}"
        case "year":
            return f"{day.year:04d}"
