"""Rules about neglect and domestic abuse adding up over time."""
