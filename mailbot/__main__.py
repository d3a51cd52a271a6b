"""`python -m mailbot`."""

from mailbot.cli.app import main

main()
