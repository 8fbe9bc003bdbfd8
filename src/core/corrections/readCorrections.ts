import type { Result } from '../document';
import { listDetails, singleDetails, type BlockCorrection, type Corrections, type Details, type SiteCorrections, type SourceCorrections } from './corrections';
import { listIn, parseCorrectionsJson, recordIn, type CorrectionsError, type JsonRecord } from './json';

/** Reads the text of a file of corrections; what has another form than it should is passed over, and stays in the file. */
export function readCorrections(text: string | undefined): Result<Corrections, CorrectionsError> {
  const json = parseCorrectionsJson(text);
  if (!json.ok) return json;
  const { sources, sites } = json.value;
  return {
    ok: true,
    value: {
      sources: new Map(Object.entries(recordIn(sources)).map(([path, entry]) => [path, readSource(recordIn(entry))])),
      sites: new Map(Object.entries(recordIn(sites)).map(([key, entry]) => [key, readSite(recordIn(entry))])),
    },
  };
}

function readSource({ hash, details, blocks }: JsonRecord): SourceCorrections {
  return { hash: typeof hash === 'string' ? hash : '', details: readDetails(recordIn(details)), blocks: listIn(blocks).flatMap(readBlock) };
}

function readDetails(json: JsonRecord): Details {
  const singles = singleDetails.flatMap(name => (typeof json[name] === 'string' ? [[name, json[name].trim()]] : []));
  const lists = listDetails.flatMap(name => (json[name] === undefined ? [] : [[name, texts(json[name])]]));
  return Object.fromEntries([...singles, ...lists]) as Details;
}

function readBlock(value: unknown): readonly BlockCorrection[] {
  const { text, nth, role } = recordIn(value);
  if (typeof text !== 'string' || (role !== 'body' && role !== 'boilerplate')) return [];
  return [{ text, role, nth: typeof nth === 'number' ? nth : 1 }];
}

function readSite({ hidden, shown, learning, lines }: JsonRecord): SiteCorrections {
  return { hidden: texts(hidden), shown: texts(shown), isLearningOff: learning === 'off', lines: texts(lines) };
}

/** One text stands for a list of one. */
function texts(value: unknown): readonly string[] {
  const list = typeof value === 'string' ? [value] : listIn(value);
  return list.filter(each => typeof each === 'string').map(each => each.trim()).filter(each => each !== '');
}
