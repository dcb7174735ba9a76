"""Doors out: returns made from the ledger, each checked before anybody sends it."""
