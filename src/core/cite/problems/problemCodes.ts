import type { CitationProblem } from './findProblems';

export const problemLevels = ['off', 'hint', 'information', 'warning', 'error'] as const;
export type ProblemLevel = typeof problemLevels[number];

/** What is reported of notes and bibliographies, and how loudly unless the writer says otherwise. */
export const problemCodes = {
  'citation-unknown': 'warning',
  'citation-duplicate': 'information',
  'citation-gone': 'warning',
  'citation-outdated': 'information',
  'citation-no-entry': 'information',
  'citation-glued': 'warning',
  'citation-swallowed': 'warning',
  'citation-separator': 'warning',
  'citation-full-width': 'warning',
  'citation-link': 'warning',
  'citation-definition': 'information',
  'citation-locator': 'information',
  'citation-unclosed': 'warning',
  'citation-spaced': 'warning',
  'bibliography-missing': 'warning',
  'bibliography-broken': 'warning',
  'bibliography-duplicate': 'warning',
  'bibliography-unnamed': 'hint',
  'quote-folded': 'information',
  'quote-differs': 'warning',
  'quote-critical': 'error',
  'quote-elsewhere': 'warning',
  'quote-hidden': 'warning',
  'quote-not-found': 'warning',
} as const satisfies Readonly<Record<string, ProblemLevel>>;
export type ProblemCode = keyof typeof problemCodes;

const codes: Readonly<Record<CitationProblem['kind'], ProblemCode>> = {
  unknown: 'citation-unknown', duplicate: 'citation-duplicate', gone: 'citation-gone', outdated: 'citation-outdated', noEntry: 'citation-no-entry',
  glued: 'citation-glued', swallowed: 'citation-swallowed', separator: 'citation-separator', fullWidth: 'citation-full-width', link: 'citation-link',
  definition: 'citation-definition', locator: 'citation-locator', unclosed: 'citation-unclosed', spaced: 'citation-spaced',
};

/** The code under which a problem of a citation is reported, and set in `seedbed.citation.problems`. */
export const codeOf = ({ kind }: CitationProblem): ProblemCode => codes[kind];

/** How loudly a code is reported, by the writer's choices; what is no level counts for nothing. */
export function levelOf(code: ProblemCode, chosen: Readonly<Record<string, string>>): ProblemLevel {
  return problemLevels.find(level => level === chosen[code]) ?? problemCodes[code];
}
