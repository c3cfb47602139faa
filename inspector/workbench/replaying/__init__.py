"""Stored results judged anew from the facts and the trust that stand in them: no bundle is opened."""
