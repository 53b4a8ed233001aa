"""Clauses: who did what to whom, by a cascade over phrases."""

from eventx.language.clauses.annotator import ClausesAnnotator, find_clauses

__all__ = ["ClausesAnnotator", "find_clauses"]
