"""What visitors come for and do there: the gatherings they attend, the meetings they have."""
