"""Plain readings of the rules of stage others to protect: records in, the rows a practitioner would write out."""
