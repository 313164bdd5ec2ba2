// One chart: drawn when it first appears, handed a new figure whenever the page has one, recoloured with the theme.
import { loadPlotly } from "./plotly_library.js";
import { isDark, recoloured } from "./recolour.mjs";

// A request that the connection has lost is made again after this many milliseconds.
const PATIENCE = 3000;
const REMOVED = -1;

/** @type {WeakMap<Element, Chart>} */
const charts = new WeakMap();

class Chart {
  /** @param {HTMLElement} parent */
  constructor(parent) {
    this.box = parent.appendChild(document.createElement("div"));
    this.box.className = "playground-chart";
    this.box.setAttribute("role", "img");
    this.plot = this.box.appendChild(document.createElement("div"));
    // Plotly's own pictures have no names; the box speaks for them.
    this.plot.setAttribute("aria-hidden", "true");
    this.drawn = 0;
    this.waiting = undefined;
  }

  /**
   * @param {{figure: any, config: any, dark: Record<string, string>, label: string, plotly: string,
   *   next_turn: number | null}} data
   * @param {(turn: number) => void} ask asks Python for the next figure
   */
  async draw(data, ask) {
    const turn = ++this.drawn;
    clearTimeout(this.waiting);
    this.box.setAttribute("aria-label", data.label);
    this.box.style.minHeight = `${data.figure.layout.height}px`;
    const Plotly = await loadPlotly(data.plotly);
    // While the library was loading a newer figure may have come.
    if (turn !== this.drawn) return;
    const background = getComputedStyle(this.box).getPropertyValue("--st-background-color");
    const figure = isDark(background) ? recoloured(data.figure, data.dark) : data.figure;
    try {
      await Plotly.react(this.plot, figure.data, figure.layout, data.config);
    } catch (error) {
      // Streamlit sometimes takes the chart away between two runs while Plotly is drawing it; nobody will miss this one.
      if (this.drawn === REMOVED) return;
      throw error;
    }
    this.box.dataset.drawn = String(turn);
    // A newer figure asks for itself; two who ask would go on asking after the run has ended.
    if (data.next_turn !== null && turn === this.drawn) this.#askFor(data.next_turn, ask);
  }

  #askFor(turn, ask) {
    ask(turn);
    this.waiting = setTimeout(() => this.#askFor(turn, ask), PATIENCE);
  }

  remove() {
    this.drawn = REMOVED;
    clearTimeout(this.waiting);
    if (globalThis.Plotly) globalThis.Plotly.purge(this.plot);
    this.box.remove();
  }
}

export default function mount({ data, parentElement, setTriggerValue }) {
  let chart = charts.get(parentElement);
  if (!chart) {
    chart = new Chart(parentElement);
    charts.set(parentElement, chart);
  }
  chart.draw(data, (turn) => setTriggerValue("next_turn", turn));
  return () => {
    charts.get(parentElement)?.remove();
    charts.delete(parentElement);
  };
}
