"""Ground floor: the record tables, standards, working-day calendar and themes. Imports no other floor."""
