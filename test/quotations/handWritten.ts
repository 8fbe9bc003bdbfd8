import type { QuotationCase } from './handWritten/case';
import { criticalCases } from './handWritten/critical';
import { differingCases } from './handWritten/differing';
import { ellipsisCases } from './handWritten/ellipses';
import { foldedCases } from './handWritten/folded';
import { formCases } from './handWritten/forms';
import { elsewhereCases, hiddenCases, notFoundCases, unjudgedCases } from './handWritten/places';

export type { Expected, QuotationCase } from './handWritten/case';

/** Notes written by hand, each with one quotation to judge and what a careful editor would say of it. */
export const handWrittenCases: readonly QuotationCase[] = [
  ...formCases, ...ellipsisCases, ...foldedCases, ...differingCases, ...criticalCases,
  ...elsewhereCases, ...hiddenCases, ...notFoundCases, ...unjudgedCases,
];
