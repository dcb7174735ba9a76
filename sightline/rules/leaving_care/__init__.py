"""Rules about leaving care, and about homelessness at 16 and 17."""
