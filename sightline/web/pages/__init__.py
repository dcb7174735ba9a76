"""The pages, a module for each thing a person looks at."""
