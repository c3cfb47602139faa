"""What others tried that was followed by a gain that held: a library, not a league table.

It reads results as a register keeps them, of those authorities alone that agreed in their last submission. It is in the order of
measures and of the tests' own words; no place stands above another.
"""
