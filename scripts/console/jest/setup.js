'use strict';

const { registerSa11yMatcher } = require('@sa11y/jest');

registerSa11yMatcher();

afterEach(async () => {
  document.body.replaceChildren();
  // What a component still does when it is taken away belongs to its own test.
  for (let turn = 0; turn < 20; turn++) await Promise.resolve();
  jest.clearAllMocks();
});
