"""Time stamps beside checkpoints, and the keys of those who sign them besides."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Make the tables of time stamps and of co-signers."""
    op.create_table(
        "register_stamps",
        sa.Column("size", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("stamp", sa.Text, nullable=False),
    )
    op.create_table(
        "register_cosigners",
        sa.Column("id", sa.String(64), primary_key=True),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("public", sa.Text, nullable=False),
    )
