// Texts as far as they fit, cut so that those that differ can still be told apart.
import { textWidth } from "./text_width.mjs";

const CUT = "…";
/** So many characters of a name that is cut in its middle say what it is about. */
const START = 3;

/** A text as far as it fits. @param {string} text @param {number} fontSize @param {number} width pixels */
export function fittingText(text, fontSize, width) {
  const characters = Array.from(text);
  if (textWidth(text, fontSize) <= width) return text;
  const cut = (/** @type {number} */ most) => `${characters.slice(0, most).join("").trimEnd()}${CUT}`;
  let most = characters.length - 1;
  while (most > 1 && textWidth(cut(most), fontSize) > width) most -= 1;
  return cut(most);
}

/**
 * Names that stand together, each as far as it fits. Those that would read alike, cut at their ends, are cut where they can
 * be told apart: the words go that all of them begin with, or else their middle.
 * @param {string[]} names @param {number} fontSize @param {number} width pixels for each of them
 */
export function fittingTexts(names, fontSize, width) {
  const shown = names.map((name) => fittingText(name, fontSize, width));
  return names.map((name, place) => {
    const alike = [...new Set(names.filter((_, other) => shown[other] === shown[place]))];
    return alike.length === 1 ? shown[place] : tellingCut(alike, fontSize, width)(name);
  });
}

/** @param {string[]} alike @param {number} fontSize @param {number} width @returns {(name: string) => string} */
function tellingCut(alike, fontSize, width) {
  const words = sharedWords(alike);
  const withoutThem = (/** @type {string} */ name) => fittingText(CUT + name.slice(words), fontSize, width);
  const withoutMiddle = (/** @type {string} */ name) => cutInTheMiddle(name, fontSize, width);
  return words > 0 && new Set(alike.map(withoutThem)).size === alike.length ? withoutThem : withoutMiddle;
}

/** How many characters the words have that all names begin with. @param {string[]} names */
function sharedWords(names) {
  const [first, ...others] = names;
  const differs = Array.from(first, (_, place) => others.some((name) => name[place] !== first[place])).indexOf(true);
  return (differs < 0 ? first : first.slice(0, differs)).search(/[\p{L}\p{N}]*$/u);
}

/** @param {string} name @param {number} fontSize @param {number} width */
function cutInTheMiddle(name, fontSize, width) {
  const characters = Array.from(name);
  const cut = (/** @type {number} */ end) => (
    `${characters.slice(0, START).join("").trimEnd()}${CUT}${characters.slice(-end).join("").trimStart()}`
  );
  let end = characters.length - START - 1;
  while (end > 1 && textWidth(cut(end), fontSize) > width) end -= 1;
  return cut(end);
}
