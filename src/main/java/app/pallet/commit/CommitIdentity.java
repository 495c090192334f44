package app.pallet.commit;

import java.time.Instant;
import java.time.InstantSource;
import java.util.OptionalLong;
import java.util.UUID;

/**
 * What makes a commit known again: in the draft before it begins, in the ledger with each of its
 * transactions.
 *
 * @param token a new one for each commit
 * @param who the user, as the ledger names them
 * @param began when it began
 */
public record CommitIdentity(String token, String who, Instant began) {

  private static final String ABOVE = "+";

  /** A new commit of the user who runs this program. */
  public static CommitIdentity ofThisUser(InstantSource clock) {
    return new CommitIdentity(
        UUID.randomUUID().toString(), System.getProperty("user.name", ""), clock.instant());
  }

  /**
   * The same commit, which somebody made by something that has a name, such as a recipe. The ledger
   * names both.
   */
  public CommitIdentity by(String means) {
    return new CommitIdentity(token, who + ", " + means, began);
  }

  /**
   * The same, made so that the token tells which rows the commit may have added.
   *
   * @param number the highest number of a row before it
   */
  public CommitIdentity above(long number) {
    return new CommitIdentity(token + ABOVE + number, who, began);
  }

  /** The highest number of a row before a commit, if its token tells it. */
  public static OptionalLong above(String token) {
    int at = token.indexOf(ABOVE);
    return at < 0
        ? OptionalLong.empty()
        : OptionalLong.of(Long.parseLong(token.substring(at + ABOVE.length())));
  }
}
