import { exitOnSignals } from '../../scripts/run.mjs';
import { closeEditors } from './editors';
import { nameWindowAfter } from './inWindow';

/** Root hooks of mocha: the browser and the servers outlive the single test, never the run. */
export const mochaHooks = {
  beforeAll: exitOnSignals,
  beforeEach(this: Mocha.Context) {
    nameWindowAfter(this.currentTest?.fullTitle() ?? 'window');
  },
  afterAll: closeEditors,
};
