"""Text to layers: sentences, tokens, time expressions, mentions, clauses, discourse."""
