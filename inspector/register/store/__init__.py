"""Where a register lies: the one place that knows a database. SQLite in a file, or PostgreSQL by its URL."""
