import type { CharacterModel } from '../text/characterModel';
import { scriptSets } from '../text/scriptSets';
import type { Tables } from '../text/tables';

/** Cost (log10) of a character of the other script; the model itself takes both for one. */
const otherScriptCost = 1.5;

/** Characters of a text that are looked at: enough to tell its script. */
const sampled = 5000;

/** `model` for guesses in a text such as `sample`: characters that only the other script writes are less likely there. */
export function inScriptOf(sample: string, model: CharacterModel, tables: Tables): CharacterModel {
  const { simplified, traditional } = scriptSets(tables);
  let lean = 0;
  for (let place = 0; place < Math.min(sample.length, sampled); place += 1) {
    const unit = sample.charCodeAt(place);
    if (unit < 0x3400) continue;
    if (traditional.has(unit)) lean += 1;
    else if (simplified.has(unit)) lean -= 1;
  }
  if (lean === 0) return model;
  const others = lean > 0 ? simplified : traditional;
  return { ...model, after: (previous, unit) => model.after(previous, unit) - (others.has(unit) ? otherScriptCost : 0) };
}
