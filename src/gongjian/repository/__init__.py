"""A folder of plans: which files there are, and the check of each."""
