"""A framework applied to evidence: read, observed by, concluded and settled. It cannot know what is argued or drawn."""
