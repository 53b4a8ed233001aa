"""Where to: the countries that a clause gives, and the places in them.

| module | what it answers |
|---|---|
| `of_clause` | **the entry**: `destinations_of` a clause, from its slots or else from what stands around them |
| `governors` | what the verb or noun above says: "picked Peru for his trip" |
| `dependents` | what the clauses below and beside say: "will attend a summit in Doha" |
| `whereabouts` | where somebody is stated to be, in place of where to |
| `descriptions` | which country "the Malaysian capital", "the country", "both countries" is |
| `sites` | which palaces and halls are named that no gazetteer has |
| `places` | a destination, and those that a phrase names |
"""
