"""Whether a clause speaks of a visit: by which pattern of words, and why it may make none after all."""
