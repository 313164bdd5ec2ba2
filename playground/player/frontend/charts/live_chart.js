// One Plotly chart that is drawn seldom and unveiled every frame: a cursor at the play-head, a veil over what comes after.
import { ChartMarks } from "./chart_marks.js";
import { ChartZoom } from "./chart_zoom.mjs";
import { parameterOf, recoloured } from "./recolour.mjs";
/**
 * @import { Figure, FigureLayout, FigureLine } from "../shared/types"
 * @import { EpochScale } from "../timeline/epoch_scale.mjs"
 * @import { PlotElement, PlotlyLibrary } from "./plotly"
 */

const FADED = 0.35;

/** Milliseconds within which a second click makes the first one half of a double click. */
const DOUBLE_CLICK = 300;

export class LiveChart {
  #position = 0;
  /** @type {{dot: HTMLElement, x: number[], y: number[]}[]} */
  #dots = [];
  #seeking = 0;
  #zoom = new ChartZoom();
  /** What draws the chart as it was drawn last, with another part of it. @type {() => Promise<number>} */
  #redraw = async () => 0;
  /** @type {Set<number> | null} */
  #lit = null;
  /** @type {ResizeObserver | null} */
  #watch = null;
  #removed = false;

  /**
   * @param {HTMLElement} parent
   * @param {{seekPosition(position: number): void, point(parameter: number | null): void}} actions
   */
  constructor(parent, actions) {
    this.actions = actions;
    this.whole = parent.appendChild(document.createElement("button"));
    Object.assign(this.whole, { type: "button", className: "quiet whole-chart", textContent: "Whole chart", hidden: true });
    this.whole.title = "Show all of the chart again, as a double click in it does";
    this.whole.addEventListener("click", () => this.#showWhole());
    this.box = parent.appendChild(document.createElement("div"));
    this.box.className = "live-chart";
    this.box.setAttribute("role", "img");
    /** @type {HTMLElement} */
    const plot = this.box.appendChild(document.createElement("div"));
    this.plot = /** @type {PlotElement} */ (plot);
    // Plotly's own pictures have no names; the box speaks for them.
    this.plot.setAttribute("aria-hidden", "true");
    this.window = this.box.appendChild(document.createElement("div"));
    this.window.className = "future-window";
    this.veil = this.window.appendChild(document.createElement("div"));
    this.veil.className = "veil";
    this.cursor = this.window.appendChild(document.createElement("div"));
    this.cursor.className = "cursor";
    this.marks = new ChartMarks(this.window, (position) => this.plot._fullLayout.xaxis.l2p(position));
    this.ready = false;
  }

  /**
   * Draw a figure, or the same one in other colours.
   * @param {PlotlyLibrary} Plotly
   * @param {Figure} figure made for a light page
   * @param {{dark: Record<string, string> | null, config: object, label: string, subject: string, scale: EpochScale}} looks
   *   `subject` and `scale` say what the axes measure: as long as they stay, so does the part that somebody looks at
   * @returns {Promise<number>} the seconds it took
   */
  async draw(Plotly, figure, { dark, config, label, subject, scale }) {
    this.box.setAttribute("aria-label", label);
    const { data, layout } = dark ? recoloured(figure, dark) : structuredClone(figure);
    layout.height = undefined;
    layout.autosize = true;
    this.#redraw = () => this.#react(Plotly, data, structuredClone(layout), config, subject, scale);
    return this.#redraw();
  }

  /**
   * @param {PlotlyLibrary} Plotly @param {FigureLine[]} data @param {FigureLayout} layout @param {object} config
   * @param {string} subject @param {EpochScale} scale
   */
  async #react(Plotly, data, layout, config, subject, scale) {
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
    if (!this.ready) this.#listen(Plotly);
    this.ready = true;
    // What stands beside the chart may have grown since its size was read.
    this.#fit(Plotly);
    this.box.dataset.drawn = String(Number(this.box.dataset.drawn ?? 0) + 1);
    this.#place();
    return (performance.now() - started) / 1000;
  }

  /** Move the play-head. @param {number} position on the epoch axis */
  move(position) {
    this.#position = position;
    if (!this.ready) return;
    const { xaxis, yaxis } = this.plot._fullLayout;
    const here = xaxis.l2p(position);
    this.cursor.style.transform = `translateX(${here.toFixed(2)}px)`;
    this.veil.style.transform = `translateX(${Math.max(0, Math.min(xaxis._length, here + 1)).toFixed(2)}px)`;
    for (const { dot, x, y } of this.#dots) {
      const down = heightAt(x, y, position, yaxis);
      dot.style.transform = Number.isFinite(down) ? `translate(${here.toFixed(2)}px,${down.toFixed(2)}px)` : "scale(0)";
    }
  }

  /** Hide what comes after the play-head, or only fade it. @param {boolean} hidden */
  hideFuture(hidden) {
    this.box.classList.toggle("guess", hidden);
  }

  /** @param {Array<[number, string]>} marks positions on the epoch axis where something was changed, and what */
  mark(marks) {
    this.marks.set(marks);
    if (this.ready) this.marks.place();
  }

  /** Light the lines of some parameters and fade the others; null lights all. @param {Set<number> | null} parameters */
  light(parameters) {
    this.#lit = parameters;
    if (!this.ready) return;
    const lines = /** @type {NodeListOf<SVGElement>} */ (this.plot.querySelectorAll(".scatterlayer .trace"));
    const drawn = this.plot._fullData.filter(({ visible }) => visible === true);
    drawn.forEach((line, index) => {
      const faded = parameters !== null && !parameters.has(parameterOf(line) ?? -1);
      if (lines[index]) lines[index].style.opacity = faded ? String(FADED) : "";
    });
  }

  /** @param {PlotlyLibrary | undefined} Plotly */
  remove(Plotly) {
    this.ready = false;
    this.#removed = true;
    this.#watch?.disconnect();
    clearTimeout(this.#seeking);
    Plotly?.purge(this.plot);
    this.box.remove();
    this.whole.remove();
  }

  /** @param {PlotlyLibrary} Plotly */
  #listen(Plotly) {
    this.#watch = new ResizeObserver(() => this.ready && this.#fit(Plotly));
    this.#watch.observe(this.box);
    this.plot.on("plotly_afterplot", () => this.#place());
    this.plot.on("plotly_hover", ({ points }) => this.actions.point(points[0] ? parameterOf(points[0].data) : null));
    this.plot.on("plotly_unhover", () => this.actions.point(null));
    this.plot.on("plotly_beforehover", (event) => {
      if (!this.box.classList.contains("guess")) return true;
      const { xaxis } = this.plot._fullLayout;
      const left = this.plot.getBoundingClientRect().left + xaxis._offset;
      const shown = event.clientX - left <= xaxis.l2p(this.#position);
      if (!shown) setTimeout(() => Plotly.Fx.unhover(this.plot));
      return shown;
    });
    this.plot.on("plotly_relayout", () => {
      if (this.#zoom.look(this.plot._fullLayout)) this.#redraw();
    });
    /** @type {[number, number] | null} */
    let pressed = null;
    this.plot.addEventListener("pointerdown", (event) => { pressed = [event.clientX, event.clientY]; }, true);
    this.plot.addEventListener("click", (event) => {
      const moved = pressed && Math.hypot(event.clientX - pressed[0], event.clientY - pressed[1]) > 4;
      if (!moved) this.#click(event);
    }, true);
  }

  #showWhole() {
    if (!this.#zoom.isZoomed) return;
    this.#zoom.reset();
    this.#redraw();
  }

  /** Go where somebody clicks, in a part of the chart not before it is clear that this is no double click: that shows all. */
  /** @param {MouseEvent} event */
  #click(event) {
    clearTimeout(this.#seeking);
    if (event.detail > 1) this.#showWhole();
    else if (this.#zoom.isZoomed) this.#seeking = setTimeout(() => this.#seek(event), DOUBLE_CLICK);
    else this.#seek(event);
  }

  /** Fill the box, whatever has changed its size. */
  /** @param {PlotlyLibrary} Plotly */
  #fit(Plotly) {
    const { width, height } = this.plot._fullLayout;
    const { clientWidth, clientHeight } = this.box;
    if (clientWidth && clientHeight && (Math.abs(width - clientWidth) > 1 || Math.abs(height - clientHeight) > 1)) {
      Plotly.Plots.resize(this.plot);
    }
  }

  /** @param {MouseEvent} event */
  #seek(event) {
    const { xaxis, yaxis } = this.plot._fullLayout;
    const box = this.plot.getBoundingClientRect();
    const across = event.clientX - box.left - xaxis._offset;
    const down = event.clientY - box.top - yaxis._offset;
    if (across < -4 || across > xaxis._length + 4 || down < 0 || down > yaxis._length) return;
    this.actions.seekPosition(xaxis.p2l(across));
  }

  /** Lay the window over the plot, wherever Plotly has put it, and the dots on its named lines. */
  #place() {
    const { xaxis, yaxis } = this.plot._fullLayout;
    Object.assign(this.window.style, {
      left: `${xaxis._offset}px`, top: `${yaxis._offset}px`, width: `${xaxis._length}px`, height: `${yaxis._length}px`,
    });
    this.marks.place();
    this.#makeDots();
    this.light(this.#lit);
    this.move(this.#position);
  }

  #makeDots() {
    // Lines in groups are a crowd: dots on all of them would hide it.
    const wanted = this.plot._fullData.filter(
      ({ x, hoverinfo, legendgroup }) => x?.length && hoverinfo !== "skip" && !legendgroup,
    );
    for (const { dot } of this.#dots.splice(wanted.length)) dot.remove();
    wanted.forEach(({ x, y }, index) => {
      const dot = this.#dots[index]?.dot ?? this.window.appendChild(document.createElement("div"));
      dot.className = "dot";
      this.#dots[index] = { dot, x, y };
    });
  }
}

/**
 * How far down a line is at a position, on the straight stroke that is drawn between two of its points.
 * @param {number[]} x @param {number[]} y @param {number} position @param {{d2p(value: number): number}} yaxis
 */
function heightAt(x, y, position, yaxis) {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x[middle] <= position) low = middle + 1;
    else high = middle;
  }
  if (low === 0) return yaxis.d2p(y[0]);
  const left = yaxis.d2p(y[low - 1]);
  if (low === x.length) return left;
  const share = (position - x[low - 1]) / (x[low] - x[low - 1]);
  return left + share * (yaxis.d2p(y[low]) - left);
}
