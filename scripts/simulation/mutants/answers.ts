import { mutant } from './mutant';

const ANSWERS = 'rotation/classes/Answers.cls';
const DOUBTS = 'rotation/classes/Doubts.cls';
const DOUBT_POLICY = 'rotation/classes/DoubtPolicy.cls';

/** Defects of whoever judges answers and doubts. */
export const ANSWER_MUTANTS = [
  mutant(
    'contention taken for death',
    ANSWERS,
    ".describing('already being processed')",
    ".describing('never said')",
    'f17-contended'
  ),
  mutant(
    'configuration taken for death',
    ANSWERS,
    'new AnswerRule(AnswerKind.CONFIGURATION, System.Label.Answer_Configuration).error(code)',
    'new AnswerRule(AnswerKind.REFUSED, System.Label.Answer_Configuration).error(code)',
    'f17'
  ),
  mutant(
    'texts of configuration not known',
    ANSWERS,
    'new AnswerRule(AnswerKind.CONFIGURATION, System.Label.Answer_Configuration).describing(text)',
    'new AnswerRule(AnswerKind.REFUSED, System.Label.Answer_Configuration).describing(text)',
    'f17'
  ),
  mutant(
    'dead grant presented again',
    ANSWERS,
    'new AnswerRule(AnswerKind.REFUSED, System.Label.Answer_Refused)',
    'new AnswerRule(AnswerKind.BUSY, System.Label.Answer_Refused)',
    'f17-refused',
    'f19'
  ),
  mutant(
    'unknown status retried',
    ANSWERS,
    'AnswerKind.UNCERTAIN,\n            String.format(System.Label.Answer_Uncertain_Status',
    'AnswerKind.BUSY,\n            String.format(System.Label.Answer_Uncertain_Status',
    'f14',
    'f16'
  ),
  mutant(
    'provider quoted in the reason',
    ANSWERS,
    'String.format(System.Label.Answer_Uncertain_Status, new List<Object>{ answer.status })',
    "answer.text('error_description')",
    'f40'
  ),
  mutant(
    'read timeout retried',
    'rotation/classes/TransportFailures.cls',
    'AnswerKind.UNCERTAIN,',
    'AnswerKind.NEVER_SENT,',
    'f05',
    'f08',
    'f43'
  ),
  mutant('unusable answer retried', ANSWERS, 'new Verdict(AnswerKind.UNUSABLE,', 'new Verdict(AnswerKind.BUSY,', 'f16'),
  mutant(
    'answer without a token taken for success',
    ANSWERS,
    "if (String.isBlank(answer.text('access_token'))) {",
    'if (false) {',
    'f16'
  ),
  mutant(
    'provider without rotation not understood',
    ANSWERS,
    '? new Verdict(AnswerKind.KEPT,',
    '? new Verdict(AnswerKind.UNUSABLE,',
    'f15'
  ),
  mutant(
    'Retry-After without a limit',
    'rotation/classes/Backoff.cls',
    'Math.min(wished + (spread * FIRST_SECONDS).intValue(), LONGEST_SECONDS)',
    'wished * 24',
    'f14'
  ),
  mutant('jitter removed', 'rotation/classes/Jitter.cls', 'return Decimal.valueOf(value) / range;', 'return 0;', 'f41'),
  mutant(
    'no hold time',
    DOUBT_POLICY,
    'return last == null || last.addMinutes(holdMinutes) <= Clock.now();',
    'return true;',
    'impatient'
  ),
  mutant(
    'provider not asked',
    DOUBT_POLICY,
    'return ProviderPolicy.introspects(provider) &&',
    'return !ProviderPolicy.introspects(provider) &&',
    'f05',
    'f43'
  ),
  mutant(
    'last presentation while the access token lives',
    DOUBT_POLICY,
    'if (row.Ends_At__c != null && row.Ends_At__c > Clock.now()) {',
    'if (false) {',
    'blind-impatient'
  ),
  mutant('more than one last presentation', DOUBT_POLICY, 'if (row.Proof__c == Proof.LAST) {', 'if (false) {', 'blind'),
  mutant(
    'inactive taken for active',
    DOUBTS,
    'if (answer.isActive) {',
    'if (answer.isActive || answer.isInactive) {',
    'f05',
    'f08'
  ),
  mutant(
    'inactive trusted unearned',
    DOUBTS,
    'answer.isInactive && row.Probe_Trusted__c',
    'answer.isInactive',
    'blind'
  ),
  mutant(
    'active not believed',
    DOUBTS,
    'if (answer.isActive) {',
    'if (answer.isActive && row.Probe_Trusted__c == null) {',
    'f05',
    'f01'
  ),
  mutant(
    'never sent taken for dead',
    'rotation/classes/Verdict.cls',
    'when CONFIGURATION, BUSY, NEVER_SENT {\n                return CustodyState.WAITING;\n            }\n            when REFUSED {',
    'when CONFIGURATION, BUSY {\n                return CustodyState.WAITING;\n            }\n            when REFUSED, NEVER_SENT {',
    'f06'
  )
] as const;
