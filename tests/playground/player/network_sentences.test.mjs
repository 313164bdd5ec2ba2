import assert from "node:assert/strict";
import test from "node:test";

import {
  edgeSentence,
  inputSentence,
  neuronTitle,
  parameterSentence,
  rowSentence,
} from "../../../playground/player/frontend/network/network_sentences.mjs";

test("a weight is named by what it joins, a bias by its neuron", () => {
  const weight = parameterSentence({ name: "input 1 → hidden 2", is_bias: false }, 0.8734);
  const bias = parameterSentence({ name: "bias of hidden 2", is_bias: true }, -1.5);

  assert.equal(weight, "weight input 1 → hidden 2: 0.8734");
  assert.equal(bias, "bias of hidden 2: −1.500");
});

test("what is frozen says so after its number", () => {
  const sentence = parameterSentence({ name: "input 1 → target", is_bias: false }, 0.8734, "frozen");

  assert.equal(sentence, "weight input 1 → target: 0.8734, frozen");
});

test("an edge without a number is not said to have one to drag", () => {
  assert.equal(edgeSentence(true, false), "Drag its number, or click it to see how it learns.");
  assert.equal(edgeSentence(false, false), "Click it to see how it learns.");
});

test("while the loss over two weights is shown, a click on an edge chooses one of them", () => {
  assert.equal(edgeSentence(true, true), "Drag its number, or click it to see the loss over it.");
  assert.equal(edgeSentence(false, true), "Click it to see the loss over it.");
});

test("an input is written as it was typed, and scaled only where that differs", () => {
  assert.equal(inputSentence("width", 12.5, 0.25), "width: 12.5, scaled 0.2500");
  assert.equal(inputSentence("x-ray", -3, -3), "x-ray: −3");
});

test("an output named after a class is called an output, so that no row seems to be of that class", () => {
  assert.equal(neuronTitle("apple", true), "output apple");
  assert.equal(neuronTitle("Output 2", true), "Output 2");
  assert.equal(neuronTitle("hidden 2", false), "hidden 2");
});

test("the line of arithmetic says where its numbers are not those of the table", () => {
  assert.equal(rowSentence(2, [10, 1], [1, 1], 1), "Row 2, scaled");
  assert.equal(rowSentence(2, [1, 1], [1, 1], 1), "Row 2");
  // Behind the first layer it is made of what neurons answer.
  assert.equal(rowSentence(2, [10, 1], [1, 1], 2), "Row 2");
});
