"""Published statistics by council, and statistical neighbours.

Files are loaded as they were published, with every mark that stands for a figure not given. It
knows nothing of children's records: what a service's own records say is set beside it by the pages.
"""
