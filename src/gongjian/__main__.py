"""`python -m gongjian`."""

from gongjian.cli import main

main()
