"""One piece of a submission shown: its rows with what stands near them, what was judged from them, which findings use them."""
