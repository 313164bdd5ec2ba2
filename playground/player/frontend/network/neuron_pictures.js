/** Each neuron's small picture of what it answers over the decision plane, painted into its circle on one canvas. */

import { paintNumbers, scaleTones } from "../decision/decision_colours.mjs";
import { scaleOfNeuron } from "../decision/pictured_neuron.mjs";
/**
 * @import { Colours } from "../shared/types"
 * @import { Picture } from "../decision/decision_grid.mjs"
 */

/** @typedef {{layer: number, index: number, x: number, y: number, radius: number}} Circle of a neuron, no input */

/** So many are painted in one frame; the others follow in the next frames. */
const AT_ONCE = 12;

export class NeuronPictures {
  #context;
  #canvas;
  #tile = document.createElement("canvas");
  #tones = new Uint32Array();
  /** @type {(Circle & {path: Path2D})[]} */
  #circles = [];
  /** @type {Picture[][] | null} */
  #pictures = null;
  /** @type {string[]} */
  #activations = [];
  #turn = 0;
  #waiting = 0;
  #frame = 0;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#canvas = canvas;
    this.#context = flatContext(canvas);
  }

  /** @param {Pick<Colours, "negative" | "surface" | "positive">} colours */
  setColours(colours) {
    this.#tones = scaleTones(colours);
    this.#paintAll();
  }

  /**
   * @param {Circle[]} neurons
   * @param {number} width @param {number} height of the box, in CSS pixels
   */
  place(neurons, width, height) {
    const ratio = Math.min(2, window.devicePixelRatio || 1);
    this.#canvas.width = Math.round(width * ratio);
    this.#canvas.height = Math.round(height * ratio);
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#circles = neurons.map(({ layer, index, x, y, radius }) => {
      const path = new Path2D();
      path.arc(x, y, radius, 0, 2 * Math.PI);
      return { layer, index, x, y, radius, path };
    });
    this.#paintAll();
  }

  /**
   * @param {Picture[][] | null} pictures one list a layer of neurons
   * @param {string[]} activations the name of each layer's activation
   */
  draw(pictures, activations) {
    if (pictures === null) {
      if (this.#pictures !== null) this.clear();
      return;
    }
    this.#pictures = pictures;
    this.#activations = activations;
    this.#waiting = this.#circles.length;
    this.#paintSome();
  }

  /** Takes the pictures away. */
  clear() {
    this.#pictures = null;
    this.#waiting = 0;
    cancelAnimationFrame(this.#frame);
    this.#context.clearRect(0, 0, this.#canvas.width, this.#canvas.height);
  }

  /** What did not get its turn in this frame gets it in the next one, also when the playing has stopped. */
  #paintSome() {
    cancelAnimationFrame(this.#frame);
    for (let count = Math.min(AT_ONCE, this.#waiting); count > 0; count--) {
      this.#turn = (this.#turn + 1) % this.#circles.length;
      this.#waiting -= 1;
      this.#paint(this.#circles[this.#turn]);
    }
    if (this.#waiting > 0) this.#frame = requestAnimationFrame(() => this.#paintSome());
  }

  #paintAll() {
    if (this.#pictures === null) return;
    this.#circles.forEach((circle) => this.#paint(circle));
  }

  /** @param {Circle & {path: Path2D}} circle */
  #paint(circle) {
    const picture = this.#pictures?.[circle.layer - 1]?.[circle.index];
    if (!picture) return;
    const { size } = picture;
    if (this.#tile.width !== size || this.#tile.height !== size) this.#tile.width = this.#tile.height = size;
    const tile = flatContext(this.#tile);
    tile.putImageData(this.#coloured(picture, this.#activations[circle.layer - 1]), 0, 0);
    const { x, y, radius, path } = circle;
    this.#context.save();
    this.#context.clip(path);
    this.#context.drawImage(this.#tile, x - radius, y - radius, 2 * radius, 2 * radius);
    this.#context.restore();
  }

  /** As it is painted in place of the output, too. @param {Picture} picture @param {string} activation @returns {ImageData} */
  #coloured({ values, size }, activation) {
    const image = new ImageData(size, size);
    paintNumbers(new Uint32Array(image.data.buffer), values, scaleOfNeuron(activation, values), this.#tones);
    return image;
  }
}

/** @param {HTMLCanvasElement} canvas */
function flatContext(canvas) {
  return /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
}
