"""What earlier runs found, kept in the folder `.gongjian` of the repository.

Everything is kept under a digest of all that it follows from: the bytes of the files, their names,
the packs and settings, the program and what it is built with. So nothing ever goes stale. Files are
written at once or not at all; of two runs at a time the later one wins, and what cannot be read is
as good as not there.
"""
