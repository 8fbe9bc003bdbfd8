import { relative, sep } from 'node:path';
import { problemCodes, type ProblemCode, type ProblemLevel } from '../core/cite/problems/problemCodes';

/** Something amiss in a note; lines and columns from 1, columns in UTF-16 units, the end behind the last. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly severity: Exclude<ProblemLevel, 'off'>;
  readonly code: ProblemCode;
  readonly message: string;
  /** The file of the source that it is about. */
  readonly source: string | null;
  /** The quotation in the words of its source, or a citation as it was meant. */
  readonly suggestion: string | null;
  /** What writes the suggestion into the note; none where it does not simply take a place. */
  readonly edits: readonly PlacedText[];
}

/** A text and what it takes the place of. */
export interface PlacedText extends Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn'> { readonly text: string }

/** As one JSON object. */
export const asJson = ({ file, line, column, endLine, endColumn, severity, code, message, source, suggestion }: Finding): string =>
  `${JSON.stringify({ file, line, column, endLine, endColumn, severity, code, message, source, suggestion })}\n`;

/** As compilers print it. */
export const asLine = ({ file, line, column, severity, code, message }: Finding): string => `${file}:${line}:${column}: ${severity} ${code} ${message}\n`;

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note', off: 'none' } as const;

/** All findings as one log of the Static Analysis Results Interchange Format 2.1.0. */
export function asSarif(findings: readonly Finding[], version: string): string {
  const rules = (Object.keys(problemCodes) as ProblemCode[]).filter(code => findings.some(finding => finding.code === code));
  const results = findings.map(({ code, severity, message, edits, ...place }) => ({
    ruleId: code, ruleIndex: rules.indexOf(code), level: LEVELS[severity], message: { text: message }, locations: [{ physicalLocation: placeOf(place) }],
    ...(edits.length > 0 && { fixes: [{ artifactChanges: [{ artifactLocation: placeOf(place).artifactLocation, replacements: edits.map(({ text, ...at }) => ({ deletedRegion: regionOf(at), insertedContent: { text } })) }] }] }),
  }));
  const driver = { name: 'Seedbed', version, rules: rules.map(id => ({ id, defaultConfiguration: { level: LEVELS[problemCodes[id]] } })) };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }] }, null, 2)}\n`;
}

const placeOf = ({ file, ...at }: Pick<Finding, 'file' | 'line' | 'column' | 'endLine' | 'endColumn'>) =>
  ({ artifactLocation: { uri: relative(process.cwd(), file).split(sep).map(encodeURIComponent).join('/') }, region: regionOf(at) });

const regionOf = ({ line, column, endLine, endColumn }: Pick<Finding, 'line' | 'column' | 'endLine' | 'endColumn'>) => ({ startLine: line, startColumn: column, endLine, endColumn });
