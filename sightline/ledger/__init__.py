"""The ledger: loading, what was set aside, and reading what is known."""
