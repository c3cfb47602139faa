"""The server of the tests themselves: what a test gets is its own."""

from tests.register.postgres import Server


def test_database_is_empty_and_alone(server: Server, database: str) -> None:
    assert server.run("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'", database=database) == [(0,)]
    server.run("CREATE TABLE mine (one int)", database=database)


def test_what_another_test_wrote_is_not_there(server: Server, database: str) -> None:
    assert server.run("SELECT to_regclass('mine')", database=database) == [(None,)]


def test_place_is_given_once_for_each(place: str) -> None:
    assert place.startswith("postgresql://") or place.endswith(".db")
