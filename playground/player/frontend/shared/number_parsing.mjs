// Numbers the way people write them: the twin of nncore/data/number_parsing.py, for a number that stands alone.
// Both are held to tests/nncore/data/typed_number_cases.json.
import { cellText } from "./wording.mjs";

/** @typedef {{reason: string, mend: string | null}} Unreadable why a text is not read as a number, and what to do */

const SPACES = /[\u00a0\u2002-\u200a\u202f\u205f\u3000]/g;
const DASHES = /[\u2010-\u2014\u2212]/g;
const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;
const FULL_WIDTH_OFFSET = 0xfee0;
/** Of the scripts that have digits of their own: the other nine follow each. */
const ZEROS = [..."٠۰०০੦૦୦௦౦೦൦๐໐༠၀០᠐"].map((zero) => zero.charCodeAt(0));
const OTHER_DIGIT = new RegExp(
  `[${ZEROS.map((zero) => `${String.fromCharCode(zero)}-${String.fromCharCode(zero + 9)}`).join("")}]`, "g",
);

const EXPONENT = "(?<exponent>(?:[eE][+-]?\\d+)?)";
/** Thousands in threes, or lakhs and crores: 1,00,000. */
const GROUPED = new RegExp(
  "^(?<sign>[+-]?) ?(?<whole>[1-9]\\d{0,2}(?<group>[ '_.,])" +
    "(?:\\d{3}(?:\\k<group>\\d{3})*|(?<=,)(?<!\\d{3},)\\d\\d(?:,\\d\\d)*,\\d{3})(?![eE]))" +
    `(?:(?!\\k<group>)(?<mark>[.,])(?<fraction>\\d*))?${EXPONENT}$`,
);
const UNGROUPED = new RegExp(
  `^(?<sign>[+-]?) ?(?=[.,]?\\d)(?<whole>\\d*)(?:(?<mark>[.,])(?<fraction>\\d*))?${EXPONENT}$`,
);

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
/** A power of ten as people, Fortran and Mathematica write it, or a dash for the decimals of a price. */
const ENDING_OTHERWISE = new RegExp(
  "(?<=[\\d.,])(?: ?[x×*·⋅] ?10(?:\\^\\(?(?<power>[+-]?\\d{1,3})\\)?|(?<raised>[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}))" +
    "|(?:\\*\\^|[dD](?=[+-]))(?<exponent>[+-]?\\d{1,3})|(?<=\\d)(?<mark>[.,])--?)$",
);
/** Characters: what has more is looked at no further. */
const LONGEST_ENDING = 20;
const VULGAR_FRACTIONS = /[¼-¾⅐-⅞]/g;
const WHOLE_AND_FRACTION = /^(?:(?<whole>-?\d+) (?=\d))? ?(?<above>[^/]+)\/(?<below>[^/]+)$/;
const NUMBER_AND_NOTE = /^(?<number>[^[*†‡§]*\d)\s?(?:(?:\[[a-z]\]|\[\d{1,3}\])+|[*†‡§]{1,3})$/;
const RAISED_DOT = /^([+-]?\d{1,15})[·⋅](\d{1,15})$/;

const TRUTH_WORDS = [["true", "false"], ["yes", "no"], ["on", "off"]];
const NOT_FINITE = ["inf", "infinity", "∞", "nan"];
/** Digits of an offer, so that 0.7 % is offered as 0.007 and not as 0.006999999999999999. */
const OFFERED_DIGITS = 12;
const LONGEST_QUOTE = 40;

/**
 * The finite number that a text writes, or why it is not read as one.
 * @param {string} text
 * @returns {number | Unreadable}
 */
export function readNumber(text) {
  const plain = withPlainCharacters(text);
  const written = match(plain);
  return written ? valueOf(written) : whyNot(plain);
}

/**
 * Whether nothing can be seen in a text.
 * @param {string} text
 */
export function isBlank(text) {
  return withPlainCharacters(text) === "";
}

/**
 * A text as it is quoted: one short line.
 * @param {string} text
 */
export function shown(text) {
  const short = [...text.trim()];
  const cut = short.length <= LONGEST_QUOTE ? short.join("") : `${short.slice(0, LONGEST_QUOTE - 1).join("").trimEnd()}…`;
  return cut.replace(/[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/gu, " ");
}

/**
 * Why a text is not read, in sentences.
 * @param {string} text @param {Unreadable} why
 * @param {string} wanted what any number would meet, such as "A weight must be a number such as 0.5"
 */
export function refusalText(text, { reason, mend }, wanted) {
  return mend ? `"${shown(text)}" ${reason}. ${mend}.` : `${wanted}. Got "${shown(text)}".`;
}

/** A text with plain signs for those of print and of other scripts, and without what cannot be seen. @param {string} text */
export function withPlainCharacters(text) {
  return withPlainEnding(text
    .replace(FULL_WIDTH, (wide) => String.fromCharCode(wide.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replace(SPACES, " ")
    .replace(DASHES, "-")
    .replace(INVISIBLE, "")
    .replace(OTHER_DIGIT, usualDigit)
    .replace(/[\u2019\u066c]/g, "'")
    .replace(/\u066b/g, ".")
    .replace(/\u2044/g, "/")
    .trim());
}

/** @param {string} digit */
function usualDigit(digit) {
  return String(ZEROS.map((zero) => digit.charCodeAt(0) - zero).find((value) => value >= 0 && value <= 9));
}

/** @param {string} plain */
function withPlainEnding(plain) {
  const found = ENDING_OTHERWISE.exec(plain.slice(-LONGEST_ENDING));
  if (!found?.groups) return plain;
  const before = plain.slice(0, plain.length - found[0].length);
  const { power, exponent, raised = "", mark } = found.groups;
  if (mark) return `${before}${mark}0`;
  const lowered = [...raised].map((sign) => "+-"["⁺⁻".indexOf(sign)] ?? SUPERSCRIPTS.indexOf(sign)).join("");
  return `${before}e${power ?? exponent ?? lowered}`;
}

/**
 * @param {string} plain
 * @returns {Record<string, string> | null} its parts: sign, whole, group, mark, fraction, exponent
 */
function match(plain) {
  return (GROUPED.exec(plain) ?? UNGROUPED.exec(plain))?.groups ?? null;
}

/**
 * @param {Record<string, string>} written
 * @returns {number | Unreadable}
 */
function valueOf({ sign, whole, group, mark, fraction, exponent }) {
  const digits = group ? whole.replaceAll(group, "") : whole;
  const isInDoubt = (group === "," || group === ".") && !mark && whole.split(group).length === 2;
  if (isInDoubt && group === ",") return question(sign, whole);
  // A dot alone stands before the decimals, because this program itself writes it so.
  const plain = isInDoubt ? whole : `${digits}${mark ? `.${fraction}` : ""}`;
  const value = Number(`${sign}${plain}${exponent}`);
  if (!Number.isFinite(value)) return unreadable("is too large", "Write a finite number, below 1.7e308");
  if (value === 0 && /[1-9]/.test(plain)) {
    return unreadable("is too close to 0", "Write 0, or a number of at least 5e-324");
  }
  return value;
}

/** @param {string} sign @param {string} whole such as "1,500" */
function question(sign, whole) {
  const [before, after] = whole.split(",");
  const choice = `${sign}${before}${after} or ${sign}${before}.${after.replace(/0+$/, "") || "0"}`;
  return unreadable(`can mean ${choice}`, `Write ${choice}`);
}

/**
 * @param {string} plain
 * @returns {Unreadable}
 */
function whyNot(plain) {
  return truthWord(plain)
    ?? notFinite(plain)
    ?? percentage(plain)
    ?? fractionOf(plain)
    ?? ofAccounts(plain)
    ?? withNote(plain)
    ?? withRaisedDot(plain)
    ?? severalNumbers(plain)
    ?? marksThatDoNotFit(plain)
    ?? unreadable("is not a number");
}

/** @param {string} plain */
function truthWord(plain) {
  const pair = TRUTH_WORDS.find((words) => words.includes(plain.toLowerCase()));
  return pair ? unreadable("is not a number", `Write 1 for ${pair[0]} and 0 for ${pair[1]}`) : null;
}

/** @param {string} plain */
function notFinite(plain) {
  const word = plain.toLowerCase().replace(/^[+-]+/, "");
  return NOT_FINITE.includes(word) ? unreadable("is not a finite number") : null;
}

/** @param {string} plain */
function percentage(plain) {
  const number = plain.endsWith("%") ? certainNumber(plain.slice(0, -1)) : null;
  return number === null ? null : unreadable("is a percentage", offer(number / 100));
}

/** @param {string} plain an offer for "1/2", "1 1/2", "1½" */
function fractionOf(plain) {
  const inTwoNumbers = (/** @type {string} */ sign) => ` ${sign.normalize("NFKC").replace("\u2044", "/")}`;
  const parts = WHOLE_AND_FRACTION.exec(plain.replace(VULGAR_FRACTIONS, inTwoNumbers))?.groups;
  if (!parts) return null;
  const above = certainNumber(parts.above);
  const below = certainNumber(parts.below);
  if (above === null || !below) return null;
  const isNegative = parts.whole?.startsWith("-");
  return unreadable("is a fraction", offer(Number(parts.whole ?? 0) + (isNegative ? -1 : 1) * (above / below)));
}

/** @param {string} plain an offer for what accounts write as negative: in brackets, or with its sign behind it */
function ofAccounts(plain) {
  const inBrackets = /^\(.*\)$/.test(plain);
  const inner = inBrackets ? plain.slice(1, -1) : plain.endsWith("-") ? plain.slice(0, -1) : "";
  if (!/^\d/.test(inner) || !match(inner)) return null;
  if (certainNumber(inner) === 0) return unreadable("is 0 as accounts write it", "Write 0 instead");
  const what = inBrackets ? "stands in brackets" : "has a minus sign behind it";
  return unreadable(what, `Write -${inner} if it is negative, or ${inner}`);
}

/** @param {string} plain an offer for a number with marks of notes behind it: "5.2[1]", "5.2*" */
function withNote(plain) {
  const number = certainNumber(NUMBER_AND_NOTE.exec(plain)?.groups?.number ?? "");
  return number === null ? null : unreadable("has the mark of a note behind it", offer(number));
}

/** @param {string} plain an offer for decimals behind a raised dot, as British journals print them: "1·5" */
function withRaisedDot(plain) {
  const [, whole, fraction] = RAISED_DOT.exec(plain) ?? [];
  if (fraction === undefined) return null;
  return unreadable("has a raised dot", `Write ${cellText(Number(`${whole}.${fraction}`))} if decimals stand behind it`);
}

/** @param {string} plain */
function certainNumber(plain) {
  const written = match(plain.trim());
  const value = written ? valueOf(written) : null;
  return typeof value === "number" ? value : null;
}

/** @param {number} number */
function offer(number) {
  return Number.isFinite(number) ? `Write ${cellText(Number(number.toPrecision(OFFERED_DIGITS)))} instead` : null;
}

/** @param {string} plain */
function severalNumbers(plain) {
  const parts = plain.split(/[\s;|]+|,\s+/);
  if (parts.length < 2 || !parts.every(match)) return null;
  return unreadable("holds more than one number", "Write a single number");
}

/** @param {string} plain */
function marksThatDoNotFit(plain) {
  if (!/^[+-]?[0-9.,' _]+$/.test(plain) || !/[0-9]/.test(plain)) return null;
  return unreadable("has marks that do not fit a number", "Write it with a single dot, such as 1234.5");
}

/**
 * @param {string} reason what follows the text in a sentence @param {string | null} [mend] null if any number would do
 * @returns {Unreadable}
 */
function unreadable(reason, mend = null) {
  return { reason, mend };
}
