-- What the columns of a product table are to Pallet, in the order the user sees them.
CREATE TABLE pallet_column (
  table_name TEXT NOT NULL,
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  label TEXT NOT NULL,
  aliases TEXT NOT NULL,       -- JSON array of texts
  type TEXT NOT NULL,
  role TEXT NOT NULL,
  required INTEGER NOT NULL,
  is_unique INTEGER NOT NULL,
  max_length INTEGER NOT NULL,
  digits INTEGER NOT NULL,
  scale INTEGER NOT NULL,
  minimum TEXT,
  choices TEXT NOT NULL,       -- JSON array of texts
  default_value ANY,           -- stored like a cell of the column
  is_match INTEGER NOT NULL,
  PRIMARY KEY (table_name, position),
  UNIQUE (table_name, name)
) STRICT, WITHOUT ROWID;

-- The next id nobody has been given yet, so that rows to be added know their ids before they are written.
CREATE TABLE pallet_id_block (
  table_name TEXT PRIMARY KEY NOT NULL,
  next_id INTEGER NOT NULL CHECK (next_id > 0)
) STRICT, WITHOUT ROWID;
