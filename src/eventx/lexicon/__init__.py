"""Reference data and the indexes over it: words, offices, countries, cities, organisations."""
