// What somebody guesses while the future is hidden, and what is said of it when that has come.
import { wantedText } from "../model/classes.mjs";
import { epochText, numberText, shownNumber } from "../shared/wording.mjs";
import { allOf, are, howManyRight, lowered, rowsNamed } from "./counted_words.mjs";
import { guessedAt } from "./sketch.mjs";
/**
 * @import { Description } from "../shared/types"
 * @import { Asked } from "./question.mjs"
 * @import { Scene, Ending } from "./scene.mjs"
 * @import { Drawn } from "./sketch.mjs"
 */

/**
 * @typedef {object} Guess
 * @property {number} run the number of the run it was made for
 * @property {Asked | null} asks what was asked when it was made
 * @property {number | null} answer a row's place in the table, or 1 for yes and 0 for no
 * @property {Drawn | null} sketch of the loss curve
 */

/** So many rows have a button each. */
const MOST_BUTTONS = 8;

/**
 * What can be answered to a question, or nothing.
 * @param {Asked | null} asks @param {number[]} rowNumbers
 * @returns {{value: number, label: string, name: string}[]} what it stands for, a short text, and its whole name
 */
export function answersTo(asks, rowNumbers) {
  if (asks === "whether") return [{ value: 1, label: "Yes", name: "Guess yes" }, { value: 0, label: "No", name: "Guess no" }];
  if (asks !== "row" || rowNumbers.length > MOST_BUTTONS) return [];
  return rowNumbers.map((number, value) => ({ value, label: String(number), name: `Guess row ${number}` }));
}

/** So few rows have room for their cells, if these are so short, and on a phone for the word "row". */
export const ROWS_IN_SHORT = 4;
const SHORT = 7;

/**
 * What the rows are, where all of them can be said in a few characters, such as "0 0 1→0".
 * @param {Pick<Description, "train" | "classes" | "target_names">} run
 * @returns {string[]} empty where they cannot
 */
export function rowsInShort(run) {
  const { train } = run;
  if (train.targets.length > ROWS_IN_SHORT) return [];
  const cells = (/** @type {readonly number[]} */ numbers) => numbers.map((number) => shownNumber(number)).join(" ");
  const rows = train.targets.map((targets, row) => `${cells(train.inputs[row])}→${wantedText(run, targets, shownNumber)}`);
  return rows.every((text) => text.length <= SHORT) ? rows : [];
}

/**
 * Since which epoch each row is right for good: 0 if it always was, Infinity if it is not right in the end.
 * @param {Ending} ending @returns {number[] | null} null where flips are not known
 */
export function rightForGood({ verdicts, flips }) {
  if (flips === null) return null;
  return verdicts.map((verdict, row) => {
    if (verdict !== "right") return Infinity;
    return flips.findLast(([, rows]) => rows.includes(row))?.[0] ?? 0;
  });
}

/**
 * What stands beside a guess: the truth once the moment has reached it, and the guess alone until then.
 * @param {Scene} scene
 * @returns {string | null}
 */
export function guessInWords(scene) {
  const { guess, run } = scene;
  if (!guess || guess.answer === null) return null;
  const isRow = guess.asks !== "whether";
  const said = isRow ? `row ${run.train.row_numbers[guess.answer]}` : guess.answer ? "yes" : "no";
  if (scene.moment.epoch === 0) return `Your guess: ${said}. Press Train to see.`;
  return (isRow ? rowInWords : whetherInWords)(scene, guess.answer, said) ?? `Your guess: ${said}.`;
}

/**
 * What stands beside a sketched loss curve where the play-head rests: what was drawn for this epoch, and what it came to be.
 * @param {Scene} scene
 * @returns {[string, string] | null} a sentence, and a shorter one
 */
export function sketchInWords({ guess, epoch, end, loss, isMoving }) {
  const drawn = guess?.sketch;
  if (!drawn || drawn.axes.measure !== "loss" || isMoving || epoch === 0 || loss === null || !Number.isFinite(loss)) return null;
  const guessed = guessedAt(drawn, epoch, loss);
  if (!guessed) return null;
  const where = epoch >= end ? "at the end" : `at epoch ${epochText(epoch)}`;
  const truth = { nearly: "nearly that", higher: "higher", lower: "lower" }[guessed.truth];
  const [drawnLoss, shown] = [numberText(guessed.value, 2), shownNumber(loss)];
  return [`You guessed a loss of ${drawnLoss} ${where}; it is ${truth}: ${shown}.`, `You drew a loss of ${drawnLoss}; it is ${shown}.`];
}

/** @param {Scene} scene @param {number} row @param {string} said @returns {string | null} null as long as it is not known */
function rowInWords({ run, epoch, end, ending }, row, said) {
  const since = ending && rightForGood(ending);
  const last = since ? Math.max(...since) : Infinity;
  if (!since || epoch < Math.min(last, end)) return null;
  const truth = since.flatMap((at, place) => (at === last ? [place] : []));
  const named = rowsNamed(truth.map((place) => run.train.row_numbers[place]));
  if (last === 0) return `You guessed ${said}; no row was ever wrong.`;
  if (last === Infinity) {
    const isTrue = since[row] === Infinity;
    return isTrue && truth.length === 1
      ? `You guessed ${said}, and it is never right for good.`
      : `You guessed ${said}; in the end ${named} ${are(truth.length)} not right.`;
  }
  if (since[row] !== last) return `You guessed ${said}; it was ${named}, wrong until epoch ${epochText(last)}.`;
  return truth.length === 1
    ? `You guessed ${said}, and so it was: wrong until epoch ${epochText(last)}.`
    : `You guessed ${said}; it was ${named}, wrong until epoch ${epochText(last)}.`;
}

/** @param {Scene} scene @param {number} answer @param {string} said @returns {string | null} null as long as it is not known */
function whetherInWords({ epoch, end, ending }, answer, said) {
  if (!ending || epoch < end) return null;
  const judged = ending.verdicts.filter((verdict) => verdict !== null);
  const right = judged.filter((verdict) => verdict === "right").length;
  const isTrue = (right === judged.length) === Boolean(answer);
  const shown = right === judged.length ? `${allOf(judged.length, "row")} ${are(judged.length)} right` : lowered(howManyRight(right, judged.length));
  return `You guessed ${said}${isTrue ? ", and so it is" : ""}: in the end ${shown}.`;
}

/**
 * The answer that was given to what is asked of a run now; null where none was, or another question was asked then.
 * @param {Guess | null} guess @param {number | undefined} run @param {Asked | null} asks
 * @returns {number | null}
 */
export function answerTo(guess, run, asks) {
  return guess && guess.run === run && guess.asks === asks ? guess.answer : null;
}

/**
 * Another guess with something else in it; one that was made for another run counts no more.
 * @param {Guess | null} guess @param {number} run @param {Partial<Guess>} changed
 * @returns {Guess}
 */
export function withGuess(guess, run, changed) {
  const kept = guess?.run === run ? guess : { run, asks: null, answer: null, sketch: null };
  return Object.freeze({ ...kept, ...changed });
}
