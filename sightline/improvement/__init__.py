"""From what inspectors wrote to what the records say, and to the work that changes it."""
