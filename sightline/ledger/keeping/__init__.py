"""Keeping and letting go: how long records are kept, who holds them back, how they are destroyed,
and what one person is given of their own."""
