// What may lie over the charts, whose place has room for one thing: each panel once, what it is of, and what of that a run has.
import { truthTableOf } from "../truth/truth_table.mjs";
/**
 * @import { Description, Header, Neuron, OverCharts, PanelOverCharts, PanelSubjects } from "../shared/types"
 * @import { Store } from "./store.mjs"
 */

/** @typedef {Pick<Description, "train" | "layer_sizes" | "parameters">} Having what is asked of a run */

/** @type {readonly PanelOverCharts[]} */
export const PANELS_OVER_CHARTS = [
  { name: "curve", title: "Neuron", toldAs: "neuron", has: ({ layer_sizes: sizes }, neuron) => isDrawn(sizes, neuron) },
  {
    name: "worked", title: "Worked example", toldAs: "worked", isTall: true,
    has: ({ parameters }, parameter) => parameter < parameters.length,
  },
  {
    name: "surface", title: "Loss over two weights", toldAs: "surface", isTall: true, comesIntoSight: true,
    has: ({ parameters }, two) => Math.max(...two) < parameters.length,
  },
  {
    name: "truth", title: "All rows of zeros and ones", isToldByName: true, isTall: true, comesIntoSight: true,
    isShown: ({ run }) => Boolean(run?.description && truthTableOf(run.description)),
  },
  { name: "gradient", title: "Check the gradient", isToldByName: true, isTall: true },
  { name: "why", title: "Why it failed, and what helps", isShown: ({ failure }) => failure !== null, comesIntoSight: true },
];

/**
 * What a panel is of, if it is the one that is wanted.
 * @template {keyof PanelSubjects} Name
 * @param {OverCharts | null} panel @param {Name} name
 * @returns {PanelSubjects[Name] | null}
 */
export function subjectOf(panel, name) {
  return panel?.name === name ? /** @type {PanelSubjects[Name]} */ (panel.of) : null;
}

/** The parameters that a panel is about. @param {OverCharts | null} panel @returns {readonly number[]} none where it is about something else */
export function parametersOf(panel) {
  const worked = subjectOf(panel, "worked");
  return worked === null ? (subjectOf(panel, "surface") ?? []) : [worked];
}

/** The panel if a run has what it is of; else none. @param {OverCharts | null} panel @param {Having} run */
export function panelWithin(panel, run) {
  return panel === null || (declarationOf(panel).has?.(run, /** @type {never} */ (panel.of)) ?? true) ? panel : null;
}

/** The panel, unless there is nothing to show in it at present. @param {Store} store @returns {PanelOverCharts | null} */
export function shownPanel(store) {
  const { panel } = store.chosen;
  const declared = panel === null ? null : declarationOf(panel);
  return declared === null || (declared.isShown?.(store) ?? true) ? declared : null;
}

/**
 * Whether a panel has just been laid there by somebody and is to come into sight: not one that is there again with another run.
 * @typedef {{panel: OverCharts | null, shown: PanelOverCharts | null, opened: number}} Laid what is wanted, what of it is shown, and in what was opened
 * @param {Laid} before @param {Laid} now
 */
export function comesIntoSight(before, now) {
  if (now.shown === before.shown || now.opened !== before.opened || isSamePanel(now.panel, before.panel)) return false;
  return Boolean(now.shown?.comesIntoSight);
}

/** What lies there when something is opened. @param {NonNullable<Header["opens_at"]>} opensAt @returns {OverCharts | null} */
export function openedPanel(opensAt) {
  const opened = TOLD.find(({ toldAs }) => (opensAt[toldAs] ?? null) !== null);
  if (opened) return /** @type {OverCharts} */ ({ name: opened.name, of: opensAt[opened.toldAs] });
  const named = PANELS_OVER_CHARTS.find(({ name, isToldByName }) => isToldByName && name === opensAt.panel);
  return named ? /** @type {OverCharts} */ ({ name: named.name, of: true }) : null;
}

/** The same as Python is told of it, to be opened with again. @param {OverCharts | null} panel */
export function toldOf(panel) {
  const isNamed = panel !== null && declarationOf(panel).isToldByName;
  return { ...Object.fromEntries(TOLD.map(({ name, toldAs }) => [toldAs, subjectOf(panel, name)])), panel: isNamed ? panel.name : null };
}

/** @param {OverCharts | null} one @param {OverCharts | null} other */
export const isSamePanel = (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other);

const TOLD = PANELS_OVER_CHARTS.flatMap(({ name, toldAs }) => (toldAs ? [{ name, toldAs }] : []));

/** @param {OverCharts} panel @returns {PanelOverCharts} */
function declarationOf({ name }) {
  const declared = PANELS_OVER_CHARTS.find((each) => each.name === name);
  if (!declared) throw new Error(`There must be a panel that is called ${name}.`);
  return declared;
}

/** Whether a network has a neuron, or an input. @param {number[]} sizes of its layers @param {Neuron} neuron */
export const isDrawn = (sizes, { layer, index }) => index < (sizes[layer] ?? 0);
