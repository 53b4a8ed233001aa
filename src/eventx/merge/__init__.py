"""Mentions of one event become one event, within a document and across documents, with reasons."""

from eventx.merge.cluster import merge_candidates, merge_events
from eventx.merge.compare import compare
from eventx.merge.verdict import Verdict

__all__ = ["Verdict", "compare", "merge_candidates", "merge_events"]
