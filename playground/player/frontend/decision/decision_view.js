// The decision picture: what the network answers over two inputs, or one, and where the rows stand in it.

import { DecisionChoices, LARGEST } from "./decision_choices.js";
import { DecisionLegend } from "./decision_legend.js";
import { DecisionMarks } from "./decision_marks.js";
import { DecisionPainting } from "./decision_painting.js";
import { spanOf } from "./decision_span.mjs";
import { drawTicks } from "./decision_ticks.js";
import { PointDrag } from "./point_drag.js";
import { epochText, numberText } from "../shared/wording.mjs";
/**
 * @import { Actions, Chosen, Colours, Description } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Span } from "./decision_span.mjs"
 */

/** Milliseconds without another moment after which nothing moves any more. */
const REST = 300;

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

export class DecisionView {
  #root = document.createElement("div");
  #canvas;
  #level;
  #ticks;
  #choices;
  #marks;
  #legend;
  #painting;
  #drag;
  #actions;
  /** @type {Description} */
  #run;
  /** @type {Span} */
  #span;
  /** What it spans while a point is dragged, and until the run has it there. @type {Span | null} */
  #still = null;
  /** @type {Moment | null} */
  #moment = null;
  #row = 0;
  #threshold = 0.5;
  /** @type {Colours | null} */
  #colours = null;
  #resting = 0;

  /**
   * @param {HTMLElement} parent an empty box to fill
   * @param {Actions} actions
   */
  constructor(parent, actions) {
    this.#actions = actions;
    this.#root.className = "decision";
    this.#root.innerHTML = FRAME;
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (this.#root.querySelector(`.decision-${name}`));
    this.#canvas = /** @type {HTMLCanvasElement} */ (part("canvas"));
    this.#level = part("level");
    this.#ticks = part("ticks");
    this.#painting = new DecisionPainting(this.#canvas, part("line"));
    this.#marks = new DecisionMarks(part("points"), actions);
    this.#legend = new DecisionLegend(part("legend"));
    this.#choices = new DecisionChoices(part("axes"), part("held"), () => this.#changed());
    this.#drag = new PointDrag(part("plot"), this.#marks, actions, this);
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

  /** @param {Description} run */
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
    if (!this.#still) this.#painting.clearLine();
    this.#arrange();
  }

  /** A point is dragged from now on: the edges stay where they are. @param {number | string} point */
  hold(point) {
    if (typeof point === "number") this.#choices.setRow(point);
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

  /** @param {Colours} colours */
  setColours(colours) {
    this.#colours = colours;
    if (!this.#run) return;
    this.#tint(colours);
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

  /** @param {Chosen} selection */
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

  /** @param {Moment} moment */
  draw(moment) {
    this.#moment = moment;
    if (!this.#run || !this.#colours) return;
    this.#painting.draw(moment, this.#span, this.#threshold);
    this.#marks.draw(moment.outputs, moment.testOutputs, this.#threshold);
    clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => this.#rest(moment), REST);
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
    this.#actions.planeChanged();
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
    drawTicks(this.#ticks, this.#root, plane.xRange, heights);
    const level = 1000 * (1 - (scale.middle - heights[0]) / (heights[1] - heights[0]));
    this.#level.setAttribute("d", flat ? `M0 ${level}H1000` : "");
    this.#canvas.classList.toggle("is-empty", flat);
    this.#canvas.setAttribute("aria-label", `${this.#title()}.`);
    if (this.#colours) this.#tint(this.#colours);
  }

  /** @param {Colours} colours */
  #tint(colours) {
    this.#painting.tint(colours, this.#ofClasses ? this.#run.target_names.length : null);
    this.#marks.paint(colours, this.#span);
    this.#legend.draw(this.#run, this.plane.y === null ? null : this.#span.scale, colours, this.#ofClasses);
  }

  get #ofClasses() {
    return this.#choices.output === LARGEST;
  }

  #title() {
    const { input_names: inputs, target_names: targets } = this.#run;
    const { x, y, held } = this.plane;
    const shown = this.#ofClasses ? "Largest output" : targets.length > 1 ? `Output ${targets[this.#output]}` : "Output";
    const still = inputs.flatMap((name, k) => (k === x || k === y ? [] : [`${name} = ${numberText(held[k], 4)}`]));
    return `${shown} over ${inputs[x]}${y === null ? "" : ` and ${inputs[y]}`}${still.length ? `, ${still.join(", ")}` : ""}`;
  }

  /** When nothing moves any more: the picture as fine as it gets, and all of it in words. @param {Moment} moment */
  #rest(moment) {
    const { epoch, outputs, testOutputs } = moment;
    this.#painting.refine(moment, this.#span, this.#threshold);
    this.#marks.describe(outputs, testOutputs, this.#threshold);
    const right = this.#marks.right;
    const rows = this.#run.train.inputs.length;
    const answered = right === null ? "" : ` ${right} of ${rows} rows are on the right side.`;
    this.#canvas.setAttribute("aria-label", `${this.#title()}, epoch ${epochText(epoch)}.${answered}`);
  }
}
