// Dragging a point of the decision picture: a row of the training table, or the new situation.

import { SITUATION } from "./decision_marks.js";
import { DragLabel } from "./drag_label.js";
import { isFinger, PointerDrag } from "../shared/pointer_drag.js";
import { cellsAt, cellsBefore, namedCells, placeWithin, sameCells, withCells } from "./point_drag.mjs";
/**
 * @import { Actions, Pair, Pictured } from "../shared/types"
 * @import { Cells, Held } from "./point_drag.mjs"
 */

/**
 * @typedef {number | string} Point a training row, or the new situation
 *
 * @typedef {object} Drag
 * @property {Point} point @property {Held} held @property {Pair} seen where it stood @property {number} gesture
 * @property {Pair} grip pixels from the point's middle to where it was taken hold of
 * @property {Cells | null} cells the last that were told @property {boolean} byTouch
 *
 * @typedef {object} Picture what a drag needs to know of the picture
 * @property {Pictured} run @property {import("./decision_span.mjs").Span} span
 * @property {(point: Point) => void} hold keep the edges where they are, and show the plane through this row
 * @property {() => void} settle let the edges follow the rows again
 */

export class PointDrag {
  #plot;
  #marks;
  #actions;
  /** @type {Picture} */ #picture;
  #label;
  #pointer;
  /** @type {Drag | null} */
  #drag = null;
  /** What was dropped and may not have come back from Python, by point. @type {Map<Point, Held>} */
  #dropped = new Map();

  /**
   * @param {HTMLElement} plot the box of the picture, which stays when its points are made anew
   * @param {import("./decision_marks.js").DecisionMarks} marks
   * @param {Actions} actions
   * @param {Picture} picture
   */
  constructor(plot, marks, actions, picture) {
    this.#plot = plot;
    // On the picture, not on the point: a run that arrives on the way may make the points anew.
    this.#pointer = new PointerDrag(plot);
    this.#marks = marks;
    this.#actions = actions;
    this.#picture = picture;
    this.#label = new DragLabel(plot);
    plot.addEventListener("pointerdown", (event) => this.#press(event));
  }

  get active() {
    return this.#drag !== null;
  }

  /** Stop without telling anybody, and let what was dropped be: the run has it, or its points are others now. */
  forget() {
    this.#stop();
    this.#dropped.clear();
  }

  /** @param {PointerEvent} event */
  #press(event) {
    const point = this.#marks.pointOf(/** @type {Element} */ (event.target));
    if (point === null) return;
    /** @type {Pair} */
    const at = [event.clientX, event.clientY];
    this.#pointer.press(event, {
      begin: (begun) => this.#begin(point, at, isFinger(begun)),
      follow: (moved) => this.#follow(moved),
      end: (isBack) => this.#end(isBack),
    });
  }

  #stop() {
    this.#pointer.stop();
    if (!this.#drag) return;
    this.#drag = null;
    this.#label.hide();
    this.#plot.classList.remove("is-dragging");
    this.#marks.lift(null);
    this.#actions.release();
  }

  /** @param {Point} point @param {Pair} at where it was pressed @param {boolean} byTouch */
  #begin(point, at, byTouch) {
    if (typeof point === "number") this.#actions.selectRow(point);
    this.#actions.grab();
    this.#picture.hold(point);
    this.#plot.classList.add("is-dragging");
    const held = this.#dropped.get(point) ?? this.#heldOf(point);
    const seen = this.#marks.placeOf(point);
    const box = this.#plot.getBoundingClientRect();
    /** @type {Pair} */
    const grip = [at[0] - box.left - seen[0] * box.width, at[1] - box.top - seen[1] * box.height];
    const gesture = this.#actions.newGesture();
    this.#drag = { point, held, seen, grip, gesture, cells: null, byTouch };
    this.#marks.lift(point);
    return true;
  }

  /** @param {Point} point @returns {Held} */
  #heldOf(point) {
    const { situation, train } = this.#picture.run;
    if (typeof point === "string") return { inputs: [...(situation?.inputs ?? [])], targets: null };
    return { inputs: [...train.inputs[point]], targets: [...train.targets[point]] };
  }

  /** @param {PointerEvent} event */
  #follow({ clientX, clientY }) {
    const drag = this.#drag;
    if (!drag) return;
    const { point, held, seen, grip, byTouch } = drag;
    const { run, span } = this.#picture;
    if (!this.#marks.has(point)) return this.#stop();
    // Looked up each time: the page may scroll, and a note may appear above.
    const box = this.#plot.getBoundingClientRect();
    /** @type {Pair} */
    const wanted = [(clientX - grip[0] - box.left) / box.width, (clientY - grip[1] - box.top) / box.height];
    const place = placeWithin(run, span, held, wanted, seen);
    const cells = cellsAt(run, span, held, place);
    this.#marks.move(point, place);
    this.#label.show(namedCells(run, span, cells), place, byTouch);
    if (sameCells(cells, drag.cells ?? cellsBefore(cells, held))) return;
    drag.cells = cells;
    this.#tell(drag, cells, false);
  }

  /** @param {Drag} drag @param {Cells} cells @param {boolean} dropped */
  #tell({ point, gesture }, cells, dropped) {
    if (typeof point === "number") this.#actions.moveRow(point, cells.inputs, cells.targets, dropped, gesture);
    else if (dropped) this.#actions.moveSituation(cells.inputs, gesture);
    // What a network answers to another situation needs no training, so Python hears of it in the end.
    else this.#actions.trySituation(cells.inputs);
  }

  /** @param {boolean} back whether it goes where it came from */
  #end(back) {
    const drag = this.#drag;
    if (drag?.cells) this.#drop(drag, drag.cells, back);
    this.#stop();
    if (drag && !this.#dropped.size) this.#picture.settle();
  }

  /** @param {Drag} drag @param {Cells} last @param {boolean} back */
  #drop(drag, last, back) {
    const { point, held, seen } = drag;
    const cells = back ? cellsBefore(last, held) : last;
    if (back) this.#marks.move(point, seen);
    // Python has not heard of a situation that is put back.
    const heard = !back || point !== SITUATION;
    if (heard) this.#dropped.set(point, withCells(held, cells));
    this.#tell(drag, cells, heard);
  }
}
