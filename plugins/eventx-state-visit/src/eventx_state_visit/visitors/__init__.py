"""Who travels, who receives, and for which country.

| module | what it answers |
|---|---|
| `travellers` | **the entry**: `visitors_of` a clause, from its slots or who stands in for an empty one |
| `hosts` | `hosts_of` a clause: who receives |
| `delegations` | who leads a delegation, who sends it, who is aboard a vehicle |
| `homeland` | for which country somebody travels of whom the text tells none, or the wrong one |
| `posts` | who is posted in a country, and so does not visit it |
"""
