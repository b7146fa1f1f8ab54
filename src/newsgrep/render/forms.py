"""Every form of every result, and what makes it: the one table of renderers.

``text`` gives styled lines for people, ``summary`` the sentences that go with them, and the rest
the pieces of what a program reads. Results that come as a list or one by one stand under the name
of what they consist of. A module is loaded when one of its forms is wanted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from newsgrep.render.lines import Line

RENDERERS: dict[str, dict[str, str]] = {
    "Results": {
        "text": "lines:results_lines",
        "summary": "lines:summary",
        "json": "as_json:results_json",
        "jsonl": "as_json:results_jsonl",
        "csv": "as_table:results_csv",
        "tsv": "as_table:results_tsv",
        "trec": "as_trec:results_trec",
    },
    "FacetCounts": {
        "text": "bars:facet_lines",
        "summary": "bars:facet_summary",
        "json": "answers_as_json:facet_json",
        "csv": "answers_as_table:facet_csv",
    },
    "Timeline": {
        "text": "bars:timeline_lines",
        "summary": "bars:timeline_summary",
        "json": "answers_as_json:timeline_json",
        "csv": "answers_as_table:timeline_csv",
        "svg": "drawing:timeline_svg",
    },
    "DistinctiveTerms": {
        "text": "listings:term_lines",
        "summary": "listings:term_summary",
        "json": "answers_as_json:record_json",
    },
    "ConcordanceLine": {
        "text": "aligned:concordance_lines",
        "json": "answers_as_json:record_jsonl",
        "csv": "answers_as_table:concordance_csv",
    },
    "Similar": {
        "text": "listings:similar_lines",
        "summary": "listings:similar_summary",
        "json": "answers_as_json:similar_json",
    },
    "StoryMember": {
        "text": "story:story_lines",
        "summary": "story:story_summary",
        "json": "answers_as_json:story_json",
    },
    "Definition": {
        "text": "listings:definition_lines",
        "summary": "listings:definition_summary",
        "json": "answers_as_json:definition_json",
    },
    "Quotation": {
        "text": "quotations:quotation_lines",
        "json": "answers_as_json:record_jsonl",
        "csv": "quotations:quotation_csv",
    },
    "Spread": {
        "text": "spread:spread_lines",
        "summary": "spread:spread_summary",
        "json": "spread:spread_json",
        "csv": "spread:spread_csv",
    },
    "Network": {
        "text": "network:network_lines",
        "summary": "network:network_summary",
        "json": "network:network_json",
        "csv": "network:network_csv",
        "gexf": "network:network_gexf",
        "graphml": "network:network_graphml",
    },
    "Explanation": {
        "text": "explanation:explanation_lines",
        "json": "answers_as_json:explanation_json",
    },
    "Audit": {"text": "audit:audit_lines", "json": "answers_as_json:audit_json"},
    "Stats": {"text": "archive_stats:stats_lines", "json": "answers_as_json:stats_json"},
    "Failure": {
        "text": "archive_stats:failure_lines",
        "summary": "archive_stats:failure_summary",
        "json": "answers_as_json:failure_jsonl",
    },
    "Checked": {"summary": "indexing:check_summary", "json": "answers_as_json:record_json"},
    "Report": {"summary": "indexing:run_summary", "json": "answers_as_json:record_json"},
    "Marking": {"summary": "review:marking_summary", "json": "answers_as_json:record_json"},
    "MarkRow": {"json": "review:marks_jsonl"},
    "MarkCounts": {
        "text": "review:mark_count_lines",
        "summary": "review:mark_count_summary",
        "json": "answers_as_json:record_json",
    },
    "Imported": {"summary": "review:imported_summary", "json": "review:imported_json"},
    "BatchRow": {
        "text": "batches:batch_lines",
        "json": "batches:batch_jsonl",
        "csv": "batches:batch_csv",
        "markdown": "batches:batch_markdown",
    },
    "CheckedReceipt": {
        "text": "receipts:checked_lines",
        "summary": "receipts:checked_summary",
        "json": "receipts:checked_json",
        "receipt": "receipts:receipt_text",
    },
    "Forgot": {
        "text": "forgetting:forgot_lines",
        "summary": "forgetting:forgot_summary",
        "json": "answers_as_json:record_json",
    },
    "Remembered": {
        "summary": "forgetting:remembered_summary",
        "json": "answers_as_json:record_json",
    },
    "ForgottenArticle": {
        "text": "forgetting:forgotten_lines",
        "summary": "forgetting:forgotten_summary",
        "json": "forgetting:forgotten_json",
    },
    "Configuration": {"text": "configured:setting_lines", "json": "configured:settings_json"},
    "Alert": {
        "text": "alerts:alert_lines",
        "summary": "alerts:alert_summary",
        "json": "alerts:alerts_json",
    },
    "Delivery": {
        "text": "alerts:delivery_lines",
        "json": "alerts:delivery_json",
        "atom": "feeds:atom",
        "jsonfeed": "feeds:json_feed",
    },
    "Citation": {
        "apa": "citation_styles:apa",
        "chicago": "citation_styles:chicago",
        "mla": "citation_styles:mla",
        "wikipedia": "reference_formats:wikipedia",
        "bibtex": "reference_formats:bibtex",
        "ris": "reference_formats:ris",
        "csl-json": "reference_formats:csl_json",
    },
    "Article": {
        "text": "record:article_lines",
        "why": "record:reason_lines",
        "json": "answers_as_json:article_json",
        "jsonl": "answers_as_json:article_jsonl",
    },
}
"""For each type of result its forms, each as ``module:function`` of this package."""

PROSE = ("apa", "chicago", "mla")
"""Forms of citations that are styled lines, as ``text`` is."""


def renderer(kind: type, form: str) -> Callable[..., Iterator[str]]:
    """What makes the pieces of ``form`` out of a result of ``kind``.

    A search's results have templates such as ``{date} {title}`` as well: raises
    :class:`UsageError` for one with names that there are not.
    """
    if form not in RENDERERS[kind.__name__] and "{" in form:
        from newsgrep.render.as_template import Template

        return Template(form).lines
    made: Callable[..., Iterator[str]] = _loaded(kind, form)
    return made


def complete(
    kind: type, form: str, pieces: Iterable[str], lacking: Callable[[], Sequence[str]]
) -> Iterable[str]:
    """The pieces of a form; of one that is one JSON object, with what the answer lacks."""
    if form != "json" or RENDERERS[kind.__name__][form].endswith("jsonl"):
        return pieces
    from newsgrep.render.as_json import with_lacking

    return with_lacking(pieces, lacking)


def styled(kind: type, form: str = "text") -> Callable[..., Iterator[Line]]:
    """What makes the lines of ``form`` for people; none for kinds that are said in sentences."""
    if form not in RENDERERS[kind.__name__]:
        return lambda *given: iter(())
    made: Callable[..., Iterator[Line]] = _loaded(kind, form)
    return made


def summary(kind: type) -> Callable[..., Iterator[str]]:
    """What makes the sentences that go with a result for people; none for some kinds."""
    if "summary" not in RENDERERS[kind.__name__]:
        return lambda *given: iter(())
    return renderer(kind, "summary")


def _loaded(kind: type, form: str) -> Any:
    module, name = RENDERERS[kind.__name__][form].split(":")
    return getattr(import_module(f"newsgrep.render.{module}"), name)
