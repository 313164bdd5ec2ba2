// How much of its line each part of an answer gets. What cannot stand beside the others is left out in a fixed order, and
// the output and its mark never are, but for several outputs where the class that they call has a name; a line keeps its
// height.

/** Pixels between two parts of a line, and at its ends. */
export const GAP = 6;
export const EDGE = 4;
/** Below this the track says nothing. Half of a mark at each of its ends stands outside of it. */
export const [SHORTEST_TRACK, TRACK_MARGIN] = [28, 7];
/** In digits of the output: a padding around the row's number, an arrow, "undecided" in small letters. */
const [NUMBER_PADDING, ARROW, WORD] = [1.5, 2.3, 7.4];
/** The same where there is least room: the padding, and a mark alone. */
const [TIGHT_PADDING, MARK] = [0.8, 2.3];
/** How much narrower than a digit the point in a number is. */
const POINT = 0.4;
/** How much smaller than the output the number before it is written, the row's number, and the output in least room. */
const [SMALL, TIGHT_SIZE] = [0.87, 0.9];

/**
 * @typedef {object} Line what a line holds
 * @property {number} width in pixels
 * @property {number} digit width of a digit of the output, in pixels
 * @property {number} numberDigits of the largest row number
 * @property {number} characters of the longest output
 * @property {number} charactersBefore of the longest one of the run before; 0 without such a run
 * @property {number} outputs how many there are
 * @property {number} word digits that the verdict takes in words; 0 where nothing is judged
 * @property {number[]} [derived] characters of each derived input
 * @property {boolean} [isNamed] whether the verdict says what the outputs call
 * @property {boolean} [isLow] whether two numbers above each other would make it higher: rather the verdict is a mark alone
 *
 * @typedef {object} Layout of all lines of a table; in pixels
 * @property {number[]} derived of each derived input; none where there is no room for them
 * @property {number} number @property {number} answer of one output, with the one before; 0 where the verdict stands for all of them @property {number} output
 * @property {number} track 0 where there is no room for it; with its margins @property {number} verdict
 * @property {"beside" | "above" | "none"} before where the number before stands
 * @property {boolean} isTight whether all is written smaller, and the mark has no room for a word
 * @property {boolean} isMarkAlone whether the mark has no room for a word
 * @property {number} width of all together; larger than what there is if even the least does not fit
 */

/**
 * @param {Line} line
 * @returns {Layout}
 */
export function lineLayout(line) {
  const { width, outputs } = line;
  const one = line.isLow ? [TRACK, NO_TRACK, MARK_ALONE, TIGHT_BESIDE, TIGHT] : [TRACK, TRACK_ABOVE, NO_TRACK, ABOVE, TIGHT];
  const tries = outputs === 1 ? one : line.isNamed ? [NO_TRACK, ABOVE, NAME] : [NO_TRACK, ABOVE];
  const choices = line.derived?.length ? [...tries.map((choice) => ({ ...choice, derived: true })), ...tries] : tries;
  const layouts = choices.map((choice) => minimal(line, choice));
  const layout = layouts.find(({ width: needed }) => needed <= width) ?? layouts[layouts.length - 1];
  const rest = Math.max(0, width - layout.width);
  if (layout.track > 0) layout.track += rest;
  else if (layout.answer > 0) layout.answer += rest / outputs;
  else layout.verdict += rest;
  layout.width += rest;
  return layout;
}

/**
 * The characters that a line has room for in the next run with the same table: as many as before, so that nothing moves, unless
 * that would leave it without its track for numbers that are no longer there.
 * @param {Line} line with the characters of the next run @param {number} before @returns {number}
 */
export function keptCharacters(line, before) {
  if (before <= line.characters) return line.characters;
  const [fresh, kept] = [line.characters, before].map((characters) => lineLayout({ ...line, characters }));
  return fresh.track > 0 && kept.track === 0 ? line.characters : before;
}

/** What is usual of a digit's width, in pixels, and of the digits of an output. */
const [DIGIT, USUAL_OUTPUT] = [8, 7];

/** The pixels that a few rows with so many outputs, of which no class is called, need beside their editor. @param {number} outputs */
export function leastBeside(outputs) {
  return lineLayout({ width: 0, digit: DIGIT, numberDigits: 1, characters: USUAL_OUTPUT, charactersBefore: 0, outputs, word: 0 }).width;
}

/** @typedef {{track: boolean, above: boolean, tight: boolean, mark?: boolean, name?: boolean, derived?: boolean}} Choice */
const TRACK = { track: true, above: false, tight: false };
/** The number before above the output leaves the track its room. */
const TRACK_ABOVE = { track: true, above: true, tight: false };
const NO_TRACK = { track: false, above: false, tight: false };
const ABOVE = { track: false, above: true, tight: false };
const TIGHT = { track: false, above: true, tight: true };
const MARK_ALONE = { track: false, above: false, tight: false, mark: true };
const TIGHT_BESIDE = { track: false, above: false, tight: true };
/** The name of the class stands for all outputs. */
const NAME = { track: false, above: true, tight: false, name: true };

/** @param {Line} line @param {Choice} choice @returns {Layout} */
function minimal({ digit, numberDigits, characters, charactersBefore, outputs, word, derived: values = [] }, choice) {
  const { track, above, tight, name = false } = choice;
  const isMarkAlone = tight || choice.mark === true;
  const small = SMALL * digit;
  const derived = choice.derived ? values.map((count) => count * small) : [];
  const number = numberDigits * small + (tight ? TIGHT_PADDING : NUMBER_PADDING) * digit;
  const size = tight ? TIGHT_SIZE : 1;
  const isBeside = charactersBefore > 0 && !above;
  const before = charactersBefore && (charactersBefore - POINT) * small * (isBeside ? size : 1);
  const output = (characters - POINT) * digit * size;
  const answer = name ? 0 : isBeside ? before + ARROW * digit * size + output : Math.max(before, output);
  const verdict = word === 0 ? 0 : (isMarkAlone ? MARK : Math.max(word, WORD)) * digit;
  const shortest = track ? SHORTEST_TRACK + 2 * TRACK_MARGIN : 0;
  const parts = [...derived, number, ...new Array(outputs).fill(answer), shortest, verdict].filter((part) => part > 0);
  const width = parts.reduce((sum, part) => sum + part, 0) + (parts.length - 1) * GAP + 2 * EDGE;
  const place = before === 0 || name ? "none" : isBeside ? "beside" : "above";
  return { derived, number, answer, output, track: shortest, verdict, before: place, isTight: tight, isMarkAlone, width };
}
