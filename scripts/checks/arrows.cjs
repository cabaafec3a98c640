'use strict';

/** Which folder may import which. Run by `npm test`; a broken arrow names both ends. */
const IO = '^(node:)?(fs|fs/promises|net|http|https|http2|child_process|dgram|tls|worker_threads)$';

/** The rim of the local org: the only places that read files, open sockets or start processes. */
const RIM = [
  '^scripts/local-org/(project|types|server|cli|fidelity/main)',
  '^scripts/local-org/compiler/(parse|gates)/',
  '^scripts/local-org/live/loopback-transport',
  '^scripts/local-org/boot/(random|program-cache|source-hash)',
  '__tests__'
];

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    },
    {
      name: 'contracts-stand-alone',
      comment: 'Every part shares the contracts, so they depend on no part.',
      severity: 'error',
      from: { path: '^scripts/local-org/contracts/' },
      to: { pathNot: '^scripts/local-org/contracts/' }
    },
    {
      name: 'values-know-no-compiler',
      comment:
        'Values and library run what was compiled; they do not compile. Dynamic SOQL shares only the parser of queries.',
      severity: 'error',
      from: { path: '^scripts/local-org/(runtime|library|platform)/', pathNot: '__tests__' },
      to: {
        path: '^scripts/local-org/compiler/',
        pathNot: '^scripts/local-org/compiler/(ast|ast-soql|lower/soql|parse/soql)'
      }
    },
    {
      name: 'values-know-no-platform',
      severity: 'error',
      from: { path: '^scripts/local-org/runtime/', pathNot: '__tests__' },
      to: { path: '^scripts/local-org/(library|platform|engine|drivers|testing|server|cli)/' }
    },
    {
      name: 'compiler-runs-nothing',
      severity: 'error',
      from: { path: '^scripts/local-org/compiler/', pathNot: '__tests__' },
      to: { path: '^scripts/local-org/(runtime|library|platform|engine|drivers|testing|server|cli)/' }
    },
    {
      name: 'io-at-the-rim',
      severity: 'error',
      from: { path: '^scripts/local-org/', pathNot: RIM },
      to: { path: IO, dependencyTypes: ['core'] }
    },
    {
      name: 'server-stands-alone',
      comment: 'The authorization server knows the local org only by the contracts it shares with it.',
      severity: 'error',
      from: { path: '^scripts/authorization-server/', pathNot: '__tests__' },
      to: { path: '^scripts/', pathNot: '^scripts/(authorization-server/|local-org/contracts/)' }
    }
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs']
  }
};
