"""Plain readings of the rules of stage in care: records in, the rows a practitioner would write out."""
