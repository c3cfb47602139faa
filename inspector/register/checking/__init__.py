"""Whether everything in a register still fits: each part held to what was hashed, and that to what was signed."""
