"""How alembic runs a migration: on the connection that is given to it, in the transaction that is open there."""

from alembic import context

from inspector.register.store.tables import metadata, version

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=version.name,
    transactional_ddl=False,
)
context.run_migrations()
