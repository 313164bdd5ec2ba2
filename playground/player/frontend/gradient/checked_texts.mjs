// How a derivative, a measured one and the error between them are written.
import { numberText } from "../shared/wording.mjs";
/** @import { GradientCheck } from "../shared/types" */

/** As many digits as a measurement has. */
const DIGITS = 7;

/**
 * What stands beside a parameter.
 * @param {GradientCheck} check @param {number} parameter
 * @returns {[analytic: string, numeric: string, error: string]}
 */
export function checkedTexts({ analytic, numeric, relative_error: errors, too_small: tooSmall }, parameter) {
  const written = (/** @type {number | null} */ value, digits = DIGITS) => (value === null ? "not finite" : numberText(value, digits));
  const error = tooSmall[parameter] ? "too small to check" : written(errors[parameter], 2);
  return [written(analytic[parameter]), written(numeric[parameter]), error];
}
