"""Moves on records of other kinds than figures: what a cheat can write down about reviews, promises, voices and itself."""
