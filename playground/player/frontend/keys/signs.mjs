// What every sign on the page means: one meaning for each, wherever it stands. Drawn as small pictures of 40 by 20.

/**
 * What may be on the page, and need not be.
 * @typedef {"classes" | "twoClasses" | "severalClasses" | "numbers" | "situation" | "test" | "flips" | "changes" | "before" | "future"} Occasion
 * @typedef {{picture: string, text: string, where?: Occasion | "sometimes"}} Sign `where` is left out for what is always there
 */
/** @typedef {{title: string, signs: Sign[]}} SignGroup */

const line = (/** @type {string} */ name, /** @type {number} */ width) =>
  `<path class="sign-line ${name}" stroke-width="${width}" d="M2 10H38"/>`;
const area = '<rect class="sign-low" x="4" y="3" width="11" height="14"/><rect class="sign-high" x="25" y="3" width="11" height="14"/>';

/** @type {ReadonlyArray<SignGroup>} */
export const SIGNS = [
  {
    title: "Lines and areas",
    signs: [
      { picture: line("sign-positive", 3), text: "a weight of 0 or more" },
      { picture: line("sign-negative", 3), text: "a weight below 0" },
      { picture: `${line("sign-positive", 1.4)}<path class="sign-line sign-positive" stroke-width="6" d="M22 10H38"/>`, text: "in the network: the thicker, the larger the weight" },
      { picture: area, text: "the output: blue towards class 1, orange towards class 0, no colour at the threshold", where: "twoClasses" },
      { picture: area, text: "in a neuron: blue above 0, orange below; in Output as its scale says", where: "numbers" },
      { picture: area, text: "an output: blue towards its own class, orange away from it", where: "severalClasses" },
      { picture: `${area}<path class="sign-line sign-ink" stroke-width="2" d="M20 2V18"/>`, text: "an ink line: the output is the threshold there, and the handle on the scale sets it", where: "twoClasses" },
    ],
  },
  {
    title: "Rows",
    signs: [
      { picture: '<circle class="sign-one" cx="20" cy="10" r="6.5"/>', text: "a row whose target is class 1", where: "twoClasses" },
      { picture: '<rect class="sign-zero" x="14" y="4" width="12" height="12"/>', text: "a row whose target is class 0", where: "twoClasses" },
      { picture: '<rect class="sign-grey" x="4" y="5" width="10" height="10"/><path class="sign-grey" d="M20 3l6.5 12h-13Z"/><path class="sign-grey" d="M34 3l6 7-6 7-6-7Z"/>', text: "several classes: each has a shape and a grey", where: "severalClasses" },
      { picture: '<circle class="sign-one" cx="20" cy="10" r="6.5"/>', text: "a row; its colour is its target", where: "numbers" },
      { picture: '<circle class="sign-one" cx="20" cy="10" r="4.5"/><circle class="sign-ring" cx="20" cy="10" r="8.5"/>', text: "in a picture: the row is wrong", where: "classes" },
      { picture: '<circle class="sign-disc" cx="20" cy="10" r="8"/><path class="sign-cross" d="M17 7l6 6M23 7l-6 6"/>', text: "beside a row: it is wrong", where: "classes" },
      { picture: '<path class="sign-check" d="M13 10.5l5 5 9-11"/>', text: "beside a row: it is right", where: "classes" },
      { picture: '<path class="sign-line sign-track" stroke-width="2" d="M2 10H38"/><path class="sign-line sign-ink" stroke-width="4" d="M12 10H30"/><circle class="sign-disc" cx="12" cy="10" r="4.5"/><rect class="sign-disc" x="28.5" y="3" width="3" height="14"/>', text: "beside a row: the output as a dot, its distance from the target as a bar" },
      { picture: '<path class="sign-line sign-track" stroke-width="2" d="M2 10H38"/><path class="sign-disc" d="M30 4l9 6-9 6Z"/>', text: "a tip: the output lies beyond the track", where: "sometimes" },
      { picture: '<circle class="sign-was" cx="20" cy="10" r="4.5"/>', text: "a hollow grey dot: the output before", where: "before" },
      { picture: '<rect class="sign-disc" x="12" y="2" width="16" height="16" rx="3"/><text class="sign-number" x="20" y="14.5">2</text>', text: "the row that is chosen: its numbers stand in the network" },
      { picture: '<path class="sign-diamond" d="M20 2l8 8-8 8-8-8z"/>', text: "the new situation", where: "situation" },
      { picture: '<circle class="sign-hollow" cx="20" cy="10" r="6"/>', text: "hollow: a test row, never learnt from", where: "test" },
      { picture: '<circle class="sign-one" opacity="0.35" cx="20" cy="10" r="6.5"/>', text: "pale: away from the slice that is shown", where: "sometimes" },
      { picture: '<path class="sign-line sign-ink" stroke-width="1.2" d="M10 15L25 7"/><circle class="sign-disc" cx="10" cy="15" r="2"/><circle class="sign-one" cx="27" cy="6" r="5"/>', text: "a thin line: moved aside to be seen, from its true place", where: "sometimes" },
    ],
  },
  {
    title: "Time",
    signs: [
      { picture: '<path class="sign-line sign-track" stroke-width="6" d="M2 12H38"/><path class="sign-line sign-ink" stroke-width="2" d="M14 4V19"/>', text: "on the slider: rows change class at this epoch", where: "flips" },
      { picture: '<path class="sign-line sign-track" stroke-width="6" d="M2 15H38"/><path class="sign-line sign-density" stroke-width="2" d="M9 12V9M12 12V5M15 12V2M18 12V4M21 12V6M24 12V9M27 12V10"/>', text: "many flips: the higher, the more of them", where: "sometimes" },
      { picture: '<path class="sign-line sign-track" stroke-width="6" d="M2 10H38"/><path class="sign-change" d="M20 4l6 6-6 6-6-6z"/>', text: "on the slider and in the charts: the run was changed here", where: "changes" },
      { picture: line("sign-ghost", 2.5), text: "grey: the run before, to compare", where: "before" },
      { picture: `<g opacity="0.35">${line("sign-ink", 2.5)}</g>`, text: "faded: still to come", where: "future" },
      { picture: '<path class="sign-line sign-track sign-sketched" stroke-width="3" d="M2 3Q12 17 38 17"/>', text: "dots: how you thought that the loss would go", where: "sometimes" },
    ],
  },
  {
    title: "Chosen",
    signs: [
      { picture: '<rect class="sign-outline" x="7" y="3" width="26" height="14" rx="3"/>', text: "an ink outline: this number or neuron is chosen", where: "sometimes" },
      { picture: '<path class="sign-disc" d="M14 9h12v8H14z"/><path class="sign-shackle" d="M16.5 9V6.5a3.5 3.5 0 0 1 7 0V9"/>', text: "a lock: this weight is frozen", where: "sometimes" },
      { picture: '<circle class="sign-off" cx="20" cy="10" r="7.5"/>', text: "a dashed circle: this neuron or input is switched off", where: "sometimes" },
    ],
  },
];

/**
 * The signs that are explained beside the pictures: those that are there now. All of them stand in the list of keys.
 * @param {ReadonlySet<Occasion>} shown what is on the page
 * @returns {Sign[]}
 */
export function signsNow(shown) {
  const isShown = (/** @type {Sign} */ { where }) => where === undefined || (where !== "sometimes" && shown.has(where));
  return SIGNS.flatMap(({ signs }) => signs.filter(isShown));
}
