"""Case lists of Annex A as an invented authority might submit them, with or without something done to them.

Children come in families, and one list leads to the next: a contact, a referral, an assessment, an enquiry and its conference, a
plan, care and its placements. What is planted is known, row by row. The same seed gives the same bytes.
"""
