// A dot on each line where the play-head is, moved every frame.
import { parameterOf } from "./recolour.mjs";
import { heightAt } from "./line_height.mjs";
import { shownSign } from "../network/network_marks.mjs";
/** @import { PlotElement } from "./plotly" */

/** Pixels that a point may lie beyond the axes of a part that is looked at, and still have its dot. */
const EDGE = 2;

/** @typedef {{dot: HTMLElement, x: number[], y: number[], isWeight: boolean, label: string, sign: string}} LineDot */

export class LineDots {
  /** @type {LineDot[]} */
  #dots = [];

  /** @param {HTMLElement} box at the plot's upper left; a dot at an end of the axis must not be cut */
  constructor(box) {
    this.box = box;
  }

  /** Make as many dots as there are lines to put them on: a crowd would be hidden by them. @param {PlotElement} plot */
  make(plot) {
    const lines = plot._fullData.filter(({ x, hoverinfo }) => x?.length && hoverinfo !== "skip");
    const wanted = plot._fullLayout.meta.is_crowd ? [] : lines;
    for (const { dot } of this.#dots.splice(wanted.length)) dot.remove();
    wanted.forEach((line, index) => {
      const dot = this.#dots[index]?.dot ?? this.box.appendChild(document.createElement("div"));
      dot.className = "dot";
      const isWeight = parameterOf(line) !== null;
      this.#dots[index] = { dot, x: line.x, y: line.y, isWeight, label: line.meta.label, sign: "" };
    });
  }

  /**
   * @param {number} here pixels @param {number} position on the epoch axis @param {PlotElement} plot
   * @returns {number[]} how far down each of them stands; NaN for a line that has no value there
   */
  move(here, position, plot) {
    const { xaxis, yaxis } = plot._fullLayout;
    const isAcross = here >= -EDGE && here <= xaxis._length + EDGE;
    return this.#dots.map((line) => {
      const down = heightAt(line.x, line.y, position, (value) => yaxis.d2p(value));
      const { dot, isWeight } = line;
      const isSeen = isAcross && down >= -EDGE && down <= yaxis._length + EDGE;
      dot.style.transform = isSeen ? `translate(${here.toFixed(2)}px,${down.toFixed(2)}px)` : "scale(0)";
      const sign = isWeight && Number.isFinite(down) ? shownSign(yaxis.p2l(down)) : "";
      if (sign !== line.sign) {
        line.sign = sign;
        dot.className = `dot ${sign}`;
      }
      return down;
    });
  }

  /** What the lines are called, in their order. */
  get labels() {
    return this.#dots.map(({ label }) => label);
  }
}
