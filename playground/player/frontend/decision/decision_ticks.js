// The numbers along the edges of the decision picture.

import { tickText, tickValues } from "../shared/ticks.mjs";
/** @import { Pair } from "../shared/types" */

/** @param {Pair} range @param {number} value */
const shareOf = ([low, high], value) => (100 * (value - low)) / (high - low);

/** @param {Pair} range @param {string} name @param {"left" | "bottom"} place */
function ticksAlong(range, name, place) {
  return tickValues(range, 3).map((value) => {
    const tick = Object.assign(document.createElement("span"), { className: name, textContent: tickText(value) });
    tick.style[place] = `${shareOf(range, value)}%`;
    return tick;
  });
}

/**
 * @param {HTMLElement} box the layer over the picture
 * @param {HTMLElement} root told how much room the numbers on the left need
 * @param {Pair} xRange @param {Pair} yRange
 */
export function drawTicks(box, root, xRange, yRange) {
  const upwards = ticksAlong(yRange, "decision-y-tick", "bottom");
  const longest = Math.max(1, ...upwards.map((tick) => tick.textContent.length));
  root.style.setProperty("--gutter", `${Math.round(8 * longest) + 10}px`);
  box.replaceChildren(...ticksAlong(xRange, "decision-x-tick", "left"), ...upwards);
}
