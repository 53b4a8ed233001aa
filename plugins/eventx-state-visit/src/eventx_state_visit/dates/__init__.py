"""When: which time expressions date a clause, and what they date of the stay."""
