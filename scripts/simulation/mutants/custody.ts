import { mutant } from './mutant';

const WRITER = 'custody/classes/CustodyWriter.cls';
const CLOSURES = 'rotation/classes/Closures.cls';

/** Defects of whoever keeps the tokens. */
export const CUSTODY_MUTANTS = [
  mutant(
    'changed client secret lost to a rotation',
    WRITER,
    'if (secretVersion(row) != flight.secretVersion) {',
    'if (row == null) {',
    'another-secret'
  ),
  mutant(
    'generation not compared when landing',
    WRITER,
    'if (row == null || row.Generation__c != flight.generation) {',
    'if (row == null) {',
    'f27',
    'f26'
  ),
  mutant(
    'generation not raised',
    WRITER,
    'row.Generation__c = flight.generation + 1;',
    'row.Generation__c = flight.generation;',
    'interleaving'
  ),
  mutant(
    'generation starts again',
    'connections/classes/Authorizations.cls',
    'row.Generation__c.intValue() + 1, null)',
    '0, null)',
    'f27'
  ),
  mutant(
    'pair of a lost lease dropped',
    WRITER,
    'if (flight.sealedPair != null) {\n            row.Suspect__c',
    'if (flight.sealedPair != null && ours) {\n            row.Suspect__c',
    'f21',
    'f24',
    'f31'
  ),
  mutant('time of sending not kept', WRITER, 'row.Sent_At__c = flight.sentAt;', 'row.Sent_At__c = null;', 'impatient'),
  mutant(
    'copy not shredded',
    WRITER,
    'if (row.State__c == CustodyState.FOREIGN) {\n            row.Payload__c = null;',
    'if (false) {\n            row.Payload__c = null;',
    'f32'
  ),
  mutant(
    'disconnect does not raise the generation',
    WRITER,
    'row.Generation__c = row.Generation__c + 1;\n            row.Lineage__c = row.Generation__c;',
    'row.Lineage__c = row.Generation__c;',
    'f26'
  ),
  mutant(
    'living lease put in doubt',
    WRITER,
    'if (row == null || row.State__c != CustodyState.LEASED || row.Holder__c != holder) {',
    'if (row == null) {',
    'interleaving',
    'f21',
    'f03'
  ),
  mutant(
    'mirror written in the saving transaction',
    WRITER,
    'row.Sent_At__c = flight.sentAt;\n        save(row);',
    'row.Sent_At__c = flight.sentAt;\n        save(row);\n' +
      '        update new Connection__c(Id = Id.valueOf(row.Connection_Uid__c), State__c = row.State__c);',
    'mirror'
  ),
  mutant(
    'grant not owed when closed',
    CLOSURES,
    '        owed.add(Debts.revocationOf',
    '        Debts.owing(new Set<String>(), null);\n        Debt__c lost = (Debts.revocationOf',
    'f26'
  ),
  mutant(
    'revocation not sent',
    'rotation/classes/RevokeRound.cls',
    '        } else if (retryAfter == null) {',
    '        } else if (debt != null) {\n            paid.add(debt);\n        } else if (retryAfter == null) {',
    'f26'
  ),
  mutant(
    'another org opens the seal',
    'custody/classes/Sealer.cls',
    'if (parts[2] != OrgInfo.organizationId()) {',
    'if (false) {',
    'f32'
  ),
  mutant(
    'cache holds tokens in clear',
    'rotation/classes/SealedCache.cls',
    'OrgCache.put(key, Vault.sealText(purpose, key, text), seconds);',
    'OrgCache.put(key, text, seconds);',
    'interleaving'
  ),
  mutant(
    'cache not there breaks the caller',
    'platform/classes/OrgCache.cls',
    '        } catch (Exception e) {\n            return null;',
    '        } catch (MathException e) {\n            return null;',
    'f22'
  ),
  mutant('events not saved', 'rotation/classes/Announcement.cls', '        journal.save();\n', '', 'f05', 'f17'),
  mutant(
    'mirror not isolated',
    'rotation/classes/Announcement.cls',
    '        } catch (Exception e) {\n            // The type only',
    '        } catch (MathException e) {\n            // The type only',
    'mirror'
  )
] as const;
