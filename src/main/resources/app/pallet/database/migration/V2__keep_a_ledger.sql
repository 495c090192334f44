-- What was committed: one row for each transaction, written in that transaction, so that it is there exactly if the rows are.
CREATE TABLE pallet_ledger (
  id INTEGER PRIMARY KEY NOT NULL,   -- grows with each transaction
  commit_token TEXT NOT NULL,        -- made up anew for each commit
  part INTEGER NOT NULL,             -- which transaction of the commit, from 1
  table_name TEXT NOT NULL,
  began INTEGER NOT NULL,            -- of the commit, milliseconds since 1970
  elapsed INTEGER NOT NULL,          -- from there to this row, milliseconds
  who TEXT NOT NULL,
  mode TEXT NOT NULL,
  adds INTEGER NOT NULL,
  edits INTEGER NOT NULL,
  deletes INTEGER NOT NULL,
  content BLOB NOT NULL,             -- the changes, as app.pallet.commit.LedgerContent writes them
  UNIQUE (commit_token, part)        -- nothing is written twice, whatever is tried again
) STRICT;
