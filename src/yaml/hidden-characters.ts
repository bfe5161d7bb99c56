/**
 * What must not stand unescaped in a file: control and invisible characters, line ends other than `\n`, byte
 * order marks, halves of surrogate pairs. Tabs, and the joiners that emoji and some scripts need, are let
 * through.
 */
export const HIDDEN_CHARACTERS =
  /[^\P{Cc}\t\n]|[\xa0\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202f\u205f-\u206f\ufeff\ufff9-\uffff]|\p{Surrogate}/u;

/** Half of a surrogate pair: a string that has one has no UTF-8 form. */
export const UNPAIRED_SURROGATE = /\p{Surrogate}/u;
