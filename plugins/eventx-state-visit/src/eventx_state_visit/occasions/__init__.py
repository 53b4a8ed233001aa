"""What visitors come for and do there: the gatherings they attend, the meetings they have.

| module | what it answers |
|---|---|
| `gatherings` | which gatherings an article names, where and when |
| `attending` | which claims are of those who come to one, and so where to and when |
| `encounters` | who meets whom, and what that adds to a visit: hosts, places, days |
"""
