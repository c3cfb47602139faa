"""The schema of a register, version after version."""
