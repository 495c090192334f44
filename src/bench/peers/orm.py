"""One run of SQLAlchemy or Flask-SQLAlchemy: orm.py LIBRARY WAY DATABASE ROWS.tsv; prints the seconds.

Rows are dictionaries in memory before the clock starts; it stops at the end of the last commit. The engine keeps its
connection (QueuePool): by default SQLAlchemy 1.4 opens a new one for each commit to a file, which costs ten times as much.
"""

import sys
import time

from sqlalchemy import MetaData, Table, create_engine, event
from sqlalchemy.orm import Session, declarative_base
from sqlalchemy.pool import QueuePool


def read_rows(path):
    with open(path, encoding="utf-8", newline="\n") as file:
        names = [name.split(":") for name in file.readline().rstrip("\n").split("\t")]
        return [
            {
                name: int(value) if kind == "i" else value
                for (name, kind), value in zip(names, line.rstrip("\n").split("\t"))
            }
            for line in file
        ]


def settings(connection, _record):
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = NORMAL")


def open_sqlalchemy(path):
    engine = create_engine("sqlite:///" + path, poolclass=QueuePool)
    event.listen(engine, "connect", settings)
    table = Table("product", MetaData(), autoload_with=engine)
    product = type("Product", (declarative_base(),), {"__table__": table})
    return product, Session(engine)


def open_flask(path):
    from flask import Flask
    from flask_sqlalchemy import SQLAlchemy

    app = Flask("bench")
    app.config["SQLALCHEMY_DATABASE_URI"] = "sqlite:///" + path
    app.config["SQLALCHEMY_ENGINE_OPTIONS"] = {"poolclass": QueuePool}
    db = SQLAlchemy(app)
    app.app_context().push()
    event.listen(db.engine, "connect", settings)
    table = Table("product", db.metadata, autoload_with=db.engine)
    product = type("Product", (db.Model,), {"__table__": table})
    return product, db.session


def add_all(session, product, rows):
    session.add_all([product(**row) for row in rows])
    session.commit()


def bulk_insert_mappings(session, product, rows):
    session.bulk_insert_mappings(product, rows)
    session.commit()


def add_one_by_one(session, product, rows):
    for row in rows:
        session.add(product(**row))
        session.commit()


def changed(row):
    return {
        "id": row["id"],
        "price": row["price"],
        "quantity": row["quantity"],
        "updated": row["updated"],
        "version": row["version"] + 1,
    }


def bulk_update_mappings(session, product, rows):
    session.bulk_update_mappings(product, [changed(row) for row in rows])
    session.commit()


def edit_one_by_one(session, product, rows):
    for row in rows:
        found = session.get(product, row["id"])
        for name, value in changed(row).items():
            setattr(found, name, value)
        session.commit()


WAYS = {
    "add-all": add_all,
    "bulk-insert-mappings": bulk_insert_mappings,
    "add-one-by-one": add_one_by_one,
    "bulk-update-mappings": bulk_update_mappings,
    "edit-one-by-one": edit_one_by_one,
}


def main(library, way, path, rows_path):
    rows = read_rows(rows_path)
    product, session = (open_flask if library == "flask-sqlalchemy" else open_sqlalchemy)(path)
    began = time.perf_counter()
    WAYS[way](session, product, rows)
    print(f"{time.perf_counter() - began:.9f}")


if __name__ == "__main__":
    main(*sys.argv[1:])
