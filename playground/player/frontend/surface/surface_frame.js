// The box of the picture of the loss: its elements, and how large both pictures are.
import { element } from "../shared/element.js";

/** @typedef {{width: number, height: number, type: number}} Box in pixels, and the factor by which type is larger */

const FRAME = `<div class="surface-head"><h3>Loss over two weights</h3><span class="surface-when"></span>
    <button type="button" class="quiet bare-button surface-check">Check the gradient</button></div>
  <p class="surface-told"></p>
  <div class="surface-above">
    <label class="surface-second"><span>Up</span><select></select></label>
    <div class="surface-plot" tabindex="0" role="application">
      <canvas class="surface-colours"></canvas>
      <svg class="surface-marks" aria-hidden="true"></svg>
      <div class="decision-ticks" aria-hidden="true"></div>
    </div>
    <label class="surface-first"><span>Across</span><select></select></label>
    <p class="surface-choosing">Or choose two weights in the network.</p>
  </div>
  <canvas class="surface-relief" tabindex="0" role="img"></canvas>
  <p class="surface-note"></p>`;

export class SurfaceFrame {
  root = element("section", "surface");
  #observer;
  /** Of the picture from above and of the relief; others whenever they are others. @type {{plot: Box, relief: Box}} */
  boxes = { plot: { width: 1, height: 1, type: 1 }, relief: { width: 1, height: 1, type: 1 } };

  /** @param {HTMLElement} parent @param {HTMLElement} close the button that puts it away @param {() => void} resized */
  constructor(parent, close, resized) {
    this.root.innerHTML = FRAME;
    this.part("head").append(close);
    this.plot = this.part("plot");
    this.colours = /** @type {HTMLCanvasElement} */ (this.part("colours"));
    this.marks = /** @type {SVGSVGElement} */ (/** @type {unknown} */ (this.part("marks")));
    this.relief = /** @type {HTMLCanvasElement} */ (this.part("relief"));
    this.ticks = /** @type {HTMLElement} */ (this.plot.querySelector(".decision-ticks"));
    const choice = (/** @type {string} */ name) => /** @type {HTMLSelectElement} */ (this.part(name).querySelector("select"));
    this.choices = [choice("first"), choice("second")];
    parent.append(this.root);
    this.#observer = new ResizeObserver((entries) => {
      const type = Number(getComputedStyle(this.root).getPropertyValue("--type")) || 1;
      for (const { target, contentRect: { width, height } } of entries) {
        if (width < 1 || height < 1) continue;
        this.boxes = { ...this.boxes, [target === this.plot ? "plot" : "relief"]: { width, height, type } };
      }
      resized();
    });
    this.#observer.observe(this.plot);
    this.#observer.observe(this.relief);
  }

  /** @param {string} name of its class @returns {HTMLElement} */
  part(name) {
    return /** @type {HTMLElement} */ (this.root.querySelector(`.surface-${name}`));
  }

  remove() {
    this.#observer.disconnect();
    this.root.remove();
  }
}
