// A dot on each line where the play-head is, moved every frame.
import { MovedAlong } from "../shared/moved_along.js";
import { parameterOf } from "./recolour.mjs";
import { heightAt } from "./line_height.mjs";
import { shownSign } from "../network/network_marks.mjs";
/**
 * @import { PlotElement } from "./plotly"
 * @typedef {(line: {parameter: number | null, label: string}) => number | null | undefined} Known what a line is at the play-head,
 *   where that is known: a line has fewer points than the run has epochs
 */

/** Pixels that a point may lie beyond the axes of a part that is looked at, and still have its dot. */
const EDGE = 2;

/** @typedef {{dot: HTMLElement, moved: MovedAlong, x: number[], y: number[], parameter: number | null, label: string, sign: string}} LineDot */

export class LineDots {
  /** @type {LineDot[]} */
  #dots = [];
  #isCrowd = false;
  #across;

  /** @param {HTMLElement} parent larger than the plot: a dot at an end of the axis must not be cut */
  constructor(parent) {
    /** It is moved across with all dots, and each of them down in it. */
    this.box = parent.appendChild(document.createElement("div"));
    this.box.className = "line-dots";
    this.#across = new MovedAlong(this.box, (at) => `translateX(${at}px)`);
  }

  /** Make a dot for each line; those of a crowd, which they would hide, stand only where it begins. @param {PlotElement} plot */
  make(plot) {
    const { xaxis, yaxis } = plot._fullLayout;
    Object.assign(this.box.style, { left: `${xaxis._offset}px`, top: `${yaxis._offset}px` });
    this.#across.lay(-EDGE, xaxis._length + EDGE);
    const lines = plot._fullData.filter(({ x, hoverinfo }) => x?.length && hoverinfo !== "skip");
    this.#isCrowd = plot._fullLayout.meta.is_crowd;
    this.box.classList.toggle("of-crowd", this.#isCrowd);
    for (const { dot } of this.#dots.splice(lines.length)) dot.remove();
    lines.forEach((line, index) => {
      const { dot, moved } = this.#dots[index] ?? this.#made();
      dot.className = "dot";
      moved.lay(-EDGE, yaxis._length + EDGE);
      this.#dots[index] = { dot, moved, x: line.x, y: line.y, parameter: parameterOf(line), label: line.meta.label, sign: "" };
    });
  }

  /**
   * @param {number} here pixels @param {number} position on the epoch axis @param {PlotElement} plot
   * @param {Known} known
   * @returns {number[]} how far down each that is named stands; NaN for a line that has no value there
   */
  move(here, position, plot, known) {
    const { xaxis, yaxis } = plot._fullLayout;
    const isAcross = here >= -EDGE && here <= xaxis._length + EDGE;
    const isLeft = this.#isCrowd && position > 0;
    if (this.box.hidden !== isLeft) this.box.hidden = isLeft;
    if (isLeft) return [];
    if (isAcross) this.#across.move(here);
    const downs = this.#dots.map((line) => {
      const { dot, moved, parameter } = line;
      const value = known(line);
      const down = typeof value === "number" ? yaxis.d2p(value) : heightAt(line.x, line.y, position, (height) => yaxis.d2p(height));
      const isSeen = isAcross && down >= -EDGE && down <= yaxis._length + EDGE;
      if (dot.hidden === isSeen) dot.hidden = !isSeen;
      if (isSeen) moved.move(down);
      const sign = parameter !== null && Number.isFinite(down) ? shownSign(yaxis.p2l(down)) : "";
      if (sign !== line.sign) {
        line.sign = sign;
        dot.className = `dot ${sign}`;
      }
      return down;
    });
    return this.#isCrowd ? [] : downs;
  }

  #made() {
    const dot = this.box.appendChild(document.createElement("div"));
    return { dot, moved: new MovedAlong(dot, (at) => `translateY(${at}px)`) };
  }

  /** What the lines are called, in their order. */
  get labels() {
    return this.#isCrowd ? [] : this.#dots.map(({ label }) => label);
  }
}
