"""From facts to findings: rules are compiled, matched layer by layer, and every match is traced."""
