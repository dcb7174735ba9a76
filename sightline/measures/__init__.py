"""Measures: a rule or a count over time, one file each, and the rows behind every figure."""
