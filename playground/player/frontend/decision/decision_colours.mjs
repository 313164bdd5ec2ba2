// Which colour a number of the decision picture has: orange below, the page's own colour between, blue above.
import { ACTIVATIONS } from "../model/forward_pass.mjs";
import { channelsOfPalette, cssOf, mixed, pixelOf } from "../shared/colours.mjs";
/** @import { Colours, Description, Pair } from "../shared/types" */

/**
 * @typedef {object} Scale the numbers at the two ends of the colours and between them
 * @property {number} lowest full orange @property {number} middle no colour @property {number} highest full blue
 */

const TONES = 256;
const FULL = 0.5;
const FAINTEST_CLASS = 0.05;
const STRONGEST_CLASS = 0.34;

/**
 * The numbers a colour stands for, of one output.
 *
 * Classes run from the one value to the other around the threshold. Other numbers run over the targets; blue and orange are their sign, so the
 * colourless middle is 0, or the end of the range that is nearest to it. Of a single target no range can be told: the output's
 * own stands for it, if it has one.
 * @param {Pick<Description, "classes" | "train" | "activations" | "target_scaling">} run @param {number} output index of the output @param {number} threshold above it is class 1
 * @returns {Scale}
 */
export function scaleOf(run, output, threshold) {
  if (run.classes !== null) {
    const [lowest, highest] = run.classes.values;
    return { lowest, middle: threshold, highest };
  }
  const targets = run.train.targets.map((row) => row[output]).filter(Number.isFinite);
  let lowest = targets.reduce((one, other) => Math.min(one, other), Infinity);
  let highest = targets.reduce((one, other) => Math.max(one, other), -Infinity);
  if (!(highest > lowest)) [lowest, highest] = ownRange(run, output) ?? [Math.min(lowest, 0), Math.max(highest, 0)];
  if (!(highest > lowest) || !Number.isFinite(highest - lowest)) [lowest, highest] = [-1, 1];
  return { lowest, middle: Math.min(highest, Math.max(lowest, 0)), highest };
}

/**
 * Between which numbers an output lies, whatever the weights are; null if there is no end to them.
 * @param {Pick<Description, "activations" | "target_scaling">} run @param {number} output @returns {Pair | null}
 */
function ownRange({ activations, target_scaling: { offset, scale } }, output) {
  const { lowest, highest } = ACTIVATIONS[activations[activations.length - 1]] ?? { lowest: 0, highest: 1 };
  const [low, high] = [lowest, highest].map((end) => end * scale[output] + offset[output]);
  return Number.isFinite(high - low) ? [low, high] : null;
}

/**
 * Where a number lies on the colours: 0 is full orange, a half no colour, 1 full blue.
 * @param {Scale} scale @param {number} value
 */
export function shareOf({ lowest, middle, highest }, value) {
  if (value === middle) return 0.5;
  const reach = value < middle ? middle - lowest : highest - middle;
  if (reach === 0) return 0.5;
  return Math.min(1, Math.max(0, 0.5 + (0.5 * (value - middle)) / reach));
}

/** @typedef {Pick<Colours, "positive" | "negative" | "surface">} EndColours */

/** The colour at a share of the scale, as channels. @param {EndColours} colours @param {number} share @param {number} full */
function toneAt(colours, share, full) {
  const end = channelsOfPalette(share < 0.5 ? colours.negative : colours.positive);
  return mixed(channelsOfPalette(colours.surface), end, Math.abs(2 * share - 1) * full);
}

/** The colour at a share of the scale as CSS, as strong as markers are drawn. @param {EndColours} colours @param {number} share */
export const markerColour = (colours, share) => cssOf(toneAt(colours, share, 1));

/** The colours of the bar beside the picture, from its low end to its high end, as CSS. @param {EndColours} colours @param {Scale} scale */
export function barColours(colours, scale) {
  const at = (/** @type {number} */ value) => cssOf(toneAt(colours, shareOf(scale, value), FULL));
  return [at(scale.lowest), at(scale.middle), at(scale.highest)];
}

/** All tones of the scale as pixels, so that painting is one look-up a cell. @param {EndColours} colours */
export function scaleTones(colours) {
  return Uint32Array.from({ length: TONES + 1 }, (_, k) => pixelOf(toneAt(colours, k / TONES, FULL)));
}

/**
 * The tones of `count` classes: greys from faint to strong, each fading with its margin.
 * @param {Pick<Colours, "surface" | "ink">} colours @param {number} count
 */
export function classTones(colours, count) {
  const [surface, ink] = [channelsOfPalette(colours.surface), channelsOfPalette(colours.ink)];
  return Array.from({ length: count }, (_, k) => {
    const strength = FAINTEST_CLASS + ((STRONGEST_CLASS - FAINTEST_CLASS) * k) / Math.max(1, count - 1);
    const fading = (/** @type {number} */ margin) => strength * (0.4 + 0.6 * margin);
    return Uint32Array.from({ length: TONES + 1 }, (__, m) => pixelOf(mixed(surface, ink, fading(m / TONES))));
  });
}

/**
 * Paint one number a cell; what is not a number stays transparent.
 * @param {Uint32Array} pixels @param {ArrayLike<number>} values @param {Scale} scale @param {Uint32Array} tones
 */
export function paintNumbers(pixels, values, scale, tones) {
  for (let cell = 0; cell < pixels.length; cell++) {
    const share = shareOf(scale, values[cell]);
    pixels[cell] = Number.isNaN(share) ? 0 : tones[Math.round(share * TONES)];
  }
}

/**
 * Paint the largest class a cell, fainter where another is nearly as large.
 * @param {Uint32Array} pixels @param {ArrayLike<number>} outputs cell by cell @param {Uint32Array[]} tones
 */
export function paintClasses(pixels, outputs, tones) {
  const count = tones.length;
  for (let cell = 0; cell < pixels.length; cell++) {
    let [largest, second, best] = [-Infinity, -Infinity, -1];
    for (let k = 0; k < count; k++) {
      const value = outputs[cell * count + k];
      if (value > largest) [largest, second, best] = [value, largest, k];
      else if (value > second) second = value;
    }
    const margin = Math.min(1, Math.max(0, largest - second));
    pixels[cell] = best < 0 || Number.isNaN(margin) ? 0 : tones[best][Math.round(margin * TONES)];
  }
}

/**
 * By how much an output leads over the largest other one, cell by cell: 0 on the border of its class.
 * @param {ArrayLike<number>} outputs cell by cell @param {number} count outputs @param {number} output
 */
export function leadOf(outputs, count, output) {
  return Float64Array.from({ length: outputs.length / count }, (_, cell) => {
    let other = -Infinity;
    for (let k = 0; k < count; k++) if (k !== output) other = Math.max(other, outputs[cell * count + k]);
    return outputs[cell * count + output] - other;
  });
}
