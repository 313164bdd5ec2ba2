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
 * @import { Actions, Charts, Description, Header, Theme, View } from "../shared/types"
 * @import { EpochScale } from "../timeline/epoch_scale.mjs"
 * @import { PanelName, Panel } from "../app/panels.js"
 * @import { PlotlyLibrary } from "./plotly"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 */

/** Milliseconds that the first charts of a page wait for the numbers of a run that is nearly trained. */
const NUMBERS_FIRST = 2000;

/** @implements {View} */
export class ChartPair {
  #store;
  /** What is drawn already or waits for its turn. @type {{charts: Charts, theme: Theme} | null} */
  #queued = null;
  #asked = 0;
  #cost = 0.1;
  #turn = Promise.resolve();
  /** @type {Charts | null} */
  #drawn = null;
  /** @type {Theme | null} */
  #drawnTheme = null;
  /** Whose parameters and measures are offered. @type {Description | null} */
  #run = null;
  /** What the page said beside the charts. @type {Header | null} */
  #header = null;
  /** The parameter whose line is lit. @type {number | null} */
  #lit = null;
  /** @type {{changes: Description["changes"], scale: EpochScale} | null} */
  #marked = null;
  #begin = () => {};
  #begun = /** @type {Promise<void>} */ (new Promise((resolve) => {
    this.#begin = resolve;
  }));

  /**
   * @param {Record<PanelName, Panel>} panels
   * @param {HTMLElement} axis where the epoch axis is chosen
   * @param {Store} store
   * @param {Actions} actions
   */
  constructor(panels, axis, store, actions) {
    this.#store = store;
    const seekPosition = (/** @type {number} */ position) => actions.seek(epochOf(position, store.timeline.scale));
    this.loss = new LiveChart(panels.loss.body, { seekPosition, point: () => {} });
    this.weights = new LiveChart(panels.weights.body, { seekPosition, point: actions.point });
    this.choices = new ChartChoices(panels.loss.aside, axis, actions.choose);
    this.groups = new WeightGroups(panels.weights.body, () => this.#light());
    this.search = new WeightSearch(panels.weights.aside, () => this.#light());
    this.words = new ChartInWords(panels.loss.body, "The loss chart in words");
    this.note = panels.loss.body.appendChild(document.createElement("p"));
    this.note.className = "chart-note";
  }

  /** @param {Description} run */
  arrange(run) {
    const { header, choices, hidesFuture, timeline, chosen } = this.#store;
    if (run !== this.#run) this.#offer(run);
    if (choices) this.choices.show(choices);
    if (header && header !== this.#header) this.note.textContent = header.chart_note;
    this.#header = header;
    for (const chart of [this.loss, this.weights]) chart.hideFuture(hidesFuture);
    this.#markChanges(run.changes, timeline.scale);
    if (chosen.parameter !== this.#lit) this.#light();
    this.#queue();
  }

  /** @param {Moment} moment */
  draw({ epoch }) {
    const position = positionOf(epoch, this.#store.timeline.scale);
    this.loss.move(position);
    this.weights.move(position);
  }

  /** Whether the charts show all that is trained. */
  get areUpToDate() {
    const { run, charts } = this.#store;
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

  remove() {
    this.loss.remove(globalThis.Plotly);
    this.weights.remove(globalThis.Plotly);
  }

  /** The trained epoch that the newest charts of what is on the screen show, or −1. */
  get #charted() {
    const { charts, header } = this.#store;
    return charts && header && isOf(charts, header) ? charts.trained : -1;
  }

  /** @param {Description} run whose measures and parameters can be looked for */
  #offer(run) {
    this.#run = run;
    this.choices.setMeasures(run.measures);
    this.search.setNames(namesOf(run));
  }

  /** @param {Description["changes"]} changes of the run that is shown @param {EpochScale} scale */
  #markChanges(changes, scale) {
    if (changes === this.#marked?.changes && scale === this.#marked.scale) return;
    this.#marked = { changes, scale };
    /** @type {[position: number, text: string][]} */
    const marks = changesByEpoch(changes).map(([epoch, text]) => [positionOf(epoch, scale), text]);
    for (const chart of [this.loss, this.weights]) chart.mark(marks);
  }

  /** The line of the parameter that is pointed at, or of those that are looked for. */
  #light() {
    const { parameter } = this.#store.chosen;
    this.#lit = parameter;
    this.weights.light(parameter === null ? (this.search.found ?? this.groups.chosen) : new Set([parameter]));
  }

  /** Let the newest charts be drawn, one after the other, and only the newest of those that wait. */
  #queue() {
    const { run, charts, theme, assets } = this.#store;
    if (!run || !theme || !assets) return;
    if (run.finished && run.exactEpoch === run.trained) this.#begin();
    if (charts?.run !== run.number || (charts === this.#queued?.charts && theme === this.#queued.theme)) return;
    this.#queued = { charts, theme };
    this.#asked = performance.now();
    fetchPlotly(assets.plotly_js);
    setTimeout(this.#begin, NUMBERS_FIRST);
    this.#turn = this.#turn.then(async () => {
      await this.#begun;
      await this.#drawNewest(await loadPlotly(assets.plotly_js));
    });
  }

  /** @param {PlotlyLibrary} Plotly */
  async #drawNewest(Plotly) {
    const { run, charts, theme } = this.#store;
    // Of a run that is trained to its end charts of all of it are on their way.
    if (this.#drawn === null && run?.finished && this.#charted !== run.trained) return;
    if (!charts || !theme || (this.#drawn === charts && this.#drawnTheme === theme)) return;
    await this.#draw(Plotly, charts, theme);
  }

  /** @param {PlotlyLibrary} Plotly @param {Charts} charts @param {Theme} theme */
  async #draw(Plotly, charts, theme) {
    const { assets, timeline, run } = this.#store;
    if (!assets || !run?.description) return;
    const style = { dark: theme.dark ? assets.dark_for_light : null, config: assets.plotly_config };
    const names = namesOf(run.description);
    const trained = epochText(charts.trained);
    const axes = { scale: timeline.scale, subject: JSON.stringify(charts.choices) };
    const loss = await this.loss.draw(Plotly, charts.loss, { ...style, ...axes, label: `Loss, epoch 0 to ${trained}` });
    this.words.show(charts.loss);
    await new Promise(requestAnimationFrame);
    // Before the chart, which fills what room they leave.
    this.groups.show(linesOf(charts.weights, style.dark));
    const label = `${names.length} weights and biases, epoch 0 to ${trained}`;
    axes.subject = JSON.stringify(names);
    this.#cost = loss + (await this.weights.draw(Plotly, charts.weights, { ...style, ...axes, label }));
    this.#drawn = charts;
    this.#drawnTheme = theme;
  }
}

/** Of the parameters, in the order of the flat vector. @param {Description} run */
const namesOf = ({ parameters }) => parameters.map(({ name }) => name);

/** Whether charts show the runs that are on the screen, in the way that is chosen. @param {Charts} charts @param {Header} header */
function isOf({ run, before, choices, threshold }, header) {
  // What counts as right depends on the threshold.
  if (choices.measure === "accuracy" && threshold !== header.threshold) return false;
  return run === header.run && before === header.before && JSON.stringify(choices) === JSON.stringify(header.choices);
}
