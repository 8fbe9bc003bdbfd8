import type { Declared } from '../../cues/declared';
import { dateClaim, outletClaims, personClaims, siteClaims } from './metaTags';
import type { Item, Property } from './pageFacts';
import { plainWords } from './plainWords';

const ARTICLE = /article|posting|report|webpage|creativework|videoobject/;

/** What the microdata and the RDFa of a page say of its article: of the first thing that is an article, or of no thing at all. */
export function readMicrodata(properties: readonly Property[]): Partial<Declared> {
  const article = properties.map(({ item }) => articleOf(item)).find((item) => item !== undefined && /article|posting|report/.test(item.type));
  const mine = properties.filter(({ item }) => articleOf(item) === article || (item === undefined && article !== undefined));
  const from = 'microdata';
  const values = (name: string, owner = ''): readonly string[] => mine.filter((property) => property.name === name && ownerOf(property.item) === owner).flatMap(({ value }) => plainWords(value) ?? []);
  const people = (role: string): readonly string[] => [...values(role), ...values('name', role)];
  return {
    titles: values('headline').slice(0, 1).map((value) => ({ value, from })),
    published: [...values('datepublished'), ...values('datecreated')].flatMap((value) => dateClaim(value, from)).slice(0, 1),
    publishers: outletClaims([...values('sourceorganization'), ...values('name', 'sourceorganization')], from).slice(0, 1),
    sites: siteClaims([...values('name', 'publisher'), ...values('publisher')], from).slice(0, 1),
    authors: personClaims(people('author'), from),
    editors: personClaims(people('editor'), from),
    section: [...new Set(values('articlesection'))].slice(0, 3).map((value) => ({ value, from })),
  };
}

/** The article around a property; the things it names within it, such as its author, belong to it. */
function articleOf(item: Item | undefined): Item | undefined {
  let at = item;
  for (let level = 0; at && level < 4; level++) {
    if (ARTICLE.test(at.type)) return at;
    if (!/^(?:author|editor|publisher|sourceorganization|creator)$/.test(at.property)) return at;
    at = at.owner;
  }
  return at;
}

/** The property that the thing of a property is the value of; empty for what is said of the article itself. */
function ownerOf(item: Item | undefined): string {
  return item === undefined || ARTICLE.test(item.type) ? '' : item.property === '' ? item.type : item.property;
}
