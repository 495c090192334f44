/**
 * What is said to the user, as a value without words: a key and what is put into its text. Any
 * package may make messages; the texts themselves, in every language, come in here too, and the
 * order in which databases keep texts.
 */
@NullMarked
package app.pallet.text;

import org.jspecify.annotations.NullMarked;
