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
  /** What may stand there instead. */
  readonly suggestion: string | null;
}

/** As compilers print it. */
export const asLine = ({ file, line, column, severity, code, message }: Finding): string => `${file}:${line}:${column}: ${severity} ${code} ${message}\n`;

const LEVELS = { error: 'error', warning: 'warning', information: 'note', hint: 'note', off: 'none' } as const;

/** All findings as one log of the Static Analysis Results Interchange Format 2.1.0. */
export function asSarif(findings: readonly Finding[], version: string): string {
  const rules = (Object.keys(problemCodes) as ProblemCode[]).filter(code => findings.some(finding => finding.code === code));
  const results = findings.map(({ code, severity, message, suggestion, ...place }) => ({
    ruleId: code, ruleIndex: rules.indexOf(code), level: LEVELS[severity], message: { text: message }, locations: [{ physicalLocation: placeOf(place) }],
    ...(suggestion !== null && { fixes: [{ artifactChanges: [{ artifactLocation: placeOf(place).artifactLocation, replacements: [{ deletedRegion: placeOf(place).region, insertedContent: { text: suggestion } }] }] }] }),
  }));
  const driver = { name: 'Seedbed', version, rules: rules.map(id => ({ id, defaultConfiguration: { level: LEVELS[problemCodes[id]] } })) };
  return `${JSON.stringify({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [{ tool: { driver }, columnKind: 'utf16CodeUnits', results }] }, null, 2)}\n`;
}

const placeOf = ({ file, line, column, endLine, endColumn }: Pick<Finding, 'file' | 'line' | 'column' | 'endLine' | 'endColumn'>) => ({
  artifactLocation: { uri: relative(process.cwd(), file).split(sep).map(encodeURIComponent).join('/') },
  region: { startLine: line, startColumn: column, endLine, endColumn },
});
