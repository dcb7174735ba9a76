"""Who may see what: people and their roles, who is named for a child, reasons, restrictions, the front door."""
