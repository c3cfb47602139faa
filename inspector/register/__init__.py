"""The memory: submissions, inspections, visits and replies in a log that nobody alters unseen. `store` alone knows a database."""
