"""Indicators recomputed from case records, as a framework's `indicators.yaml` says."""

from inspector.derived.recompute import recompute

__all__ = ["recompute"]
