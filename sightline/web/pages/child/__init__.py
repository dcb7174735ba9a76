"""One child: the story, the timeline, the chronology, plans and visits, concerns, what is recorded here."""
