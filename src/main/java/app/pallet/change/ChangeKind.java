package app.pallet.change;

/** What a stored change is; its number is stored, so a new kind goes to the end. */
enum ChangeKind {
  ADD,
  EDIT,
  DELETE
}
