"""Cases that would notice a change: found from cases that pass by little changes, and written for a person to read and keep."""
