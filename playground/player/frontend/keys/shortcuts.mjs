// Every key of the page, once: what it does, where it works, and what the list of keys says of it.
/** @import { Actions } from "../shared/types" */

/**
 * @typedef {"train" | "play" | "step" | "back" | "reset" | "previousFlip" | "nextFlip" | "hideFuture" | "newWeights" | "undo"
 *   | "redo" | "uncover" | "toggleProjector" | "toggleWorked" | "toggleCode" | "toggleSurface" | "toggleGradientCheck" | "nextScene"
 *   | "previousScene" | "showKeys" | "showSigns"} ShortcutName an action of the player, or of the list of keys
 *
 * @typedef {object} Shortcut
 * @property {ShortcutName} does
 * @property {string[]} keys as in KeyboardEvent.key: they work wherever nothing is typed
 * @property {string[]} [politeKeys] these only where the browser or a part of the page has no use for them
 * @property {string[]} [projectorKeys] these only on a projector, as a remote control sends them
 * @property {string[]} [coverKeys] these only while something lies over the charts, and before all others
 * @property {string} text what it does, as the list says it
 * @property {boolean} [once] a key that is held down does it once: a run is trained for each of these
 */

/** @typedef {{title: string, shortcuts: Shortcut[]}} Group */

/** @type {ReadonlyArray<Group>} */
export const SHORTCUTS = [
  {
    title: "Time",
    shortcuts: [
      { does: "train", keys: ["t"], text: "Train: play from epoch 0", once: true },
      { does: "play", keys: ["k"], politeKeys: [" "], text: "Play or pause" },
      { does: "step", keys: ["."], politeKeys: ["ArrowRight"], text: "One epoch on" },
      { does: "back", keys: [","], politeKeys: ["ArrowLeft"], text: "One epoch back" },
      { does: "reset", keys: ["0"], text: "To epoch 0" },
      { does: "nextFlip", keys: ["l"], projectorKeys: ["PageDown"], text: "Next flip: a row changes class (Page Down on a projector)" },
      { does: "previousFlip", keys: ["j"], projectorKeys: ["PageUp"], text: "Previous flip (Page Up on a projector)" },
    ],
  },
  {
    title: "The run",
    shortcuts: [
      { does: "newWeights", keys: ["n"], text: "New starting weights", once: true },
      { does: "undo", keys: ["z"], text: "Undo the last change", once: true },
      { does: "redo", keys: ["y", "Z"], text: "Redo what was undone", once: true },
    ],
  },
  {
    title: "The page",
    shortcuts: [
      { does: "nextScene", keys: [">"], text: "In a lesson: the next scene", once: true },
      { does: "previousScene", keys: ["<"], text: "In a lesson: the scene before", once: true },
      { does: "toggleWorked", keys: ["w"], text: "Work an update of a weight, number by number", once: true },
      { does: "toggleCode", keys: ["a"], text: "As code: the lines of Python that train this network", once: true },
      { does: "toggleGradientCheck", keys: ["g"], text: "Check the gradient: every derivative beside a measured one", once: true },
      { does: "toggleSurface", keys: ["o"], text: "The loss over two weights, from above and as a relief", once: true },
      { does: "uncover", keys: [], coverKeys: ["Escape"], text: "Close what lies over the charts or the output" },
      { does: "hideFuture", keys: ["h"], text: "Hide the future, to guess it", once: true },
      { does: "toggleProjector", keys: ["p"], projectorKeys: ["Escape"], text: "Projector: big type, for a class (Escape leaves it)", once: true },
      { does: "showKeys", keys: ["?"], text: "This list", once: true },
      { does: "showSigns", keys: ["s"], text: "How to read it: what every sign means", once: true },
    ],
  },
];

/**
 * Keys that a part of the page has for itself while it has the focus.
 * @type {ReadonlyArray<{where: string, keys: string[], text: string}>}
 */
export const KEYS_IN_PLACES = [
  { where: "In the network", keys: ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight"], text: "to the next neuron or weight" },
  { where: "In the network", keys: ["Enter"], text: "type a weight and see how it learns, or open a neuron’s curve" },
  { where: "At a weight", keys: ["ArrowUp", "ArrowDown"], text: "a little more, a little less" },
  { where: "At a row", keys: ["ArrowUp", "ArrowDown"], text: "to the next row" },
  { where: "At a row in the picture", keys: ["Delete"], text: "takes it out of the table" },
  { where: "At a number of a worked line", keys: ["Enter", "ArrowUp", "ArrowDown"], text: "blanks it, to be worked; to the next one" },
  { where: "At a blank number", keys: ["Enter"], text: "checks what is typed" },
  { where: "At the epoch slider", keys: ["ArrowLeft", "ArrowRight", "Home", "End"], text: "through the epochs" },
  { where: "Anywhere", keys: ["Escape"], text: "puts back what is dragged" },
];

/** @type {Record<string, string>} */
const NAMES = {
  " ": "Space", ArrowLeft: "←", ArrowRight: "→", ArrowUp: "↑", ArrowDown: "↓", PageUp: "Page Up", PageDown: "Page Down", Delete: "Delete", Z: "Shift Z",
};

/** What is written on a key. @param {string} key as in KeyboardEvent.key */
export const keyName = (key) => NAMES[key] ?? (key.length === 1 ? key.toUpperCase() : key);

const ALL = SHORTCUTS.flatMap(({ shortcuts }) => shortcuts);

/**
 * @param {ShortcutName} does
 * @returns {Shortcut}
 */
function shortcutFor(does) {
  const found = ALL.find((shortcut) => shortcut.does === does);
  if (!found) throw new Error(`There must be a shortcut that does ${does}.`);
  return found;
}

/** What a button says of its key when it is pointed at. @param {ShortcutName} does @param {string} [text] */
export function titleOf(does, text = shortcutFor(does).text) {
  const { keys, politeKeys = [] } = shortcutFor(does);
  return `${text} (${[...keys.slice(0, 1), ...politeKeys].map(keyName).join(", ")})`;
}

/**
 * @typedef {object} Place where a key was pressed
 * @property {boolean} isTyping in a field, a table, a dialog: no key is a shortcut there
 * @property {boolean} isBusy on something with a use of its own for arrows and space
 * @property {boolean} isProjected on a projector
 * @property {boolean} isCovered while something lies over the charts
 */

/**
 * What a key does at a place; null if nothing.
 * @param {string} key @param {Place} place
 * @returns {Shortcut | null}
 */
export function shortcutAt(key, { isTyping, isBusy, isProjected, isCovered }) {
  if (isTyping) return null;
  const covers = (/** @type {Shortcut} */ { coverKeys = [] }) => isCovered && coverKeys.includes(key);
  const works = (/** @type {Shortcut} */ { keys, politeKeys = [], projectorKeys = [] }) =>
    keys.includes(key) || (!isBusy && politeKeys.includes(key)) || (isProjected && projectorKeys.includes(key));
  return ALL.find(covers) ?? ALL.find(works) ?? null;
}

/** Whether the place a key is pressed at comes before the shortcut: what writes nothing has uses of its own. @param {string} key */
export const isPolite = (key) => key === " " || key.length > 1;
