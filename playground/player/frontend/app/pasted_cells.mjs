// Which texts that are pasted into a grid may not fit it: of those Python is told, and says what is wrong.

/** Characters of a text that are sent; of a longer one nothing is. The same as in playground/player/protocol/command_fields.py. */
export const LONGEST_PASTE = 500_000;

const PLAIN_NUMBER = /^\s*[+\-−]?[\d.,'\s]*\d[\d.,'\s]*(e[+-]?\d+)?\s*$/i;

/**
 * Where something is pasted.
 * @typedef {object} PastedPlace
 * @property {number} columns how many the grid has
 * @property {number} rows
 * @property {number | null} row the selected cell's, the first being 0; null if it is out of sight
 * @property {number | null} column the selected cell's, the first being 0; null if it is out of sight
 */

/**
 * Whether there is anything to look at: numbers with tabs between them, in as many columns and rows as there are, just fit.
 * @param {string} text @param {PastedPlace} at
 */
export function mayNotFit(text, { columns, rows, row, column }) {
  if (!text.trim()) return false;
  if (text.length > LONGEST_PASTE) return true;
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n+$/, "").split("\n").map((line) => line.split("\t"));
  const width = Math.max(...lines.map((line) => line.length));
  // A cell that is out of sight may be the last of its line, and one in the first.
  if ((column ?? columns - 1) + width > columns) return true;
  const isWhole = (row ?? 0) === 0 && (column ?? 0) === 0 && width >= columns && lines.length > 1;
  if (isWhole && lines.length < rows) return true;
  const cells = lines.flat();
  // One column with commas may be several.
  if (width === 1 && cells.some((cell) => /[,;|]/.test(cell))) return true;
  return !cells.every((cell) => !cell.trim() || (PLAIN_NUMBER.test(cell) && !/[.,]\d{3}\b/.test(cell)));
}
