/**
 * What Pallet wants of a database engine, in words that are true of every engine: how a name, a
 * value, an order and a search are written, how rows are found by many keys, what a failure means.
 * Only interfaces, and values that they take or return, come in; each engine has a package below
 * this one.
 */
@NullMarked
package app.pallet.engine;

import org.jspecify.annotations.NullMarked;
