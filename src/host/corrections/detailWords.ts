/** The words for fields of a source and for where their values come from. */
import * as vscode from 'vscode';
import type { DetailName } from '../../core/corrections/corrections';
import type { Origin } from '../../core/document';

/** The name of a field. */
export function detailWords(name: DetailName): string {
  switch (name) {
    case 'title': return vscode.l10n.t('Title');
    case 'published': return vscode.l10n.t('Date');
    case 'publisher': return vscode.l10n.t('Publisher');
    case 'site': return vscode.l10n.t('Site');
    case 'url': return vscode.l10n.t('Address');
    case 'series': return vscode.l10n.t('Series');
    case 'authors': return vscode.l10n.t('Authors');
    case 'editors': return vscode.l10n.t('Editors');
    case 'section': return vscode.l10n.t('Section');
  }
}

/** What to type for a field. */
export function detailHint(name: DetailName): string {
  switch (name) {
    case 'published': return vscode.l10n.t('As precise as it is known, such as 2025, 2025-06, 2025-06-04 or 2025-06-04 14:44. Leave it empty if there is none.');
    case 'authors':
    case 'editors':
    case 'series':
    case 'section': return vscode.l10n.t('Several are parted by ; or 、. Leave it empty if there is none.');
    case 'title':
    case 'publisher':
    case 'site':
    case 'url': return vscode.l10n.t('Leave it empty if there is none.');
  }
}

/** Where a value was found. */
export function originWords(origin: Origin): string {
  switch (origin) {
    case 'dateline': return vscode.l10n.t('from the line with date and publisher');
    case 'headline': return vscode.l10n.t('from the headline');
    case 'byline': return vscode.l10n.t('from the byline');
    case 'credits': return vscode.l10n.t('from the credits');
    case 'breadcrumb': return vscode.l10n.t('from the path through the site');
    case 'lead': return vscode.l10n.t('from the first lines of the article');
    case 'page': return vscode.l10n.t('from elsewhere on the page');
    case 'frontMatter': return vscode.l10n.t('from the front matter of the file');
    case 'meta': return vscode.l10n.t('from a meta tag');
    case 'openGraph': return vscode.l10n.t('from Open Graph');
    case 'linkedData': return vscode.l10n.t('from JSON-LD');
    case 'microdata': return vscode.l10n.t('from microdata');
    case 'timeElement': return vscode.l10n.t('from a <time> element');
    case 'pageTitle': return vscode.l10n.t('from the title of the window');
    case 'script': return vscode.l10n.t('from data in a script');
    case 'saveMark': return vscode.l10n.t('from a note of the program that saved the page');
    case 'address': return vscode.l10n.t('from the page’s own address');
    case 'writer': return vscode.l10n.t('put right by you');
  }
}
