"""What every noun of the model shares: frozen, closed to unknown fields."""

from pydantic import BaseModel, ConfigDict


class Noun(BaseModel):
    """A frozen value. Validators are built at first use, which keeps start-up short."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)
