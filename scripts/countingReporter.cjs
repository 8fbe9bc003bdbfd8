const { writeFileSync } = require('node:fs');
const Mocha = require('mocha');

/** Mocha's spec reporter, which also writes `{ passed, failed, pending }` to the file named by SEEDBED_COUNTS. */
module.exports = class CountingReporter extends Mocha.reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const counts = { passed: 0, failed: 0, pending: 0 };
    runner.on('pass', () => counts.passed++);
    runner.on('fail', () => counts.failed++);
    runner.on('pending', () => counts.pending++);
    runner.once('end', () => {
      if (process.env.SEEDBED_COUNTS) writeFileSync(process.env.SEEDBED_COUNTS, JSON.stringify(counts));
    });
  }
};
