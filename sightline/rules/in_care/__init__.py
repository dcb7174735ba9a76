"""Rules about children in care: visits, reviews, health, homes, permanence."""
