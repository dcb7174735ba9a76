"""Trackers: live lists of children with what panels decided, and the tracker for an emergency."""
