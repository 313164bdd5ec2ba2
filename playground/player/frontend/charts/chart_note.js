// A sentence that belongs to a chart: inside it where there is room, else one click away. Nothing moves when it comes.

export class ChartNote {
  /** @param {HTMLElement} body of the chart @param {() => void} enlarge so that there is room for it */
  constructor(body, enlarge) {
    this.more = body.appendChild(document.createElement("button"));
    Object.assign(this.more, { type: "button", className: "quiet chart-note-more", textContent: "note", hidden: true });
    this.more.addEventListener("click", enlarge);
    this.note = body.appendChild(document.createElement("p"));
    this.note.className = "chart-note";
    this.note.hidden = true;
  }

  /** What of it stands in the chart's upper right corner, in pixels. @returns {{width: number, height: number}} */
  get corner() {
    const { offsetWidth: width, offsetHeight: height } = this.more.offsetWidth > 0 ? this.more : this.note;
    return { width, height };
  }

  /** @param {string[]} sentences empty ones say nothing @returns {boolean} whether it is another note */
  show(sentences) {
    const text = sentences.filter((sentence) => sentence).join(" ");
    if (text === this.note.textContent) return false;
    this.note.textContent = text;
    this.more.title = text;
    this.note.hidden = this.more.hidden = text === "";
    return true;
  }
}
