// Of plotly.js what the charts use, as tsc checks it.
import type { FigureAxis, FigureLayout, FigureLine, Pair } from "../shared/types";

/** An axis as Plotly keeps it: l is a position on it, d a number of the data, p a pixel from its beginning. */
interface PlottedAxis extends FigureAxis {
  range: Pair;
  _offset: number;
  _length: number;
  l2p(position: number): number;
  d2p(value: number): number;
  p2l(pixels: number): number;
}

interface PlottedLine extends FigureLine {
  visible: boolean | "legendonly";
}

/** An element that Plotly has drawn a chart into. */
export interface PlotElement extends HTMLElement {
  _fullLayout: { xaxis: PlottedAxis; yaxis: PlottedAxis; width: number; height: number; meta: FigureLayout["meta"] };
  _fullData: PlottedLine[];
  on(event: "plotly_afterplot" | "plotly_unhover" | "plotly_relayout", listener: () => void): void;
  on(event: "plotly_hover", listener: (hover: { points: { data: FigureLine }[] }) => void): void;
  on(event: "plotly_beforehover", listener: (event: MouseEvent) => boolean): void;
}

export interface PlotlyLibrary {
  react(element: HTMLElement, data: FigureLine[], layout: FigureLayout, config: object): Promise<PlotElement>;
  purge(element: HTMLElement): void;
  Fx: { unhover(element: HTMLElement): void };
  Plots: { resize(element: HTMLElement): void };
}

declare global {
  // eslint reads no types: this is what the script of plotly.js leaves behind.
  var Plotly: PlotlyLibrary | undefined;
}
