"""Where to: the countries that a clause gives, and the places in them."""
