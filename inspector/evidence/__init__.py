"""Evidence as signals, the argument and pictures read it: records that count, and one series for each indicator."""
