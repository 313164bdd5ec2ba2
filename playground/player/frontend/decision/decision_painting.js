// What the network answers, painted: over two inputs as colours with a line where classes meet, over one input as a curve.

import { classTones, leadOf, paintClasses, paintNumbers, scaleTones } from "./decision_colours.mjs";
import { contour, curve, gridOutputs } from "./decision_grid.mjs";
/**
 * @import { Colours, Description } from "../shared/types"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Span } from "./decision_span.mjs"
 */

const CELLS = 44;
const FEWEST_CELLS = 20;
const CELLS_AT_REST = 64;
const CURVE_POINTS = 121;
// What one neuron's activation costs in weights, and what a frame may cost.
const ACTIVATION_COST = 15;
const FRAME_COST = 1.2e6;

/** How many cells a side a frame can afford. @param {Description} run */
function cellsFor(run) {
  const neurons = run.layer_sizes.slice(1).reduce((sum, size) => sum + size, 0);
  const cost = run.parameters.length + ACTIVATION_COST * neurons;
  return Math.min(CELLS, Math.max(FEWEST_CELLS, Math.floor(Math.sqrt(FRAME_COST / cost))));
}

/** Segments from 0 to 1 as a path of a picture of 1000 × 1000. @param {number[]} segments */
function pathOf(segments) {
  let path = "";
  for (let k = 0; k < segments.length; k += 4) {
    const [x1, y1, x2, y2] = [0, 1, 2, 3].map((part) => Math.round(1000 * segments[k + part]));
    path += `M${x1} ${y1}L${x2} ${y2}`;
  }
  return path;
}

export class DecisionPainting {
  #canvas;
  #context;
  #line;
  /** Of the classes, if the largest one is shown. @type {Uint32Array[] | null} */
  #classTones = null;
  /** Of numbers from low to high. */
  #tones = new Uint32Array();
  #image = new ImageData(1, 1);
  #pixels = new Uint32Array(1);

  /** @param {HTMLCanvasElement} canvas @param {Element} line an SVG path over it */
  constructor(canvas, line) {
    this.#canvas = canvas;
    this.#context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    this.#line = line;
  }

  /** @param {Colours} colours @param {number | null} classCount where the largest class is shown, how many there are */
  tint(colours, classCount) {
    this.#classTones = classCount === null ? null : classTones(colours, classCount);
    this.#tones = scaleTones(colours);
  }

  /** As fine as a frame can afford. @param {Moment} moment @param {Span} span @param {number} threshold */
  draw(moment, span, threshold) {
    this.#paint(moment, span, threshold, cellsFor(moment.run));
  }

  /** As fine as it gets, if a frame could not afford that. @param {Moment} moment @param {Span} span @param {number} threshold */
  refine(moment, span, threshold) {
    if (cellsFor(moment.run) < CELLS) this.#paint(moment, span, threshold, CELLS_AT_REST);
  }

  /** No line, until there is another one. */
  clearLine() {
    this.#line.setAttribute("d", "");
  }

  /** @param {Moment} moment @param {Span} span @param {number} threshold @param {number} size cells a side */
  #paint(moment, span, threshold, size) {
    const path = span.plane.y === null ? this.#curveOf(moment, span) : this.#paintPlane(moment, span, threshold, size);
    this.#line.setAttribute("d", path);
  }

  /** @param {Moment} moment @param {Span} span */
  #curveOf({ run, parameters }, span) {
    const { outputs } = curve(run, parameters, span.plane, CURVE_POINTS);
    const [low, high] = span.heights;
    const count = run.target_names.length;
    let path = "";
    for (const output of this.#shown(count, span.output)) {
      let pen = "M";
      for (let k = 0; k < CURVE_POINTS; k++) {
        const height = 1 - (outputs[k * count + output] - low) / (high - low);
        // Far beyond the picture a line is drawn no further: browsers lose track of very large numbers.
        const y = Math.round(1000 * Math.min(9, Math.max(-9, height)));
        if (!Number.isNaN(y)) path += `${pen}${Math.round((1000 * k) / (CURVE_POINTS - 1))} ${y}`;
        pen = Number.isNaN(y) ? "M" : "L";
      }
    }
    return path;
  }

  /** @param {Moment} moment @param {Span} span @param {number} threshold @param {number} size @returns {string} the line */
  #paintPlane({ run, parameters }, span, threshold, size) {
    const count = run.target_names.length;
    const outputs = gridOutputs(run, parameters, span.plane, size);
    if (this.#image.width !== size) {
      this.#canvas.width = this.#canvas.height = size;
      this.#image = new ImageData(size, size);
      this.#pixels = new Uint32Array(this.#image.data.buffer);
    }
    const values = count === 1 ? outputs : outputs.filter((_, k) => k % count === span.output);
    if (this.#classTones) paintClasses(this.#pixels, outputs, this.#classTones);
    else paintNumbers(this.#pixels, values, span.scale, this.#tones);
    this.#context.putImageData(this.#image, 0, 0);
    const { classes } = run;
    if (classes === null) return "";
    // Where one class ends and another begins.
    if (classes.kind === "two") return pathOf(contour(values, size, threshold, classes.tolerance));
    const leads = this.#shown(count, span.output).map((output) => leadOf(outputs, count, output));
    return pathOf(leads.flatMap((lead) => contour(lead, size, 0, classes.tolerance)));
  }

  /** @param {number} count @param {number} output the chosen one @returns {number[]} */
  #shown(count, output) {
    return this.#classTones ? Array.from({ length: count }, (_, k) => k) : [output];
  }
}
