package app.pallet.engine;

import java.util.Optional;

/**
 * What a failure of the database means to whoever asked something of it.
 *
 * @param kind what it means
 * @param constraint the rule that was broken, for {@link FailureKind#CONSTRAINT}
 * @param message the database's own words, for the log
 */
public record Failure(FailureKind kind, Optional<BrokenConstraint> constraint, String message) {}
