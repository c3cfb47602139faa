"""Where authors write: what rules may speak of, what an editor needs, new files and their layout."""
