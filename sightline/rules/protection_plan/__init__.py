"""Rules about child protection plans: reviews, visits, endings."""
