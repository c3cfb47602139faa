"""What a reader is told: stories of measures, voices, claims beside figures. Made after the judgement, which cannot have seen it."""
