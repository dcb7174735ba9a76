"""Papers: what a plan says, built once as plain data and set as Word and as PDF.

``content`` holds what a paper is made of, ``building`` makes one from a plan read whole,
``word`` and ``pdf`` set it. The same data give the same bytes.
"""
