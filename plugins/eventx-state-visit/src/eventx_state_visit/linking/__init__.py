"""The claims of one article, held together: each completed from the others, by stay and by journey."""
