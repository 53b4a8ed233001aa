"""Whether: a visit took place, goes on, is planned, was called off or denied.

| module | what it answers |
|---|---|
| `moods` | **the entry**: the status that a clause gives, `mood_of` |
| `plans` | what lies ahead with the verb above it, and what had only been planned |
| `verdicts` | what words say that no verb of the visit governs: "the trip is off" |
| `predicates` | what a verb says of itself and of the visit noun that it carries |
| `calendar` | what the dates make of a status |
"""
