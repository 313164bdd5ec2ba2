// How the flips of a run are shown on the slider: one by one where there are few, as density where they crowd.

/** Pixels between two flips that still belong to one crowd. */
const CLOSE = 4;
/** So many next to each other can still be told apart. */
const MOST_APART = 2;
/** Pixels that one bar of the density stands for. */
const BAR = 3;
/** At so many flips a bar is half as high as it can be. */
const HALF_HEIGHT_AT = 2;

/**
 * @typedef {[epoch: number, rows: number[]]} Flip
 * @typedef {{x: number, epoch: number, rows: number[]}} Tick
 * @typedef {{x: number, count: number, height: number}} Bar `height` from 0 to 1
 */

/**
 * @param {ReadonlyArray<Flip>} flips
 * @param {(epoch: number) => number} xOf pixels from the left
 * @returns {{ticks: Tick[], bars: Bar[]}} each from left to right
 */
export function flipMarks(flips, xOf) {
  const all = flips.map(([epoch, rows]) => ({ x: xOf(epoch), epoch, rows })).sort((a, b) => a.x - b.x);
  /** @type {Tick[]} */
  const ticks = [];
  /** @type {Map<number, number>} */
  const counts = new Map();
  for (const crowd of crowdsOf(all)) {
    if (crowd.length <= MOST_APART) ticks.push(...crowd);
    else for (const { x, rows } of crowd) counts.set(barOf(x), (counts.get(barOf(x)) ?? 0) + rows.length);
  }
  const bars = [...counts].map(([x, count]) => ({ x, count, height: heightOf(count) })).sort((a, b) => a.x - b.x);
  return { ticks, bars };
}

/**
 * What stands close together, with what stands close to that.
 * @param {Tick[]} ticks from left to right
 */
function crowdsOf(ticks) {
  /** @type {Tick[][]} */
  const crowds = [];
  let last = -Infinity;
  for (const tick of ticks) {
    if (tick.x - last < CLOSE) crowds[crowds.length - 1].push(tick);
    else crowds.push([tick]);
    last = tick.x;
  }
  return crowds;
}

/** The middle of the bar a place belongs to. @param {number} x */
const barOf = (x) => (Math.floor(x / BAR) + 0.5) * BAR;

/** The same height says the same count in every run; however many there are, it never reaches 1. @param {number} count */
const heightOf = (count) => count / (count + HALF_HEIGHT_AT);

/**
 * @typedef {{tick: Tick, text: string, width: number}} Label
 */

/**
 * The labels that have room above their ticks: of two that would touch the first stays.
 * @param {Label[]} labels from left to right
 * @param {ReadonlyArray<Bar>} bars no label stands over the density
 * @param {{from: number, to: number, gap: number}} room pixels
 */
export function labelsWithRoom(labels, bars, { from, to, gap }) {
  /** @type {Label[]} */
  const shown = [];
  let end = from - gap;
  for (const label of labels) {
    const [left, right] = [label.tick.x - label.width / 2, label.tick.x + label.width / 2];
    if (left < end + gap || right > to) continue;
    if (bars.some(({ x }) => x > left - gap && x < right + gap)) continue;
    shown.push(label);
    end = right;
  }
  return shown;
}
