/** Whether a number has room in its circle, and beside it as far as its name or the next number. */
import { valueSize } from "./drawn_sizes.mjs";
import { textWidth } from "../shared/text_width.mjs";
/** @import { Node } from "./drawn_columns.mjs" */

/** So far, in pixels, it may reach over a circle with nothing beside it. */
const BESIDE = 12;
/** What is written where it has no room: the line below the drawing says the number. */
export const NO_ROOM = "…";

/**
 * @param {string} value @param {Pick<Node, "x" | "radius" | "nameAt">} node
 * @param {{numberSize: number, leastValueSize: number}} layout
 * @returns {string} the number, or a sign that there is one
 */
export function valueWithin(value, { x, radius, nameAt }, layout) {
  const isBeside = nameAt !== null && nameAt.anchor !== "middle";
  const room = isBeside ? Math.abs(nameAt.x - x) : radius + BESIDE;
  return textWidth(value, valueSize(radius, layout)) / 2 <= room ? value : NO_ROOM;
}
