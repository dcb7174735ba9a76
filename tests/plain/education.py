"""Plain readings of the rules of stage education: records in, the rows a practitioner would write out."""
