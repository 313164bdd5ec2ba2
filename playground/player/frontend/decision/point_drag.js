// Dragging a point of the decision picture: a row of the training table, or the new situation.

import { SITUATION } from "./decision_marks.js";
import { DragLabel } from "./drag_label.js";
import { cellsAt, cellsBefore, namedCells, placeWithin, sameCells, withCells } from "./point_drag.mjs";

/** Pixels below which a press stays a click. */
const THRESHOLD = 3;

/**
 * @typedef {object} Picture what a drag needs to know of the picture
 * @property {any} run @property {import("./decision_span.mjs").Span} span
 * @property {(point: number | string) => void} hold keep the edges where they are, and show the plane through this row
 * @property {() => void} settle let the edges follow the rows again
 */

export class PointDrag {
  #plot;
  #marks;
  #actions;
  /** @type {Picture} */ #picture;
  #label;
  #pressed = null;
  #drag = null;
  /** What was dropped and may not have come back from Python, by point. */
  #dropped = new Map();

  /**
   * @param {HTMLElement} plot the box of the picture, which stays when its points are made anew
   * @param {import("./decision_marks.js").DecisionMarks} marks
   * @param {Record<string, Function>} actions
   * @param {Picture} picture
   */
  constructor(plot, marks, actions, picture) {
    this.#plot = plot;
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

  #press(event) {
    const point = this.#marks.pointOf(event.target);
    if (point === null || !event.isPrimary || event.button !== 0 || this.#pressed) return;
    const stop = new AbortController();
    this.#pressed = { point, pointer: event.pointerId, at: [event.clientX, event.clientY], stop };
    const listen = (name, listener) => window.addEventListener(name, listener, { capture: true, signal: stop.signal });
    const own = (act) => (happened) => {
      if (happened.pointerId === event.pointerId) act(happened);
    };
    listen("pointermove", own((moved) => this.#move(moved)));
    listen("pointerup", own(() => this.#end(false)));
    listen("pointercancel", own(() => this.#end(true)));
    listen("keydown", (key) => this.#key(key));
  }

  #key(event) {
    if (event.key !== "Escape" || !this.#drag) return;
    event.preventDefault();
    event.stopPropagation();
    this.#end(true);
  }

  #stop() {
    this.#pressed?.stop.abort();
    this.#pressed = null;
    if (!this.#drag) return;
    this.#drag = null;
    this.#label.hide();
    this.#plot.classList.remove("is-dragging");
    this.#marks.lift(null);
    this.#actions.release();
  }

  #move(event) {
    // Let go where nobody could see it.
    if (event.buttons === 0) return this.#end(false);
    const [x, y] = this.#pressed.at;
    if (!this.#drag && Math.hypot(event.clientX - x, event.clientY - y) < THRESHOLD) return;
    if (!this.#drag) this.#begin(event);
    this.#follow(event);
  }

  #begin(event) {
    const { point, at } = this.#pressed;
    if (point !== SITUATION) this.#actions.selectRow(point);
    this.#actions.grab();
    this.#picture.hold(point);
    // On the picture, not on the point: a run that arrives on the way may make the points anew.
    this.#plot.setPointerCapture(event.pointerId);
    this.#plot.classList.add("is-dragging");
    const held = this.#dropped.get(point) ?? this.#heldOf(point);
    const seen = this.#marks.placeOf(point);
    const box = this.#plot.getBoundingClientRect();
    const grip = [at[0] - box.left - seen[0] * box.width, at[1] - box.top - seen[1] * box.height];
    const gesture = this.#actions.newGesture();
    this.#drag = { point, held, seen, grip, gesture, cells: null, byTouch: event.pointerType === "touch" };
    this.#marks.lift(point);
  }

  #heldOf(point) {
    const { situation, train } = this.#picture.run;
    if (point === SITUATION) return { inputs: [...situation.inputs], targets: null };
    return { inputs: [...train.inputs[point]], targets: [...train.targets[point]] };
  }

  #follow({ clientX, clientY }) {
    const { point, held, seen, grip, byTouch } = this.#drag;
    const { run, span } = this.#picture;
    if (!this.#marks.has(point)) return this.#stop();
    // Looked up each time: the page may scroll, and a note may appear above.
    const box = this.#plot.getBoundingClientRect();
    const wanted = [(clientX - grip[0] - box.left) / box.width, (clientY - grip[1] - box.top) / box.height];
    const place = placeWithin(run, span, held, wanted, seen);
    const cells = cellsAt(run, span, held, place);
    this.#marks.move(point, place);
    this.#label.show(namedCells(run, span, cells), place, byTouch);
    if (sameCells(cells, this.#drag.cells ?? cellsBefore(cells, held))) return;
    this.#drag.cells = cells;
    this.#tell(cells, false);
  }

  #tell(cells, dropped) {
    const { point, gesture } = this.#drag;
    if (point !== SITUATION) this.#actions.moveRow(point, cells.inputs, cells.targets, dropped, gesture);
    else if (dropped) this.#actions.moveSituation(cells.inputs, gesture);
    // What a network answers to another situation needs no training, so Python hears of it in the end.
    else this.#actions.trySituation(cells.inputs);
  }

  #end(back) {
    const drag = this.#drag;
    if (drag?.cells) this.#drop(drag, back);
    this.#stop();
    if (drag && !this.#dropped.size) this.#picture.settle();
  }

  #drop({ point, held, seen, cells: last }, back) {
    const cells = back ? cellsBefore(last, held) : last;
    if (back) this.#marks.move(point, seen);
    // Python has not heard of a situation that is put back.
    const heard = !back || point !== SITUATION;
    if (heard) this.#dropped.set(point, withCells(held, cells));
    this.#tell(cells, heard);
  }
}
