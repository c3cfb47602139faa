"""Charts as inline SVG: pure functions from the pictures of a result to text. Colours come from the page's style sheet.

Each chart has a role, a title and a description of its own, and shows by shape or word whatever it shows by colour.
"""
