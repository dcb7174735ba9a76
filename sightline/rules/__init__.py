"""The rule book: one file per rule, by stage of the child's journey."""
