// Where the points of the decision picture are put: at their places, moved apart where they would cover each other and tied
// to where they belong, their numbers beside them, and fainter the farther they lie from the slice that is shown.

import { nudgesOf } from "./decision_points.mjs";
import { markWidth } from "./decision_layout.mjs";
import { numberPlaces } from "./number_places.mjs";
import { textWidth } from "../shared/text_width.mjs";
/** @import { Pair } from "../shared/types" */

const NUMBERED = 40;
const NUMBER_FONT = 14;
const NUMBER_LINE = 18;
const NUMBER_ROOM = 8;
/** How far a nudge of 1 leads, in widths of a mark. */
const NUDGE = 0.6;
/** @type {Pair} */
const NONE = [0, 0];

/** The size of the picture in pixels. @typedef {{width: number, height: number, type: number}} Size */

export class PointPlaces {
  #ties;
  #pins;
  /** @type {Size} */
  #size = { width: 1, height: 1, type: 1 };
  #mark = 30;

  /** @param {Element} ties @param {Element} pins SVG paths under the points, in pixels */
  constructor(ties, pins) {
    this.#ties = ties;
    this.#pins = pins;
  }

  /** The picture has a size, and so many training rows. @param {HTMLElement} box @param {Size} size @param {number} count */
  fit(box, size, count) {
    this.#size = size;
    this.#mark = markWidth(count, Math.min(size.width, size.height));
    box.style.setProperty("--mark", `${this.#mark}px`);
  }

  /**
   * Put every point at its place.
   * @param {HTMLElement[]} points @param {Pair[]} places @param {number[]} distances of each from the slice
   */
  place(points, places, distances) {
    const nudges = nudgesOf(places);
    points.forEach((point, k) => {
      this.put(point, places[k], nudges[k]);
      point.style.setProperty("--nearness", nearness(distances[k]).toFixed(2));
      point.classList.toggle("is-elsewhere", distances[k] > 0);
    });
    this.#tie(places, nudges);
  }

  /** @param {HTMLElement} point @param {Pair} place @param {Pair} [nudge] */
  put(point, [x, y], [right, down] = NONE) {
    point.style.left = `${100 * x}%`;
    point.style.top = `${100 * y}%`;
    const step = NUDGE * this.#mark;
    point.style.translate = right || down ? `${right * step}px ${down * step}px` : "";
  }

  /**
   * Put each row's number where it covers nothing.
   * @param {HTMLElement[]} points those of the training rows first @param {Pair[]} places
   * @param {string[]} numbers what the training rows are called @param {number} chosen the row whose number is always seen
   */
  number(points, places, numbers, chosen) {
    const { width, height, type } = this.#size;
    const step = NUDGE * this.#mark;
    const nudges = nudgesOf(places);
    /** @type {Pair[]} */
    const marks = places.map(([x, y], k) => [x * width + nudges[k][0] * step, y * height + nudges[k][1] * step]);
    /** @type {Pair[]} */
    const sizes = numbers.map((number) => [textWidth(number, NUMBER_FONT * type) + NUMBER_ROOM, NUMBER_LINE * type]);
    // In a crowd only the chosen one is sought: a number for everybody would be a number for nobody.
    const isCrowd = numbers.length > NUMBERED;
    const wanted = isCrowd ? [chosen] : Array.from(numbers.keys());
    const found = numberPlaces({ marks, mark: this.#mark, sizes, picture: [width, height], wanted, first: chosen });
    found.forEach(({ away: [right, down], hasRoom }, k) => {
      points[k].style.setProperty("--number", `${right.toFixed(1)}px ${down.toFixed(1)}px`);
      points[k].classList.toggle("is-numbered", hasRoom && !isCrowd);
    });
  }

  /** A line from each point that was moved to where it belongs. @param {Pair[]} places @param {Pair[]} nudges */
  #tie(places, nudges) {
    const { width, height } = this.#size;
    const step = NUDGE * this.#mark;
    let [ties, pins] = ["", ""];
    nudges.forEach(([right, down], k) => {
      if (!right && !down) return;
      const [x, y] = [places[k][0] * width, places[k][1] * height];
      ties += `M${x.toFixed(1)} ${y.toFixed(1)}l${(right * step).toFixed(1)} ${(down * step).toFixed(1)}`;
      pins += `M${x.toFixed(1)} ${y.toFixed(1)}h0`;
    });
    this.#ties.setAttribute("d", ties);
    this.#pins.setAttribute("d", pins);
  }
}

const FAINTEST = 0.3;

/** How clearly a row is seen: fully on the slice, hardly a whole column's range away from it. @param {number} distance */
const nearness = (distance) => 1 - (1 - FAINTEST) * Math.min(1, distance);
