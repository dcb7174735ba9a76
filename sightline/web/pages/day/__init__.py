"""My day: what is due, overdue, newly opened and decided; one concern; tasks; rules on worklists."""
