"""When: which time expressions date a clause, and what they date: the stay, its first or last day, an act inside it.

| module | what it answers |
|---|---|
| `timing` | **the entry**: the `timing` of a clause, by its own dates and by those that follow |
| `governors` | what the dates of the clause above say |
| `dependents` | what the dates of the clauses below and beside say |
| `lengths` | how long the stay is, and which days a date and a length come to |
"""
