"""Rules about who holds the case and who looks over it."""
