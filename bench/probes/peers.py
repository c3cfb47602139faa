"""Small versions of what is done elsewhere, to measure beside the probes on the same numbers.

Counting late entries, chi-square on last digits, the variance of differences, a fixed cosine. R packages (rddensity) are not
run here: the README quotes the figures of the issue.
"""

import math
import re
from collections import Counter

import numpy as np

from inspector.stats.tails import above_gamma, below_chi_square


def counting(event, recorded, end, late=30, window=28, share=0.25):
    """Asks where a quarter of the entries of the last four weeks are over thirty days late."""
    inside = recorded > end - window
    return bool(inside.any() and ((recorded - event)[inside] > late).mean() > share)


def last_digits(values, alpha=0.01):
    """Chi-square of the last digits against all ten being as frequent."""
    seen = np.bincount(values % 10, minlength=10)
    expected = len(values) / 10
    return above_gamma(float(((seen - expected) ** 2 / expected).sum()) / 2, 4.5) < alpha


def plain_variance(top, size, alpha=0.01):
    """The variance of the shares about their mean against a binomial's."""
    mean = top.sum() / size.sum()
    square = (((top / size - mean) ** 2) * size / (mean * (1 - mean))).sum()
    return below_chi_square(float(square), len(top) - 1) < alpha


def fixed_cosine(texts, least=0.9):
    """Asks where two texts have a cosine of word counts over a fixed bound."""
    words = [Counter(re.findall(r"[a-z]+", text.lower())) for text in texts]
    norms = [math.sqrt(sum(n * n for n in one.values())) for one in words]
    for i, first in enumerate(words):
        for j in range(i):
            dot = sum(n * words[j][word] for word, n in first.items())
            if dot > least * norms[i] * norms[j]:
                return True
    return False
