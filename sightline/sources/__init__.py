"""Doors in: one module for each kind of source."""
