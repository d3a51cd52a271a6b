"""What may pass to the other side: names scrubbed, and the egress gate that every outgoing byte goes through."""
