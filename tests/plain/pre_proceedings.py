"""Plain readings of the rules of stage pre proceedings: records in, the rows a practitioner would write out."""
