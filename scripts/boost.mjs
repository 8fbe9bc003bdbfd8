// Gradient-boosted trees for a yes-or-no question with log loss (Friedman 2001), over features put into at most 48 bins.
// Each tree sees a part of the features and of the groups (pages), drawn by a seeded generator: the same rows give the same trees.

const BINS = 48;

/** Thresholds of one feature: values between neighbouring quantiles of `column`. */
function thresholds(column) {
  const sorted = Float32Array.from(column).sort();
  const cuts = new Set();
  for (let bin = 1; bin < BINS; bin++) {
    const at = Math.floor((sorted.length * bin) / BINS);
    if (sorted[at] > sorted[at - 1]) cuts.add((sorted[at] + sorted[at - 1]) / 2);
  }
  const distinct = [...new Set(sorted)];
  if (distinct.length <= BINS) return distinct.slice(1).map((value, index) => (value + distinct[index]) / 2);
  return [...cuts];
}

function binOf(cuts, value) {
  let low = 0, high = cuts.length;
  while (low < high) { const middle = (low + high) >> 1; if (value > cuts[middle]) low = middle + 1; else high = middle; }
  return low;
}

/** Numbers in [0, 1) that a seed determines (mulberry32). */
function mulberry32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/**
 * Learns trees from `columns` (one Float32Array per feature), `labels` (0 or 1) and `weights`; rows of one group are drawn
 * together. A leaf is `{ value }`.
 */
export function boost(columns, labels, weights, groups, { trees, depth, rate, minimum, ridge, share, pages }) {
  const random = mulberry32(20250604);
  const rows = labels.length;
  const cuts = columns.map(thresholds);
  const bins = columns.map((column, feature) => Uint8Array.from(column, (value) => binOf(cuts[feature], value)));
  const positive = labels.reduce((sum, label, row) => sum + label * weights[row], 0);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const bias = Math.log(positive / (total - positive));
  const score = new Float64Array(rows).fill(bias);
  const gradient = new Float64Array(rows), curvature = new Float64Array(rows);
  const grown = [];
  for (let tree = 0; tree < trees; tree++) {
    for (let row = 0; row < rows; row++) {
      const p = 1 / (1 + Math.exp(-score[row]));
      gradient[row] = weights[row] * (labels[row] - p);
      curvature[row] = weights[row] * p * (1 - p);
    }
    const drawn = Array.from({ length: 1 + groups.reduce((top, group) => Math.max(top, group), 0) }, () => random() < pages);
    const members = Uint32Array.from({ length: rows }, (_, row) => row).filter((row) => drawn[groups[row]]);
    const features = columns.map((_, feature) => feature).filter(() => random() < share);
    const root = grow(members, depth, { bins, cuts, features, gradient, curvature, minimum, ridge, rate });
    for (let row = 0; row < rows; row++) score[row] += leafOf(root, bins, row);
    grown.push(root);
  }
  return { bias, trees: grown };
}

function leafOf(node, bins, row) {
  let at = node;
  while (!('value' in at)) at = bins[at.feature][row] <= at.bin ? at.low : at.high;
  return at.value;
}

function grow(members, depth, data) {
  let g = 0, h = 0;
  for (const row of members) { g += data.gradient[row]; h += data.curvature[row]; }
  const split = depth > 0 ? bestSplit(members, g, h, data) : undefined;
  if (!split) {
    return { value: (data.rate * g) / (h + data.ridge) };
  }
  const bin = data.bins[split.feature];
  const low = members.filter((row) => bin[row] <= split.bin), high = members.filter((row) => bin[row] > split.bin);
  return { feature: split.feature, bin: split.bin, cut: data.cuts[split.feature][split.bin], low: grow(low, depth - 1, data), high: grow(high, depth - 1, data) };
}

function bestSplit(members, g, h, { bins, cuts, features, gradient, curvature, minimum, ridge }) {
  const base = (g * g) / (h + ridge);
  let best;
  const sums = new Float64Array(2 * (BINS + 1));
  for (const feature of features) {
    const bin = bins[feature], count = cuts[feature].length;
    if (count === 0) continue;
    sums.fill(0);
    for (const row of members) { const at = 2 * bin[row]; sums[at] += gradient[row]; sums[at + 1] += curvature[row]; }
    let gLow = 0, hLow = 0;
    for (let at = 0; at < count; at++) {
      gLow += sums[2 * at]; hLow += sums[2 * at + 1];
      const hHigh = h - hLow;
      if (hLow < minimum || hHigh < minimum) continue;
      const gain = (gLow * gLow) / (hLow + ridge) + ((g - gLow) * (g - gLow)) / (hHigh + ridge) - base;
      if (gain > 1e-6 && (!best || gain > best.gain)) best = { gain, feature, bin: at };
    }
  }
  return best;
}
