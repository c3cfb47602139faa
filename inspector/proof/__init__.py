"""From paper to proof: what a verdict hangs on, what to look at on site, and what was found there proves."""
