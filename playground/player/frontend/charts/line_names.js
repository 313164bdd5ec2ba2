// Names beside lines: at their ends, or at the play-head while what comes after it is hidden.
import { BESIDE, CHARACTER, LINE, roomForNames, spread } from "./line_names.mjs";
import { MovedAlong } from "../shared/moved_along.js";
import { parameterOf } from "./recolour.mjs";
/**
 * @import { FigureLine } from "../shared/types"
 * @import { PlotElement } from "./plotly"
 */

/** @typedef {{text: HTMLElement, moved: MovedAlong, left: string | null}} Name `left` is what is written, empty for one that is not shown */

/** A ghost that ends before this share of the axis would have its name among the lines. */
const AT_THE_END = 0.97;

export class LineNames {
  /** @type {FigureLine[]} */
  #lines = [];
  /** @type {Name[]} */
  #names = [];
  #across;
  /** Where something else stands: from here on to the right, and down to there. */
  #corner = { across: Infinity, down: 0 };

  /** @param {HTMLElement} box */
  constructor(box) {
    this.box = box.appendChild(document.createElement("div"));
    this.box.className = "line-names";
    this.#across = new MovedAlong(this.box, (at) => `translateX(${at}px)`);
  }

  /**
   * Choose the lines that have names.
   * @param {FigureLine[]} data @param {number} width of the whole chart @param {number} height
   * @returns {number} the pixels they need on the right
   */
  choose(data, width, height) {
    const own = data.filter((line) => isOwn(line) && line.x.length > 0);
    const isOneAlone = data.length === 1 && parameterOf(data[0]) === null;
    // Of the run before, the first of its lines speaks for all.
    const ghost = own.some((line) => parameterOf(line) !== null) ? [] : data.filter((line) => !isOwn(line)).slice(0, 1);
    const lines = isOneAlone ? [] : [...own, ...ghost];
    const room = roomForNames(lines.map(({ meta }) => meta.label), width, height);
    this.#lines = room ? lines : [];
    for (const { text } of this.#names.splice(this.#lines.length)) text.remove();
    this.#lines.forEach((line, index) => {
      const { text } = (this.#names[index] ??= this.#made());
      text.textContent = line.meta.label;
      text.classList.toggle("quiet-name", !isOwn(line));
    });
    return room;
  }

  /** Leave the upper right corner to others: in pixels of the plot. @param {number} across from where on @param {number} down */
  keepOutOf(across, down) {
    this.#corner = { across, down: Math.max(0, down) };
  }

  /** Put them at the ends of their lines. @param {PlotElement} plot @param {number} type how large they are, 1 being usual */
  placeAtEnds(plot, type) {
    const { xaxis, yaxis } = plot._fullLayout;
    const ends = this.#lines.map((line) => {
      const last = lastOf(line.y);
      const [across, down] = last < 0 ? [NaN, NaN] : [xaxis.l2p(line.x[last]), yaxis.d2p(line.y[last])];
      const isShown = isOwn(line) || (across >= AT_THE_END * xaxis._length && down >= 0 && down <= yaxis._length);
      return { across, down: isShown ? down : NaN };
    });
    this.#place(ends, 0, plot, type);
  }

  /** Put them at the dots of their lines. @param {number} here @param {number[]} downs @param {PlotElement} plot @param {number} type */
  placeAt(here, downs, plot, type) {
    this.#place(this.#names.map((_, index) => ({ across: here, down: downs[index] ?? NaN })), here, plot, type);
  }

  /**
   * @param {Array<{across: number, down: number}>} points
   * @param {number} here where the box of all names is moved to
   * @param {PlotElement} plot @param {number} type
   */
  #place(points, here, plot, type) {
    const { xaxis, yaxis } = plot._fullLayout;
    const height = yaxis._length;
    const line = LINE * type;
    const shown = points.flatMap(({ down }, index) => (Number.isFinite(down) ? [index] : []));
    const room = CHARACTER * type * Math.max(0, ...this.#lines.map(({ meta }) => meta.label.length));
    const isBelow = shown.some((index) => points[index].across + BESIDE + room > this.#corner.across);
    const top = isBelow ? this.#corner.down : 0;
    const downs = spread(shown.map((index) => points[index].down), line, top + line / 2, height - line / 2);
    this.#across.lay(0, xaxis._length);
    this.#across.move(Math.round(here));
    this.#names.forEach((name, index) => {
      const place = shown.indexOf(index);
      const left = place < 0 ? "" : `${Math.round(points[index].across - here) + BESIDE}px`;
      if (left !== name.left) Object.assign(name.text.style, { left, visibility: left ? "" : "hidden" });
      name.left = left;
      if (place < 0) return;
      name.moved.lay(0, height);
      name.moved.move(Math.round(downs[place] - line / 2));
    });
  }

  /** @returns {Name} */
  #made() {
    const text = this.box.appendChild(document.createElement("span"));
    // A layer that stands between two pixels is blurred: both ways are rounded.
    return { text, moved: new MovedAlong(text, (at) => `translateY(${at}px)`), left: null };
  }
}

/** Whether a line is of the run itself and not of the one before. @param {FigureLine} line */
const isOwn = ({ hoverinfo, meta }) => hoverinfo !== "skip" && meta.label !== "before";

/** The place of the last value that is one. @param {ArrayLike<number | null>} values */
function lastOf(values) {
  let last = values.length - 1;
  while (last >= 0 && !Number.isFinite(values[last] ?? NaN)) last--;
  return last;
}
