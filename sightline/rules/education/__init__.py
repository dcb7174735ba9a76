"""Rules about the schooling of children with a social worker."""
