"""The memory: submissions, inspections, visits and replies in a log that nobody can alter unseen. `store` alone knows a database."""
