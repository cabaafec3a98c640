import type { WorldProgram } from '../world/program';
import { HOST } from '../world/world';
import { compileEvidence, Subject } from './subject';

/** A connection, and every request that goes to another host than its provider's. */
export interface SubjectWorld {
  readonly subject: Subject;
  readonly strangers: readonly string[];
}

let program: WorldProgram | undefined;

export function subjectOf(): SubjectWorld {
  program ??= compileEvidence();
  const strangers: string[] = [];
  const subject = Subject.authorized(program, {
    watch: ({ url }) => {
      if (!url.startsWith(`${HOST}/`)) strangers.push(url);
    }
  });
  subject.world.org.remoteSites.add('Evil', 'https://evil.example');
  return { subject, strangers };
}

/** What a record or its provider can be made to say after the grant was issued. */
export const CHANGES: Readonly<Record<string, (world: SubjectWorld) => void>> = {
  'the login host': ({ subject }) => subject.edit({ host: 'https://evil.example' }),
  'the client id': ({ subject }) => subject.edit({ clientId: 'another app' }),
  'the token endpoint of the provider': provider('Token_Endpoint__c', 'https://evil.example/token'),
  'its revocation endpoint': provider('Revocation_Endpoint__c', 'https://evil.example/revoke'),
  'its introspection endpoint': provider('Introspection_Endpoint__c', 'https://evil.example/introspect'),
  'its way of authenticating': provider('Client_Authentication__c', 'basic')
};

/** Metadata is deployed, not written by Apex: the row changes between transactions. */
export function provider(field: string, value: string): (world: SubjectWorld) => void {
  return ({ subject }) => {
    const { store } = subject.world.org.data;
    const object = 'tokenward__Provider__mdt';
    for (const [id, row] of [...store.table(object).entries()]) {
      if (row['DeveloperName'] !== 'Salesforce') continue;
      store.apply([{ object, id, row: { ...row, [`tokenward__${field}`]: value } }]);
    }
  };
}
