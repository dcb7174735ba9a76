"""Rules about what was written down, and when."""
