"""One thing of a framework changed at a time: which changes do its cases not notice?

`conditions`, `conclusions` and `tables` change something each, `mutants` has all of it, `killing` asks the cases, `equivalent`
tells changes that no fact could tell apart; `suggesting`, beside this, looks for a case that would notice.
"""
