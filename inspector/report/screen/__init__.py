"""A result on one screen of a terminal, and what a terminal can show."""
