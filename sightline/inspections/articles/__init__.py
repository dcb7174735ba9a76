"""Press pieces and council statements: what they say of inspections, and whether they quote right."""
