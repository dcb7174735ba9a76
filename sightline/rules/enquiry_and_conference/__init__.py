"""Rules about strategy discussions, enquiries and initial conferences."""
