"""What a reader is told: stories of measures, voices, claims beside figures. It comes after the judgement and changes nothing."""
