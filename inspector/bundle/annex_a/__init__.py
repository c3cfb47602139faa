"""Annex A: which file or sheet holds which list, lists without a manifest, and what two lists say of the same child."""
