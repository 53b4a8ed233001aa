"""The claims of one article, held together: each completed from the others, by stay and by journey.

| module | what it answers |
|---|---|
| `linked` | **the entry**: the `linked` claims, made whole or dropped |
| `antecedents` | which visit, told before or right after, a claim means |
| `story` | what the article as a whole says: its only traveller, its only destination, its gathering |
| `companions` | who goes along, as the next sentences tell |
| `stops` | which places later sentences add to a visit |
| `stays` | which claims are of one stay, and what status and days they give each other |
| `succession` | what the stays of one traveller say of each other |
| `journeys` | which stays are legs of one journey |
"""
