"""Everything that an authority can submit beside figures and a log: reviews, recommendations, leaders' time, promises, voices.

Each kind has ways of going about it, honest all of them, good and poor; `ways` says which way a conduct goes, `all_kinds` puts
the records beside an authority's figures and log. Drawn from the seed alone, so that what was there before stays as it was.
"""
