/** Every name that package.json and the code share; a test holds the two against each other. */

export const commands = {
  goToSource: 'seedbed.goToSource',
  openInReader: 'seedbed.openInReader',
  openPinned: 'seedbed.openPinned',
  groupSourcesBy: 'seedbed.groupSourcesBy',
  filterSources: 'seedbed.filterSources',
  clearFilter: 'seedbed.clearFilter',
  refreshSources: 'seedbed.refreshSources',
  chooseSourceFolder: 'seedbed.chooseSourceFolder',
  stripBoilerplate: 'seedbed.stripBoilerplate',
  stripBoilerplateInPlace: 'seedbed.stripBoilerplateInPlace',
  convertScript: 'seedbed.convertScript',
  repairText: 'seedbed.repairText',
  applyRepairs: 'seedbed.applyRepairs',
  chooseRepairs: 'seedbed.chooseRepairs',
  openRepaired: 'seedbed.openRepaired',
  discardRepairs: 'seedbed.discardRepairs',
  convertFiles: 'seedbed.convertFiles',
  neverConvert: 'seedbed.neverConvert',
  markAmbiguous: 'seedbed.markAmbiguous',
  clearAmbiguous: 'seedbed.clearAmbiguous',
  insertCitation: 'seedbed.insertCitation',
  insertCitationAs: 'seedbed.insertCitationAs',
  insertQuote: 'seedbed.insertQuote',
  openCitedSource: 'seedbed.openCitedSource',
  insertBibliography: 'seedbed.insertBibliography',
  copyReference: 'seedbed.copyReference',
  chooseStyle: 'seedbed.chooseStyle',
  exportBibliography: 'seedbed.exportBibliography',
  importBibliography: 'seedbed.importBibliography',
  findCitingNotes: 'seedbed.findCitingNotes',
  renameCitationKey: 'seedbed.renameCitationKey',
  checkQuotations: 'seedbed.checkQuotations',
  checkAllQuotations: 'seedbed.checkAllQuotations',
  showSourceFile: 'seedbed.showSourceFile',
  copyCitationKey: 'seedbed.copyCitationKey',
  citeAgain: 'seedbed.citeAgain',
  goToCitation: 'seedbed.goToCitation',
  nextCitation: 'seedbed.nextCitation',
  previousCitation: 'seedbed.previousCitation',
  markAsBody: 'seedbed.markAsBody',
  markAsNotBody: 'seedbed.markAsNotBody',
  hideLines: 'seedbed.hideLines',
  showLines: 'seedbed.showLines',
  editDetails: 'seedbed.editDetails',
  showLearnt: 'seedbed.showLearnt',
  undoCorrection: 'seedbed.undoCorrection',
  showShared: 'seedbed.showShared',
  comparePassage: 'seedbed.comparePassage',
  insertSharedQuote: 'seedbed.insertSharedQuote',
} as const;

/** Commands that only quick fixes call: no menu and no palette shows them. */
export const innerCommands = {
  citeCompared: 'seedbed.citeCompared',
  keepMarked: 'seedbed.keepMarked',
  addCitedEntry: 'seedbed.addCitedEntry',
  citeInstead: 'seedbed.citeInstead',
  citeQuotedSource: 'seedbed.citeQuotedSource',
  changeCitedEntry: 'seedbed.changeCitedEntry',
  ignoreProblem: 'seedbed.ignoreProblem',
  createBibliography: 'seedbed.createBibliography',
  explainLinkWarning: 'seedbed.explainLinkWarning',
  ignoreLinkWarnings: 'seedbed.ignoreLinkWarnings',
} as const;

export const views = { sources: 'seedbed.sources', cited: 'seedbed.cited', shared: 'seedbed.sharedQuotations', reader: 'seedbed.reader', comparison: 'seedbed.comparison' } as const;

export const contexts = {
  /** `reading`, `empty` or `filled`. */
  state: 'seedbed.state',
  filtered: 'seedbed.filtered',
  /** `noNote`, `nothing`, `broken` (nothing, and a bibliography that cannot be read) or `filled`. */
  citedState: 'seedbed.citedState',
  /** `looking`, `nothing` or `filled`. */
  sharedState: 'seedbed.sharedState',
  /** The URIs of all sources, for `resource in seedbed.sourceUris`. */
  sourceUris: 'seedbed.sourceUris',
} as const;

export const settings = {
  include: 'seedbed.sources.include',
  exclude: 'seedbed.sources.exclude',
  folders: 'seedbed.sources.folders',
  bibliography: 'seedbed.citation.bibliography',
  citationFormat: 'seedbed.citation.format',
  citationProblems: 'seedbed.citation.problems',
  quoteShortest: 'seedbed.quote.shortest',
  quoteScript: 'seedbed.quote.script',
  quoteLocator: 'seedbed.quote.locator',
  referenceStyle: 'seedbed.references.style',
  referenceScript: 'seedbed.references.script',
  completionLabel: 'seedbed.completion.label',
  readerScript: 'seedbed.reader.script',
  readerFullWidth: 'seedbed.reader.fullWidthPunctuation',
  readerTextSize: 'seedbed.reader.textSize',
  neverConvert: 'seedbed.script.neverConvert',
  ownPairs: 'seedbed.script.ownPairs',
} as const;
