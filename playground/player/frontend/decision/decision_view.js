// The decision picture: what the network answers over two inputs, or one, and where the rows stand in it.

import { DecisionChoices, LARGEST } from "./decision_choices.js";
import { DecisionLegend } from "./decision_legend.js";
import { DecisionMarks } from "./decision_marks.js";
import { DecisionPainting } from "./decision_painting.js";
import { inputRange } from "./decision_grid.mjs";
import { spanOf } from "./decision_span.mjs";
import { drawTicks } from "./decision_ticks.js";
import { PointDrag } from "./point_drag.js";
import { epochText, numberText } from "../shared/wording.mjs";
/**
 * @import { Actions, Colours, Description, Pictured, Situation, Theme, View } from "../shared/types"
 * @import { Store } from "../model/store.mjs"
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

/** @typedef {{run: Description, situation: Situation | null, threshold: number, theme: Theme | null, row: number}} Arranged */

/** @implements {View} */
export class DecisionView {
  #store;
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
  /** What it is arranged for, or null. @type {Arranged | null} */
  #arranged = null;
  /** The run with the situation that is asked about. @type {Pictured} */
  #pictured;
  /** @type {Span} */
  #span;
  /** What it spans while a point is dragged, and until the run has it there. @type {Span | null} */
  #heldSpan = null;
  /** Whether something else is to be shown though nothing in the store is another one. */
  #isChanged = false;
  /** What is painted over the span. @type {Moment | null} */
  #painted = null;
  #resting = 0;

  /**
   * @param {HTMLElement} parent an empty box to fill
   * @param {Store} store
   * @param {Actions} actions
   */
  constructor(parent, store, actions) {
    this.#store = store;
    this.#actions = actions;
    this.#root.className = "decision";
    this.#root.innerHTML = FRAME;
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (this.#root.querySelector(`.decision-${name}`));
    this.#canvas = /** @type {HTMLCanvasElement} */ (part("canvas"));
    this.#level = part("level");
    this.#ticks = part("ticks");
    this.#painting = new DecisionPainting(this.#canvas, part("line"));
    this.#marks = new DecisionMarks(part("points"), () => store.chosen.row, actions);
    this.#legend = new DecisionLegend(part("legend"));
    this.#choices = new DecisionChoices(part("axes"), part("held"), () => this.#change(), (input) => inputRange(this.#pictured, input));
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
    return this.#pictured;
  }

  /** @param {Description} run */
  arrange(run) {
    const { situation, threshold, theme, chosen: { row }, commands } = this.#store;
    const before = this.#arranged;
    const now = { run, situation, threshold, theme, row };
    // The point of a situation that is dragged is put where the hand is.
    const isDragged = this.#drag.active && Boolean(before?.situation) === Boolean(situation);
    if (before?.run !== run || before.situation !== situation) this.#pictured = { ...run, situation };
    this.#arranged = now;
    if (before?.run !== run) this.#begin(now, before);
    else if (before.row !== row) this.#choices.setRow(row);
    // What was held for a drag follows when Python has done all that it was told.
    const isHeld = this.#heldSpan !== null && (this.#drag.active || commands.open !== null);
    if ((this.#heldSpan && !isHeld) || (before?.run === run && before.threshold !== threshold)) this.#letGo();
    else if (!this.#isChanged && isSame(before, now, isDragged)) return;
    this.#isChanged = false;
    this.#marks.show(this.#pictured, row);
    this.#arrange(now);
  }

  /** A point is dragged from now on: the edges stay where they are. @param {number | string} point */
  hold(point) {
    if (typeof point === "number") this.#choices.setRow(point);
    this.#heldSpan = this.#span;
    this.#isChanged = true;
  }

  /** Nothing was told of what was held for a drag: it may follow. */
  settle() {
    if (this.#heldSpan) this.#change();
  }

  /** @param {Moment} moment */
  draw(moment) {
    if (!this.#store.theme || moment === this.#painted) return;
    this.#painted = moment;
    const { threshold } = this.#store;
    this.#painting.draw(moment, this.#span, threshold);
    this.#marks.draw(moment.outputs, moment.testOutputs, threshold);
    clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => this.#rest(moment, threshold), REST);
  }

  remove() {
    clearTimeout(this.#resting);
    this.#drag.forget();
    this.#root.remove();
  }

  get #output() {
    return Math.max(0, this.#choices.output);
  }

  /** Another run. @param {Arranged} now @param {Arranged | null} before */
  #begin({ run, row }, before) {
    clearTimeout(this.#resting);
    this.#choices.setRun(run, row);
    if (before?.run.input_names.join("\n") !== run.input_names.join("\n")) this.#letGo();
    // Where nothing but the line moves, it stays until there is another one.
    if (!this.#heldSpan) this.#painting.clearLine();
  }

  #change() {
    this.#isChanged = true;
    this.#actions.redraw();
  }

  #letGo() {
    this.#drag.forget();
    this.#marks.settle();
    this.#heldSpan = null;
  }

  /** All that depends on what it spans and shows, but not on the epoch. @param {Arranged} arranged */
  #arrange({ threshold, theme }) {
    this.#painted = null;
    this.#span = spanOf(this.#pictured, this.#choices, this.#output, threshold, this.#heldSpan);
    const { plane, heights, scale } = this.#span;
    const flat = plane.y === null;
    this.#marks.place(this.#span);
    drawTicks(this.#ticks, this.#root, plane.xRange, heights);
    const level = 1000 * (1 - (scale.middle - heights[0]) / (heights[1] - heights[0]));
    this.#level.setAttribute("d", flat ? `M0 ${level}H1000` : "");
    this.#canvas.classList.toggle("is-empty", flat);
    this.#canvas.setAttribute("aria-label", `${this.#title()}.`);
    if (theme) this.#tint(theme.colours);
  }

  /** @param {Colours} colours */
  #tint(colours) {
    this.#painting.tint(colours, this.#ofClasses ? this.#pictured.target_names.length : null);
    this.#marks.paint(colours, this.#span);
    this.#legend.draw(this.#pictured, this.plane.y === null ? null : this.#span.scale, colours, this.#ofClasses);
  }

  get #ofClasses() {
    return this.#choices.output === LARGEST;
  }

  #title() {
    const { input_names: inputs, target_names: targets } = this.#pictured;
    const { x, y, held } = this.plane;
    const shown = this.#ofClasses ? "Largest output" : targets.length > 1 ? `Output ${targets[this.#output]}` : "Output";
    const still = inputs.flatMap((name, k) => (k === x || k === y ? [] : [`${name} = ${numberText(held[k], 4)}`]));
    return `${shown} over ${inputs[x]}${y === null ? "" : ` and ${inputs[y]}`}${still.length ? `, ${still.join(", ")}` : ""}`;
  }

  /** When nothing moves any more: the picture as fine as it gets, and all of it in words. @param {Moment} moment @param {number} threshold */
  #rest(moment, threshold) {
    const { epoch, outputs, testOutputs } = moment;
    this.#painting.refine(moment, this.#span, threshold);
    this.#marks.describe(outputs, testOutputs, threshold);
    const right = this.#marks.right;
    const rows = this.#pictured.train.inputs.length;
    const answered = right === null ? "" : ` ${right} of ${rows} rows are on the right side.`;
    this.#canvas.setAttribute("aria-label", `${this.#title()}, epoch ${epochText(epoch)}.${answered}`);
  }
}

/** @param {Arranged | null} one @param {Arranged} other @param {boolean} exceptSituation */
function isSame(one, { run, situation, threshold, theme, row }, exceptSituation) {
  if (one?.run !== run || one.threshold !== threshold || one.theme !== theme || one.row !== row) return false;
  return exceptSituation || one.situation === situation;
}
