/** The rows on a neuron's curve: a mark at each row's pre-activation, class told by shape as well as by colour. */
/** @import { Colours } from "../shared/types" */

const FEW_ROWS = 150;

/** @typedef {{x: number, y: number, isOne: boolean | null}} Dot `isOne`: of class 1, of class 0, or of no class */

export class NeuronDots {
  #canvas;
  #context;
  /** @type {Colours | null} */
  #colours = null;
  #size = { width: 0, height: 0 };

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#canvas = canvas;
    this.#context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  }

  /** @param {Colours} colours */
  setColours(colours) {
    this.#colours = colours;
  }

  /** @param {number} width @param {number} height in CSS pixels */
  resize(width, height) {
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    this.#size = { width, height };
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
  }

  clear() {
    this.#context.clearRect(0, 0, this.#size.width, this.#size.height);
  }

  /**
   * @param {Dot[]} dots
   * @param {Dot | null} chosen drawn last, larger and ringed
   */
  draw(dots, chosen) {
    this.clear();
    if (!this.#colours) return;
    const { surface, ink } = this.#colours;
    const radius = dots.length > FEW_ROWS ? 3 : 5;
    for (const isOne of [false, true, null]) {
      const path = new Path2D();
      for (const dot of dots) if (dot.isOne === isOne) addMark(path, dot, radius);
      this.#fill(path, this.#toneOf(isOne, this.#colours), surface, 1.5);
    }
    if (!chosen) return;
    const path = new Path2D();
    addMark(path, chosen, 6.5);
    this.#fill(path, this.#toneOf(chosen.isOne, this.#colours), ink, 2.5);
  }

  /** @param {boolean | null} isOne @param {Colours} colours */
  #toneOf(isOne, { positive, negative, soft_ink: softInk }) {
    if (isOne === null) return softInk;
    return isOne ? positive : negative;
  }

  /** @param {Path2D} path @param {string} tone @param {string} rim @param {number} width */
  #fill(path, tone, rim, width) {
    const context = this.#context;
    context.strokeStyle = rim;
    context.lineWidth = width;
    context.fillStyle = tone;
    context.fill(path);
    context.stroke(path);
  }
}

/** Class 0 is a square, all others are circles. @param {Path2D} path @param {Dot} dot @param {number} radius */
function addMark(path, { x, y, isOne }, radius) {
  if (!Number.isFinite(x) || !Number.isFinite(y)) return;
  if (isOne === false) {
    path.rect(x - 0.9 * radius, y - 0.9 * radius, 1.8 * radius, 1.8 * radius);
    return;
  }
  path.moveTo(x + radius, y);
  path.arc(x, y, radius, 0, 2 * Math.PI);
}
