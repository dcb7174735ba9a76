"""Rules about private fostering, unborn children, advocacy and allegations."""
