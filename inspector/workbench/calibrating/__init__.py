"""How often rules and verdicts come about on services of which the truth is known. Who makes these services is no matter here."""
