// What the network answers, painted: over two inputs as colours with a line where classes meet, over one input as a curve.

import { classTones, paintClasses, paintNumbers, scaleTones } from "./decision_colours.mjs";
import { areAlike, fieldOf, mixedFields } from "./decision_field.mjs";
import { boundaryOf, middleLine } from "./decision_boundary.mjs";
import { scaleOver } from "./pictured_neuron.mjs";
/**
 * @import { Colours, Description, Pair } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Field } from "./decision_field.mjs"
 * @import { Scale } from "./decision_colours.mjs"
 * @import { Span } from "./decision_span.mjs"
 */

const CELLS = 44;
const FEWEST_CELLS = 20;
const CELLS_AT_REST = 64;
const CURVE_POINTS = 121;
// What one neuron's activation costs in weights, and what a frame may cost.
const ACTIVATION_COST = 15;
const FRAME_COST = 1.2e6;
/** Milliseconds in which the picture changes into the next one, where it does not jump. */
const GLIDE = 150;

/**
 * @typedef {object} Scene what is painted of a moment
 * @property {Span} span @property {number} threshold
 * @property {boolean} isAtEnd whether nothing comes after the moment
 *
 * @typedef {object} Painted what is on the screen, or about to be
 * @property {Description} run @property {Scene} scene @property {Field} field @property {Scale} scale
 */

/** How many cells a side a frame can afford. @param {Description} run */
function cellsFor(run) {
  const neurons = run.layer_sizes.slice(1).reduce((sum, size) => sum + size, 0);
  const cost = run.parameters.length + ACTIVATION_COST * neurons;
  return Math.min(CELLS, Math.max(FEWEST_CELLS, Math.floor(Math.sqrt(FRAME_COST / cost))));
}

/** Segments from 0 to 1 as a path of a picture of 1000 × 1000, without lifting the pen where one goes on from another. @param {number[]} segments */
function pathOf(segments) {
  let [path, pen] = ["", ""];
  for (let k = 0; k < segments.length; k += 4) {
    const [x1, y1, x2, y2] = [0, 1, 2, 3].map((part) => Math.round(1000 * segments[k + part]));
    const start = `${x1} ${y1}`;
    path += `${start === pen ? "" : `M${start}`}L${x2} ${y2}`;
    pen = `${x2} ${y2}`;
  }
  return path;
}

/**
 * A curve in pieces, from 0 to 1 from the left and from the top.
 * @param {Field} field @param {number} output @param {Pair} heights
 * @returns {number[]} as segments; none where there is no number
 */
function curveOf({ outputs, count, size }, output, [low, high]) {
  const heightAt = (/** @type {number} */ k) => {
    const height = 1 - (outputs[k * count + output] - low) / (high - low);
    // Far beyond the picture a line is drawn no further: browsers lose track of very large numbers.
    return Math.min(9, Math.max(-9, height));
  };
  const segments = [];
  for (let k = 1; k < size; k++) {
    const [before, after] = [heightAt(k - 1), heightAt(k)];
    if (!Number.isNaN(before + after)) segments.push((k - 1) / (size - 1), before, k / (size - 1), after);
  }
  return segments;
}

export class DecisionPainting {
  #tell;
  #canvas;
  #context;
  #line;
  /** Of the classes, if the largest one is shown. @type {Uint32Array[] | null} */
  #classTones = null;
  /** Of numbers from low to high. */
  #tones = new Uint32Array();
  #image = new ImageData(1, 1);
  #pixels = new Uint32Array(1);
  /** @type {Painted | null} */
  #painted = null;
  /** The way to the picture that is painted next. @type {{from: Field, began: number, epoch: number, frame: number} | null} */
  #gliding = null;
  /** Of its lines, from 0 to 1. @type {number[]} */
  segments = [];
  /** Said where no line is; empty where there is one. */
  sentence = "";

  /**
   * @param {HTMLCanvasElement} canvas @param {Element} line an SVG path over it
   * @param {() => void} tell what is called when it has been painted
   */
  constructor(canvas, line, tell) {
    this.#tell = tell;
    this.#canvas = canvas;
    this.#context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    this.#line = line;
  }

  /** What its colours stand for; null before anything is painted. */
  get scale() {
    return this.#painted?.scale ?? null;
  }

  /** @param {Colours} colours @param {number | null} classCount where the largest class is shown, how many there are */
  tint(colours, classCount) {
    this.#classTones = classCount === null ? null : classTones(colours, classCount);
    this.#tones = scaleTones(colours);
  }

  /** As fine as a frame can afford. @param {Moment} moment @param {Scene} scene @param {boolean} glides from what is there */
  draw(moment, scene, glides) {
    const size = scene.span.plane.y === null ? CURVE_POINTS : cellsFor(moment.run);
    this.#show(moment, scene, size, glides);
  }

  /** As fine as it gets, if a frame could not afford that. @param {Moment} moment @param {Scene} scene */
  refine(moment, scene) {
    if (scene.span.plane.y !== null && cellsFor(moment.run) < CELLS) this.#show(moment, scene, CELLS_AT_REST, false);
  }

  /** No line, until there is another one. */
  clearLine() {
    this.stop();
    this.segments = [];
    this.#line.setAttribute("d", "");
  }

  /** Whatever glides stops where it is. */
  stop() {
    if (this.#gliding) cancelAnimationFrame(this.#gliding.frame);
    this.#gliding = null;
  }

  /** @param {Moment} moment @param {Scene} scene @param {number} size @param {boolean} glides */
  #show({ run, parameters, epoch }, scene, size, glides) {
    // The same epoch in full precision comes while it is glided to.
    const underWay = this.#gliding?.epoch === epoch ? this.#gliding : null;
    this.stop();
    const before = this.#painted;
    const field = fieldOf(run, parameters, scene.span, size);
    const { neuron, scale: own } = scene.span;
    const scale = neuron ? scaleOver(run, parameters, scene.span.plane, neuron) : own;
    const next = { run, scene, field, scale };
    const isSamePlace = before?.scene.span === scene.span && areAlike(before.field, field);
    if (!isSamePlace || !(glides || underWay)) return this.#paint(next);
    this.#gliding = underWay ?? { from: before.field, began: performance.now(), epoch, frame: 0 };
    this.#glide(next);
  }

  /** @param {Painted} next */
  #glide(next) {
    const glide = this.#gliding;
    if (!glide) return;
    const share = Math.min(1, Math.max(0, (performance.now() - glide.began) / GLIDE));
    if (share === 1) {
      this.#gliding = null;
      return this.#paint(next);
    }
    // Slower towards the end, as what comes to rest.
    this.#paint({ ...next, field: mixedFields(glide.from, next.field, 1 - (1 - share) ** 2) });
    glide.frame = requestAnimationFrame(() => this.#glide(next));
  }

  /** @param {Painted} painted */
  #paint(painted) {
    this.#painted = painted;
    const { scene } = painted;
    this.sentence = "";
    this.segments = scene.span.plane.y === null ? this.#curves(painted) : this.#paintPlane(painted);
    this.#line.setAttribute("d", pathOf(this.segments));
    this.#line.classList.toggle("is-neuron", scene.span.neuron !== null);
    this.#tell();
  }

  /** @param {Painted} painted */
  #curves({ scene: { span }, field }) {
    return this.#shown(field.count, span.output).flatMap((output) => curveOf(field, output, span.heights));
  }

  /** @param {Painted} painted @returns {number[]} the segments of the line */
  #paintPlane(painted) {
    const { run, scene, field, scale } = painted;
    const { size, outputs, values } = field;
    if (this.#image.width !== size) {
      this.#canvas.width = this.#canvas.height = size;
      this.#image = new ImageData(size, size);
      this.#pixels = new Uint32Array(this.#image.data.buffer);
    }
    if (this.#classTones && !scene.span.neuron) paintClasses(this.#pixels, outputs, this.#classTones);
    else paintNumbers(this.#pixels, values, scale, this.#tones);
    this.#context.putImageData(this.#image, 0, 0);
    if (scene.span.neuron) return middleLine(run, field, scene.span.neuron, scale.middle);
    const { segments, sentence } = boundaryOf(run, scene, field, this.#shown(field.count, scene.span.output));
    this.sentence = sentence;
    return segments;
  }

  /** @param {number} count @param {number} output the chosen one @returns {number[]} */
  #shown(count, output) {
    if (count === 1) return [0];
    return this.#classTones ? Array.from({ length: count }, (_, k) => k) : [output];
  }
}
