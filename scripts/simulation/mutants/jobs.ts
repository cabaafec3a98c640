import { mutant } from './mutant';

const JOB = 'rotation/classes/RotationJob.cls';
const LOG = 'rotation/classes/RotationLog.cls';
const FINALIZER = 'rotation/classes/RotationFinalizer.cls';
const RECOVERY = 'rotation/classes/Recovery.cls';

/** Defects of transaction 2 and of its finalizer. */
export const JOB_MUTANTS = [
  mutant('finalizer not attached', JOB, '        Jobs.attach(finalizer);\n', '', 'f03'),
  mutant('read-only mode not looked at', JOB, 'if (OrgInfo.isReadOnly()) {', 'if (false) {', 'read-only-begins'),
  mutant('pause not looked at', JOB, 'CustodySwitch.holds(row) ?', 'row == null ?', 'paused'),
  mutant('lease not compared', JOB, 'if (!isOurs(row, flight.holder)) {', 'if (row == null) {', 'f21', 'f26', 'f27'),
  mutant('binding not compared', JOB, 'held.bound.matches(expected)', 'held.bound != null', 'rebound'),
  mutant('copy called dead', JOB, 'flight.state = CustodyState.FOREIGN;', 'flight.state = CustodyState.DEAD;', 'f32'),
  mutant(
    'answer not landed by the job',
    JOB,
    'flight.landed = CustodyWriter.land(flight);',
    'flight.landed = true;',
    'interleaving'
  ),
  mutant(
    'token stored in clear',
    JOB,
    'log.received(Vault.sealGrant(next, row, generation + 1),',
    'log.received(next.toJson(),',
    'interleaving',
    'f03'
  ),
  mutant(
    'token in the debug log',
    JOB,
    '        log.sending();\n        TokenAnswer answer',
    '        log.sending();\n        System.debug(held.refreshToken);\n        TokenAnswer answer',
    'interleaving'
  ),
  mutant(
    'token used before it is saved',
    JOB,
    '        log.received(Vault.sealGrant',
    "        HttpRequest early = new HttpRequest();\n        early.setMethod('GET');\n" +
      "        early.setEndpoint(Origins.originOf(rule.Login_Host__c) + '/services/data/v65.0/');\n" +
      "        early.setHeader('Authorization', 'Bearer ' + next.accessToken);\n        HttpGateway.send(early);\n" +
      '        log.received(Vault.sealGrant',
    'interleaving'
  ),
  mutant(
    'second presentation on any provider',
    LOG,
    'return grace > 0 && Clock.now() < flight.sentAt.addSeconds(grace - MARGIN_SECONDS);',
    'return true;',
    'f05',
    'f16'
  ),
  mutant(
    'finalizer not told of the sending',
    LOG,
    'flight.sentAt = Clock.now();\n        finalizer.note(flight);',
    'flight.sentAt = Clock.now();',
    'f02',
    'f03'
  ),
  mutant(
    'finalizer keeps its first note',
    FINALIZER,
    '        notes = known.toJson();',
    '        notes = notes == null ? known.toJson() : notes;',
    'f03'
  ),
  mutant(
    'finalizer does not save',
    FINALIZER,
    'known.landed = CustodyWriter.land(known);',
    'known.landed = true;',
    'f03'
  ),
  mutant('finalizer gives up on a locked row', FINALIZER, '            carryOn(known);\n', '', 'f04', 'f31', 'f24'),
  mutant('sent taken for never sent', RECOVERY, 'if (known.sentAt == null) {', 'if (true) {', 'f02'),
  mutant(
    'answer lost and called dead at once',
    RECOVERY,
    'known.state = CustodyState.IN_DOUBT;',
    'known.state = CustodyState.DEAD;',
    'f02',
    'f01'
  ),
  mutant('late answer not given up', JOB, 'if (flight.outlived && flight.sealedPair != null) {', 'if (false) {', 'f26'),
  mutant(
    'missing refresh token forgets the old one',
    'custody/classes/Grant.cls',
    'String.isBlank(newRefreshToken) ? refreshToken : newRefreshToken',
    'newRefreshToken',
    'f15'
  )
] as const;
