"""A second opinion: every sentence of an inspection worked out again from the rows it cites, by code that shares none with it."""
