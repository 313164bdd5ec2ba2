// The two charts: drawn again when Python sends new ones, unveiled every frame, lit where a weight is pointed at.
import { changesByEpoch } from "../timeline/change_log.mjs";
import { ChartInWords } from "./chart_in_words.js";
import { ChartChoices } from "./chart_choices.js";
import { ChartNote } from "./chart_note.js";
import { ChartPlaces } from "./chart_places.js";
import { chartTitle, LOSS } from "./chart_title.mjs";
import { positionOf, epochOf } from "../timeline/epoch_scale.mjs";
import { LiveChart } from "./live_chart.js";
import { subjectOf } from "../model/over_charts.mjs";
import { fetchPlotly, loadPlotly } from "./plotly_library.js";
import { WeightChoice } from "./weight_choice.js";
import { parametersOf } from "./weight_groups.mjs";
import { epochText } from "../shared/wording.mjs";
import { WeightSearch } from "./weight_search.js";
/**
 * @import { Actions, Charts, Chosen, Description, Header, Theme, View } from "../shared/types"
 * @import { EpochScale } from "../timeline/epoch_scale.mjs"
 * @import { PanelName, Panel } from "../app/panels.js"
 * @import { PlotlyLibrary } from "./plotly"
 * @import { Moment } from "../model/moment.mjs"
 * @import { Store } from "../model/store.mjs"
 */

/** Milliseconds that the first charts of a page wait for the numbers of a run that is nearly trained. */
const NUMBERS_FIRST = 2000;

/** The line of the training rows. */
const TRAINING = "train";

/** @implements {View} */
export class ChartPair {
  #store;
  /** What is drawn already or waits for its turn. @type {{charts: Charts, theme: Theme} | null} */
  #queued = null;
  /** What is on the screen. @type {Moment | null} */
  #moment = null;
  #asked = 0;
  #cost = 0.1;
  #turn = Promise.resolve();
  /** @type {Charts | null} */
  #drawn = null;
  /** What was open then. @type {Header["opened"] | undefined} */
  #drawnOf;
  /** @type {HTMLElement[]} */
  #bodies;
  /** @type {Theme | null} */
  #drawnTheme = null;
  /** Whose parameters and measures are offered. @type {Description | null} */
  #run = null;
  /** What the page said beside the charts. @type {Header | null} */
  #header = null;
  /** What was chosen when lines were lit last. @type {Chosen | null} */
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
    this.#bodies = [panels.loss.body, panels.weights.body];
    this.note = new ChartNote(panels.loss.body, () => this.places.enlarge("loss"));
    this.loss = new LiveChart(panels.loss.body, { seekPosition, point: () => {} }, this.note);
    this.weights = new LiveChart(panels.weights.body, { seekPosition, point: actions.point });
    this.choices = new ChartChoices(panels.loss.aside, axis, actions.choose);
    this.search = new WeightSearch(panels.weights.aside, () => this.#light());
    this.group = new WeightChoice(panels.weights.aside, () => this.#light());
    this.places = new ChartPlaces(panels);
    this.words = new ChartInWords(panels.loss.body);
  }

  /** @param {Description} run */
  arrange(run) {
    const { header, choices, hidesFuture, timeline, chosen, assets } = this.#store;
    if (run !== this.#run) this.#offer(run);
    if (choices) this.choices.show(choices);
    this.places.title("loss", chartTitle(run.measures, choices), LOSS, assets?.glossary ?? {});
    if (header && header !== this.#header) this.#say(header);
    for (const chart of [this.loss, this.weights]) chart.hideFuture(hidesFuture);
    this.#hideOther();
    this.words.hide(hidesFuture);
    this.#markChanges(run.changes, timeline.scale);
    if (chosen !== this.#lit) this.#light();
    this.#queue();
  }

  /** @param {Moment} moment */
  draw(moment) {
    this.#moment = moment;
    const { run, timeline } = this.#store;
    const position = positionOf(moment.epoch, timeline.scale);
    const isOfRun = this.#drawn !== null && this.#drawn.run === run?.number;
    const showsLoss = isOfRun && this.#drawn?.choices.measure === "loss";
    this.loss.move(position, showsLoss ? ({ label }) => (label === TRAINING ? moment.loss : undefined) : undefined);
    this.weights.move(position, isOfRun ? ({ parameter }) => moment.parameters[parameter ?? -1] : undefined);
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

  /** @param {Header} header */
  #say(header) {
    this.#header = header;
    if (this.note.show([header.chart_note, this.#drawn?.loss.layout.meta.note ?? ""])) this.loss.placeNames();
  }

  /** Where something else was opened, what the charts still show is of no run on the page. */
  #hideOther() {
    const { run, header } = this.#store;
    const isOther = this.#drawn !== null && this.#drawn.run !== run?.number && this.#drawnOf !== header?.opened;
    for (const body of this.#bodies) body.classList.toggle("is-of-another", isOther);
  }

  /** @param {Description["changes"]} changes of the run that is shown @param {EpochScale} scale */
  #markChanges(changes, scale) {
    if (changes === this.#marked?.changes && scale === this.#marked.scale) return;
    this.#marked = { changes, scale };
    /** @type {[position: number, text: string][]} */
    const marks = changesByEpoch(changes).map(([epoch, text]) => [positionOf(epoch, scale), text]);
    for (const chart of [this.loss, this.weights]) chart.mark(marks);
  }

  /** The line of the parameter that is pointed at, or those of a neuron, or those that are looked for. */
  #light() {
    const { chosen } = this.#store;
    this.#lit = chosen;
    const pointed = this.#pointed(chosen);
    this.group.tell(pointed?.size ?? null);
    this.weights.light(pointed ?? this.search.found ?? this.group.chosen);
  }

  /** @param {Chosen} chosen @returns {Set<number> | null} */
  #pointed({ parameter, pointed, panel }) {
    if (parameter !== null) return new Set([parameter]);
    const of = pointed ?? subjectOf(panel, "curve");
    return of && this.#run ? parametersOf(this.#run, of) : null;
  }

  /** Let the newest charts be drawn, one after the other, and only the newest of those that wait. */
  #queue() {
    const { run, charts, theme, assets, timeline } = this.#store;
    if (!run || !theme || !assets) return;
    if (run.finished && run.exactEpoch === timeline.epoch) this.#begin();
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
    const { assets, timeline, run, header } = this.#store;
    if (!assets || !run?.description) return;
    const style = { dark: theme.dark ? assets.dark_for_light : null, config: assets.plotly_config };
    const names = namesOf(run.description);
    const title = chartTitle(run.description.measures, charts.choices);
    const trained = epochText(charts.trained);
    const axes = { scale: timeline.scale, subject: JSON.stringify(charts.choices) };
    const loss = await this.loss.draw(Plotly, charts.loss, { ...style, ...axes, label: `${title}, epoch 0 to ${trained}` });
    this.words.show(charts.loss, title);
    await new Promise(requestAnimationFrame);
    this.group.show(charts.weights.data, names.length, charts.weights.layout.meta.note);
    const label = `${names.length} weights and biases, epoch 0 to ${trained}`;
    axes.subject = JSON.stringify(names);
    this.#cost = loss + (await this.weights.draw(Plotly, charts.weights, { ...style, ...axes, label }));
    this.#drawn = charts;
    this.#drawnOf = header?.opened;
    this.#hideOther();
    this.#drawnTheme = theme;
    if (header) this.#say(header);
    this.#light();
    // The lines are those of its run now.
    if (this.#moment) this.draw(this.#moment);
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
