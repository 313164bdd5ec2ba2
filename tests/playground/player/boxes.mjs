/** The boxes that things take in the drawing: a number must cover neither another number, nor a circle, nor a name. */

/** @import { Box } from "../../../playground/player/frontend/network/network_racks.mjs" */

/** @param {Box} a @param {Box} b */
export function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/**
 * The box of something whose middle is at (x, y).
 * @param {number} x @param {number} y @param {number} width @param {number} height
 * @returns {Box}
 */
export function boxAround(x, y, width, height) {
  return { left: x - width / 2, right: x + width / 2, top: y - height / 2, bottom: y + height / 2 };
}
