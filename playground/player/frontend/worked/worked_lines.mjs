// Which lines of a worked update are read: a few at first, and beneath each what somebody has asked of its numbers.
/** @import { WorkedUpdate } from "../shared/types" */

/** @typedef {{line: number, depth: number, heading?: string}} ShownLine a line, of how many lines above it it is a part, and what begins with it */

/**
 * @param {WorkedUpdate} worked
 * @param {{unfolded: ReadonlyMap<number, number>, all: boolean}} asked the lines that were asked for besides those that are shown at first
 * @returns {ShownLine[]} all in their order; or each beneath the line where its number was pressed, so that nothing down to there moves
 */
export function shownLines(worked, { unfolded, all }) {
  if (all) return worked.sections.flatMap(([heading, lines]) => lines.map((line, at) => (at ? { line, depth: 0 } : { line, depth: 0, heading })));
  const shown = new Set(worked.first_shown);
  return worked.first_shown.flatMap((line) => withTerms(worked, line, 0, unfolded, shown));
}

/**
 * @param {WorkedUpdate} worked @param {number} line @param {number} depth
 * @param {ReadonlyMap<number, number>} unfolded @param {Set<number>} shown lines that stand somewhere; those that are added come in
 * @returns {ShownLine[]}
 */
function withTerms(worked, line, depth, unfolded, shown) {
  const beneath = worked.lines[line].terms.filter((term) => unfolded.get(term) === line && !shown.has(term));
  for (const term of beneath) shown.add(term);
  return [{ line, depth }, ...beneath.flatMap((term) => withTerms(worked, term, depth + 1, unfolded, shown))];
}

/**
 * What stands for a term where names are chosen. In the sums of a neuron a weight is its number: z = 0.87 · input 1 + …
 * @param {WorkedUpdate} worked @param {number} line @param {number} term
 * @param {(line: number) => string} result
 */
export function termName({ lines }, line, term, result) {
  const isWeight = lines[term].place.kind === "parameter" && lines[term].expression === null;
  return isWeight && lines[line].place.kind === "neuron" ? result(term) : lines[term].name;
}

/**
 * What a click on a number does: its own line unfolds beneath, or the row it belongs to is worked in place of this one.
 * @param {WorkedUpdate} worked @param {number} term @param {boolean} [isSeen] whether its line is shown, and not beneath this one
 * @returns {"unfold" | "row" | null} null if it is to be seen anyway, or comes from nowhere
 */
export function useOf(worked, term, isSeen = false) {
  const { expression, place: { row } } = worked.lines[term];
  if (expression !== null) return isSeen || worked.first_shown.includes(term) ? null : "unfold";
  return row !== null && row !== worked.row ? "row" : null;
}
