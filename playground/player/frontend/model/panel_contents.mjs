// What panels over the charts show, as Python has told it last: it may be of another run, or of another epoch.
/** @import { GradientCheck, Header, LossPicture } from "../shared/types" */

export class PanelContents {
  /** @type {LossPicture | null} */
  surface = null;
  /** @type {GradientCheck | null} */
  gradient = null;

  /** @param {Pick<Header, "surface" | "gradient">} told */
  take({ surface, gradient }) {
    if (surface) this.surface = surface;
    if (gradient) this.gradient = gradient;
  }

  /** What is said in them names columns as they were called: it is to be said again. */
  forgetNames() {
    if (this.surface) this.surface = { ...this.surface, run: -1 };
    if (this.gradient) this.gradient = { ...this.gradient, run: -1 };
  }
}
