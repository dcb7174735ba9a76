"""Teams side by side, one team, one worker's list, and who is to hold a case: from a figure to the visit."""
