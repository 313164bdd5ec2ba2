// Where the points of the decision picture are put: at their places, moved apart where they would cover each other and tied
// to where they belong, their numbers beside them, and fainter the farther they lie from the slice that is shown.

import { markWidth } from "./decision_layout.mjs";
import { numberPlaces, wordPlaces } from "./number_places.mjs";
import { movesApart } from "./points_apart.mjs";
import { textWidth } from "../shared/text_width.mjs";
/** @import { Pair } from "../shared/types" */

const NUMBERED = 40;
const NUMBER_FONT = 14;
const NUMBER_LINE = 18;
const NUMBER_ROOM = 8;
/** @type {Pair} */
const NONE = [0, 0];

/** The size of the picture in pixels. @typedef {{width: number, height: number, type: number}} Size */

export class PointPlaces {
  #ties;
  #pins;
  /** @type {Size} */
  #size = { width: 1, height: 1, type: 1 };
  #mark = 30;
  /** How far each point stands from where it belongs, in pixels. @type {Pair[]} */
  #moves = [];
  /** The lines to where they belong. */
  #tied = "";

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
    this.#moves = this.#movesFor(places);
    points.forEach((point, k) => {
      this.put(point, places[k], this.#moves[k]);
      point.style.setProperty("--nearness", nearness(distances[k]).toFixed(2));
      point.classList.toggle("is-elsewhere", distances[k] > 0);
    });
    this.#tie(places);
  }

  /** @param {Pair[]} places @returns {Pair[]} */
  #movesFor(places) {
    const { width, height } = this.#size;
    const mark = this.#mark;
    const moves = movesApart(places.map(([x, y]) => [(x * width) / mark, (y * height) / mark]), places);
    return moves.map(([right, down]) => [right * mark, down * mark]);
  }

  /** Where points are seen that belong at their places: beside them, where they would cover each other. @param {Pair[]} places @returns {Pair[]} */
  seen(places) {
    const { width, height } = this.#size;
    return places.map(([x, y], k) => [x + this.#moves[k][0] / width, y + this.#moves[k][1] / height]);
  }

  /** @param {HTMLElement} point @param {Pair} place @param {Pair} [move] in pixels */
  put(point, [x, y], [right, down] = NONE) {
    point.style.left = `${100 * x}%`;
    point.style.top = `${100 * y}%`;
    point.style.translate = right || down ? `${right}px ${down}px` : "";
  }

  /**
   * Put what each point is called where it covers nothing; the points have been put at their places.
   * @param {HTMLElement[]} points those of the training rows first @param {Pair[]} places
   * @param {string[]} names of the points, empty where nothing is written @param {number} chosen the row whose number is always seen
   * @param {number[]} segments of the lines of the picture, from 0 to 1
   * @returns {Pair[]} what words cover beside their marks, as places from 0 to 1; numbers are as narrow as the marks
   */
  name(points, places, names, chosen, segments) {
    const { width, height, type } = this.#size;
    /** @type {Pair[]} */
    const marks = places.map(([x, y], k) => [x * width + this.#moves[k][0], y * height + this.#moves[k][1]]);
    /** @type {Pair[]} */
    const sizes = names.map((name) => [textWidth(name, NUMBER_FONT * type) + NUMBER_ROOM, NUMBER_LINE * type]);
    // In a crowd only the chosen one is sought: a number for everybody would be a number for nobody.
    const named = Array.from(names.keys()).filter((k) => names[k] !== "");
    const isCrowd = named.length > NUMBERED;
    const wanted = isCrowd ? [chosen] : named;
    const ties = marks.flatMap(([x, y], k) => [x, y, x - this.#moves[k][0], y - this.#moves[k][1]]);
    const lines = [...segments.map((share, k) => share * (k % 2 ? height : width)), ...ties];
    const found = numberPlaces({ marks, mark: this.#mark, sizes, picture: [width, height], wanted, lines, first: chosen });
    found.forEach(({ away: [right, down], hasRoom }, k) => {
      points[k].style.setProperty("--number", `${right.toFixed(1)}px ${down.toFixed(1)}px`);
      points[k].classList.toggle("is-numbered", hasRoom && !isCrowd);
    });
    const far = found[chosen]?.isFar ? lineFrom(marks[chosen], found[chosen].away) : "";
    this.#ties.setAttribute("d", this.#tied + far);
    return wordPlaces(found, { marks, mark: this.#mark, sizes, picture: [width, height] });
  }

  /** A line from each point that was moved to where it belongs. @param {Pair[]} places */
  #tie(places) {
    const { width, height } = this.#size;
    let [ties, pins] = ["", ""];
    /** @type {Pair[]} */
    const homes = places.map(([x, y]) => [x * width, y * height]);
    this.#moves.forEach(([right, down], k) => {
      if (!right && !down) return;
      ties += lineFrom(homes[k], [right, down]);
      pins += lineFrom(homes[k], NONE);
    });
    this.#tied = ties;
    this.#ties.setAttribute("d", ties);
    this.#pins.setAttribute("d", pins);
  }
}

/** @param {Pair} start @param {Pair} way in pixels */
const lineFrom = ([x, y], [right, down]) => `M${x.toFixed(1)} ${y.toFixed(1)}l${right.toFixed(1)} ${down.toFixed(1)}`;

const FAINTEST = 0.3;

/** How clearly a row is seen: fully on the slice, hardly a whole column's range away from it. @param {number} distance */
const nearness = (distance) => 1 - (1 - FAINTEST) * Math.min(1, distance);
