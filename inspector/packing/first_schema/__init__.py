"""A first row schema proposed from a table: what its columns seem to hold, its key, and what of it is likely private."""
