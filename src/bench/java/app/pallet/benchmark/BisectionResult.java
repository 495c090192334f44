package app.pallet.benchmark;

import app.pallet.benchmark.BenchmarkResult.Spread;

/**
 * What finding refused rows costs.
 *
 * @param rows that were to be added
 * @param bad of them that are refused
 * @param batchSize rows of a batch
 * @param seconds of a commit with bad rows
 * @param ratio to a commit of as many good rows in the same round
 */
public record BisectionResult(int rows, int bad, int batchSize, Spread seconds, Spread ratio) {}
