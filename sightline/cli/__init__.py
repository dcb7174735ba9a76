"""Commands: the same functions as the web, no logic of their own."""
