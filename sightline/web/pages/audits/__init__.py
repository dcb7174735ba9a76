"""Audits of cases: designing, drawing, auditing, moderating, and what was found over time."""
