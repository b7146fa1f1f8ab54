"""A timeline as a drawing (SVG)."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from newsgrep.search.analysis.results import Timeline

_COLOURS = ("#1f77b4", "#d62728", "#2ca02c", "#9467bd", "#8c564b", "#e377c2")


def timeline_svg(timeline: Timeline, share: bool) -> Iterator[str]:
    """The timeline as a drawing of 900 by 420 points, complete in itself."""
    width, height, left, top, bottom = 900, 420, 70, 30, 60
    plot_width, plot_height = width - left - 20, height - top - bottom
    columns = [
        [timeline.share(s, p) if share else s.counts.get(p, 0) for p in timeline.periods]
        for s in timeline.series
    ]
    largest = max((value for column in columns for value in column), default=0) or 1
    step = plot_width / max(len(timeline.periods), 1)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="12">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for mark in range(5):
        value = largest * mark / 4
        y = top + plot_height - plot_height * mark / 4
        label = f"{value:.2%}" if share else f"{value:,.0f}"
        parts.append(
            f'<line x1="{left}" x2="{width - 20}" y1="{y:.1f}" y2="{y:.1f}" stroke="#ddd"/>'
            f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end" fill="#555">{label}</text>'
        )
    thin = step * 0.8 / max(len(columns), 1)
    for number, (series, column) in enumerate(zip(timeline.series, columns, strict=True)):
        colour = _COLOURS[number % len(_COLOURS)]
        for at, value in enumerate(column):
            tall = plot_height * value / largest
            x = left + step * at + step * 0.1 + thin * number
            y = top + plot_height - tall
            title = (
                f"{timeline.periods[at]}: {value:.2%}"
                if share
                else f"{timeline.periods[at]}: {value}"
            )
            parts.append(
                f'<rect x="{x:.2f}" y="{y:.2f}" width="{max(thin, 0.5):.2f}" height="{tall:.2f}" '
                f'fill="{colour}"><title>{escape(title)}</title></rect>'
            )
        name = escape(series.query[:40])
        parts.append(f'<text x="{left + 180 * number}" y="18" fill="{colour}">{name}</text>')
    every = max(1, len(timeline.periods) // 12)
    for at in range(0, len(timeline.periods), every):
        x = left + step * (at + 0.5)
        parts.append(
            f'<text x="{x:.1f}" y="{height - bottom + 18}" text-anchor="middle" fill="#555">'
            f"{escape(timeline.periods[at])}</text>"
        )
    yield "\n".join([*parts, "</svg>\n"])
