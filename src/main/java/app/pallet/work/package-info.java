/**
 * Work that takes a while: what it tells about its progress, how it is cancelled and on which
 * thread it runs. Knows neither JavaFX nor products.
 */
@NullMarked
package app.pallet.work;

import org.jspecify.annotations.NullMarked;
