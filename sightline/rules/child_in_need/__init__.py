"""Rules about child in need plans: visits, drift."""
