// Cells as a text that goes through the clipboard, as spreadsheets write and read them: what has a tab, a line break or a quotation mark in it stands in quotation marks.

/** A cell in quotation marks ends with one before the next cell; where it does not they are characters like any other. */
const CELL = /"((?:[^"]|"")*)"(?=[\t\n]|$)|[^\t\n]*/y;

/** @param {string} text as it is in the clipboard @returns {string[][]} the cells of each line */
export function cellsOf(text) {
  // Spreadsheets end the last line, too.
  const lines = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
  /** @type {string[][]} */
  const rows = [[]];
  for (let at = 0; at <= lines.length; at += 1) {
    CELL.lastIndex = at;
    const [all, quoted] = /** @type {RegExpExecArray} */ (CELL.exec(lines));
    rows[rows.length - 1].push(quoted?.replaceAll('""', '"') ?? all);
    at += all.length;
    if (lines[at] === "\n") rows.push([]);
  }
  return rows;
}

/**
 * The cells as the grid reads them; one that takes only what has a character would leave what stood in place of an empty last one.
 * @param {string[][]} cells
 */
export function textForGrid(cells) {
  const text = textOf(cells);
  return cells.at(-1)?.at(-1) === "" ? `${text}""` : text;
}

/** The cells as a spreadsheet reads them: an empty last line has an end of its own. @param {string[][]} cells */
export function textForSpreadsheet(cells) {
  const text = textOf(cells);
  return text.endsWith("\n") ? `${text}\n` : text;
}

/** The same beside it, for whoever prefers a table. @param {string[][]} cells */
export function htmlOf(cells) {
  const rows = cells.map((row) => `<tr>${row.map((cell) => `<td>${escaped(cell)}</td>`).join("")}</tr>`);
  return `<table><tbody>${rows.join("")}</tbody></table>`;
}

/** @param {string[][]} cells */
function textOf(cells) {
  return cells.map((row) => row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join("\t")).join("\n");
}

const ESCAPES = /** @type {Record<string, string>} */ ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>" });

/** Of several blanks a browser shows one. @param {string} cell */
function escaped(cell) {
  return cell.replace(/[&<>\n]/g, (character) => ESCAPES[character]).replace(/[ \t]{2,}|\t/g, (blanks) => "&nbsp;".repeat(blanks.length));
}
