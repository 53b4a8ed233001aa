"""What one clause, or one line of a programme, claims of a visit.

| module | what it answers |
|---|---|
| `clauses` | **the entry**: `read` a clause to claims, or to the reason why it makes none |
| `departures` | what leaving a country and coming home tell |
| `presence` | who is stated to be in another country |
| `asides` | what stands beside the verb: "X, in Kiev since Tuesday, said" |
| `precedents` | which further visits a clause dates: "the first since Chirac in 2000" |
| `pairing` | which visitors go to which destinations, and how the dates of a tour are shared out |
| `composing` | a claim, put together |
| `dating` | its dates, as the pattern, the status and a numbered day bear on them |
| `attributes` | its level, purposes, gathering, "the first by" |
| `joint_visits` | who of a third country travels in the same clause |
| `diary`, `programme` | what the lines of a diary of events and of a programme claim |
"""
