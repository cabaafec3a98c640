'use strict';

const { availableParallelism } = require('node:os');
const { jestConfig } = require('@salesforce/sfdx-lwc-jest/config');

const toCommonJs = [
  '@swc/jest',
  { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' }, sourceMaps: 'inline' }
];

const scripts = {
  displayName: 'scripts',
  rootDir: __dirname,
  roots: ['<rootDir>/scripts'],
  testEnvironment: 'node',
  testMatch: ['**/__tests__/**/*.test.ts'],
  transform: { '^.+\\.ts$': toCommonJs }
};

// LWC 9 ships ES modules only, and so do the stubs of the base components: both need a transform, which jest by
// default withholds from node_modules.
const lwc = {
  ...jestConfig,
  displayName: 'lwc',
  rootDir: __dirname,
  roots: ['<rootDir>/force-app'],
  transform: { 'node_modules/(@lwc|lwc)/.+\\.js$': toCommonJs, '\\.mts$': toCommonJs, ...jestConfig.transform },
  moduleFileExtensions: [...jestConfig.moduleFileExtensions, 'mts'],
  transformIgnorePatterns: ['/node_modules/(?!(@lwc|lwc)/|@salesforce/sfdx-lwc-jest/src/lightning-stubs/)'],
  moduleNameMapper: {
    '^console-test/(.*)$': '<rootDir>/scripts/console/jest/$1.mts',
    '^lightning/button$': '<rootDir>/scripts/console/jest/lightning/button/button.ts'
  },
  setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/scripts/console/jest/setup.js'],
  collectCoverageFrom: ['force-app/**/lwc/**/*.ts', '!**/__tests__/**']
};

module.exports = {
  projects: [scripts, lwc],
  // Left to itself, jest uses one worker on two cores.
  maxWorkers: Math.max(2, availableParallelism() - 1),
  // A worker keeps what each test file loaded.
  workerIdleMemoryLimit: '1GB',
  // Tests wait for conditions; how soon a busy machine fulfils them is not what they are about.
  testTimeout: 60_000
};
