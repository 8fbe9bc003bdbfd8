import type { EntryProblem, FilePlace, PlacedProblem } from './citingPort';

/** Broken entries with their places in lines and characters; `problems` are in the order of `text`. */
export function withPlaces(text: string, problems: readonly EntryProblem[]): readonly PlacedProblem[] {
  let line = 0, lineStart = 0;
  const placeOf = (offset: number): FilePlace => {
    for (let feed = text.indexOf('\n', lineStart); feed >= 0 && feed < offset; feed = text.indexOf('\n', lineStart)) {
      line++;
      lineStart = feed + 1;
    }
    return { line, character: offset - lineStart };
  };
  return problems.map(problem => {
    const from = placeOf(problem.span.start), feed = text.indexOf('\n', problem.span.start);
    const end = feed < 0 ? problem.span.end : Math.min(problem.span.end, feed);
    return { ...problem, from, to: { line: from.line, character: from.character + end - problem.span.start } };
  });
}
