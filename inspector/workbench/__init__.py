"""What authors of frameworks run."""
