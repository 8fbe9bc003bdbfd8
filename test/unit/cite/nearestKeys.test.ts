import assert from 'node:assert/strict';
import { nearestKeys } from '../../../src/core/cite/problems/nearestKeys';

const keys = ['smith2020', 'smith2021', 'smyth2020', 'rmrb20250604', 'rmrb20250604a', 'rmrb20240101', 'doe', 'Zhang2019paper'];

describe('the nearest keys', () => {
  it('are those a slip away, the closest first', () => assert.deepEqual(nearestKeys('smith2O20', keys), ['smith2020', 'smith2021', 'smyth2020']));
  it('count two letters swapped as one slip', () => assert.deepEqual(nearestKeys('smiht2020', keys).slice(0, 1), ['smith2020']));
  it('are those that go on, or end sooner', () => {
    assert.deepEqual(nearestKeys('rmrb2025', keys), ['rmrb20250604', 'rmrb20250604a']);
    assert.deepEqual(nearestKeys('zhang2019papers2', keys), ['Zhang2019paper']);
  });
  it('differ in case only', () => assert.deepEqual(nearestKeys('Doe', keys), ['doe']));
  it('are three at most', () => assert.equal(nearestKeys('k10', Array.from({ length: 100 }, (_, at) => `k${at}`)).length, 3));
  it('are none where nothing is near', () => assert.deepEqual(nearestKeys('nothing1999', keys), []));
});
