// The two charts: drawn again when Python sends new ones, unveiled every frame, lit where a weight is pointed at.
import { changesByEpoch } from "../timeline/change_log.mjs";
import { ChartInWords } from "./chart_in_words.js";
import { ChartChoices } from "./chart_choices.js";
import { positionOf, epochOf } from "../timeline/epoch_scale.mjs";
import { LiveChart } from "./live_chart.js";
import { linesOf } from "./recolour.mjs";
import { fetchPlotly, loadPlotly } from "./plotly_library.js";
import { WeightGroups } from "./weight_groups.js";
import { epochText } from "../shared/wording.mjs";
import { WeightSearch } from "./weight_search.js";
/**
 * @import { Actions, Assets, Charts, Description, Header, Theme } from "../shared/types"
 * @import { EpochScale } from "../timeline/epoch_scale.mjs"
 * @import { PanelName, Panel } from "../app/panels.js"
 * @import { PlotlyLibrary } from "./plotly"
 * @import { Store } from "../model/store.mjs"
 */

/** Milliseconds that the first charts of a page wait for the numbers of a run that is nearly trained. */
const NUMBERS_FIRST = 2000;

export class ChartPair {
  /** The newest, which may not be drawn yet. @type {Charts | null} */
  #charts = null;
  #asked = 0;
  #cost = 0.1;
  #queue = Promise.resolve();
  /** @type {EpochScale} */
  #scale = "linear";
  /** @type {Charts | null} */
  #drawn = null;
  #charted = -1;
  /** @type {Theme | null} */
  #drawnTheme = null;
  /** @type {{theme: Theme, assets: Assets} | null} */
  #style = null;
  /** Of the parameters, in the order of the flat vector. @type {string[]} */
  #names = [];
  #guessing = false;
  #awaitsLast = false;
  #begin = () => {};
  #begun = /** @type {Promise<void>} */ (new Promise((resolve) => {
    this.#begin = resolve;
  }));

  /**
   * @param {Record<PanelName, Panel>} panels
   * @param {HTMLElement} axis where the epoch axis is chosen
   * @param {Actions} actions
   */
  constructor(panels, axis, actions) {
    const seekPosition = (/** @type {number} */ position) => actions.seek(epochOf(position, this.#scale));
    this.loss = new LiveChart(panels.loss.body, { seekPosition, point: () => {} });
    this.weights = new LiveChart(panels.weights.body, { seekPosition, point: actions.point });
    this.choices = new ChartChoices(panels.loss.aside, axis, actions.choose);
    this.groups = new WeightGroups(panels.weights.body, () => this.light(null));
    this.search = new WeightSearch(panels.weights.aside, () => this.light(null));
    this.forget = panels.weights.aside.appendChild(document.createElement("button"));
    Object.assign(this.forget, { type: "button", className: "quiet", textContent: "Clear comparison", hidden: true });
    this.forget.title = "Let the run before go: the grey lines, and the numbers left of the arrows";
    this.forget.addEventListener("click", actions.forget);
    this.words = new ChartInWords(panels.loss.body, "The loss chart in words");
    this.note = panels.loss.body.appendChild(document.createElement("p"));
    this.note.className = "chart-note";
  }

  /**
   * @param {Description} description of a run
   * @param {boolean} hasBefore
   */
  setRun(description, hasBefore) {
    this.#names = description.parameters.map(({ name }) => name);
    this.choices.setMeasures(description.measures);
    this.search.setNames(this.#names);
    this.forget.hidden = !hasBefore;
  }

  /**
   * @param {Header} header
   * @param {Store} store
   * @param {boolean} choosing whether somebody has chosen what the header does not yet know
   */
  show(header, { run, charts }, choosing) {
    if (!choosing) this.choices.show(header.choices);
    this.#charted = charts && isOf(charts, header) ? charts.trained : -1;
    this.note.textContent = header.chart_note;
    this.#scale = header.epoch_scale;
    if (!run) return;
    if (run.finished && run.exactEpoch === run.trained) this.#begin();
    // Of a run that is trained to its end charts of all of it are on their way.
    this.#awaitsLast = run.finished && this.#charted !== run.trained;
    if (charts?.run === run.number && charts !== this.#charts) {
      this.#charts = charts;
      this.#redraw();
    }
  }

  /** Whether the charts show all that is trained. @param {Store} store */
  areUpToDate({ run, charts }) {
    return charts !== null && this.#drawn === charts && charts.run === run?.number && charts.trained === run.trained;
  }

  /** What the charts show and how long it is since they were asked for. */
  get progress() {
    return {
      charted: this.#charted,
      sinceCharts: (performance.now() - this.#asked) / 1000,
      chartCost: this.#cost,
    };
  }

  /**
   * @param {Theme} theme
   * @param {Assets} assets
   */
  setTheme(theme, assets) {
    this.#style = { theme, assets };
    if (this.#charts) this.#redraw();
  }

  /**
   * @param {number} epoch
   * @param {EpochScale} scale
   */
  move(epoch, scale) {
    const position = positionOf(epoch, scale);
    this.loss.move(position);
    this.weights.move(position);
  }

  /** @param {import("../timeline/change_log.mjs").Change[]} changes of the run that is shown */
  markChanges(changes) {
    /** @type {[position: number, text: string][]} */
    const marks = changesByEpoch(changes).map(([epoch, text]) => [positionOf(epoch, this.#scale), text]);
    for (const chart of [this.loss, this.weights]) chart.mark(marks);
  }

  /** @returns {boolean} whether what comes after the play-head is hidden now */
  toggleFuture() {
    this.#guessing = !this.#guessing;
    this.loss.hideFuture(this.#guessing);
    this.weights.hideFuture(this.#guessing);
    return this.#guessing;
  }

  /** @param {number | null} parameter */
  light(parameter) {
    const chosen = this.search.found ?? this.groups.chosen;
    this.weights.light(parameter === null ? chosen : new Set([parameter]));
  }

  remove() {
    this.loss.remove(globalThis.Plotly);
    this.weights.remove(globalThis.Plotly);
  }

  #redraw() {
    this.#asked = performance.now();
    if (!this.#style) return;
    const path = this.#style.assets.plotly_js;
    fetchPlotly(path);
    setTimeout(this.#begin, NUMBERS_FIRST);
    // One after the other, and only the newest of those that wait.
    this.#queue = this.#queue.then(async () => {
      await this.#begun;
      const Plotly = await loadPlotly(path);
      if (this.#drawn === null && this.#awaitsLast) return;
      if (this.#drawn === this.#charts && this.#drawnTheme === this.#style?.theme) return;
      if (this.#charts && this.#style) await this.#draw(Plotly, this.#charts, this.#style);
    });
  }

  /** @param {PlotlyLibrary} Plotly @param {Charts} charts @param {{theme: Theme, assets: Assets}} style */
  async #draw(Plotly, charts, { theme, assets }) {
    const style = { dark: theme.dark ? assets.dark_for_light : null, config: assets.plotly_config };
    const trained = epochText(charts.trained);
    const axes = { scale: this.#scale, subject: JSON.stringify(charts.choices) };
    const loss = await this.loss.draw(Plotly, charts.loss, { ...style, ...axes, label: `Loss, epoch 0 to ${trained}` });
    this.words.show(charts.loss);
    await new Promise(requestAnimationFrame);
    // Before the chart, which fills what room they leave.
    this.groups.show(linesOf(charts.weights, style.dark));
    const count = this.#names.length;
    const label = `${count} weights and biases, epoch 0 to ${trained}`;
    axes.subject = JSON.stringify(this.#names);
    this.#cost = loss + (await this.weights.draw(Plotly, charts.weights, { ...style, ...axes, label }));
    this.#drawn = charts;
    this.#drawnTheme = theme;
  }
}

/** Whether charts show the runs that are on the screen, in the way that is chosen. @param {Charts} charts @param {Header} header */
function isOf({ run, before, choices, threshold }, header) {
  // What counts as right depends on the threshold.
  if (choices.measure === "accuracy" && threshold !== header.threshold) return false;
  return run === header.run && before === header.before && JSON.stringify(choices) === JSON.stringify(header.choices);
}
