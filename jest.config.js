'use strict';

const scripts = {
  displayName: 'scripts',
  rootDir: __dirname,
  roots: ['<rootDir>/scripts'],
  testEnvironment: 'node',
  testMatch: ['**/__tests__/**/*.test.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' }, sourceMaps: 'inline' }
    ]
  }
};

module.exports = { projects: [scripts] };
