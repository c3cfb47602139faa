"""Poisson regression done another way than the code does it: plain Newton steps on columns made orthogonal first."""

import math

import numpy as np


class Regression:
    """Poisson regression by plain Newton steps, the columns made orthogonal first."""

    def __init__(self, columns: np.ndarray, seen: np.ndarray) -> None:
        base, turn = np.linalg.qr(columns)
        guess = base.T @ np.log(seen + 0.5)
        for _ in range(80):
            mean = np.exp(np.clip(base @ guess, -20, 20))
            guess = guess + np.linalg.solve((base.T * mean) @ base + 1e-9 * np.eye(len(guess)), base.T @ (seen - mean))
        self.mean = np.exp(np.clip(base @ guess, -20, 20))
        self.coefficients = np.linalg.solve(turn, guess)
        self.last = float(self.coefficients[-1])
        inverse = np.linalg.inv(turn) @ np.linalg.inv((base.T * self.mean) @ base)
        self.error = math.sqrt(float((inverse @ np.linalg.inv(turn).T)[-1, -1]))
        terms = [2 * ((y * math.log(y / m) if y else 0.0) - y + m) for y, m in zip(seen, self.mean, strict=True)]
        self.deviance = sum(terms)
        free = max(1, len(seen) - columns.shape[1])
        self.spread = max(1.0, float(((seen - self.mean) ** 2 / np.maximum(self.mean, 0.2)).sum()) / free)
