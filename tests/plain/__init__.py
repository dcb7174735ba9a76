"""Each rule against a plain Python reading of its question, over generated worlds."""
