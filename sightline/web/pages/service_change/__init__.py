"""Changes to services: every child affected, where each goes, and what came of it."""
