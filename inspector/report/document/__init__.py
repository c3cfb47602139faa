"""The document of a result: its types, how an inspection becomes one, and how it is written."""
