// The button that puts away what lies over the charts.
import { element } from "./element.js";

/** @param {string} label what it does, such as "Close the curve" @param {() => void} close */
export function closeButton(label, close) {
  const button = element("button", "bare-button panel-close", "×");
  button.type = "button";
  button.title = label;
  button.setAttribute("aria-label", label);
  button.addEventListener("click", close);
  return button;
}
