import { declaresAnything, joinDeclared, type Declared } from '../cues/declared';
import { readLinkedData } from './declared/linkedData';
import { dateClaim, isAddress, readMetaTags } from './declared/metaTags';
import { readMicrodata } from './declared/microdata';
import type { PageFacts } from './declared/pageFacts';
import { plainWords } from './declared/plainWords';
import { readScriptFacts } from './declared/scriptFacts';

/** What a page says of itself in meta tags, JSON-LD, microdata, `<time>`, `<title>` and plain assignments of its scripts; undefined where it says nothing. */
export function readPageHead(facts: PageFacts): Declared | undefined {
  const declared = declare(facts);
  return declaresAnything(declared) ? declared : undefined;
}

/** Open Graph goes before linked data for a title, as search engines want theirs short. */
function declare({ metas, title, canonical, scripts, times, properties }: PageFacts): Declared {
  const pageTitle = plainWords(title);
  const tags = readMetaTags(metas);
  const link = { urls: isAddress(canonical) ? [{ value: canonical, from: 'meta' as const }] : [] };
  const titles = [...tags.flatMap((reading) => reading.titles ?? []).map(({ value }) => value), ...(pageTitle === undefined ? [] : [pageTitle])];
  const linked = readLinkedData(scripts, { titles, url: link.urls[0]?.value ?? tags[0]?.urls?.[0]?.value ?? '' });
  const named = pageTitle === undefined ? {} : { titles: [{ value: pageTitle, from: 'pageTitle' as const }] };
  const timed = { published: times.flatMap((time) => dateClaim(time, 'timeElement')) };
  return joinDeclared([link, ...tags, linked, readMicrodata(properties), timed, named, readScriptFacts(scripts)]);
}
