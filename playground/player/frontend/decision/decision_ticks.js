// The numbers along the edges of the decision picture.

import { FONT_SIZE } from "./decision_layout.mjs";
import { scaledRange } from "../model/scaled_inputs.mjs";
import { textWidth } from "../shared/text_width.mjs";
import { tickText, tickValues } from "../shared/ticks.mjs";
/**
 * @import { Description, Pair } from "../shared/types"
 * @import { Span } from "./decision_span.mjs"
 */

const FEW = 3;
const MANY = 6;
const APART = 12;
/** Pixels by which a number may stand out on the right: what is beside the picture begins there. */
const BEYOND = 2;

/** @param {Pair} range @param {number} value */
const shareOf = ([low, high], value) => (100 * (value - low)) / (high - low);

/** What stands along an edge. @param {Pair} range */
export const tickTexts = (range) => tickValues(range, MANY).map(tickText);

/** @param {Pair} range @param {number} wanted @param {string} name @param {"left" | "bottom"} place */
function ticksAlong(range, wanted, name, place) {
  return tickValues(range, wanted).map((value) => {
    const tick = Object.assign(document.createElement("span"), { className: name, textContent: tickText(value) });
    tick.style[place] = `${shareOf(range, value)}%`;
    return tick;
  });
}

/**
 * The numbers at the ends of both edges, as the inputs are shown.
 * @param {Pick<Description, "input_scaling">} run @param {Pick<Span, "plane" | "heights">} span @param {boolean} isScaled
 * @returns {{across: Pair, upwards: Pair}}
 */
export function edgesOf(run, { plane, heights }, isScaled) {
  if (!isScaled) return { across: plane.xRange, upwards: heights };
  const upwards = plane.y === null ? heights : scaledRange(run, plane.y, heights);
  return { across: scaledRange(run, plane.x, plane.xRange), upwards };
}

/**
 * @param {HTMLElement} box the layer over the picture
 * @param {Pair} xRange @param {Pair} yRange
 * @param {import("./decision_layout.mjs").Layout} layout
 */
export function drawTicks(box, xRange, yRange, { width, type }) {
  const across = tickTexts(xRange);
  const widest = Math.max(...across.map((text) => textWidth(text, FONT_SIZE * type)), 0) + APART;
  const wanted = across.length * widest < width ? MANY : FEW;
  const ticks = ticksAlong(xRange, wanted, "decision-x-tick", "left");
  const last = ticks.at(-1);
  if (last) {
    const right = (width * parseFloat(last.style.left)) / 100 + textWidth(last.innerText, FONT_SIZE * type) / 2;
    last.style.marginLeft = `${Math.min(0, width + BEYOND - right).toFixed(1)}px`;
  }
  box.replaceChildren(...ticks, ...ticksAlong(yRange, MANY, "decision-y-tick", "bottom"));
}
