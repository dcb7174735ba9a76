"""Plain readings of the rules of stage left exposed: records in, the rows a practitioner would write out."""
