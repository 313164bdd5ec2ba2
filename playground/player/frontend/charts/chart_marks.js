// Where the run was changed on the way: a thin line across a chart, and what was changed beside it.
import { placeLabels } from "./mark_labels.mjs";

/** Pixels from one row of labels to the next. */
const LINE = 17;

export class ChartMarks {
  /** @type {[position: number, text: string][]} */
  #marks = [];
  #places = "";

  /** @param {HTMLElement} box over the plot @param {(position: number) => number} pixelsOf */
  constructor(box, pixelsOf) {
    this.box = box;
    this.pixelsOf = pixelsOf;
  }

  /** @param {Array<[number, string]>} marks positions on the epoch axis, and a text for each */
  set(marks) {
    this.#marks = marks;
  }

  /**
   * Put them where they belong; the chart may have been drawn anew or zoomed.
   * @param {number} type how many times as large the page's type is as on a screen of one's own
   */
  place(type) {
    const width = this.box.clientWidth;
    /** @type {[left: number, text: string][]} */
    const places = this.#marks.map(([position, text]) => [Math.round(this.pixelsOf(position) * 10) / 10, text]);
    const key = JSON.stringify([places, width, type]);
    if (key === this.#places) return;
    this.#places = key;
    for (const mark of this.box.querySelectorAll(".change-mark")) mark.remove();
    const labels = placeLabels(places, width, type);
    places.forEach(([left, text], index) => {
      const mark = this.box.appendChild(document.createElement("div"));
      mark.className = "change-mark";
      mark.style.left = `${left}px`;
      mark.title = text;
      const place = labels[index];
      if (place === null) return;
      const label = mark.appendChild(document.createElement("span"));
      label.textContent = text;
      label.style.top = `${place.row * LINE * type}px`;
      label.classList.toggle("leftwards", place.side === "left");
      if (typeof place.side === "number") label.style.left = `${place.side}px`;
    });
  }
}
