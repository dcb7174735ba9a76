"""Ending a protection plan: the checks, what the conference said, the record, all endings and what came after."""
