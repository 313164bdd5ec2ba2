// Writes the answer to the new situation into a given box, up to sixty times a second.

import { write } from "./rows_line.js";
import { situationText } from "./situation.mjs";

/** Of class 0 and class 1. */
const SHAPES = ["■ ", "● "];

/** @typedef {{before: Text, now: Text, mark: HTMLElement, called: Text, tail: HTMLElement}} Line */

export class SituationView {
  /** @type {HTMLElement} */ #box;
  /** @type {Line[]} */ #lines = [];
  #names = "";

  /** @param {HTMLElement} box an element to write into; it has no live region, because it changes with every frame */
  constructor(box) {
    this.#box = box;
  }

  /**
   * @param {{target_names: string[], classes: import("../model/classes.mjs").Classes | null}} run
   * @param {ArrayLike<number> | null} outputs in the table's own units; null leaves the box empty
   * @param {ArrayLike<number> | null} beforeOutputs
   * @param {number} threshold
   */
  draw(run, outputs, beforeOutputs, threshold) {
    const pieces = outputs ? situationText(run, outputs, beforeOutputs, threshold) : [];
    this.#build(pieces.map(({ name }) => name));
    pieces.forEach((piece, index) => {
      const { before, now, mark, called, tail } = this.#lines[index];
      write(before, piece.before === null ? "" : `${piece.before} → `);
      write(now, piece.now);
      if (tail.hidden !== (piece.call === "")) tail.hidden = piece.call === "";
      const shape = piece.calledClass === null ? "" : SHAPES[piece.calledClass];
      if (mark.textContent !== shape) {
        mark.textContent = shape;
        mark.className = shape ? `situation-class-${piece.calledClass}` : "";
      }
      write(called, piece.call);
    });
  }

  /** @param {string[]} names */
  #build(names) {
    const key = JSON.stringify(names);
    if (key === this.#names) return;
    this.#names = key;
    this.#lines = names.map(() => ({
      before: document.createTextNode(""),
      now: document.createTextNode(""),
      mark: document.createElement("span"),
      called: document.createTextNode(""),
      tail: document.createElement("span"),
    }));
    this.#box.replaceChildren(...names.map((name, index) => lineElement(name, this.#lines[index])));
  }
}

/** @param {string} name @param {Line} line */
function lineElement(name, { before, now, mark, called, tail }) {
  const line = document.createElement("div");
  const old = document.createElement("span");
  const number = document.createElement("b");
  line.className = "situation-line";
  old.className = "situation-before";
  mark.setAttribute("aria-hidden", "true");
  old.append(before);
  number.append(now);
  tail.append(", ", mark, called);
  line.append(`${name}: `, old, number, tail);
  return line;
}
