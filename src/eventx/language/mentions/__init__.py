"""Mentions: who is spoken of in a sentence, and who that is."""

from eventx.language.mentions.annotator import MentionsAnnotator

__all__ = ["MentionsAnnotator"]
