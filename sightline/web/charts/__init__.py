"""Drawings made on the server: measures by month, and one child's journey."""
