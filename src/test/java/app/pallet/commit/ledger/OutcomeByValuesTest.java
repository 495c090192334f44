package app.pallet.commit.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import app.pallet.change.RowChange;
import app.pallet.change.RowKey;
import app.pallet.change.RowOrigin;
import app.pallet.change.RowStamp;
import app.pallet.change.RowValues;
import app.pallet.database.CatalogueDatabase;
import app.pallet.database.ShopFile;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What rows tell of a commit where no ledger is kept. */
final class OutcomeByValuesTest {

  @TempDir private Path folder;
  private ShopFile file;

  @BeforeEach
  void make() throws SQLException {
    file = new ShopFile(folder.resolve("shop.db"));
    file.execute(
        "CREATE TABLE p (id INTEGER PRIMARY KEY NOT NULL, name TEXT,"
            + " mother INTEGER REFERENCES p (id))",
        "INSERT INTO p VALUES (3, 'Mug', NULL)");
  }

  private static RowChange.Add add(
      CatalogueDatabase p, long number, @Nullable Long id, String name, @Nullable Object mother) {
    RowValues values = RowValues.of(p.schema().require("name"), name);
    values = id == null ? values : values.with(p.schema().require("id"), id);
    return new RowChange.Add(
        new RowKey.New(number),
        mother == null ? values : values.with(p.schema().require("mother"), mother),
        RowOrigin.TYPED,
        List.of());
  }

  private OutcomeByValues.Written after(CatalogueDatabase p, List<RowChange> asked, String sql)
      throws SQLException {
    CommitHistory history = new CommitHistory(p);
    String token = history.newCommit().token();
    file.execute(sql);
    return history.written(token, asked);
  }

  private static List<RowKey> keys(OutcomeByValues.Written known) {
    return known.written().stream().<RowKey>map(row -> row.change().key()).toList();
  }

  @Test
  void aRowOfATypedNumberIsNotTakenForAnotherThatSaysTheSame() throws SQLException {
    try (CatalogueDatabase p = file.open("p")) {
      RowChange.Add typed = add(p, 1, 100L, "Cup", null);
      RowChange.Add given = add(p, 2, null, "Cup", null);
      OutcomeByValues.Written known =
          after(p, List.of(typed, given), "INSERT INTO p VALUES (100, 'Cup', NULL)");
      assertThat(keys(known)).containsExactly(typed.key());
      assertThat(known.unsure()).isEmpty();
    }
  }

  @Test
  void aRowIsFoundOnceWhateverRefersToIt() throws SQLException {
    try (CatalogueDatabase p = file.open("p")) {
      RowChange.Add mother = add(p, 1, null, "Cup", null);
      RowChange.Add child = add(p, 2, null, "Lid", mother.key().parent());
      RowChange.Add grandchild = add(p, 3, null, "Knob", child.key().parent());
      List<RowChange> asked = List.of(grandchild, child, mother);
      OutcomeByValues.Written known =
          after(p, asked, "INSERT INTO p VALUES (4, 'Cup', NULL), (5, 'Lid', 4)");
      assertThat(keys(known)).containsExactly(mother.key(), child.key());
      assertThat(known.unsure()).as("and nothing else is new").isEmpty();
    }
  }

  @Test
  void rowsThatHoldSomethingElseMayBeTheAddedOnes() throws SQLException {
    try (CatalogueDatabase p = file.open("p")) {
      RowChange.Add mother = add(p, 1, null, "Cup", null);
      RowChange.Add child = add(p, 2, null, "Lid", mother.key().parent());
      RowChange.Add typed = add(p, 3, 50L, "Pot", null);
      OutcomeByValues.Written known =
          after(p, List.of(mother, child, typed), "INSERT INTO p VALUES (4, 'CUP', NULL)");
      assertThat(keys(known)).isEmpty();
      assertThat(known.unsure()).containsExactly(mother, child);
    }
  }

  @Test
  void aNumberThatIsGivenAgainIsLookedAtToo() throws SQLException {
    try (CatalogueDatabase p = file.open("p")) {
      RowChange.Delete mug =
          new RowChange.Delete(
              new RowKey.Id(3),
              RowValues.of(p.schema().require("name"), "Mug"),
              RowStamp.Seen.BY_VALUES,
              List.of());
      RowChange.Add cup = add(p, 1, null, "Cup", null);
      List<RowChange> asked = List.of(mug, cup);
      String again = "REPLACE INTO p VALUES (3, '%s', NULL)";
      assertThat(keys(after(p, asked, again.formatted("Cup"))))
          .containsExactlyInAnyOrder(mug.key(), cup.key());
      OutcomeByValues.Written changed = after(p, asked, again.formatted("CUP"));
      assertThat(keys(changed)).isEmpty();
      assertThat(changed.unsure()).containsExactly(cup);
    }
  }
}
