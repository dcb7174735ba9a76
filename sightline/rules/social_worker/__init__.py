"""Rules about the child's own social worker: the same person, seen alone, direct work."""
