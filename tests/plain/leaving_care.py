"""Plain readings of the rules of stage leaving care: records in, the rows a practitioner would write out."""
