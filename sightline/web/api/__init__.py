"""The interface for other programs: reads and records as the pages do, through the same policy."""
