import lwc from '@salesforce/eslint-config-lwc/recommended-ts.js';
import jest from 'eslint-plugin-jest';
import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

const typed = {
  parser: tseslint.parser,
  parserOptions: {
    project: ['./tsconfig.json', './scripts/console/tsconfig.json'],
    tsconfigRootDir: import.meta.dirname
  }
};
const house = {
  'max-lines': ['error', 300],
  eqeqeq: 'error',
  '@typescript-eslint/no-explicit-any': 'error',
  // The underscore says that a signature demands a parameter; TypeScript's own check reads it the same way.
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/await-thenable': 'error'
};

export default defineConfig([
  { ignores: ['node_modules/', 'coverage/', 'dist/', '.cache/'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  {
    files: ['scripts/**/*.{ts,mts}'],
    extends: [tseslint.configs.recommended],
    languageOptions: typed,
    rules: house
  },
  {
    files: ['force-app/**/lwc/**/*.ts'],
    extends: [lwc, tseslint.configs.recommended],
    languageOptions: typed,
    rules: {
      ...house,
      'max-lines': ['error', 200],
      // Timers are few, and the tests prove that they end with their component.
      '@lwc/lwc/no-async-operation': 'off'
    }
  },
  {
    // Generated, and as long as the console has methods.
    files: ['scripts/console/types/apex.d.ts'],
    rules: { 'max-lines': 'off' }
  },
  {
    // A test without an assertion, or with a promise nobody awaits, cannot fail.
    files: ['**/__tests__/**/*.test.ts'],
    plugins: { jest },
    languageOptions: { globals: jest.environments.globals.globals },
    rules: {
      ...jest.configs['flat/recommended'].rules,
      'jest/expect-expect': ['error', { assertFunctionNames: ['expect', 'expect*', 'fc.assert'] }]
    }
  }
]);
