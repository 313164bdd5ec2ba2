// What a point of a line says: its number as the page writes all numbers, which Plotly's own formats do not.
import { shownNumber } from "../shared/wording.mjs";
/** @import { FigureLine } from "../shared/types" */

const VALUE = /%\{y:[^}]*\}/;

/**
 * Let the values in a line's hover template be written as on the rest of the page.
 * @param {Pick<FigureLine, "y" | "hovertemplate">} line that has been unpacked
 * @returns {{text: string[], hovertemplate: string} | null} null for a line without such a template
 */
export function hoverOf({ y, hovertemplate }) {
  if (!hovertemplate || !VALUE.test(hovertemplate)) return null;
  const text = Array.from(y, (value) => (Number.isFinite(value) ? shownNumber(value) : ""));
  return { text, hovertemplate: hovertemplate.replace(VALUE, "%{text}") };
}
