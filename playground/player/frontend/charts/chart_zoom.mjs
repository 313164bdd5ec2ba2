// The part of a chart that somebody looks at. It outlives every redraw, until it is let go or the axes show something else.
import { epochOf, positionOf } from "../timeline/epoch_scale.mjs";
import { roundNumbers } from "../shared/ticks.mjs";
import { epochText } from "../shared/wording.mjs";
/** @import { FigureLayout, Pair } from "../shared/types" */

const MOST_TICKS = 6;
/** Ten million epochs are the longest run. */
const DECADES = 10;

/** Of the whole axis: what a range may be off and still be the same. */
const ROUNDING = 1e-6;

export class ChartZoom {
  /** @type {Record<"xaxis" | "yaxis", Pair>} */
  #whole = { xaxis: [0, 1], yaxis: [0, 1] };
  /** @type {Partial<Record<"xaxis" | "yaxis", Pair>>} */
  #part = {};
  #subject = "";

  get isZoomed() {
    return Object.keys(this.#part).length > 0;
  }

  /** Back to the whole chart. */
  reset() {
    this.#part = {};
  }

  /**
   * Show the same part in a new figure; an axis that nobody has zoomed shows what the figure says.
   * @param {FigureLayout} layout of the whole chart, which is changed
   * @param {string} subject what is drawn: of another one the whole is shown
   * @param {import("../timeline/epoch_scale.mjs").EpochScale} scale
   */
  apply(layout, subject, scale) {
    const { xaxis, yaxis } = layout;
    const shown = JSON.stringify([subject, scale, xaxis.range]);
    if (shown !== this.#subject) this.reset();
    this.#subject = shown;
    // Copies: Plotly writes what somebody zooms to into the ranges it was given.
    this.#whole = { xaxis: [...xaxis.range], yaxis: [...yaxis.range] };
    // Plotly's own memory would keep one end of a range and let the other go where an axis grows.
    layout.uirevision = undefined;
    // The ticks of the whole may all lie outside the part.
    if (this.#part.xaxis) Object.assign(xaxis, { range: [...this.#part.xaxis], ...ticksWithin(this.#part.xaxis, scale) });
    if (this.#part.yaxis) Object.assign(yaxis, { range: [...this.#part.yaxis], ...VALUE_TICKS });
  }

  /**
   * Look at the part that a chart shows now.
   * @param {Record<"xaxis" | "yaxis", {range: number[]}>} layout
   * @returns {boolean} whether it is another one than before
   */
  look(layout) {
    const before = JSON.stringify(this.#part);
    this.#part = {};
    for (const axis of /** @type {const} */ (["xaxis", "yaxis"])) {
      const [from, to] = layout[axis].range;
      const [first, last] = this.#whole[axis];
      const same = Math.max(Math.abs(from - first), Math.abs(to - last)) <= ROUNDING * Math.abs(last - first);
      if (!same) this.#part[axis] = [from, to];
    }
    return JSON.stringify(this.#part) !== before;
  }
}

const VALUE_TICKS = {
  tickmode: "auto",
  nticks: MOST_TICKS,
  tickvals: undefined,
  ticktext: undefined,
  exponentformat: "e",
  automargin: true,
};

/**
 * Round epochs on a part of the axis: evenly apart, or doubling and more where the part spans a multiple of its beginning.
 * @param {Pair} range positions on the axis
 * @param {import("../timeline/epoch_scale.mjs").EpochScale} scale
 */
export function ticksWithin(range, scale) {
  const first = Math.max(0, Math.ceil(epochOf(range[0], scale)));
  const last = Math.floor(epochOf(range[1], scale));
  const powers = Array.from({ length: DECADES }, (_, power) => 10 ** power);
  const round = roundNumbers(0, DECADES - 1);
  const even = round.map((step) => {
    const start = Math.ceil(first / step);
    const count = Math.max(0, Math.min(MOST_TICKS + 1, Math.floor(last / step) - start + 1));
    return Array.from({ length: count }, (_, index) => (start + index) * step);
  });
  const growing = [round, powers].map((epochs) => [0, ...epochs].filter((epoch) => epoch >= first && epoch <= last));
  const choices = scale === "log" && last > 5 * (first + 1) ? [...growing, ...even] : even;
  const ticks = choices.find((choice) => choice.length <= MOST_TICKS) ?? [];
  return { tickvals: ticks.map((epoch) => positionOf(epoch, scale)), ticktext: ticks.map(epochText) };
}
