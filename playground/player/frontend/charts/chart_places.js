// Which of the two charts is seen: both, one over the place of both, or one of them where there is room for one only.
import { withTerms } from "../glossary/term.js";
import { addTab, makeTabList, markTab } from "../shared/tab_list.js";
import { svgElement } from "../shared/svg.js";
/**
 * @import { Panel } from "../app/panels.js"
 */

/** @typedef {"loss" | "weights"} ChartName */

/** @type {ChartName[]} */
const CHARTS = ["loss", "weights"];
/** Two corners, pushed apart. */
const CORNERS = "M9 2h5v5M14 2 9.5 6.5M7 14H2V9M2 14l4.5-4.5";

export class ChartPlaces {
  /** @type {Record<ChartName, HTMLButtonElement>} */
  #buttons;
  /** @type {Record<ChartName, HTMLButtonElement[]>} */
  #tabs = { loss: [], weights: [] };
  /** @type {Record<ChartName, HTMLElement | null>} */
  #headings;
  /** @type {Record<ChartName, string>} */
  #titles = { loss: "Loss", weights: "Weights" };

  /** @param {Record<ChartName, Panel>} panels */
  constructor(panels) {
    this.root = /** @type {HTMLElement} */ (panels.loss.box.closest(".player"));
    this.#headings = { loss: panels.loss.head.querySelector("h3"), weights: panels.weights.head.querySelector("h3") };
    for (const name of CHARTS) this.#makeSwitch(panels[name], name);
    this.#buttons = { loss: this.#makeButton(panels.loss, "loss"), weights: this.#makeButton(panels.weights, "weights") };
    this.choose("loss");
    this.enlarge(null);
  }

  /**
   * Call a chart something else: it may measure something else.
   * @param {ChartName} name @param {string} title @param {string} usual the title that leaves it open what exactly is measured
   * @param {Record<string, string>} glossary
   */
  title(name, title, usual, glossary) {
    if (title === this.#titles[name]) return;
    this.#titles[name] = title;
    for (const tab of this.#tabs[name]) tab.replaceChildren(title);
    this.#headings[name]?.replaceChildren(...withTerms(title, glossary));
    this.#headings[name]?.parentElement?.classList.toggle("says-measure", title !== usual);
    this.#nameButton(name);
  }

  /** Let one chart have the place of both; null gives each its own. @param {ChartName | null} name */
  enlarge(name) {
    if (name === null) delete this.root.dataset.enlarged;
    else this.root.dataset.enlarged = name;
    for (const other of CHARTS) {
      this.#buttons[other].setAttribute("aria-pressed", String(other === name));
      this.#nameButton(other);
    }
  }

  /** Where there is room for one only, let it be this. @param {ChartName} name */
  choose(name) {
    this.root.dataset.chart = name;
    for (const other of CHARTS) {
      for (const tab of this.#tabs[other]) markTab(tab, other === name);
    }
  }

  /** @param {Panel} panel @param {ChartName} name */
  #makeButton(panel, name) {
    const button = panel.head.appendChild(document.createElement("button"));
    Object.assign(button, { type: "button", className: "enlarge" });
    const icon = svgElement("svg", { viewBox: "0 0 16 16", "aria-hidden": "true" }, button);
    svgElement("path", { d: CORNERS }, icon);
    button.addEventListener("click", () => this.enlarge(this.root.dataset.enlarged === name ? null : name));
    return button;
  }

  /** @param {ChartName} name */
  #nameButton(name) {
    const [button, text] = [this.#buttons[name], `Enlarge ${this.#titles[name]}`];
    button.setAttribute("aria-label", text);
    button.title = this.root.dataset.enlarged === name ? "Show both charts" : text;
  }

  /** A heading that is a switch: in each panel, because only one of the two is seen. @param {Panel} panel @param {ChartName} shown */
  #makeSwitch(panel, shown) {
    const list = makeTabList("chart-switch", "Chart");
    panel.body.id ||= `player-chart-${shown}`;
    panel.body.setAttribute("role", "tabpanel");
    panel.body.setAttribute("aria-labelledby", panel.head.querySelector("h3")?.id ?? "");
    for (const name of CHARTS) {
      const tab = addTab(list, "", this.#titles[name], () => this.#go(name));
      if (name === shown) tab.setAttribute("aria-controls", panel.body.id);
      this.#tabs[name].push(tab);
    }
    panel.head.prepend(list);
  }

  /** @param {ChartName} name whose own switch takes the focus: the other is hidden with its panel */
  #go(name) {
    this.choose(name);
    const tab = this.#tabs[name].find(({ parentElement }) => parentElement?.closest(`.panel-${name}`));
    tab?.focus({ preventScroll: true });
  }
}
