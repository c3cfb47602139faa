"""Checks that run again whenever a file of a framework is saved."""
