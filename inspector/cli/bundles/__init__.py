"""The commands of `inspector bundle`, each in a file, and what several of them share."""
