"""From findings to actions to evidence: line of sight from an inspector's sentence to the records."""
