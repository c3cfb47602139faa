"""What may be repeated of what was submitted: which fields are private, how values are recognised however spelt, the gate.

`Gate` is made once for a submission; every remark and every text of the evidence passes through it. See
`docs/decisions/hidden-by-value.md`.
"""
