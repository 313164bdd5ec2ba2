// The loss from above: its colours with lines of equal height, and over them the path of the run, the point and the way downhill.
import { toneAt } from "./tones.mjs";
import { crossCells } from "../shared/contour.mjs";
import { svgElement } from "../shared/svg.js";
/**
 * @import { Colours, LossPicture, Pair } from "../shared/types"
 * @import { Relief } from "./relief.mjs"
 * @import { Tones } from "./tones.mjs"
 */

/** Pixels from the tip of the arrow to the ends of its head. */
const HEAD = { back: 9, side: 5 };
/** Which way the loss falls, by how the second and the first weight go. */
const WAYS = [["↖", "↑", "↗"], ["←", "", "→"], ["↙", "↓", "↘"]];

/** So wide is a picture in which all words have room that say where no minimum is. */
const LEAST_FOR_ALL_WORDS = 150;

/** @typedef {"ahead" | "path" | "arrow" | "cross"} Line */

export class ContourPainting {
  #canvas;
  #context;
  #svg;
  /** @type {Record<Line, SVGElement>} */
  #paths;
  #point;
  #minimum;
  #falls;
  #box = { width: 1, height: 1, type: 1 };
  /** @type {Relief | null} */
  #relief = null;

  /** @param {HTMLCanvasElement} canvas @param {SVGSVGElement} svg over it */
  constructor(canvas, svg) {
    this.#canvas = canvas;
    this.#context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext("2d"));
    this.#svg = svg;
    const path = (/** @type {string} */ name) => svgElement("path", { class: `surface-${name}` }, svg);
    this.#paths = { ahead: path("ahead"), path: path("path"), arrow: path("arrow"), cross: path("cross") };
    this.#minimum = svgElement("circle", { class: "surface-minimum", r: 8 }, svg);
    this.#point = svgElement("circle", { class: "surface-point", r: 5 }, svg);
    this.#falls = svgElement("text", { class: "surface-falls" }, svg);
  }

  /**
   * @param {{picture: LossPicture, relief: Relief, tones: Tones, colours: Colours, hidesAhead: boolean}} scene
   * @param {{width: number, height: number, type: number}} box in pixels, and the factor by which type is larger
   */
  paint({ picture, relief, tones, colours, hidesAhead }, box) {
    this.#box = box;
    this.#relief = relief;
    this.#svg.setAttribute("viewBox", `0 0 ${box.width} ${box.height}`);
    this.#paintHeights(relief, tones);
    this.#paintLines(relief, relief.levels, colours.muted, 0.7);
    // The line on which the point lies is the thickest: downhill leads away from it.
    if (picture.loss !== null) this.#paintLines(relief, [relief.heightOf(picture.loss)], colours.muted, 1.6);
    this.#set("ahead", hidesAhead ? "" : this.#along(picture.ahead));
    this.#set("path", this.#along(picture.played));
    this.#set("arrow", picture.arrow ? this.#arrow(picture.point, picture.arrow) : "");
    this.#mark(this.#point, picture.point);
    this.#mark(this.#minimum, picture.minimum);
    this.#sayWhereItFalls(picture);
  }

  /** A cross where two values of the weights are, or none. @param {Pair | null} values */
  point(values) {
    if (values === null || !this.#relief) return this.#set("cross", "");
    const [x, y] = this.#seen(values);
    this.#set("cross", `M${x - 8} ${y}H${x + 8}M${x} ${y - 8}V${y + 8}`);
  }

  /** @param {Relief} relief @param {Tones} tones */
  #paintHeights({ across, along, heights }, tones) {
    const [wide, high] = [across.length, along.length];
    const ratio = window.devicePixelRatio || 1;
    Object.assign(this.#canvas, { width: Math.round(this.#box.width * ratio), height: Math.round(this.#box.height * ratio) });
    const image = new ImageData(wide, high);
    const pixels = new Uint32Array(image.data.buffer);
    for (let row = 0; row < high; row++) {
      for (let column = 0; column < wide; column++) {
        const height = heights[row * wide + column];
        // Rows from the top: where nothing is known the ground is seen.
        if (!Number.isNaN(height)) pixels[(high - 1 - row) * wide + column] = tones.pixels[toneAt(height)];
      }
    }
    const small = new OffscreenCanvas(wide, high);
    /** @type {OffscreenCanvasRenderingContext2D} */ (small.getContext("2d")).putImageData(image, 0, 0);
    this.#context.imageSmoothingEnabled = true;
    // The outermost numbers belong to the edges of the picture, not to the middles of cells.
    this.#context.drawImage(small, 0.5, 0.5, wide - 1, high - 1, 0, 0, this.#canvas.width, this.#canvas.height);
  }

  /** The lines on which the loss has a height. @param {Relief} relief @param {number[]} levels @param {string} colour @param {number} thick */
  #paintLines({ across, along, heights }, levels, colour, thick) {
    const [width, height] = [this.#canvas.width, this.#canvas.height];
    const context = this.#context;
    context.beginPath();
    for (const level of levels) {
      crossCells(heights, level, across, along, (segments) => {
        for (let k = 0; k < segments.length; k += 4) {
          context.moveTo(segments[k] * width, (1 - segments[k + 1]) * height);
          context.lineTo(segments[k + 2] * width, (1 - segments[k + 3]) * height);
        }
      });
    }
    context.strokeStyle = colour;
    context.lineWidth = (thick * width) / this.#box.width;
    context.stroke();
  }

  /** @param {readonly Readonly<Pair>[]} places @returns {string} the path through them */
  #along(places) {
    return places.length < 2 ? "" : `M${places.map((place) => this.#seen(place).map((part) => part.toFixed(2)).join(" ")).join("L")}`;
  }

  /** @param {Readonly<Pair>} from @param {Readonly<Pair>} to */
  #arrow(from, to) {
    const [[x1, y1], [x2, y2]] = [this.#seen(from), this.#seen(to)];
    const length = Math.hypot(x2 - x1, y2 - y1) || 1;
    const [dx, dy] = [(x2 - x1) / length, (y2 - y1) / length];
    const wing = (/** @type {number} */ way) => [x2 - HEAD.back * dx - HEAD.side * dy * way, y2 - HEAD.back * dy + HEAD.side * dx * way];
    const written = (/** @type {number[]} */ place) => place.map((part) => part.toFixed(1)).join(" ");
    return `M${written([x1, y1])}L${written([x2, y2])}M${written(wing(1))}L${written([x2, y2])}L${written(wing(-1))}`;
  }

  /** @param {LossPicture} picture */
  #sayWhereItFalls({ keeps_falling: falls }) {
    this.#falls.toggleAttribute("hidden", falls === null);
    this.#falls.textContent = "";
    if (falls === null) return;
    const [first, second, across, along] = falls;
    const { width, height, type } = this.#box;
    const [x, y] = this.#seen([first, second]);
    const isRight = x > width / 2;
    this.#falls.setAttribute("x", String(isRight ? Math.min(x, width) - 6 : Math.max(x, 0) + 6));
    this.#falls.setAttribute("y", String(Math.min(height - 8, Math.max(18, y))));
    this.#falls.setAttribute("text-anchor", isRight ? "end" : "start");
    const words = width < LEAST_FOR_ALL_WORDS * type ? "keeps falling" : "keeps falling this way";
    this.#falls.textContent = `${words} ${WAYS[1 - along][across + 1]}`;
  }

  /** @param {SVGElement} mark @param {Readonly<Pair> | null} place */
  #mark(mark, place) {
    mark.classList.toggle("is-away", place === null);
    if (place === null) return;
    const [x, y] = this.#seen(place);
    mark.setAttribute("cx", x.toFixed(2));
    mark.setAttribute("cy", y.toFixed(2));
  }

  /** @param {Readonly<Pair>} place @returns {Pair} in pixels */
  #seen(place) {
    const [across, along] = /** @type {Relief} */ (this.#relief).shareOf(place);
    return [across * this.#box.width, (1 - along) * this.#box.height];
  }

  /** @param {Line} name @param {string} path */
  #set(name, path) {
    this.#paths[name].setAttribute("d", path);
  }
}
