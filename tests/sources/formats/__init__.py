"""What each format can hold of an authority, said apart from the doors and the writers.

Each function takes the authority's own rows by table and gives the facts that a file of that format
must bring in. They are a second reading of what the formats are, so that a fault of a writer or a
door shows as a difference.
"""
