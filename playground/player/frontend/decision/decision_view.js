// The decision picture: what the network answers over two inputs, or one, and where the rows stand in it.

import { DecisionChoices, LARGEST } from "./decision_choices.js";
import { classTones, leadOf, paintClasses, paintNumbers, scaleTones } from "./decision_colours.mjs";
import { contour, curve, gridOutputs } from "./decision_grid.mjs";
import { DecisionLegend } from "./decision_legend.js";
import { DecisionMarks, SITUATION } from "./decision_marks.js";
import { spanOf } from "./decision_span.mjs";
import { drawTicks } from "./decision_ticks.js";
import { PointDrag } from "./point_drag.js";
import { epochText, numberText } from "../shared/wording.mjs";

const CELLS = 44;
const FEWEST_CELLS = 20;
const CELLS_AT_REST = 64;
const CURVE_POINTS = 121;
const REST = 300;
// What one neuron's activation costs in weights, and what a frame may cost.
const ACTIVATION_COST = 15;
const FRAME_COST = 1.2e6;

const FRAME = `<div class="decision-layout">
  <div class="decision-frame"><div class="decision-plot">
    <canvas class="decision-canvas" role="img"></canvas>
    <svg class="decision-lines" viewBox="0 0 1000 1000" preserveAspectRatio="none" aria-hidden="true">
      <path class="decision-level"/><path class="decision-line"/>
    </svg>
    <div class="decision-points"></div>
    <div class="decision-ticks" aria-hidden="true"></div>
  </div></div>
  <div class="decision-side">
    <div class="decision-axes"></div><div class="decision-held"></div><div class="decision-legend"></div>
  </div>
</div>`;

/** How many cells a side a frame can afford. */
function cellsFor(run) {
  const neurons = run.layer_sizes.slice(1).reduce((sum, size) => sum + size, 0);
  const cost = run.parameters.length + ACTIVATION_COST * neurons;
  return Math.min(CELLS, Math.max(FEWEST_CELLS, Math.floor(Math.sqrt(FRAME_COST / cost))));
}

/** Segments from 0 to 1 as a path of a picture of 1000 × 1000. */
function pathOf(segments) {
  let path = "";
  for (let k = 0; k < segments.length; k += 4) {
    const [x1, y1, x2, y2] = [0, 1, 2, 3].map((part) => Math.round(1000 * segments[k + part]));
    path += `M${x1} ${y1}L${x2} ${y2}`;
  }
  return path;
}

export class DecisionView {
  #root = document.createElement("div");
  #parts = {};
  #choices;
  #marks;
  #legend;
  #drag;
  #actions;
  #run = null;
  /** @type {import("./decision_span.mjs").Span} */ #span = null;
  /** What it spans while a point is dragged, and until the run has it there. */
  #still = null;
  #moment = null;
  #row = 0;
  #threshold = 0.5;
  #colours = null;
  #tones = null;
  #image = null;
  #pixels = null;
  #resting = 0;

  /**
   * @param {HTMLElement} parent an empty box to fill
   * @param {Record<string, Function>} actions `planeChanged` is told when it spans something else though the run is the same
   */
  constructor(parent, actions) {
    this.#actions = actions;
    this.#root.className = "decision";
    this.#root.innerHTML = FRAME;
    for (const part of ["canvas", "lines", "level", "line", "points", "ticks", "axes", "held", "legend", "plot"]) {
      this.#parts[part] = this.#root.querySelector(`.decision-${part}`);
    }
    this.#marks = new DecisionMarks(this.#parts.points, actions);
    this.#legend = new DecisionLegend(this.#parts.legend);
    this.#choices = new DecisionChoices(this.#parts.axes, this.#parts.held, () => this.#changed());
    this.#drag = new PointDrag(this.#parts.plot, this.#marks, actions, this);
    parent.append(this.#root);
  }

  /** What the picture spans at present; `y` is null with one input. */
  get plane() {
    return this.#span.plane;
  }

  get span() {
    return this.#span;
  }

  get run() {
    return this.#run;
  }

  setRun(run) {
    clearTimeout(this.#resting);
    const another = this.#run?.input_names.join("\n") !== run.input_names.join("\n");
    this.#run = run;
    this.#moment = null;
    this.#threshold = run.threshold;
    this.#choices.setRun(run);
    this.#choices.setRow(this.#row);
    this.#marks.setRun(run);
    if (another) this.#letGo();
    // Where nothing but the line moves, it stays until there is another one.
    if (!this.#still) this.#parts.line.setAttribute("d", "");
    this.#arrange();
  }

  /** A point is dragged from now on: the edges stay where they are. @param {number | string} point */
  hold(point) {
    if (point !== SITUATION) this.#choices.setRow(point);
    this.#still = this.#span;
    this.#spread();
    if (this.#run.input_names.length > 2) this.#drawAgain();
  }

  /** Python has done all that it was told: what was held for a drag may follow. */
  settle() {
    if (!this.#still || this.#drag.active) return;
    this.#letGo();
    this.#changed();
  }

  /** The new situation of the run is another one. */
  moveSituation() {
    this.#marks.setRun(this.#run);
    this.#marks.select(this.#row);
    this.#arrange();
    this.#drawAgain();
  }

  setColours(colours) {
    this.#colours = colours;
    if (!this.#run) return;
    this.#tint();
    this.#drawAgain();
  }

  /** @param {number} threshold above it is class 1 */
  setThreshold(threshold) {
    if (threshold === this.#threshold) return;
    this.#threshold = threshold;
    this.#letGo();
    this.#arrange();
    this.#drawAgain();
  }

  setSelection(selection) {
    const moved = selection.row !== this.#row;
    this.#row = selection.row;
    if (!this.#run) return;
    this.#marks.select(selection.row);
    if (!moved) return;
    this.#choices.setRow(selection.row);
    this.#spread();
    if (this.#run.input_names.length > 2) this.#drawAgain();
  }

  draw(moment) {
    this.#moment = moment;
    if (!this.#run || !this.#colours) return;
    this.#drawOutputs(moment, cellsFor(this.#run));
    this.#marks.draw(moment.outputs, moment.testOutputs, this.#threshold);
    clearTimeout(this.#resting);
    this.#resting = setTimeout(() => this.#rest(), REST);
  }

  remove() {
    clearTimeout(this.#resting);
    this.#drag.forget();
    this.#root.remove();
  }

  get #output() {
    return Math.max(0, this.#choices.output);
  }

  #changed() {
    this.#arrange();
    this.#actions.planeChanged?.(this.plane);
    this.#drawAgain();
  }

  #drawAgain() {
    if (this.#moment) this.draw(this.#moment);
  }

  #letGo() {
    this.#drag.forget();
    this.#marks.settle();
    this.#still = null;
  }

  #spread() {
    this.#span = spanOf(this.#run, this.#choices, this.#output, this.#threshold, this.#still);
  }

  /** All that depends on what it spans and shows, but not on the epoch. */
  #arrange() {
    this.#spread();
    const { plane, heights, scale } = this.#span;
    const flat = plane.y === null;
    this.#marks.place(this.#span);
    drawTicks(this.#parts.ticks, this.#root, plane.xRange, heights);
    const level = 1000 * (1 - (scale.middle - heights[0]) / (heights[1] - heights[0]));
    this.#parts.level.setAttribute("d", flat ? `M0 ${level}H1000` : "");
    this.#parts.canvas.classList.toggle("is-empty", flat);
    this.#parts.canvas.setAttribute("aria-label", `${this.#title()}.`);
    if (this.#colours) this.#tint();
  }

  #tint() {
    this.#tones = this.#ofClasses ? classTones(this.#colours, this.#run.target_names.length) : scaleTones(this.#colours);
    this.#marks.paint(this.#colours, this.#span);
    this.#legend.draw(this.#run, this.plane.y === null ? null : this.#span.scale, this.#colours, this.#ofClasses);
  }

  get #ofClasses() {
    return this.#choices.output === LARGEST;
  }

  #drawOutputs(moment, size) {
    if (this.plane.y === null) this.#drawCurve(moment);
    else this.#drawPlane(moment, size);
  }

  #drawCurve(moment) {
    const { outputs } = curve(this.#run, moment.parameters, this.plane, CURVE_POINTS);
    const [low, high] = this.#span.heights;
    const count = this.#run.target_names.length;
    const shown = this.#ofClasses ? Array.from({ length: count }, (_, k) => k) : [this.#output];
    let path = "";
    for (const output of shown) {
      let pen = "M";
      for (let k = 0; k < CURVE_POINTS; k++) {
        const height = 1 - (outputs[k * count + output] - low) / (high - low);
        // Far beyond the picture a line is drawn no further: browsers lose track of very large numbers.
        const y = Math.round(1000 * Math.min(9, Math.max(-9, height)));
        if (!Number.isNaN(y)) path += `${pen}${Math.round((1000 * k) / (CURVE_POINTS - 1))} ${y}`;
        pen = Number.isNaN(y) ? "M" : "L";
      }
    }
    this.#parts.line.setAttribute("d", path);
  }

  #drawPlane(moment, size) {
    const { canvas, line } = this.#parts;
    const count = this.#run.target_names.length;
    const outputs = gridOutputs(this.#run, moment.parameters, this.plane, size);
    if (this.#image?.width !== size) {
      canvas.width = canvas.height = size;
      this.#image = new ImageData(size, size);
      this.#pixels = new Uint32Array(this.#image.data.buffer);
    }
    const values = count === 1 ? outputs : outputs.filter((_, k) => k % count === this.#output);
    if (this.#ofClasses) paintClasses(this.#pixels, outputs, this.#tones);
    else paintNumbers(this.#pixels, values, this.#span.scale, this.#tones);
    canvas.getContext("2d").putImageData(this.#image, 0, 0);
    line.setAttribute("d", pathOf(this.#borders(outputs, values, count, size)));
  }

  /** Where one class ends and another begins. */
  #borders(outputs, values, count, size) {
    const { classes } = this.#run;
    if (classes === null) return [];
    if (classes.kind === "two") return contour(values, size, this.#threshold, classes.tolerance);
    const shown = this.#ofClasses ? Array.from({ length: count }, (_, k) => k) : [this.#output];
    return shown.flatMap((output) => contour(leadOf(outputs, count, output), size, 0, classes.tolerance));
  }

  #title() {
    const { input_names: inputs, target_names: targets } = this.#run;
    const { x, y, held } = this.plane;
    const shown = this.#ofClasses ? "Largest output" : targets.length > 1 ? `Output ${targets[this.#output]}` : "Output";
    const still = inputs.flatMap((name, k) => (k === x || k === y ? [] : [`${name} = ${numberText(held[k], 4)}`]));
    return `${shown} over ${inputs[x]}${y === null ? "" : ` and ${inputs[y]}`}${still.length ? `, ${still.join(", ")}` : ""}`;
  }

  /** When nothing moves any more: the picture as fine as it gets, and all of it in words. */
  #rest() {
    const { epoch, outputs, testOutputs } = this.#moment;
    if (cellsFor(this.#run) < CELLS) this.#drawOutputs(this.#moment, CELLS_AT_REST);
    this.#marks.describe(outputs, testOutputs, this.#threshold);
    const right = this.#marks.right;
    const rows = this.#run.train.inputs.length;
    const answered = right === null ? "" : ` ${right} of ${rows} rows are on the right side.`;
    this.#parts.canvas.setAttribute("aria-label", `${this.#title()}, epoch ${epochText(epoch)}.${answered}`);
  }
}
