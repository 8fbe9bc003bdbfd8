/** The words of the reader page, and a sentence for each reason a block has its role. */
import * as vscode from 'vscode';
import type { Reason } from '../core/document';
import type { ReaderLabels } from '../protocol';
import { scriptWords } from './words';

/** The labels of the page, by the names it asks for; {0} is filled in by the page. */
export function readerLabels(): ReaderLabels {
  return {
    toolbar: vscode.l10n.t('Reader'),
    script: vscode.l10n.t('Chinese script'),
    scriptAsSaved: scriptWords('as-saved'),
    scriptHans: scriptWords('hans'),
    scriptHant: scriptWords('hant'),
    scriptTw: scriptWords('tw'),
    scriptTwp: scriptWords('twp'),
    scriptHk: scriptWords('hk'),
    scriptHkp: scriptWords('hkp'),
    scriptJp: scriptWords('jp'),
    showHidden: vscode.l10n.t('Show hidden blocks'),
    noHidden: vscode.l10n.t('Nothing on this page is hidden'),
    fullWidth: vscode.l10n.t('Full-width punctuation'),
    smaller: vscode.l10n.t('Smaller text'),
    larger: vscode.l10n.t('Larger text'),
    textSize: vscode.l10n.t('{0}%'),
    cite: vscode.l10n.t('Insert Citation'),
    citeShort: vscode.l10n.t('Cite'),
    quote: vscode.l10n.t('Insert Quote'),
    quoteShort: vscode.l10n.t('Quote'),
    quoteHint: vscode.l10n.t('Insert the selected text as a quote into your note'),
    showFile: vscode.l10n.t('Show Source File'),
    editDetails: vscode.l10n.t('Edit Source Details…'),
    isBody: vscode.l10n.t('This Is Body'),
    pin: vscode.l10n.t('Keep Open'),
    pinHint: vscode.l10n.t('Keep this page open when another source is opened'),
    untitled: vscode.l10n.t('Untitled'),
    authors: vscode.l10n.t('By'),
    editors: vscode.l10n.t('Edited by'),
    guests: vscode.l10n.t('With'),
    site: vscode.l10n.t('Saved from {0}'),
    openOriginal: vscode.l10n.t('Original page'),
    openAddress: vscode.l10n.t('Open {0}'),
    copyKey: vscode.l10n.t('Copy Citation Key'),
    copied: vscode.l10n.t('Copied'),
    showRepair: vscode.l10n.t('Show in the text'),
    markCertain: vscode.l10n.t('Repaired. The file has “{0}”.'),
    markGuess: vscode.l10n.t('A guess. The file has “{0}”.'),
    markInvisible: vscode.l10n.t('Repaired. The file has an invisible character here.'),
    markLookAlike: vscode.l10n.t('Replaced. The file has a look-alike here, {0}.'),
    markEntity: vscode.l10n.t('Decoded. The file has “{0}”.'),
    noBody: vscode.l10n.t('No article text was found on this page. Show the hidden blocks to see everything it holds.'),
    failTitle: vscode.l10n.t('This source cannot be shown'),
  };
}

/** A short sentence for each reason, as shown above the blocks it hides. */
export function readerReasons(): Readonly<Record<Reason, string>> {
  return {
    paragraph: vscode.l10n.t('Article text'),
    heading: vscode.l10n.t('Heading within the article'),
    caption: vscode.l10n.t('Picture caption'),
    editorsNote: vscode.l10n.t('Editor’s note'),
    guests: vscode.l10n.t('Guests of this piece'),
    title: vscode.l10n.t('Headline, shown at the head of the page'),
    breadcrumb: vscode.l10n.t('Path through the site'),
    dateline: vscode.l10n.t('Date and publisher'),
    byline: vscode.l10n.t('Who wrote it'),
    editor: vscode.l10n.t('Who edited it'),
    credit: vscode.l10n.t('Production credits'),
    licence: vscode.l10n.t('Notice of rights'),
    disclaimer: vscode.l10n.t('The site’s disclaimer'),
    titleRepeat: vscode.l10n.t('The headline once more'),
    share: vscode.l10n.t('Sharing buttons'),
    navigation: vscode.l10n.t('Navigation of the site'),
    widget: vscode.l10n.t('Controls of the page'),
    sectionHeading: vscode.l10n.t('Heading of a list that is not part of the article'),
    related: vscode.l10n.t('Links to related articles'),
    recommended: vscode.l10n.t('Links to recommended articles'),
    imageText: vscode.l10n.t('Text that stood in for a picture'),
    spam: vscode.l10n.t('Spam put into the page; it is not part of the article'),
    recurring: vscode.l10n.t('Repeated on other pages of this site'),
    advertisement: vscode.l10n.t('Advertisement'),
    comment: vscode.l10n.t('Readers’ comments'),
    outsideBody: vscode.l10n.t('Outside the article'),
    setAside: vscode.l10n.t('You took this out of the article'),
    unwanted: vscode.l10n.t('You hid lines like this on this site'),
  };
}
