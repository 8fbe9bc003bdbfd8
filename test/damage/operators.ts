import { inTurn, onTopOf } from './damaged';
import type { DamageText } from './damaged';
import { glossed, glossedBetweenBytes, glossedTwice, narrow, traditional, wide } from './glosses';
import { lostAsMarks, lostAsQuestions, lostAsTun } from './lost';
import { letterSpaced, paddedLabels, paddedNames, spacedNotice, withSpam } from './spaced';
import { asCompatible, asNumbers, asRadicals, asReferences, escapedAmpersands, indentedByReferences, narrowed, withControls, withDirections, withSoftHyphens, withZeroWidth } from './strewn';
import { gbkAsHalfUtf8, gbkAsLatin, gbkWithoutOpenBytes, latinWithDrops, shifted, utf8AsGbk, utf8AsLatin, utf8WithoutOpenBytes } from './wrongEncodings';

/** A kind of damage by name. */
export interface Operator {
  readonly name: string;
  readonly damage: DamageText;
  /** It shows only over a whole document. */
  readonly needsDocument?: boolean;
  /** Its repair is made only where a writer asks for it, which is what is measured then. */
  readonly isAsked?: boolean;
}

const glosses: readonly Operator[] = [
  { name: 'glosses', damage: glossed(narrow), needsDocument: true },
  { name: 'glosses in full-width brackets', damage: glossed(wide), needsDocument: true },
  { name: 'glosses, toneless and doubled', damage: glossedTwice, needsDocument: true },
  { name: 'glosses between two bytes', damage: glossedBetweenBytes, needsDocument: true },
];

const shifts: readonly Operator[] = [
  { name: 'shift after ?', damage: shifted({ mark: '?' }) },
  { name: 'shift after U+FFFD', damage: shifted({ mark: '\ufffd' }) },
  { name: 'shift without a mark', damage: shifted({ mark: '' }) },
  { name: 'shift at a full stop', damage: shifted({ mark: '?', atStop: true }) },
  { name: 'shift, private characters dropped', damage: shifted({ mark: '?', privates: '' }) },
  { name: 'shift, then narrowed', damage: inTurn(shifted({ mark: '?' }), narrowed), isAsked: true },
  { name: 'narrowed, then shift', damage: inTurn(narrowed, shifted({ mark: '?' })), isAsked: true },
];

const encodings: readonly Operator[] = [
  { name: 'UTF-8 lines as GBK, ?', damage: utf8AsGbk('?', false) },
  { name: 'UTF-8 lines as GBK, U+FFFD', damage: utf8AsGbk('\ufffd', false) },
  { name: 'UTF-8 document as GBK', damage: utf8AsGbk('\ufffd', true), needsDocument: true },
  { name: 'GBK as Latin-1', damage: gbkAsLatin(false) },
  { name: 'GBK as windows-1252', damage: gbkAsLatin(true) },
  { name: 'GBK as windows-1252, open bytes dropped', damage: gbkWithoutOpenBytes },
  { name: 'GBK as Latin-1, some controls dropped', damage: latinWithDrops(false) },
  { name: 'GBK as Latin-1, partly as UTF-8', damage: gbkAsHalfUtf8 },
  { name: 'UTF-8 as Latin-1', damage: utf8AsLatin(false) },
  { name: 'UTF-8 as windows-1252', damage: utf8AsLatin(true) },
  { name: 'UTF-8 as windows-1252, open bytes dropped', damage: utf8WithoutOpenBytes },
  { name: 'UTF-8 as Latin-1, some controls dropped', damage: latinWithDrops(true) },
];

const strewn: readonly Operator[] = [
  { name: 'letter-spaced clause', damage: letterSpaced },
  { name: 'letter-spaced notice', damage: spacedNotice },
  { name: 'padded labels', damage: paddedLabels },
  { name: 'padded names', damage: paddedNames },
  { name: 'Kangxi radicals', damage: asRadicals },
  { name: 'compatibility ideographs', damage: asCompatible },
  { name: 'references for marks', damage: asReferences },
  { name: 'references for indentation', damage: indentedByReferences },
  { name: 'references for characters', damage: asNumbers },
  { name: 'escaped ampersands', damage: escapedAmpersands },
  { name: 'zero width', damage: withZeroWidth },
  { name: 'soft hyphens', damage: withSoftHyphens },
  { name: 'control characters', damage: withControls },
  { name: 'marks of direction', damage: withDirections },
  { name: 'narrowed punctuation', damage: narrowed, isAsked: true },
  { name: 'spam in the same script', damage: withSpam, isAsked: true },
  { name: 'Simplified spam in Traditional text', damage: onTopOf(traditional, withSpam), isAsked: true },
];

const lost: readonly Operator[] = [
  { name: 'lost, 锟斤拷', damage: lostAsTun },
  { name: 'lost, U+FFFD', damage: lostAsMarks },
  { name: 'lost, ????', damage: lostAsQuestions },
];

const combined: readonly Operator[] = [
  { name: 'glosses, then shift', damage: inTurn(glossed(narrow), shifted({ mark: '?' })), needsDocument: true },
  { name: 'glosses, then zero width', damage: inTurn(glossed(narrow), withZeroWidth), needsDocument: true },
  { name: 'glosses, then narrowed', damage: inTurn(glossed(wide), narrowed), needsDocument: true, isAsked: true },
  { name: 'radicals in a spaced clause', damage: inTurn(asRadicals, letterSpaced) },
  { name: 'radicals, then narrowed', damage: inTurn(asRadicals, narrowed), isAsked: true },
  { name: 'references and zero width', damage: inTurn(asReferences, withZeroWidth) },
  { name: 'references, then UTF-8 as GBK', damage: inTurn(asReferences, utf8AsGbk('?', false)) },
  { name: 'narrowed, then zero width', damage: inTurn(narrowed, withZeroWidth), isAsked: true },
  { name: 'GBK as Latin-1 of what was narrowed', damage: onTopOf(narrowed, gbkAsLatin(false)) },
  { name: 'compatible, then soft hyphens', damage: inTurn(asCompatible, withSoftHyphens) },
  { name: 'notice, then lost', damage: inTurn(spacedNotice, lostAsTun) },
  { name: 'padded names, then shift', damage: inTurn(paddedNames, shifted({ mark: '?' })) },
];

/** Every kind of damage that is measured. */
export const operators: readonly Operator[] = [...glosses, ...shifts, ...encodings, ...strewn, ...lost, ...combined];
