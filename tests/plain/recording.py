"""Plain readings of the rules of stage recording: records in, the rows a practitioner would write out."""
