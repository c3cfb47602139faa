"""The version of Inspector, which every result names."""

__version__ = "0.2.0"
