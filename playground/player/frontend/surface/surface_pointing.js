// What somebody does with the picture of the loss: points at a place and has both weights set there; turns the relief.
import { turned } from "./camera.mjs";
import { nearestPlace, valuesAt } from "./relief.mjs";
import { PointerDrag } from "../shared/pointer_drag.js";
/**
 * @import { LossPicture, Pair } from "../shared/types"
 * @import { SurfaceFrame } from "./surface_frame.js"
 */

/** Radians: for a pixel of a drag, and for a press of an arrow. */
const [FOR_A_PIXEL, FOR_A_KEY] = [0.012, 0.15];
/** @type {Record<string, Pair>} */
const ARROWS = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };

/**
 * @typedef {object} Pointed what is told of it
 * @property {() => LossPicture | null} picture what is on the screen
 * @property {(values: Pair | null) => void} point at two values, or nothing
 * @property {(values: Pair) => void} set both weights
 * @property {(change: (camera: import("./camera.mjs").Camera) => import("./camera.mjs").Camera) => void} turn
 */

export class SurfacePointing {
  #plot;
  #told;
  #drag;
  /** The place of the grid at which the keyboard is. @type {{column: number, row: number} | null} */
  #cursor = null;

  /** @param {SurfaceFrame} frame @param {Pointed} told */
  constructor({ plot, relief }, told) {
    this.#plot = plot;
    this.#drag = new PointerDrag(relief);
    this.#told = told;
    plot.addEventListener("pointermove", (event) => told.point(this.#valuesUnder(event)));
    plot.addEventListener("pointerleave", () => told.point(null));
    plot.addEventListener("blur", () => this.#leave());
    plot.addEventListener("click", (event) => this.#take(this.#valuesUnder(event)));
    plot.addEventListener("keydown", (event) => this.#press(event));
    relief.addEventListener("pointerdown", (event) => this.#grab(event));
    relief.addEventListener("keydown", (event) => this.#turn(event));
  }

  remove() {
    this.#drag.stop();
  }

  /** @param {MouseEvent} event @returns {Pair | null} */
  #valuesUnder({ clientX, clientY }) {
    const picture = this.#told.picture();
    const { left, top, width, height } = this.#plot.getBoundingClientRect();
    const within = (/** @type {number} */ share) => Math.min(1, Math.max(0, share));
    // A click tells of whole pixels alone, so what was told of the place before is of whole ones, too.
    const [x, y] = [Math.floor(clientX), Math.floor(clientY)];
    return picture && valuesAt(picture, [within((x - left) / width), within(1 - (y - top) / height)]);
  }

  /** @param {Pair | null} values */
  #take(values) {
    if (values) this.#told.set(values);
  }

  #leave() {
    this.#cursor = null;
    this.#told.point(null);
  }

  /** @param {KeyboardEvent} event */
  #press(event) {
    const picture = this.#told.picture();
    const step = ARROWS[event.key];
    const isTaking = event.key === "Enter" || event.key === " ";
    if (!picture || !(step || isTaking)) return;
    event.preventDefault();
    const { column, row } = this.#cursor ?? nearestPlace(picture, picture.point);
    const [across, along] = step ?? [0, 0];
    const moved = { column: onAxis(picture.first, column + across), row: onAxis(picture.second, row + along) };
    const values = valuesAt(picture, [moved.column / (picture.first.length - 1), moved.row / (picture.second.length - 1)]);
    if (isTaking) return this.#take(this.#cursor && values);
    this.#cursor = moved;
    this.#told.point(values);
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    let [x, y] = [event.clientX, event.clientY];
    this.#drag.press(event, {
      isAcross: true,
      begin: () => true,
      follow: ({ clientX, clientY }) => {
        const [across, down] = [clientX - x, clientY - y];
        [x, y] = [clientX, clientY];
        this.#told.turn((camera) => turned(camera, across * FOR_A_PIXEL, down * FOR_A_PIXEL));
      },
      end: () => {},
    });
  }

  /** @param {KeyboardEvent} event */
  #turn(event) {
    const step = ARROWS[event.key];
    if (!step) return;
    event.preventDefault();
    this.#told.turn((camera) => turned(camera, step[0] * FOR_A_KEY, step[1] * FOR_A_KEY));
  }
}

/** @param {readonly number[]} axis @param {number} at */
const onAxis = (axis, at) => Math.min(axis.length - 1, Math.max(0, at));
