"""Statutory returns: which file or sheet holds which table of which return, and the XML of those that come as a document."""
