"""The answers and the new words in a reply, exact or marked unclear; never a silent guess."""
