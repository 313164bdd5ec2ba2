// Lines of weights in the colours of their sign, laid over the plot: blue from zero on, orange and dashed below.
import { parameterOf } from "./recolour.mjs";
import { signedPaths } from "./signed_paths.mjs";
import { svgElement } from "../shared/svg.js";
/** @import { PlotElement, PlottedLine } from "./plotly" */

export class SignedLines {
  /** @type {Map<number, SVGGElement>} what is drawn, by parameter */
  #drawn = new Map();

  /** @param {HTMLElement} box over the plot, as large as its axes */
  constructor(box) {
    this.svg = svgElement("svg", { class: "signed-lines" }, box);
  }

  /** The chart is drawn anew or has another size: every path has gone stale. */
  forget() {
    this.svg.replaceChildren();
    this.#drawn.clear();
  }

  /**
   * Draw all lines if they are few, and of a crowd those that are lit.
   * @param {PlotElement} plot @param {Set<number> | null} lit parameters; null lights all
   * @returns {Set<number>} the parameters whose lines are drawn here
   */
  show(plot, lit) {
    const lines = weightsOf(plot);
    const isCrowd = plot._fullLayout.meta.is_crowd;
    const wanted = lines.filter((line) => !isCrowd || lit?.has(numberOf(line)));
    const numbers = new Set(wanted.map(numberOf));
    for (const [parameter, group] of this.#drawn) {
      if (numbers.has(parameter)) continue;
      group.remove();
      this.#drawn.delete(parameter);
    }
    for (const line of wanted) {
      const parameter = numberOf(line);
      const group = this.#drawn.get(parameter) ?? this.#make(plot, line);
      group.classList.toggle("faded", lit !== null && !lit.has(parameter));
    }
    this.svg.classList.toggle("of-crowd", isCrowd);
    return numbers;
  }

  /** @param {PlotElement} plot @param {PlottedLine} line */
  #make(plot, line) {
    const { xaxis, yaxis } = plot._fullLayout;
    const parameter = numberOf(line);
    const group = svgElement("g", { "data-parameter": parameter }, this.svg);
    const paths = signedPaths(line.x, line.y, (at) => xaxis.l2p(at), (value) => yaxis.d2p(value));
    for (const [sign, d] of Object.entries(paths)) {
      if (d) svgElement("path", { class: sign, d }, group);
    }
    this.#drawn.set(parameter, group);
    return group;
  }
}

/** The lines of weights and biases in a plot. @param {PlotElement} plot @returns {PlottedLine[]} */
const weightsOf = (plot) => plot._fullData.filter((line) => parameterOf(line) !== null && line.x?.length > 0);

/** @param {PlottedLine} line */
const numberOf = (line) => parameterOf(line) ?? -1;
