// One Plotly chart that is drawn seldom and unveiled every frame: a cursor at the play-head, a veil over what comes after.
import { ChartMarks } from "./chart_marks.js";
import { listenTo } from "./chart_pointer.js";
import { ChartZoom, ticksWithin } from "./chart_zoom.mjs";
import { numbersOf } from "./figure_numbers.mjs";
import { hoverOf } from "./line_hover.mjs";
import { enlarge } from "./enlarge.mjs";
import { LineDots } from "./line_dots.js";
import { LineNames } from "./line_names.js";
import { MovedAlong } from "../shared/moved_along.js";
import { stageAt, stagesOf } from "./range_so_far.mjs";
import { parameterOf, recoloured } from "./recolour.mjs";
import { SignedLines } from "./signed_lines.js";
/**
 * @import { Figure, FigureLayout, FigureLine } from "../shared/types"
 * @import { EpochScale } from "../timeline/epoch_scale.mjs"
 * @import { PlotElement, PlotlyLibrary } from "./plotly"
 * @import { Known } from "./line_dots.js"
 * @import { Stage } from "./range_so_far.mjs"
 */

/** @type {Known} */
const UNKNOWN = () => undefined;

/** Pixels from which on there is room for more epochs on the axis than the figure names. */
const WIDE = 330;
/** Room for five characters, so that the axis does not move while hidden values grow. */
const ROOM_FOR_VALUES = 40;
const CHARACTER = 6.4;
const HALF_STROKE = 1; // on an axis of thousands of epochs all that comes next lies within it

/**
 * @typedef {object} FigureStyle how a figure is shown
 * @property {Record<string, string> | null} dark colours for the light ones it was made in
 * @property {object} config of Plotly
 * @property {string} label for those who cannot see it
 * @property {string} subject what the values measure: as long as it and the scale stay, so does the part that is looked at
 * @property {EpochScale} scale
 */

export class LiveChart {
  #position = 0;
  #known = UNKNOWN;
  #hidesFuture = false;
  /** The value axes of what has been played, while the rest is hidden. @type {Stage[]} */
  #stages = [];
  /** @type {Stage | null} */
  #stage = null;
  #zoom = new ChartZoom();
  /** What draws the chart as it was drawn last, with another part of it. @type {() => Promise<number>} */
  #redraw = async () => 0;
  /** What it was drawn with. @type {FigureLine[]} */
  #data = [];
  #isLog = false;
  #roomForNames = 0;
  #type = 1;
  /** Whether it had a size when it was drawn: behind a worked example there is no room for names. */
  #wasSeen = false;
  /** @type {Set<number> | null} */
  #lit = null;
  /** @type {ResizeObserver | null} */
  #watch = null;
  #removed = false;
  /** @type {PlotlyLibrary | null} */
  #Plotly = null;

  /**
   * @param {HTMLElement} parent
   * @param {{seekPosition(position: number): void, point(parameter: number | null): void}} actions
   * @param {{corner: {width: number, height: number}}} note what stands in its upper right corner
   */
  constructor(parent, actions, note = { corner: { width: 0, height: 0 } }) {
    this.actions = actions;
    this.note = note;
    this.whole = parent.appendChild(document.createElement("button"));
    Object.assign(this.whole, { type: "button", className: "quiet whole-chart", textContent: "Whole chart", hidden: true });
    this.whole.title = "Show all of the chart again, as a double click in it does";
    this.whole.addEventListener("click", () => this.showWhole());
    this.box = part(parent, "live-chart");
    this.box.setAttribute("role", "img");
    this.plot = /** @type {PlotElement} */ (part(this.box, ""));
    // Plotly's own pictures have no names; the box speaks for them.
    this.plot.setAttribute("aria-hidden", "true");
    this.window = part(this.box, "future-window");
    this.signed = new SignedLines(this.window);
    this.veil = part(this.window, "veil");
    this.cursor = part(this.window, "cursor");
    const across = (/** @type {number} */ at) => `translateX(${at}px)`;
    this.moved = { veil: new MovedAlong(this.veil, across), cursor: new MovedAlong(this.cursor, across) };
    this.marks = new ChartMarks(this.window, (position) => this.plot._fullLayout.xaxis.l2p(position));
    this.names = new LineNames(this.box);
    this.dots = new LineDots(this.box);
    this.ready = false;
  }

  get isZoomed() {
    return this.#zoom.isZoomed;
  }

  /** Whether a pixel of the plot may be asked about: what comes is not, while it is hidden. @param {number} across */
  isShown(across) {
    return !this.#hidesFuture || across <= this.plot._fullLayout.xaxis.l2p(this.#position);
  }

  /**
   * Draw a figure, or the same one in other colours.
   * @param {PlotlyLibrary} Plotly @param {Figure} figure made for a light page @param {FigureStyle} style
   * @returns {Promise<number>} the seconds it took
   */
  async draw(Plotly, figure, { dark, config, label, subject, scale }) {
    this.#Plotly = Plotly;
    this.box.setAttribute("aria-label", label);
    const { data, layout } = dark ? recoloured(figure, dark) : structuredClone(figure);
    layout.height = undefined;
    layout.autosize = true;
    for (const line of data) {
      Object.assign(line, { x: numbersOf(line.x), y: numbersOf(line.y) });
      Object.assign(line, hoverOf(line));
    }
    this.#data = data;
    this.#isLog = layout.yaxis.type === "log";
    this.#stages = [];
    this.#redraw = () => this.#react(Plotly, data, structuredClone(layout), config, subject, scale);
    return this.#redraw();
  }

  /**
   * @param {PlotlyLibrary} Plotly @param {FigureLine[]} data @param {FigureLayout} layout @param {object} config
   * @param {string} subject @param {EpochScale} scale
   */
  async #react(Plotly, data, layout, config, subject, scale) {
    this.#type = this.#typeNow();
    this.#wasSeen = this.box.clientWidth > 0;
    this.#roomForNames = this.#chooseNames();
    layout.margin.r = Math.max(layout.margin.r, this.#roomForNames);
    if (this.box.clientWidth >= WIDE * this.#type) Object.assign(layout.xaxis, ticksWithin(layout.xaxis.range, scale));
    if (this.#hidesFuture) this.#narrow(layout);
    enlarge(layout, this.#type);
    this.#zoom.apply(layout, subject, scale);
    this.whole.hidden = !this.#zoom.isZoomed;
    const started = performance.now();
    try {
      // Plotly's own double click would go back to the axes of the first figure that was ever drawn here.
      await Plotly.react(this.plot, data, layout, { ...config, doubleClick: false });
    } catch (error) {
      // It was taken away while Plotly was drawing it; nobody will miss this one.
      if (this.#removed) return 0;
      throw error;
    }
    if (!this.ready) this.#listen();
    this.ready = true;
    // What stands beside the chart may have grown since its size was read.
    this.#fit();
    this.box.dataset.drawn = String(Number(this.box.dataset.drawn ?? 0) + 1);
    this.#place();
    return (performance.now() - started) / 1000;
  }

  /**
   * Move the play-head.
   * @param {number} position on the epoch axis @param {Known} [known]
   */
  move(position, known = UNKNOWN) {
    this.#position = position;
    this.#known = known;
    if (!this.ready) return;
    if (this.#stage && stageAt(this.#stages, position) !== this.#stage) {
      this.#stage = stageAt(this.#stages, position);
      this.#redraw();
    }
    const { xaxis } = this.plot._fullLayout;
    const here = xaxis.l2p(position);
    this.moved.cursor.move(here);
    this.moved.veil.move(Math.max(0, Math.min(xaxis._length, here + (this.#hidesFuture ? -HALF_STROKE : HALF_STROKE))));
    const downs = this.dots.move(here, position, this.plot, known);
    if (this.#hidesFuture) this.names.placeAt(here, downs, this.plot, this.#type);
  }

  /** Hide what comes after the play-head, or only fade it. @param {boolean} hidden */
  hideFuture(hidden) {
    if (hidden === this.#hidesFuture) return;
    this.#hidesFuture = hidden;
    this.box.classList.toggle("guess", hidden);
    if (!hidden) this.#stage = null;
    if (this.ready) this.#redraw();
  }

  /** @param {Array<[number, string]>} marks positions on the epoch axis where something was changed, and what */
  mark(marks) {
    this.marks.set(marks);
    if (this.ready) this.marks.place(this.#type);
  }

  /** Light the lines of some parameters and fade the others; null lights all. @param {Set<number> | null} parameters */
  light(parameters) {
    this.#lit = parameters;
    if (!this.ready) return;
    const coloured = this.signed.show(this.plot, parameters);
    const lines = /** @type {NodeListOf<SVGElement>} */ (this.plot.querySelectorAll(".scatterlayer .trace"));
    const drawn = this.plot._fullData.filter(({ visible }) => visible === true);
    drawn.forEach((line, index) => {
      const parameter = parameterOf(line) ?? -1;
      if (!lines[index]) return;
      lines[index].style.opacity = coloured.has(parameter) ? "0" : parameters === null ? "" : "var(--faded)";
    });
  }

  /** Names stand beside their lines, below what is noted in the corner. */
  placeNames() {
    if (!this.ready) return;
    const { xaxis, yaxis } = this.plot._fullLayout;
    const { width, height } = this.note.corner;
    this.names.keepOutOf(this.box.clientWidth - width - xaxis._offset, height - yaxis._offset);
    if (!this.#hidesFuture) this.names.placeAtEnds(this.plot, this.#type);
    this.move(this.#position, this.#known);
  }

  /** Back to the whole chart from a part of it. */
  showWhole() {
    if (!this.#zoom.isZoomed) return;
    this.#zoom.reset();
    this.#redraw();
  }

  /** @param {PlotlyLibrary | undefined} Plotly */
  remove(Plotly) {
    this.ready = false;
    this.#removed = true;
    this.#watch?.disconnect();
    Plotly?.purge(this.plot);
    this.box.remove();
    this.whole.remove();
  }

  #listen() {
    this.#watch = new ResizeObserver(() => this.ready && this.#fit());
    this.#watch.observe(this.box);
    this.plot.on("plotly_afterplot", () => this.#place());
    this.plot.on("plotly_relayout", () => {
      if (this.#zoom.look(this.plot._fullLayout)) this.#redraw();
    });
    listenTo(this, this.actions);
  }

  /** Only what has been played may be told by the value axis. @param {FigureLayout} layout */
  #narrow(layout) {
    const own = this.#data.filter((line) => line.hoverinfo !== "skip");
    if (this.#stages.length === 0) this.#stages = stagesOf(own, this.#isLog);
    this.#stage = stageAt(this.#stages, this.#position);
    const { range, ticks, labels } = this.#stage;
    Object.assign(layout.yaxis, { range: [...range], tickvals: ticks, ticktext: labels });
    layout.margin.l = Math.max(ROOM_FOR_VALUES, Math.ceil(Math.max(...labels.map(({ length }) => length)) * CHARACTER) + 8);
  }

  #chooseNames() {
    return this.names.choose(this.#data, this.box.clientWidth / this.#type, this.box.clientHeight / this.#type);
  }

  /** How many times as large the page's type is as on a screen of one's own. */
  #typeNow() {
    return Number(getComputedStyle(this.box).getPropertyValue("--type")) || 1;
  }

  /** Fill the box, whatever has changed its size. */
  #fit() {
    const { width, height } = this.plot._fullLayout;
    const { clientWidth, clientHeight } = this.box;
    const isFitted = this.#wasSeen && Math.abs(width - clientWidth) <= 1 && Math.abs(height - clientHeight) <= 1;
    if (!clientWidth || !clientHeight || isFitted) return;
    const wide = WIDE * this.#type;
    const isAlike = this.#wasSeen && this.#typeNow() === this.#type && width >= wide === clientWidth >= wide;
    if (isAlike && this.#chooseNames() === this.#roomForNames) this.#Plotly?.Plots.resize(this.plot);
    else this.#redraw();
  }

  /** Lay the window over the plot, wherever Plotly has put it, and what stands in it on the lines. */
  #place() {
    const { xaxis, yaxis } = this.plot._fullLayout;
    const place = { left: `${xaxis._offset}px`, top: `${yaxis._offset}px` };
    Object.assign(this.window.style, { ...place, width: `${xaxis._length}px`, height: `${yaxis._length}px` });
    Object.assign(this.names.box.style, place);
    this.moved.veil.lay(0, xaxis._length);
    this.moved.cursor.lay(0, xaxis._length);
    this.signed.forget();
    this.marks.place(this.#type);
    this.dots.make(this.plot);
    this.light(this.#lit);
    this.placeNames();
    // For what others have drawn over it.
    this.box.dispatchEvent(new Event("placed", { bubbles: true }));
  }
}

/** @param {HTMLElement} parent @param {string} name @returns {HTMLElement} */
function part(parent, name) {
  const element = parent.appendChild(document.createElement("div"));
  if (name) element.className = name;
  return element;
}
