"""Frameworks judged by their own cases: compiled once, asked thousands of times, changed in one thing at a time."""
