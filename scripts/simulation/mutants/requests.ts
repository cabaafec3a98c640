import { mutant } from './mutant';

const REQUESTS = 'rotation/classes/RefreshRequests.cls';
const POLICY = 'rotation/classes/LeasePolicy.cls';
const LEASED = 'return holderGone ? Step.DOUBT : Step.PENDING;';

/** Defects of transaction 1 and of whoever decides about leases. */
export const REQUEST_MUTANTS = [
  mutant(
    'second check removed',
    REQUESTS,
    'if (step != LeasePolicy.Step.LEASE) {\n            return answerTo(step, row);',
    'if (step == null) {\n            return answerTo(step, row);',
    'interleaving',
    'f10'
  ),
  mutant(
    'row not locked for the lease',
    REQUESTS,
    'Custody__c row = CustodyRows.readLocked(wish.uid);\n        if (row == null) {',
    'Custody__c row = CustodyRows.read(wish.uid);\n        if (row == null) {',
    'interleaving',
    'f10'
  ),
  mutant(
    'row lock timeout not answered',
    REQUESTS,
    '} catch (QueryException e) {',
    '} catch (MathException e) {',
    'f24'
  ),
  mutant('full queue not answered', REQUESTS, '} catch (AsyncException e) {', '} catch (MathException e) {', 'f30'),
  mutant(
    'job queued without a lease',
    REQUESTS,
    'CustodyWriter.lease(locked, Jobs.enqueue(new RotationJob(wish.uid, generation), wish.delayMinutes));',
    'Jobs.enqueue(new RotationJob(wish.uid, generation), wish.delayMinutes);',
    'interleaving'
  ),
  mutant(
    'lease by clock',
    POLICY,
    LEASED,
    'return row.Leased_At__c < Clock.now().addSeconds(-5) ? Step.LEASE : Step.PENDING;',
    'f07',
    'f42'
  ),
  mutant(
    'latch trusted as a lock',
    POLICY,
    LEASED,
    'return Latch.holds(row.Connection_Uid__c, wish.generation) ? Step.PENDING : Step.LEASE;',
    'interleaving',
    'f22'
  ),
  mutant(
    'abandoned lease freed',
    'custody/classes/CustodyWriter.cls',
    'row.State__c = CustodyState.IN_DOUBT;\n        row.Reason__c = reason;',
    'row.State__c = CustodyState.IDLE;\n        row.Reason__c = reason;',
    'f20',
    'f02'
  ),
  mutant(
    'old knowledge not adopted',
    POLICY,
    'wish.generation < row.Generation__c && DueDates',
    'wish.generation < 0 && DueDates',
    'f11',
    'interleaving'
  ),
  mutant(
    'backoff not waited for',
    POLICY,
    'return row.Until__c == null ? wish.byPerson : row.Until__c <= Clock.now();',
    'return true;',
    'f14-impatient'
  ),
  mutant('dead grant leased', POLICY, "when 'Idle' {", "when 'Idle', 'Dead' {", 'f19', 'f17-refused', 'f02'),
  mutant('doubted grant leased', POLICY, "when 'Idle' {", "when 'Idle', 'InDoubt' {", 'f05', 'f43'),
  mutant(
    'holder not recorded',
    'custody/classes/CustodyWriter.cls',
    'locked.Holder__c = holder;',
    'locked.Holder__c = null;',
    'interleaving'
  ),
  mutant(
    'unknown job taken for a dead one',
    'rotation/classes/Holders.cls',
    'fate == Jobs.ENDED || (fate == Jobs.UNKNOWN && unknownSince(row) < Clock.now())',
    'true',
    'interleaving',
    'f10',
    'f07'
  ),
  mutant(
    'leases of dead jobs forgotten by the sweep',
    'rotation/classes/Sweep.cls',
    '            doubtAbandoned();\n',
    '',
    'f01',
    'f20'
  ),
  mutant(
    'wishes dropped',
    'rotation/classes/RefreshWantedHandler.cls',
    'RefreshRequests.askAll(wishes.values());',
    '',
    'f30',
    'f01'
  )
] as const;
