"""Which words speak of a visit: the pattern of slots that a clause fills, and why it may make no visit after all.

| module | what it answers |
|---|---|
| `predicates` | **the entry**: the `pattern_of` a clause, by its verb or noun and what that takes |
| `itineraries` | which clauses name a stop of a journey |
| `guests` | which clauses call somebody a visitor: "talks with visiting President X" |
| `refusals` | why a clause with a pattern claims nothing |
"""
