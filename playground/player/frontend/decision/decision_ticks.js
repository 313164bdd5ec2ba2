// The numbers along the edges of the decision picture.

import { tickText, tickValues } from "../shared/ticks.mjs";
/** @import { Pair } from "../shared/types" */

const WANTED = 3;

/** @param {Pair} range @param {number} value */
const shareOf = ([low, high], value) => (100 * (value - low)) / (high - low);

/** What stands along an edge. @param {Pair} range */
export const tickTexts = (range) => tickValues(range, WANTED).map(tickText);

/** @param {Pair} range @param {string} name @param {"left" | "bottom"} place */
function ticksAlong(range, name, place) {
  return tickValues(range, WANTED).map((value) => {
    const tick = Object.assign(document.createElement("span"), { className: name, textContent: tickText(value) });
    tick.style[place] = `${shareOf(range, value)}%`;
    return tick;
  });
}

/**
 * @param {HTMLElement} box the layer over the picture
 * @param {Pair} xRange @param {Pair} yRange
 */
export function drawTicks(box, xRange, yRange) {
  box.replaceChildren(...ticksAlong(xRange, "decision-x-tick", "left"), ...ticksAlong(yRange, "decision-y-tick", "bottom"));
}
