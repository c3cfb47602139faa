"""Submissions month by month: what an authority would have handed in then, honest or not."""
