"""Plain readings of the rules of stage neglect and domestic abuse: records in, the rows a practitioner would write out."""
