"""Exit codes (the contract of the command line)."""

FINE = 0
FINDINGS = 1
USAGE = 2
BUG = 3
INTERRUPTED = 130
