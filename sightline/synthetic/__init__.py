"""A made-up authority whose practice fails and recovers, with the truth about what was planted."""
