import type { Line } from '../cues/analysis';
import { featureNames, featuresOf, treeFeatureNames } from './features';
import type { Measures } from './measures';
import type { PageTree } from './pageTree';
import { placesOf } from './places';

/** A leaf, or a question: [feature, cut, where at most the cut, where above]. */
type Tree = number | readonly [feature: number, cut: number, low: Tree, high: Tree];

/** What `scripts/train.mjs` writes. */
export interface LineModel { readonly features: readonly string[]; readonly bias: number; readonly trees: readonly Tree[] }

/** The log odds of every line that it is body; `tree` is that of the page where it has one. */
export type ScoreLines = (lines: readonly Line[], m: Measures, tree?: PageTree) => Float64Array;

/** Log odds of a line that is one short link: of 18,981 such lines on 272 labelled pages 44 were body, so none is worth the asking. */
const LONE_LINK = -6;

function isLoneLink({ linked, kind, text }: Line, m: Measures, index: number): boolean {
  return linked >= 0.95 && text.length <= 24 && kind !== 'heading' && m.sentence[index] === 0;
}

/** Lays the trees of a model into arrays; throws where the model was trained on other features. */
export function lineScorer(model: LineModel): ScoreLines {
  if (![featureNames, treeFeatureNames].some((names) => names.join() === model.features.join())) throw new Error('the line model was trained on other features: run scripts/train.mjs');
  const trees = flatten(model.trees);
  return (lines, m, tree) => {
    const fill = featuresOf(lines, m, tree && placesOf(lines, tree, m)), row = new Float32Array(model.features.length);
    return Float64Array.from(lines, (line, index) => {
      if (isLoneLink(line, m, index)) return LONE_LINK;
      fill(index, row);
      return model.bias + answer(trees, row);
    });
  };
}

interface FlatTrees { readonly feature: Int16Array; readonly cut: Float32Array; readonly high: Int32Array; readonly roots: readonly number[] }

/** The sum of what the trees answer for the features of one line. */
function answer({ feature, cut, high, roots }: FlatTrees, features: Float32Array): number {
  let sum = 0;
  for (const root of roots) {
    let node = root;
    for (let asks = feature[node] ?? -1; asks >= 0; asks = feature[node] ?? -1) {
      node = (features[asks] ?? 0) <= (cut[node] ?? 0) ? node + 1 : high[node] ?? node;
    }
    sum += cut[node] ?? 0;
  }
  return sum;
}

/** A node stands before its low branch; a leaf has feature -1 and its value as cut. */
function flatten(trees: readonly Tree[]): FlatTrees {
  const feature: number[] = [], cut: number[] = [], high: number[] = [];
  const lay = (tree: Tree): number => {
    const node = feature.length;
    if (typeof tree === 'number') { feature.push(-1); cut.push(tree); high.push(node); return node; }
    feature.push(tree[0]); cut.push(tree[1]); high.push(0);
    lay(tree[2]);
    high[node] = lay(tree[3]);
    return node;
  };
  const roots = trees.map(lay);
  return { feature: Int16Array.from(feature), cut: Float32Array.from(cut), high: Int32Array.from(high), roots };
}
