"""eventx: normalized event records from news text."""
