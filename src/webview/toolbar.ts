import { scriptTargets, type ScriptTarget } from '../core/document';
import type { FromReader, ReaderLooks, ReaderView, ShowMessage } from '../protocol';
import { element } from './element';
import type { IconName } from './icon';
import { icon } from './icon';
import type { LabelName, Wording } from './wording';

type PageCommand = Extract<FromReader, { type: 'command' }>['command'];

/** What the toolbar's controls ask for. */
export interface ToolbarWishes {
  view(view: ReaderView): void;
  looks(looks: ReaderLooks): void;
  command(command: PageCommand): void;
  quote(): void;
  shared(on: boolean): void;
}

export interface Toolbar {
  readonly root: HTMLElement;
  /** Shows the state of a page; the control that has the focus keeps it. */
  update(shown: ShowMessage, wording: Wording): void;
  allowQuote(allowed: boolean): void;
  /** Whether passages in other sources are marked. */
  pressShared(on: boolean): void;
}

const scriptLabels: Readonly<Record<ScriptTarget, LabelName>> = {
  'as-saved': 'scriptAsSaved', hans: 'scriptHans', hant: 'scriptHant', tw: 'scriptTw', twp: 'scriptTwp', hk: 'scriptHk', hkp: 'scriptHkp', jp: 'scriptJp',
};

/** Text sizes the buttons step through, in percent; the ends are the protocol's. */
const textSizes: readonly number[] = [80, 90, 100, 110, 125, 140, 160, 180, 200];

const smallerThan = (size: number): number => textSizes[textSizes.findIndex(step => step >= size) - 1] ?? size;
const largerThan = (size: number): number => textSizes.find(step => step > size) ?? size;

/** Sets a button's name for every reader of it; the words beside the icon may be shorter. */
function nameButton(button: HTMLButtonElement, name: string, hint = name): void {
  button.setAttribute('aria-label', name);
  button.title = hint;
}

function button(inside: Node, press: () => void, words?: HTMLElement): HTMLButtonElement {
  const made = element('button', { class: 'tool', attributes: { type: 'button' } }, inside, words);
  made.addEventListener('click', press);
  return made;
}

const glyph = (text: string, kind: string): HTMLElement => element('span', { class: `glyph ${kind}`, text, attributes: { 'aria-hidden': 'true' } });
const words = (): HTMLElement => element('span', { class: 'words', attributes: { 'aria-hidden': 'true' } });

interface Controls {
  readonly script: HTMLSelectElement;
  readonly hidden: HTMLButtonElement;
  readonly hiddenCount: HTMLElement;
  readonly shared: HTMLButtonElement;
  readonly fullWidth: HTMLButtonElement;
  readonly smaller: HTMLButtonElement;
  readonly larger: HTMLButtonElement;
  readonly cite: HTMLButtonElement;
  readonly citeWords: HTMLElement;
  readonly quote: HTMLButtonElement;
  readonly quoteWords: HTMLElement;
  readonly edit: HTMLButtonElement;
  readonly file: HTMLButtonElement;
  readonly pin: HTMLButtonElement;
}

function buildControls(wishes: ToolbarWishes, shown: () => ShowMessage | undefined): Controls {
  const looks = (change: (looks: ReaderLooks) => ReaderLooks) => (): void => {
    const message = shown();
    if (message !== undefined) wishes.looks(change(message.looks));
  };
  const view = (change: (view: ReaderView) => ReaderView) => (): void => {
    const message = shown();
    if (message !== undefined) wishes.view(change(message.view));
  };
  const command = (name: PageCommand, sign: IconName, label?: HTMLElement): HTMLButtonElement => button(icon(sign), () => wishes.command(name), label);
  const script = element('select', { class: 'script' }, ...scriptTargets.map(value => element('option', { attributes: { value } })));
  script.addEventListener('change', view(old => ({ ...old, script: scriptTargets[script.selectedIndex] ?? 'as-saved' })));
  const hiddenCount = element('span', { class: 'count', attributes: { 'aria-hidden': 'true' } });
  const shared: HTMLButtonElement = button(icon('shared'), () => wishes.shared(shared.getAttribute('aria-pressed') !== 'true'));
  const [citeWords, quoteWords] = [words(), words()];
  return {
    script, hiddenCount, shared, citeWords, quoteWords,
    hidden: button(icon('hidden'), looks(old => ({ ...old, showHidden: !old.showHidden })), hiddenCount),
    fullWidth: button(glyph('，。', 'punctuation'), view(old => ({ ...old, fullWidth: !old.fullWidth }))),
    smaller: button(glyph('A', 'small'), looks(old => ({ ...old, textSize: smallerThan(old.textSize) }))),
    larger: button(glyph('A', 'large'), looks(old => ({ ...old, textSize: largerThan(old.textSize) }))),
    cite: command('cite', 'cite', citeWords),
    quote: button(icon('quote'), () => wishes.quote(), quoteWords),
    edit: command('editDetails', 'edit'),
    file: command('showFile', 'file'),
    pin: command('pin', 'pin'),
  };
}

function nameControls(controls: Controls, wording: Wording): void {
  controls.script.setAttribute('aria-label', wording('script'));
  controls.script.title = wording('script');
  scriptTargets.forEach((target, index) => {
    const option = controls.script.options[index];
    if (option !== undefined) option.textContent = wording(scriptLabels[target]);
  });
  nameButton(controls.shared, wording('showShared'));
  nameButton(controls.fullWidth, wording('fullWidth'));
  nameButton(controls.cite, wording('cite'));
  controls.citeWords.textContent = wording('citeShort');
  controls.quoteWords.textContent = wording('quoteShort');
  nameButton(controls.edit, wording('editDetails'));
  nameButton(controls.pin, wording('pin'), wording('pinHint'));
}

function updateHidden(controls: Controls, shown: ShowMessage, wording: Wording): void {
  const count = shown.page.blocks.reduce((sum, block) => sum + (block.role === 'body' ? 0 : 1), 0);
  const hint = count === 0 ? wording('noHidden') : shown.lines.hidden ?? wording('showHidden');
  nameButton(controls.hidden, `${wording('showHidden')} (${count})`, hint);
  controls.hiddenCount.textContent = String(count);
  controls.hidden.disabled = count === 0;
  controls.hidden.setAttribute('aria-pressed', String(shown.looks.showHidden));
}

function updateSizes(controls: Controls, size: number, wording: Wording): void {
  nameButton(controls.smaller, wording('smaller'), `${wording('smaller')} – ${wording('textSize', String(size))}`);
  nameButton(controls.larger, wording('larger'), `${wording('larger')} – ${wording('textSize', String(size))}`);
  controls.smaller.setAttribute('aria-disabled', String(smallerThan(size) === size));
  controls.larger.setAttribute('aria-disabled', String(largerThan(size) === size));
}

/** Builds the bar above the page; scripts and punctuation are offered where the text is Chinese. */
export function buildToolbar(wishes: ToolbarWishes): Toolbar {
  let current: ShowMessage | undefined;
  const controls = buildControls(wishes, () => current);
  const group = (...members: readonly HTMLElement[]): HTMLElement => element('div', { class: 'tools' }, ...members);
  const root = element('div', { class: 'toolbar', attributes: { role: 'toolbar' } },
    group(controls.script, controls.hidden, controls.shared, controls.fullWidth, controls.smaller, controls.larger),
    group(controls.cite, controls.quote, controls.edit, controls.file, controls.pin));
  const allowQuote = (allowed: boolean): void => controls.quote.setAttribute('aria-disabled', String(!allowed));
  allowQuote(false);
  const pressShared = (on: boolean): void => controls.shared.setAttribute('aria-pressed', String(on));
  pressShared(false);
  return {
    root,
    allowQuote,
    pressShared,
    update(shown, wording) {
      current = shown;
      const chinese = shown.page.script === 'Hans' || shown.page.script === 'Hant' || shown.page.script === 'mixed';
      root.setAttribute('aria-label', wording('toolbar'));
      nameControls(controls, wording);
      nameButton(controls.quote, wording('quote'), wording('quoteHint'));
      nameButton(controls.file, wording('showFile'), `${wording('showFile')} – ${shown.page.path}`);
      controls.script.hidden = !chinese;
      controls.fullWidth.hidden = !chinese;
      controls.script.value = shown.view.script;
      controls.fullWidth.setAttribute('aria-pressed', String(shown.view.fullWidth));
      controls.pin.hidden = shown.pinned;
      updateHidden(controls, shown, wording);
      updateSizes(controls, shown.looks.textSize, wording);
    },
  };
}
