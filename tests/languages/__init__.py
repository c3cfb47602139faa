"""A second language, whole for one small framework: an example of how a language is written, and the proof that it can be."""
