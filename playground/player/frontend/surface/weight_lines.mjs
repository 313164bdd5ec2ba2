// The name of a weight in one line, or in two where one has no room for it: where it comes from, and where it leads.
import { fittingText } from "../shared/fitting_texts.mjs";
import { textWidth } from "../shared/text_width.mjs";

const ARROW = " → ";

/**
 * @param {string} name such as "hidden 1.3 → hidden 2.1" or "bias of target" @param {number} fontSize @param {number} width pixels
 * @returns {string[]} such as ["hidden 1.3", "→ hidden 2.1"]; what is wider than that still is cut
 */
export function linesWithin(name, fontSize, width) {
  const [from, ...to] = name.split(ARROW);
  const lines = textWidth(name, fontSize) <= width || !to.length ? [name] : [from, `→ ${to.join(ARROW)}`];
  return lines.map((line) => fittingText(line, fontSize, width));
}
