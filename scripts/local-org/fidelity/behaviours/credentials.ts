import type { Statement } from './statement';
import { approximate, exact, GUIDE } from './statement';

const REFERENCE = 'Apex Reference, ConnectApi.NamedCredentials';
const HELP = 'Salesforce Help, Named Credentials';
const UNKNOWN = 'Not documented; no org has been asked';

export const credentials: readonly Statement[] = [
  exact('connect.own', 'Package code touches only the credentials it ships or its Apex has created', REFERENCE),
  exact(
    'connect.dml',
    'Each write through ConnectApi counts as a DML statement',
    `${GUIDE}, Miscellaneous Apex Limits`
  ),
  exact('connect.replace', 'An update deletes the values it does not name, a patch keeps them', REFERENCE),
  exact('connect.switch', 'What package code creates waits for Enabled for Callouts', `${HELP}, Troubleshooting`),
  exact('connect.tests', 'Tests reach ConnectApi only with SeeAllData', `${GUIDE}, Testing ConnectApi Code`),
  approximate(
    'connect.users',
    'Automated Process and users who do not manage named credentials are refused (which permission values need is a guess)',
    `${GUIDE}, Differences Between ConnectApi Classes and Other Apex Classes`
  ),
  approximate('connect.encrypted', 'An encrypted value cannot be read back (it comes as null)', 'Reports of users'),
  approximate('connect.rollback', 'A rollback takes writes back', UNKNOWN),
  approximate('connect.pending', 'A write is uncommitted work to a callout', UNKNOWN),
  approximate('connect.values', 'New values leave callouts enabled', UNKNOWN),
  exact(
    'named.header',
    "A callout carries the formula's header, which the code cannot read",
    `${HELP}, custom headers`
  ),
  approximate(
    'named.principal',
    'A callout needs access to the principal, by a permission set (profiles and the object User External Credentials are not emulated)',
    `${HELP}, Enable External Credential Principals; texts as users report them`
  )
];

export const packages: readonly Statement[] = [
  exact('package.protected', 'Protected objects are out of reach for other namespaces', `${GUIDE}, Custom Settings`),
  exact(
    'package.global',
    'Other namespaces find global types only, by name and by JSON',
    `${GUIDE}, JsonAccess Annotation`
  ),
  exact(
    'package.mocks',
    'Callouts of a package are mocked by tests of its own namespace only',
    `${GUIDE}, Testing HTTP Callouts by Implementing the HttpCalloutMock Interface`
  ),
  approximate(
    'package.permissions',
    'Code is told about custom permissions of its own namespace only, with or without their prefix',
    'Reports of users: declarative-lookup-rollup-summaries issue 1507, apex-trigger-actions-framework issue 153'
  ),
  approximate(
    'package.cache',
    "Cache entries are visible in their own namespace unless put for all, and nothing is put into another's partition (a miss, and no keys, are guesses)",
    'Apex Reference, Cache.Visibility; texts as users report them'
  ),
  exact(
    'package.search',
    'Searches refuse objects that the code cannot see, as queries do',
    `${GUIDE}, Custom Settings, and SOSL Reference`
  )
];

export const flows: readonly Statement[] = [
  exact(
    'flow.bulk',
    'A flow calls an invocable method once for all its interviews',
    `${GUIDE}, InvocableMethod Annotation`
  ),
  approximate(
    'notification.commit',
    'A custom notification is sent when its transaction commits (the moment is a guess)',
    'Apex Reference, Messaging.CustomNotification'
  )
];
