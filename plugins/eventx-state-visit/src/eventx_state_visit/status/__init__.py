"""Whether: it took place, goes on, is planned, was called off or denied."""
