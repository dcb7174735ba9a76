"""Data quality: what in the records wants mending, whose it is, and where to mend it."""
