"""Sightline: line of sight from one child's record to the judgement an inspector would make of it."""

__version__ = "0.1.0"
