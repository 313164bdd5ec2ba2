// The rows of the tables as points of the decision picture.

import { ownInputNames } from "../model/derived_columns.mjs";
import { isValidationRow } from "../model/validation_rows.mjs";
import { markerColour, shareOf } from "./decision_colours.mjs";
import { distancesFrom, appearanceOfPoints, offTheSlice, placesOf, pointLabel } from "./decision_points.mjs";
import { paleSentence } from "./decision_sentence.mjs";
import { giveFocusAt, placeOfFocus } from "../shared/lasting_focus.js";
import { PointChoice } from "./point_choice.js";
import { PointPlaces } from "./point_places.js";
import { pulse } from "./point_pulse.js";
import { PointVerdicts } from "./point_verdicts.js";
import { SITUATION_NAME, situationPoint, testPoint, trainPoint } from "./point_elements.js";
/**
 * @import { Colours, Pair, Pictured, Table } from "../shared/types"
 * @import { Size } from "./point_places.js"
 * @import { Span } from "./decision_span.mjs"
 */

/** The point of the new situation; those of the training rows go by their place in the table. */
export const SITUATION = "situation";

/** Where rows without a height stand, as a share of it. */
const FOOT = 0.06;

/** @typedef {number | string} Point a training row by its place, or `SITUATION` */

export class DecisionMarks {
  #box;
  #choice;
  /** Whose rows are points. @type {Pictured} */
  #run;
  /** @type {HTMLElement[]} */
  #train = [];
  /** @type {HTMLElement[]} */
  #test = [];
  /** @type {HTMLElement | null} */
  #situation = null;
  /** @type {PointVerdicts | null} */
  #verdicts = null;
  #puts;
  #made = "";
  /** Of all points. @type {Pair[]} */
  #places = [];
  /** @type {Pair[]} */
  #seen = [];
  #pale = "";
  /** The lines of the picture, from 0 to 1, four numbers a segment. @type {number[]} */
  #lines = [];
  /** @type {Point | null} */
  #lifted = null;
  /**
   * Where points stand that were dragged away, and where they come from: the others keep their distance from that.
   * @type {Map<Point, {place: Pair, from: Pair}>}
   */
  #moved = new Map();

  /**
   * @param {HTMLElement} box the layer over the picture
   * @param {{ties: Element, pins: Element}} paths of the layer below it
   * @param {{chosenRow(): number, selectRow(row: number): void}} choice
   */
  constructor(box, { ties, pins }, choice) {
    this.#puts = new PointPlaces(ties, pins);
    this.#box = box;
    this.#choice = new PointChoice(box, (element) => this.pointOf(element), choice);
  }

  /** @param {Pictured} run @param {number} row the chosen one */
  show(run, row) {
    this.#run = run;
    const appearance = appearanceOfPoints(run);
    // A point that somebody drags, points at or has reached by the keyboard stays the same element.
    if (appearance !== this.#made) this.#make(run);
    this.#made = appearance;
    this.#choice.mark(this.#train, row);
  }

  /** @param {Pictured} run */
  #make(run) {
    const focused = placeOfFocus(this.#train);
    this.#train = run.train.targets.map((targets, row) => trainPoint(run.classes, targets, run.train.row_numbers[row]));
    this.#test = (run.test?.targets ?? []).map((targets) => testPoint(run.classes, targets));
    this.#situation = run.situation && situationPoint();
    this.#verdicts = new PointVerdicts(this.#train, this.#test);
    // A hint of what can be done stands at one of them.
    this.#train[0]?.setAttribute("data-hint", "point");
    this.#box.replaceChildren(...this.#test, ...this.#train, ...(this.#situation ? [this.#situation] : []));
    for (const point of this.#moved.keys()) if (!this.#elementOf(point)) this.#moved.delete(point);
    this.lift(this.#lifted);
    // Who takes rows away by the keyboard goes on from the next one.
    giveFocusAt(this.#train, focused);
  }

  /** Whether there still is such a point. @param {Point} point */
  has(point) {
    return Boolean(this.#elementOf(point));
  }

  /**
   * Which point an element belongs to; null if it is none that can be dragged.
   * @param {Element} element @returns {Point | null}
   */
  pointOf(element) {
    const point = element.closest(".decision-point");
    if (point && point === this.#situation) return SITUATION;
    const row = this.#train.findIndex((other) => other === point);
    return row < 0 ? null : row;
  }

  /**
   * Where a point is seen, from 0 to 1 from the left and from the top.
   * @param {Point} point @returns {Pair}
   */
  placeOf(point) {
    const element = this.#elementOf(point);
    if (!element) return [0, 0];
    const box = this.#box.getBoundingClientRect();
    const mark = element.getBoundingClientRect();
    const across = (mark.left + mark.right) / 2 - box.left;
    const down = (mark.top + mark.bottom) / 2 - box.top;
    return [across / box.width, down / box.height];
  }

  /** Show one point as held in the hand, or none. @param {Point | null} point */
  lift(point) {
    if (this.#lifted !== null) this.#elementOf(this.#lifted)?.classList.remove("is-dragged");
    if (point !== null) this.#elementOf(point)?.classList.add("is-dragged");
    this.#lifted = point;
  }

  /**
   * Put a point elsewhere, wherever the run has it, until `settle`.
   * @param {Point} point @param {Pair} place
   */
  move(point, place) {
    const element = this.#elementOf(point);
    if (!element) return;
    const from = this.#moved.get(point)?.from ?? this.#places[this.#elements.indexOf(element)];
    this.#moved.set(point, { place, from });
    this.#puts.put(element, place);
  }

  /** Points stand where the run has them. */
  settle() {
    this.#moved.clear();
  }

  /** @param {Point} point @returns {HTMLElement | null} */
  #elementOf(point) {
    return typeof point === "string" ? this.#situation : (this.#train[point] ?? null);
  }

  get #elements() {
    return [...this.#train, ...this.#test, ...(this.#situation ? [this.#situation] : [])];
  }

  /** What is written beside each point. */
  get #names() {
    return [...this.#run.train.row_numbers.map(String), ...this.#test.map(() => ""), ...(this.#situation ? [SITUATION_NAME] : [])];
  }

  /** The places of all points that are seen, and of words beside them, from 0 to 1 from the left and from the top. */
  get seen() {
    return this.#seen;
  }

  /** Why many rows are pale, in a sentence; empty where few are. */
  get pale() {
    return this.#pale;
  }

  /**
   * Put every point at its place.
   * @param {Span} span @param {Size} size of the picture
   */
  place(span, size) {
    const { places, distances } = this.#placesOfAll(span);
    const elements = this.#elements;
    for (const [point, { from }] of this.#moved) {
      const element = this.#elementOf(point);
      if (element) places[elements.indexOf(element)] = from;
    }
    this.#places = places;
    const { x, y } = span.plane;
    const held = ownInputNames(this.#run).filter((_, k) => k !== x && k !== y);
    this.#pale = paleSentence(held, distances.slice(0, this.#train.length));
    this.#puts.fit(this.#box, size, this.#train.length);
    this.#puts.place(elements, places, distances);
    this.#name();
    this.#sayWhereTheSituationLies(span.plane);
    for (const [point, { place }] of this.#moved) {
      const element = this.#elementOf(point);
      if (element) this.#puts.put(element, place);
    }
  }

  #name() {
    const words = this.#puts.name(this.#elements, this.#places, this.#names, this.#choice.row, this.#lines);
    this.#seen = [...this.#puts.seen(this.#places), ...words];
  }

  /** Names get out of the way of lines: when the picture rests, not in every frame. @param {number[]} lines of it, from 0 to 1 */
  clear(lines) {
    this.#lines = lines;
    if (this.#moved.size === 0) this.#name();
  }

  /** Where all points belong, and how far from the slice. @param {Span} span */
  #placesOfAll({ plane, output, heights, neuron }) {
    const { train, test, situation } = this.#run;
    // A neuron has no targets: rows stand at the foot of its curve.
    const foot = heights[0] + FOOT * (heights[1] - heights[0]);
    const heightOf = (/** @type {number[]} */ targets) => (neuron ? foot : targets[output]);
    const heightsOf = (/** @type {Table} */ table) => table.targets.map(heightOf);
    const tables = test ? [train, test] : [train];
    const places = tables.flatMap((table) => placesOf(plane, table.inputs, heightsOf(table), heights));
    const inputs = tables.flatMap((table) => table.inputs);
    // Its target is not known, so with one input it stands at the foot of the picture.
    if (this.#situation && situation) {
      places.push(...placesOf(plane, [situation.inputs], [foot], heights));
      inputs.push(situation.inputs);
    }
    return { places, distances: distancesFrom(this.#run, plane, inputs) };
  }

  /** The picture is a cut through the chosen row: the new situation may lie before or behind it. @param {Span["plane"]} plane */
  #sayWhereTheSituationLies(plane) {
    const { situation } = this.#run;
    if (!this.#situation || !situation) return;
    const off = offTheSlice(this.#run, plane, situation.inputs);
    this.#situation.title = `new situation, drag to ask about another${off && `; not in this picture, ${off}`}`;
  }

  /** Colour points of numbers by their target; classes have their colours from the style sheet. @param {Colours} colours @param {Span} span */
  paint(colours, { scale, output }) {
    const run = this.#run;
    if (run.classes !== null) return;
    const fill = (/** @type {HTMLElement[]} */ points, /** @type {Table} */ table) =>
      points.forEach((point, row) => {
        const colour = markerColour(colours, shareOf(scale, table.targets[row][output]));
        point.style.setProperty("--tone", colour);
      });
    fill(this.#train, run.train);
    if (run.test) fill(this.#test, run.test);
  }

  /**
   * Ring the rows that are answered wrongly.
   * @param {Float64Array} outputs @param {Float64Array | null} testOutputs @param {number} threshold
   * @returns {number} how many rows have changed class
   */
  draw(outputs, testOutputs, threshold) {
    const flipped = this.#verdicts?.draw(this.#run, outputs, testOutputs, threshold) ?? [];
    pulse(flipped);
    return flipped.length;
  }

  /** How many training rows are answered rightly, null where there is no right and wrong; wrongly; and neither. */
  get counts() {
    const verdicts = this.#verdicts;
    return { right: verdicts?.right ?? null, wrong: verdicts?.count("wrong") ?? 0, undecided: verdicts?.count("undecided") ?? 0 };
  }

  /**
   * Say in words what every point shows: when the picture rests, not in every frame.
   * @param {Span["plane"]} plane @param {Float64Array} outputs @param {Float64Array | null} testOutputs @param {number} threshold
   */
  describe(plane, outputs, testOutputs, threshold) {
    const { train, test } = this.#run;
    const labelOf = (/** @type {Table} */ table, /** @type {number} */ row, /** @type {Float64Array | null} */ answers) => {
      const off = offTheSlice(this.#run, plane, table.inputs[row]);
      return `${pointLabel(this.#run, table, row, answers, threshold)}${off && `; not in this picture, ${off}`}`;
    };
    this.#train.forEach((point, row) => {
      const label = labelOf(train, row, outputs);
      point.setAttribute("aria-label", label);
      point.title = `${label}, drag to change its cells, right-click to take it out`;
    });
    this.#test.forEach((point, row) => {
      if (test) point.title = `${isValidationRow(test, row) ? "validation" : "test"} ${labelOf(test, row, testOutputs)}`;
    });
  }
}
