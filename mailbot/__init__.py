"""mailbot: an e-mentoring programme that runs entirely by email. Start reading at docs/flow.md."""

__version__ = "0.1.0"
