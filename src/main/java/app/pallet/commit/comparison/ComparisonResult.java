package app.pallet.commit.comparison;

import app.pallet.commit.CommitMode;
import app.pallet.commit.CommitPlan;
import java.util.List;

/**
 * How fast the user's own pending rows went in each mode, on scratch copies of the catalogue.
 *
 * @param pending rows that are pending; a rate says how many of them it was measured on
 * @param plan the plan that was varied in its mode
 * @param rates one for each mode, fastest kind first: batch, add all, one by one
 * @param sizes batch mode with other batch sizes
 */
public record ComparisonResult(
    int pending, CommitPlan plan, List<MeasuredRate> rates, BatchSizes sizes) {

  public ComparisonResult {
    rates = List.copyOf(rates);
  }

  /** The rate of a mode. */
  public MeasuredRate of(CommitMode mode) {
    return rates.stream().filter(rate -> rate.mode() == mode).findFirst().orElseThrow();
  }

  /** How many times as many rows a second a mode writes as one by one does. */
  public double timesOneByOne(CommitMode mode) {
    return of(mode).rowsPerSecond() / of(CommitMode.ONE_BY_ONE).rowsPerSecond();
  }
}
