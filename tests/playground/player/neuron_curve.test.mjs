import assert from "node:assert/strict";
import test from "node:test";

import { ACTIVATIONS } from "../../../playground/player/frontend/model/forward_pass.mjs";
import {
  activationRange,
  curvePoints,
  curveScale,
  halfRange,
  isSaturated,
  pathThrough,
  saturatedSpans,
  derivativeRemark,
  tangentAt,
} from "../../../playground/player/frontend/curve/neuron_curve.mjs";

for (const [preActivations, half] of [
  [[], 6],
  [[0.2, -3], 6],
  [[5.7, -1], 6],
  [[5.9, -1], 8],
  [[-9.7], 12],
  [[96], 100],
  // 1.04 · 150 = 156, the next hundred is 200; 1.04 · 4000 = 4160, the next thousand 5000.
  [[150], 200],
  [[-4000], 5000],
  [[NaN, Infinity, 1], 6],
]) {
  test(`rows at ${preActivations.join(", ") || "nothing"} are shown from −${half} to ${half}`, () => {
    assert.equal(halfRange(preActivations), half);
  });
}

test("a growing pre-activation changes the range in a few steps only, and always fits", () => {
  const path = Array.from({ length: 1000 }, (_, i) => i / 10);

  const halves = path.map((z) => halfRange([z]));

  assert.ok(path.every((z, i) => z < halves[i]));
  assert.ok(new Set(halves).size <= 12);
});

for (const name of Object.keys(ACTIVATIONS)) {
  test(`the curve of ${name} runs through its values from one end to the other, zero among them`, () => {
    const points = curvePoints(name, 8);

    assert.equal(points[0].z, -8);
    assert.equal(points.at(-1).z, 8);
    assert.ok(points.some((point) => point.z === 0));
    assert.ok(points.every((point) => point.a === ACTIVATIONS[name].value(point.z)));
  });

  test(`the curve of ${name} stays in the range that is shown`, () => {
    const { low, high } = activationRange(name, 8);

    assert.ok(curvePoints(name, 8).every((point) => point.a >= low && point.a <= high));
  });

  test(`the tangent of ${name} touches the curve and has its derivative`, () => {
    for (const z of [-5, -0.7, 0.4, 3]) {
      const tangent = tangentAt(name, z, 8);
      const numeric = (ACTIVATIONS[name].value(z + 1e-6) - ACTIVATIONS[name].value(z - 1e-6)) / 2e-6;

      assert.ok(Math.abs(tangent.derivative - numeric) < 1e-8);
      for (const end of [tangent.from, tangent.to]) {
        assert.ok(Math.abs(tangent.a + tangent.derivative * (end.z - z) - end.a) < 1e-12);
      }
      assert.ok(tangent.from.z < z && z < tangent.to.z);
      assert.equal(tangent.a, ACTIVATIONS[name].value(z));
    }
  });
}

test("a tangent ends at the border of what is shown", () => {
  for (const name of Object.keys(ACTIVATIONS)) {
    const { low, high } = activationRange(name, 6);
    const slack = 0.07 * (high - low);
    for (const z of [-5.9, -2, -1.2, 0, 1.2, 5.9]) {
      for (const end of Object.values(tangentAt(name, z, 6)).filter((part) => typeof part === "object")) {
        assert.ok(end.z >= -6 && end.z <= 6 && end.a >= low - slack && end.a <= high + slack, `${name} at ${z}`);
      }
    }
  }
});

test("the tangent of the first article's third row has the derivative 0.247", () => {
  // Row (1, 0, 1) at epoch 4: z = 0.87 − 0.64 = 0.23, a = 1 / (1 + e^−0.23) = 0.557247854…, derivative = a (1 − a).
  const { a, derivative } = tangentAt("sigmoid", 0.23, 6);

  assert.ok(Math.abs(a - 0.557247854600) < 1e-9);
  assert.ok(Math.abs(derivative - 0.246722683119) < 1e-9);
});

test("a sigmoid is saturated where its derivative is below 0.05, beyond 2.887 on both sides", () => {
  // a (1 − a) = 0.05 gives a = (1 + √0.8) / 2 = 0.9472135955, z = ln(a / (1 − a)) = 2.887270950.
  const [low, high, ...others] = saturatedSpans("sigmoid", 6);

  assert.equal(others.length, 0);
  assert.deepEqual([low.from, high.to], [-6, 6]);
  assert.ok(Math.abs(low.to + 2.887270950) < 0.1 && Math.abs(high.from - 2.887270950) < 0.1);
});

test("a relu is flat on its left and nowhere else", () => {
  assert.deepEqual(saturatedSpans("relu", 6), [{ from: -6, to: 0 }]);
});

test("a straight line is never flat, and a sine only at its turns", () => {
  assert.deepEqual(saturatedSpans("linear", 6), []);
  // cos z is 0 at ±π/2 and ±3π/2, four times between −6 and 6.
  assert.equal(saturatedSpans("sin", 6).length, 4);
});

test("the remark names what a small derivative means for each function", () => {
  assert.equal(derivativeRemark("sigmoid", 0.247), "");
  assert.equal(derivativeRemark("sigmoid", 0.01), "saturated: its derivative is nearly 0");
  assert.equal(derivativeRemark("tanh", 0), "saturated: its derivative is 0");
  assert.equal(derivativeRemark("relu", 0), "switched off: its derivative is 0");
  assert.equal(derivativeRemark("leaky_relu", 0.01), "in its leak: its derivative is only 0.01");
  assert.equal(derivativeRemark("sin", -0.02), "at a turn: its derivative is nearly 0");
  assert.equal(isSaturated(-0.06), false);
});

test("a scale maps the ends of the ranges to the ends of the frame", () => {
  const scale = curveScale({ left: 10, right: 110, top: 20, bottom: 70 }, 6, { low: -1, high: 1 });

  assert.deepEqual([scale.x(-6), scale.x(0), scale.x(6)], [10, 60, 110]);
  assert.deepEqual([scale.y(-1), scale.y(0), scale.y(1)], [70, 45, 20]);
  assert.equal(pathThrough([{ z: -6, a: -1 }, { z: 6, a: 1 }], scale), "M10.0 70.0L110.0 20.0");
});
