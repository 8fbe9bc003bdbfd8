import type { Block, SourceDocument } from '../document';
import type { Analysis } from '../cues/analysis';
import { classify } from './classify';
import type { ScoreLines } from './lineModel';
import { readMetadata } from './metadata';
import type { SiteProfile } from './siteProfile';

/**
 * Reads an analysed file as a source: a role and a reason for each block, and the metadata the page tells of itself.
 * Another line model than the built-in one is for measuring.
 */
export function judge(analysis: Analysis, profile: SiteProfile | undefined, score?: ScoreLines): SourceDocument {
  const { verdicts, measures, headline } = classify(analysis, profile, score);
  const isBody = verdicts.map((verdict) => verdict.role === 'body');
  const page = { analysis, lines: analysis.lines, verdicts, measures, headline, first: isBody.indexOf(true), last: isBody.lastIndexOf(true) };
  const blocks = analysis.lines.map(({ span, lines, kind }, index): Block => {
    const verdict = verdicts[index];
    if (!verdict) throw new Error(`line ${index} was not judged`);
    return { span, lines, kind: kind === 'paragraph' ? verdict.kind ?? kind : kind, role: verdict.role, reason: verdict.reason, by: verdict.by };
  });
  const { id, format, encoding, raw, script, region, language, repairs } = analysis;
  return { id, format, encoding, raw, script, ...(region && { region }), language, blocks, repairs, metadata: readMetadata(page) };
}
