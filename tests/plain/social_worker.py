"""Plain readings of the rules of stage social worker: records in, the rows a practitioner would write out."""
