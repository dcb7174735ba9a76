"""Rules about how long a child was left before protective action."""
