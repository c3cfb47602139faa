"""Two frameworks held against one another: what differs in words, and evidence of which they make something else."""
