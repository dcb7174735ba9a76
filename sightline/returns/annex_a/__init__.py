"""Annex A, the workbook of eleven lists that inspectors ask for, from the ledger on any day."""
