"""Supervision of a worker, child by child, and managers' decisions."""
