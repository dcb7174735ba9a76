"""Look-back reviews: a cohort fixed once, and an outcome for every child of it."""
