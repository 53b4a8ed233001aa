"""What one clause, or one line of a programme, claims of a visit."""
