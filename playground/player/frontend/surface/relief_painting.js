// The relief of the loss, painted from far to near: its floor with the path of the run, the surface, and the point that lies on it.
import { FLOOR_UP, farToNear, projection } from "./camera.mjs";
import { cellsOf, GAP } from "./relief_cells.mjs";
import { linesWithin } from "./weight_lines.mjs";
import { numberText } from "../shared/wording.mjs";
/**
 * @import { Colours, LossPicture, Pair } from "../shared/types"
 * @import { Camera } from "./camera.mjs"
 * @import { Relief } from "./relief.mjs"
 * @import { LevelPiece } from "./relief_cells.mjs"
 * @import { Tones } from "./tones.mjs"
 */

/**
 * @typedef {object} Scene what is painted
 * @property {LossPicture} picture @property {Relief} relief @property {Tones} tones @property {Colours} colours
 * @property {[string, string]} names of both weights, short ones @property {boolean} hidesAhead whether the path ends at the point
 * @property {Camera} camera
 *
 * @typedef {{width: number, height: number, type: number}} Box in pixels, and the factor by which type is larger
 * @typedef {(across: number, along: number, up: number) => Pair} Seen
 * @typedef {{relief: Relief} & ReturnType<typeof cellsOf>} Cells
 */

const FONT_SIZE = 13;
/** From one line of a name to the next, in sizes of its type. */
const LINE = 1.2;
/** How much of the path is seen through the surface. */
const THROUGH = 0.4;
/** Pixels around the relief, for the names of its axes. */
const MARGIN = 22;

export class ReliefPainting {
  #canvas;
  #context;
  /** What does not change while the relief is turned. @type {Cells | null} */
  #cells = null;

  /** @param {HTMLCanvasElement} canvas */
  constructor(canvas) {
    this.#canvas = canvas;
    this.#context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
  }

  /** @param {Scene} scene @param {Box} box */
  paint(scene, box) {
    const ratio = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(box.width * ratio), Math.round(box.height * ratio)];
    if (this.#canvas.width !== width || this.#canvas.height !== height) Object.assign(this.#canvas, { width, height });
    this.#context.setTransform(ratio, 0, 0, ratio, 0, 0);
    this.#context.clearRect(0, 0, box.width, box.height);
    const seen = projection(scene.camera, box, MARGIN * box.type);
    this.#paintFloor(scene, seen);
    this.#paintSurface(scene, seen);
    // Seen through the surface, which covers most of it.
    this.#context.globalAlpha = THROUGH;
    this.#paintPath(scene, seen);
    this.#context.globalAlpha = 1;
    this.#paintPoint(scene, seen);
    this.#write(scene, seen, box);
  }

  /** @param {Pair[]} places @param {string} colour @param {number} width @param {boolean} [isClosed] */
  #stroke(places, colour, width, isClosed = false) {
    const context = this.#context;
    context.beginPath();
    for (const [x, y] of places) context.lineTo(x, y);
    if (isClosed) context.closePath();
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
  }

  /** @param {Scene} scene @param {Seen} seen */
  #paintFloor(scene, seen) {
    /** @type {Pair[]} */
    const corners = [[0, 0], [1, 0], [1, 1], [0, 1]];
    this.#stroke(corners.map(([across, along]) => seen(across, along, FLOOR_UP)), scene.colours.ghost, 1, true);
    this.#paintPath(scene, seen);
  }

  /** @param {Scene} scene @param {Seen} seen */
  #paintPath({ picture, relief, colours, hidesAhead }, seen) {
    const onFloor = (/** @type {readonly Readonly<Pair>[]} */ path) => path.map((place) => seen(...relief.shareOf(place), FLOOR_UP));
    if (!hidesAhead) this.#stroke(onFloor(picture.ahead), colours.ghost, 1.5);
    this.#stroke(onFloor(picture.played), colours.ink, 1.5);
    if (picture.arrow) this.#paintArrow(onFloor([picture.point, picture.arrow]), colours.ink);
  }

  /** @param {Pair[]} ends @param {string} colour */
  #paintArrow([from, to], colour) {
    this.#stroke([from, to], colour, 2);
    const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
    const length = Math.hypot(dx, dy);
    if (length < 1) return;
    const [back, side] = [7 / length, 4 / length];
    const wing = (/** @type {number} */ way) => /** @type {Pair} */ ([to[0] - dx * back - dy * side * way, to[1] - dy * back + dx * side * way]);
    this.#stroke([wing(1), to, wing(-1)], colour, 2);
  }

  /** @param {Scene} scene @param {Seen} seen */
  #paintSurface({ relief, tones, colours, camera }, seen) {
    const { across, along, heights } = relief;
    const wide = across.length;
    const [x, y] = [new Float64Array(heights.length), new Float64Array(heights.length)];
    heights.forEach((height, at) => { [x[at], y[at]] = seen(across[at % wide], along[Math.floor(at / wide)], height); });
    const order = farToNear(camera, wide - 1, along.length - 1);
    const context = this.#context;
    context.lineJoin = "round";
    const cells = this.#cellsOf(relief);
    for (const row of order.rows) {
      for (const column of order.columns) {
        const corner = row * wide + column;
        const tone = cells.tones[corner];
        if (tone === GAP) continue;
        context.beginPath();
        context.moveTo(x[corner], y[corner]);
        for (const at of [corner + 1, corner + wide + 1, corner + wide]) context.lineTo(x[at], y[at]);
        context.closePath();
        context.fillStyle = context.strokeStyle = tones.css[tone];
        context.fill();
        // Between two that only touch the ground would shine through.
        context.lineWidth = 0.8;
        context.stroke();
        const crossing = cells.lines.get(corner);
        if (crossing) this.#strokeLines(crossing, seen, colours.muted);
        for (const [from, to] of cells.rims.get(corner) ?? []) this.#stroke([[x[from], y[from]], [x[to], y[to]]], colours.ghost, 1);
      }
    }
  }

  /** @param {Relief} relief @returns {Cells} the same as long as it is the same relief: it may only be turned */
  #cellsOf(relief) {
    if (this.#cells?.relief !== relief) this.#cells = { relief, ...cellsOf(relief) };
    return this.#cells;
  }

  /** @param {LevelPiece[]} pieces @param {Seen} seen @param {string} colour */
  #strokeLines(pieces, seen, colour) {
    const context = this.#context;
    context.beginPath();
    for (const { segments, level } of pieces) {
      for (let k = 0; k < segments.length; k += 4) {
        context.moveTo(...seen(segments[k], segments[k + 1], level));
        context.lineTo(...seen(segments[k + 2], segments[k + 3], level));
      }
    }
    context.strokeStyle = colour;
    context.lineWidth = 0.7;
    context.stroke();
  }

  /** Nothing covers it: it is what one looks for. @param {Scene} scene @param {Seen} seen */
  #paintPoint({ picture, relief, colours }, seen) {
    if (picture.loss === null) return;
    const height = relief.heightOf(picture.loss);
    if (Number.isNaN(height)) return;
    const [across, along] = relief.shareOf(picture.point);
    const [foot, head] = [seen(across, along, FLOOR_UP), seen(across, along, height)];
    this.#stroke([foot, head], colours.ink, 1);
    const context = this.#context;
    context.beginPath();
    context.arc(...head, 5, 0, 2 * Math.PI);
    context.fillStyle = colours.ink;
    context.strokeStyle = colours.background;
    context.lineWidth = 1.5;
    context.fill();
    context.stroke();
  }

  /** The names of the axes along the edges of the floor that are near, and how high the relief is. @param {Scene} scene @param {Seen} seen @param {Box} box */
  #write({ relief, colours, names, camera }, seen, { width, height, type }) {
    const context = this.#context;
    const size = FONT_SIZE * type;
    context.font = `${size}px ${getComputedStyle(this.#canvas).fontFamily}`;
    context.fillStyle = colours.muted;
    context.textBaseline = "top";
    const near = { across: Math.sin(camera.turn) > 0 ? 0 : 1, along: Math.cos(camera.turn) > 0 ? 0 : 1 };
    // Not far from the corner that is nearest, where there is room beside them.
    const beside = (/** @type {number} */ end) => 0.5 + (end - 0.5) * 0.6;
    const edges = [seen(beside(near.across), near.along, FLOOR_UP), seen(near.across, beside(near.along), FLOOR_UP)];
    edges.forEach(([x, y], axis) => {
      const isLeft = x < width / 2;
      const lines = linesWithin(names[axis], size, isLeft ? x - 4 : width - x - 4);
      context.textAlign = isLeft ? "right" : "left";
      const top = Math.min(y + 4, height - size * LINE * lines.length);
      lines.forEach((line, at) => context.fillText(line, x + (isLeft ? -4 : 4), top + at * size * LINE));
    });
    const [lowest, highest] = relief.losses.map((loss) => (Number.isFinite(loss) ? numberText(loss, 2) : ""));
    context.textAlign = "left";
    if (highest) context.fillText(`loss ${lowest} to ${highest}`, 0, 4 * type);
  }
}
