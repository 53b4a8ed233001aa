"""Time expressions of English news and history: found, normalized, given their days."""

from __future__ import annotations

from eventx.language.times.annotate import DocumentTimesAnnotator, TimesAnnotator, document_times, find_times
from eventx.language.times.publication import parse_date

__all__ = ["DocumentTimesAnnotator", "TimesAnnotator", "document_times", "find_times", "parse_date"]
