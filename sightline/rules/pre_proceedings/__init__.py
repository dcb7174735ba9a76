"""Rules about work before care proceedings: letters, meetings, family group decision-making."""
