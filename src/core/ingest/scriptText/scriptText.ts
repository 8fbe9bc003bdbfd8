import { findCandidates, type Candidate } from './candidates';
import { readFacts, type Facts } from './facts';
import { readScriptData, type PageScript } from './scriptData';

export type { PageScript } from './scriptData';

/** The text of an article that a script holds, as markup or as lines, and what stands beside it. */
export interface ScriptText extends Facts { readonly html?: string; readonly text?: string }

/** An article has at least as many Chinese characters, or three times the letters. */
const LEAST_WEIGHT = 60;
/** What a text under the name of a body reaches by itself, a summary or one without a name if it is long. */
const LEAST_SCORE = 60;

/**
 * The article that a page keeps in its scripts for a program to show: the heaviest prose among their literals, judged by the names it has there
 * and by a title beside it that `pageTitle` repeats. Undefined where there is no prose of the size of an article. Nothing is run, nothing thrown.
 */
export function readScriptText(scripts: readonly PageScript[], pageTitle = ''): ScriptText | undefined {
  const candidates = findCandidates(readScriptData(scripts)).filter(({ prose }) => prose.weight >= LEAST_WEIGHT);
  const [best] = candidates.map((candidate) => weigh(candidate, pageTitle)).filter(({ score }) => score >= LEAST_SCORE).sort((a, b) => b.score - a.score);
  if (!best) return undefined;
  const { text, isHtml } = best.prose;
  return { ...(isHtml ? { html: text } : { text }), ...best.facts };
}

function weigh({ prose, holder, trust }: Candidate, pageTitle: string): { readonly prose: Candidate['prose']; readonly facts: Facts; readonly score: number } {
  const facts = readFacts(holder, /[\u4e00-\u9fff]{4}/.test(prose.text));
  const named = facts.title === undefined ? 1 : repeats(pageTitle, facts.title) ? 4 : 1.5;
  return { prose, facts, score: prose.weight * trust * named };
}

function repeats(pageTitle: string, title: string): boolean {
  const plain = (text: string): string => text.replace(/\s+/g, '');
  return title.length > 3 && plain(pageTitle).includes(plain(title));
}
