"""Scorecards as people lay them out, periods across or down a sheet, as one long row for each figure with its places."""
