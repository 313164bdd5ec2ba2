// Which update of an epoch with several is worked: each is chosen by a row that it learns from.
import { disable, element, isDisabled, writeText } from "../shared/element.js";
/** @import { WorkedUpdate } from "../shared/types" */

export class UpdateStepper {
  element = element("span", "worked-updates");
  #text = element("span", "");
  #earlier;
  #later;
  #selectRow;
  /** @type {WorkedUpdate | null} */
  #worked = null;

  /** @param {(row: number) => void} selectRow */
  constructor(selectRow) {
    this.#selectRow = selectRow;
    this.element.hidden = true;
    this.#earlier = this.#button("‹", "The update before this one", -1);
    this.#later = this.#button("›", "The update after this one", 1);
    this.element.setAttribute("role", "group");
    this.element.setAttribute("aria-label", "Update of the epoch");
    this.element.append(this.#earlier, this.#text, this.#later);
  }

  /** @param {WorkedUpdate} worked */
  write(worked) {
    this.#worked = worked;
    const { batch, batches } = worked;
    this.element.hidden = batches < 2;
    writeText(this.#text, `update ${batch + 1} of ${batches}`);
    disable(this.#earlier, batch === 0);
    disable(this.#later, batch === batches - 1);
  }

  /** @param {string} sign @param {string} label @param {number} step */
  #button(sign, label, step) {
    const button = element("button", "worked-step", sign);
    Object.assign(button, { type: "button", title: label });
    button.setAttribute("aria-label", label);
    button.addEventListener("click", () => {
      const row = this.#worked?.first_rows[this.#worked.batch + step];
      if (!isDisabled(button) && row !== undefined) this.#selectRow(row);
    });
    return button;
  }
}
