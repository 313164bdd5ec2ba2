// What is said of a lesson that is open: where one is in it, and what became of a guess.
import { isBlank, readNumber, refusalText, withPlainCharacters } from "../shared/number_parsing.mjs";
import { epochText } from "../shared/wording.mjs";
/** @import { TaughtScene } from "../shared/types" */

/** Such as "4.56 · 10⁻⁹" or "10¹²". */
const POWER_OF_TEN = /(?:([\d.]+) · )?10([⁻⁰¹²³⁴⁵⁶⁷⁸⁹]+)/;
/** A run's number without decimals, such as an epoch. */
const WHOLE = /^-?[\d,]+$/;
/** One mark before three digits: elsewhere they may be decimals. */
const ONE_GROUP = /^([+-]?[1-9]\d{0,2})[.,](\d{3})$/;
/** Half of a decimal, such as 0.00005, is itself no exact number. */
const ROUNDING = 1e-9;

/** @typedef {Readonly<Record<string, string>>} SceneGuesses what somebody has guessed, by the keys of scenes */

/** What a scene is called where guesses are kept. @param {TaughtScene} scene */
export const keyOf = ({ name, scene }) => `${name} ${scene}`;

/** @param {TaughtScene} scene @returns {string} such as "2 of 6" */
export const placeText = ({ scene, scenes }) => `${scene} of ${scenes}`;

/**
 * The number that somebody types as a guess, as it is kept and said again. Where a whole number is asked for, such as an epoch,
 * a mark before three digits stands between thousands, and the guess is said as the page writes it.
 * @param {Pick<NonNullable<TaughtScene["question"]>, "truth">} question @param {string} text
 * @returns {{guess: string} | {refusal: string}}
 */
export function typedGuess({ truth }, text) {
  if (isBlank(text)) return { refusal: "Type a number first." };
  const plain = withPlainCharacters(text);
  const isWhole = WHOLE.test(withPlainCharacters(truth));
  const read = readNumber(isWhole ? plain.replace(ONE_GROUP, "$1$2") : plain);
  if (typeof read !== "number") return { refusal: refusalText(text, read, "A guess must be a number") };
  return { guess: isWhole && Number.isSafeInteger(read) ? epochText(read).replace("-", "−") : text.trim() };
}

/**
 * The guess of a scene beside the truth, which the run has computed.
 * @param {NonNullable<TaughtScene["question"]>} question @param {string} guess
 * @returns {string} such as "You said row 2; the run says row 3."
 */
export function verdictText(question, guess) {
  if (isTrue(question, guess)) return `You said ${guess}, and so it is.`;
  const isRight = isRounded(question, guess) ? ", right as far as it goes" : "";
  return `You said ${guess}${isRight}; the run says ${question.truth}.`;
}

/**
 * Whether a guess is the truth: a choice that is the same, or a number that would be written with the same decimals. A whole
 * number is exact, as in a claim: see playground/lessons/claim.py.
 * @param {NonNullable<TaughtScene["question"]>} question @param {string} guess
 */
function isTrue({ choices, truth }, guess) {
  if (guess === truth || choices.length > 0) return guess === truth;
  const written = plainDigits(truth);
  return Math.abs(valueOf(guess) - valueOf(written)) <= halfOfTheLast(written);
}

/**
 * Whether a guess is the truth rounded to the decimals that it has.
 * @param {NonNullable<TaughtScene["question"]>} question @param {string} guess
 */
function isRounded({ choices, truth }, guess) {
  if (choices.length > 0) return false;
  const said = withPlainCharacters(guess).replace(",", ".");
  return Math.abs(valueOf(said) - valueOf(plainDigits(truth))) <= halfOfTheLast(said);
}

/** A number as the page writes it, in digits that are read. @param {string} text */
function plainDigits(text) {
  return withPlainCharacters(text).replaceAll(",", "").replace(POWER_OF_TEN, inPlainDigits);
}

/** @param {string} text @returns {number} not a number where it writes none */
function valueOf(text) {
  const read = readNumber(text);
  return typeof read === "number" ? read : NaN;
}

/** Half of the last decimal that is written; a whole number is exact. @param {string} written in plain digits */
function halfOfTheLast(written) {
  const [, decimals, exponent] = /^[^.e]*(?:\.(\d+))?(?:e(.+))?$/.exec(written) ?? [];
  return decimals ? 0.5 * 10 ** (Number(exponent ?? 0) - decimals.length) * (1 + ROUNDING) : 0;
}

/** @param {string} _whole @param {string | undefined} factor @param {string} power in raised digits */
function inPlainDigits(_whole, factor, power) {
  return `${factor ?? "1"}e${Array.from(power, (digit) => "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(digit)).join("").replace("-1", "-")}`;
}

/**
 * Guesses with another one, or without the one of a scene.
 * @param {SceneGuesses} guesses @param {TaughtScene} scene @param {string | null} guess
 * @returns {SceneGuesses}
 */
export function withSceneGuess(guesses, scene, guess) {
  const key = keyOf(scene);
  const others = Object.fromEntries(Object.entries(guesses).filter(([other]) => other !== key));
  return guess === null ? others : { ...others, [key]: guess };
}

/**
 * All that is read of a scene at the moment, as a screen reader hears it.
 * @param {TaughtScene} scene @param {string | null} guess
 */
export function spokenText(scene, guess) {
  const { question } = scene;
  const said = question && guess !== null ? [verdictText(question, guess), question.answer] : [scene.text, question?.text ?? ""];
  return [`Scene ${placeText(scene)}: ${scene.heading}.`, ...said].filter(Boolean).join(" ");
}

/**
 * The guesses that a browser has kept as a text; none where it is no such text.
 * @param {string | null} text
 * @returns {SceneGuesses}
 */
export function guessesFrom(text) {
  try {
    const given = JSON.parse(text ?? "{}");
    const entries = Object.entries(given ?? {}).filter(([, guess]) => typeof guess === "string");
    return Object.fromEntries(/** @type {[string, string][]} */ (entries));
  } catch {
    return {};
  }
}
