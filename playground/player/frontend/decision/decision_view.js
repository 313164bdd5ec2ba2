// The decision picture: what the network answers over two inputs, or one, and where the rows stand in it.

import { DecisionChoices, LARGEST } from "./decision_choices.js";
import { inputRange } from "./decision_grid.mjs";
import { DecisionFrame } from "./decision_frame.js";
import { DecisionGlide } from "./decision_glide.mjs";
import { DecisionLegend, WRONG } from "./decision_legend.js";
import { DecisionMarks } from "./decision_marks.js";
import { DecisionPainting } from "./decision_painting.js";
import { titleOf } from "./decision_points.mjs";
import { spanOf, spanWithin } from "./decision_span.mjs";
import { drawTicks, edgesOf, tickTexts } from "./decision_ticks.js";
import { inWords } from "./decision_words.mjs";
import { headingOfNeuron, neuronToPicture } from "./pictured_neuron.mjs";
import { PointDrag } from "./point_drag.js";
import { RowPen } from "./row_pen.js";
import { withShownRows } from "../model/shown_rows.mjs";
import { wantsLessMotion } from "../shared/reduced_motion.js";
import { scaleTexts, ThresholdScale } from "./threshold_scale.js";
/**
 * @import { Actions, Colours, Description, Neuron, Pictured, Situation, Theme, View } from "../shared/types"
 * @import { Panel } from "../app/panels.js"
 * @import { Store } from "../model/store.mjs"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Layout } from "./decision_layout.mjs"
 * @import { Span } from "./decision_span.mjs"
 */

/** Milliseconds without another moment after which nothing moves any more. */
const REST = 300;

/**
 * @typedef {object} Arranged what it is arranged for
 * @property {Description} run @property {Situation | null} situation @property {number} threshold
 * @property {Theme | null} theme @property {number} row @property {Neuron | null} neuron that is pictured in place of the output @property {object} box
 * @property {boolean} isScaled whether inputs are shown as the network sees them
 */

/** @implements {View} */
export class DecisionView {
  #store;
  #frame;
  #heading;
  #choices;
  #marks;
  #legend;
  #scale;
  #painting;
  #drag;
  #pen;
  #actions;
  /** @type {Arranged | null} */
  #arranged = null;
  /** The run with the situation that is asked about. @type {Pictured} */
  #pictured;
  /** @type {Span} */
  #span;
  /** @type {Layout} */
  #layout;
  /** What it spans while a point is dragged, and until the run has it there. @type {Span | null} */
  #heldSpan = null;
  /** Whether something else is to be shown though nothing in the store is another one. */
  #isChanged = false;
  /** What is painted over the span. @type {Moment | null} */
  #painted = null;
  #glide = new DecisionGlide();
  #resting = 0;

  /**
   * @param {Panel} panel an empty box to fill, and the heading above it
   * @param {Store} store
   * @param {Actions} actions
   */
  constructor({ head, aside, body }, store, actions) {
    this.#store = store;
    this.#actions = actions;
    this.#heading = /** @type {HTMLElement} */ (head.querySelector("h3"));
    const frame = new DecisionFrame(body, () => actions.redraw());
    this.#frame = frame;
    const [axes, held] = ["axes", "held"].map((name) => Object.assign(document.createElement("div"), { className: `decision-${name}` }));
    aside.append(axes, held);
    this.#painting = new DecisionPainting(frame.canvas, frame.part("line"), () => this.#tell());
    const paths = { ties: frame.part("ties"), pins: frame.part("pins") };
    this.#marks = new DecisionMarks(frame.part("points"), paths, { chosenRow: () => store.chosen.row, selectRow: actions.selectRow });
    this.#legend = new DecisionLegend(frame.part("classes"), frame.part("verdicts"));
    this.#scale = new ThresholdScale(frame.part("scale"), actions);
    this.#choices = new DecisionChoices(axes, held, () => this.#change(), (input) => inputRange(this.#pictured, input));
    this.#drag = new PointDrag(frame.plot, this.#marks, actions, this);
    this.#pen = new RowPen(frame.plot, this.#marks, actions, this);
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
    const { situation, threshold, theme, chosen, chosen: { row }, commands, showsScaled: isScaled } = this.#store;
    const before = this.#arranged;
    const now = { run, situation, threshold, theme, row, neuron: neuronToPicture(run, chosen), box: this.#frame.box, isScaled };
    // The point of a situation that is dragged is put where the hand is.
    const isDragged = this.#drag.active && Boolean(before?.situation) === Boolean(situation);
    if (before?.run !== run || before.situation !== situation) this.#pictured = { ...withShownRows(run), situation };
    this.#arranged = now;
    this.#choices.isScaled = isScaled;
    if (before?.run !== run || before.isScaled !== isScaled) this.#begin(now, before);
    else if (before.row !== row) this.#choices.setRow(row);
    // What was held for a drag follows when Python has done all that it was told.
    const isHeld = this.#heldSpan !== null && (this.#drag.active || commands.open !== null);
    if ((this.#heldSpan && !isHeld) || (before?.run === run && before.threshold !== threshold)) this.#letGo();
    else if (!this.#isChanged && isSame(before, now, isDragged)) return this.#point(before, now);
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
    const { run, parameters } = moment;
    if (this.#arranged && spanWithin(this.#span, run, parameters) !== this.#span) this.#arrange(this.#arranged);
    this.#painted = moment;
    const scene = this.#sceneOf(moment);
    const flips = this.#marks.draw(moment.outputs, moment.testOutputs, scene.threshold);
    const isAtRest = !this.#store.timeline.moving && !this.#drag.active && !wantsLessMotion();
    this.#painting.draw(moment, scene, isAtRest && this.#glide.leadsTo(moment, flips, performance.now()));
    this.#glide.begin(moment, performance.now());
    this.#legend.count(this.#marks.counts);
    clearTimeout(this.#resting);
    this.#resting = window.setTimeout(() => this.#rest(moment), REST);
  }

  remove() {
    clearTimeout(this.#resting);
    this.#painting.stop();
    this.#drag.forget();
    this.#pen.forget();
    this.#frame.remove();
  }

  get #output() {
    return Math.max(0, this.#choices.output);
  }

  /** @param {Moment} moment */
  #sceneOf(moment) {
    const { threshold, timeline } = this.#store;
    return { span: this.#span, threshold, isAtEnd: moment.epoch >= timeline.end };
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

  /** Another neuron is pictured, or none, and nothing else is another one. @param {Arranged | null} before @param {Arranged} now */
  #point(before, now) {
    if (before?.neuron === now.neuron) return;
    // A curve has another axis then; over two inputs rows and edges stay.
    if (this.plane.y === null) return this.#arrange(now);
    this.#painted = null;
    this.#span = { ...this.#span, neuron: now.neuron };
    this.#name(now);
  }

  /** All that depends on what it spans and shows, but not on the epoch. @param {Arranged} arranged */
  #arrange(arranged) {
    const { theme } = arranged;
    this.#painted = null;
    this.#span = this.#spanOf(arranged);
    const { plane, heights, scale } = this.#span;
    const flat = plane.y === null;
    const texts = this.#ofClasses ? this.#pictured.target_names.map((name) => `iiii ${name}`) : scaleTexts(this.#pictured, scale);
    const edges = edgesOf(this.#pictured, this.#span, arranged.isScaled);
    const legend = this.#pictured.classes ? `iiii ${WRONG}` : "";
    this.#layout = this.#frame.lay({ yTicks: tickTexts(edges.upwards), scaleTexts: texts, legend, isFlat: flat, ofClasses: this.#ofClasses });
    this.#marks.place(this.#span, this.#layout);
    drawTicks(this.#frame.part("ticks"), edges.across, edges.upwards, this.#layout);
    const level = 1000 * (1 - (scale.middle - heights[0]) / (heights[1] - heights[0]));
    this.#frame.part("level").setAttribute("d", flat && !this.#span.neuron ? `M0 ${level}H1000` : "");
    this.#frame.canvas.classList.toggle("is-empty", flat);
    this.#frame.root.classList.toggle("is-flat", flat);
    if (theme) this.#tint(theme.colours);
    this.#name(arranged);
  }

  /** @param {Arranged} arranged @returns {Span} */
  #spanOf({ threshold, neuron, run }) {
    const span = { ...spanOf(this.#pictured, this.#choices, this.#output, threshold, this.#heldSpan), neuron };
    const { moment } = this.#store;
    return moment ? spanWithin(span, run, moment.parameters) : span;
  }

  /** Whose picture it is. @param {Arranged} arranged */
  #name({ run, neuron }) {
    this.#frame.root.classList.toggle("of-neuron", neuron !== null);
    this.#heading.textContent = neuron ? headingOfNeuron(run, neuron) : "Output";
    this.#frame.canvas.setAttribute("aria-label", `${this.#title}.`);
    this.#pen.mark();
  }

  /** @param {Colours} colours */
  #tint(colours) {
    this.#painting.tint(colours, this.#ofClasses ? this.#pictured.target_names.length : null);
    this.#marks.paint(colours, this.#span);
    this.#legend.draw(this.#pictured, colours, this.#ofClasses);
  }

  get #ofClasses() {
    return this.#choices.output === LARGEST;
  }

  /** Whether the threshold cuts what is shown in two classes. */
  get #isCut() {
    return this.#pictured.classes?.kind === "two" && !this.#span.neuron;
  }

  get #title() {
    const { output } = this.#choices;
    return titleOf(this.#pictured, this.#span, output === LARGEST ? null : output);
  }

  /** Something has been painted: its scale and what is to be said of it stand beside it. */
  #tell() {
    const { theme, threshold } = this.#store;
    const { scale } = this.#painting;
    if (!theme || !scale) return;
    const isCoded = this.plane.y === null ? this.#isCut : !this.#ofClasses || this.#span.neuron !== null;
    const given = { run: this.#pictured, scale, colours: theme.colours, layout: this.#layout };
    const isNew = this.#scale.draw(isCoded ? { ...given, threshold: this.#isCut ? threshold : null } : null);
    if (isNew) this.#pen.mark();
    this.#say();
  }

  #say() {
    this.#frame.say(this.#span.neuron ? ["", ""] : [this.#painting.sentence, this.#marks.pale], this.#marks.seen);
  }

  /** When nothing moves any more: the picture as fine as it gets, and all of it in words. @param {Moment} moment */
  #rest(moment) {
    const { epoch, outputs, testOutputs } = moment;
    const scene = this.#sceneOf(moment);
    this.#painting.refine(moment, scene);
    this.#marks.clear(this.#painting.segments);
    this.#say();
    this.#marks.describe(this.plane, outputs, testOutputs, scene.threshold);
    const said = inWords(epoch, this.#marks.counts.right, this.#pictured.train.inputs.length, this.#painting.sentence);
    this.#frame.canvas.setAttribute("aria-label", `${this.#title}, ${said}`);
  }
}

/** @param {Arranged | null} one @param {Arranged} other @param {boolean} exceptSituation */
function isSame(one, other, exceptSituation) {
  const names = /** @type {const} */ (["run", "threshold", "theme", "row", "box", "isScaled"]);
  return names.every((name) => one?.[name] === other[name]) && (exceptSituation || one?.situation === other.situation);
}
