"""How anything is written to disk: whole or not at all, never over what is read, and one after the other."""
