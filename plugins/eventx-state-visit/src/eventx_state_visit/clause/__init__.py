"""The grammar of a clause: what fills its slots, what it hangs on, what modifies it.

| module | what it answers |
|---|---|
| `slots` | which arguments a slot holds, and which mentions are their heads |
| `ties` | what the clause hangs on, and by which preposition |
| `modifiers` | which words stand around the noun or the verb: articles, adjectives, superlatives |
| `scene` | a clause with its sentence, its document and the word lists: what all rules are handed |
"""
