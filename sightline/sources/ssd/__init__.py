"""The door for the Standard Safeguarding Dataset, as a folder of files or as a database.

Both give the Dataset's tables as they stand (``TablesAsTheyStand``); ``into_records`` makes record
tables of them. What each case system really fills differs: the adapters look at the values,
never at the name of the system.
"""
