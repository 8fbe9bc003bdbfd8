import type { Analysis, Box, Line } from '../cues/analysis';
import { letters } from '../cues/headline';

/** What the pages of one site in this library have in common. */
export interface SiteProfile {
  /** How many different articles it was learnt from. */
  readonly pages: number;
  /** On how many of those pages a line stands that stands on at least two, by `lineKey`. */
  readonly lines: ReadonlyMap<string, number>;
  /** On how many of those pages a box held the body that held it on at least two, by `boxKey`. */
  readonly containers: ReadonlyMap<string, number>;
}

/** Lines shared by two pages before they are taken for one site; the three seeds of one site share 17. */
const SHARED = 6;
/** And the least part of the shorter page's frame lines that they make up. */
const SHARE = 0.25;
const LONGEST = 40;

/** What is compared of a line: its letters and digits; undefined for a line that says nothing. */
export function lineKey(line: Line): string | undefined {
  const key = line.normal.length <= 300 ? letters(line.normal) : undefined;
  return key === '' ? undefined : key;
}

/** Whether a line is short and no sentence, number or date: what templates are made of. */
export function isFrameLine(line: Line): boolean {
  if (line.text.length > LONGEST || /[。;]\s*$/.test(line.normal) || line.cues.names.has('loneDate')) return false;
  return !/^\d*$/.test(lineKey(line) ?? '');
}

/** The keys of the lines of a page that may be its template's. */
export function frameKeys(analysis: Analysis): ReadonlySet<string> {
  const keys = new Set<string>();
  for (const line of analysis.lines) {
    const key = isFrameLine(line) ? lineKey(line) : undefined;
    if (key !== undefined) keys.add(key);
  }
  return keys;
}

/** Pages taken for one site, and on how many of them each line stands. */
export interface Framed { readonly members: { readonly length: number }; readonly counts: ReadonlyMap<string, number> }

interface Cluster extends Framed { readonly members: Analysis[]; readonly host?: string; readonly counts: Map<string, number> }

/** The host of the page's own address, where the file tells it. */
export function hostOf(analysis: Analysis): string | undefined {
  return /^https?:\/\/([^/:]+)/.exec(analysis.declared?.urls[0]?.value ?? '')?.[1];
}

/**
 * The analyses of each site together, in the order of the first of each: by host where the files tell it, else by the
 * lines their templates share. An analysis that shares with nobody is a site of its own.
 */
export function groupBySite(analyses: readonly Analysis[]): readonly (readonly Analysis[])[] {
  const clusters: Cluster[] = [];
  const byLine = new Map<string, Set<Cluster>>();
  const byHost = new Map<string, Cluster>();
  for (const analysis of analyses) {
    const host = hostOf(analysis);
    const keys = frameKeys(analysis);
    const home = (host === undefined ? nearest(keys, byLine) : byHost.get(host)) ?? newCluster(clusters, host);
    if (host !== undefined) byHost.set(host, home);
    home.members.push(analysis);
    for (const key of keys) {
      home.counts.set(key, (home.counts.get(key) ?? 0) + 1);
      const at = byLine.get(key) ?? new Set();
      byLine.set(key, at.add(home));
    }
  }
  return clusters.map((cluster) => cluster.members);
}

function newCluster(clusters: Cluster[], host: string | undefined): Cluster {
  const cluster: Cluster = { members: [], counts: new Map(), ...(host !== undefined && { host }) };
  clusters.push(cluster);
  return cluster;
}

/** The cluster that most of `keys` stand in, on at least a third of its pages. */
export function nearest<T extends Framed>(keys: ReadonlySet<string>, byLine: ReadonlyMap<string, ReadonlySet<T>>): T | undefined {
  const shared = new Map<T, number>();
  for (const key of keys) {
    for (const cluster of byLine.get(key) ?? []) {
      if ((cluster.counts.get(key) ?? 0) * 3 >= cluster.members.length) shared.set(cluster, (shared.get(cluster) ?? 0) + 1);
    }
  }
  let best: T | undefined, most = Math.max(SHARED, SHARE * keys.size);
  for (const [cluster, count] of shared) if (count >= most) { best = cluster; most = count + 1e-9; }
  return best;
}

/** Whether the line stands on at least two articles of the site and on a third of them. */
export function recurs(line: Line, profile: SiteProfile | undefined): boolean {
  if (!profile || profile.pages < 2) return false;
  const count = profile.lines.get(lineKey(line) ?? '') ?? 0;
  return count >= 2 && isOften('lines', count, profile);
}

/** Whether what stands on `count` articles of a site tells something of another one: a line on a third of them, a box that held the body on half. */
export function isOften(what: 'lines' | 'containers', count: number, { pages }: SiteProfile): boolean {
  return count * (what === 'lines' ? 3 : 2) >= pages;
}

/** What a box has in common with its like on other pages of its site: tag and names without numbers, and those of the box around it. */
export function boxKey(boxes: readonly Box[], at: number): string {
  const name = (box: Box | undefined): string => (box ? `${box.tag} ${box.names.replace(/\d+/g, '#')}`.trim() : '');
  const box = boxes[at];
  return `${name(boxes[box?.parent ?? -1])} > ${name(box)}`;
}

/** 1 for every box that held the body on at least two articles of the site and on half of them, and for the boxes in it; undefined where the page has none such. */
export function knownContainer(boxes: readonly Box[], profile: SiteProfile | undefined): Uint8Array | undefined {
  if (!profile || profile.containers.size === 0) return undefined;
  const inside = new Uint8Array(boxes.length);
  let found = false;
  boxes.forEach((box, at) => {
    const isKnown = isOften('containers', profile.containers.get(boxKey(boxes, at)) ?? 0, profile);
    found ||= isKnown;
    inside[at] = isKnown || inside[box.parent] === 1 ? 1 : 0;
  });
  return found ? inside : undefined;
}

/** What of a profile applies to a page, as a key: which lines recur, and which boxes are known to hold bodies. A judgement asks a profile nothing else. */
export function whatApplies({ lines, boxes }: Analysis, profile: SiteProfile | undefined): string {
  if (!profile) return '';
  const bits = (flags: Iterable<boolean | number>): string => Array.from(flags, (is) => (is ? 1 : 0)).join('').replace(/0+$/, '');
  return `${bits(lines.map((line) => recurs(line, profile)))}|${bits((boxes && knownContainer(boxes, profile)) ?? [])}`.replace(/^\|$/, '');
}
