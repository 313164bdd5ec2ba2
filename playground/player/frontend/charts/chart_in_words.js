// A chart for those who cannot see it: what its points say, a few of them.
/** @import { Figure } from "../shared/types" */

const MOST_SENTENCES = 8;

/**
 * Some of a chart's sentences, evenly chosen, always the first and the last.
 * @param {string[]} sentences
 * @returns {string[]}
 */
function someOf(sentences) {
  if (sentences.length <= MOST_SENTENCES) return sentences;
  const step = (sentences.length - 1) / (MOST_SENTENCES - 1);
  return Array.from({ length: MOST_SENTENCES }, (_, index) => sentences[Math.round(index * step)]);
}

export class ChartInWords {
  /** @param {HTMLElement} parent */
  constructor(parent) {
    this.list = parent.appendChild(document.createElement("ul"));
    this.list.className = "unseen";
  }

  /** Say nothing of a future that nobody is to see. @param {boolean} hidden */
  hide(hidden) {
    this.list.hidden = hidden;
  }

  /** @param {Figure} figure whose lines have a sentence a point @param {string} title of the chart */
  show(figure, title) {
    this.list.setAttribute("aria-label", `The chart in words: ${title}`);
    const sentences = figure.data.flatMap(({ hovertext = [] }) => someOf(hovertext.filter((sentence) => sentence)));
    this.list.replaceChildren(
      ...sentences.map((sentence) => {
        const item = document.createElement("li");
        // The sentences were written for Plotly, which reads its own kind of HTML.
        item.textContent = new DOMParser().parseFromString(sentence.replaceAll("<br>", " "), "text/html").body.textContent;
        return item;
      }),
    );
  }
}
