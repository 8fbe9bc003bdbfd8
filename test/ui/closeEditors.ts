import { closeEditors } from './editors';

/** Root hooks of mocha: the browser and the servers outlive the single test, never the run. */
export const mochaHooks = {
  afterAll: closeEditors,
};
