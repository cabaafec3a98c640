import type { LibraryEntry } from '../../contracts/library';
import { implement } from '../../contracts/library';
import type { Runtime } from '../../contracts/runtime';
import { platformEnumValue } from '../../runtime/enum';
import type { DmlFailure } from '../../runtime/exceptions';
import { ApexException, throwApex } from '../../runtime/exceptions';
import { className } from '../../runtime/type-name';
import { stringList } from './lists';
import { instanceMethods } from './nulls';

/** Exceptions of the System namespace with the four usual constructors. */
// prettier-ignore
const SYSTEM = [
  'Assert', 'Async', 'BigObject', 'Callout', 'Canvas', 'Dml', 'DuplicateMessage', 'Email', 'EmailTemplateRender',
  'ExternalObject', 'FatalCursor', 'Final', 'Flow', 'Handled', 'IllegalArgument', 'InvalidHeader',
  'InvalidReadOnlyUserDml', 'JSON', 'License', 'Limit', 'List', 'Math', 'NoAccess', 'NoDataFound', 'NoSuchElement',
  'NullPointer', 'PlatformCache', 'Procedure', 'Query', 'RequiredFeatureMissing', 'SObject', 'Search', 'Security',
  'Serialization', 'String', 'TouchHandled', 'TransientCursor', 'Type', 'Unexpected', 'UnsupportedOperation',
  'Visualforce', 'WaveTemplate', 'Xml'
].map((name) => `System.${name}Exception`);

// prettier-ignore
const OTHERS = [
  'Auth.AuthProviderPluginException', 'Auth.ConnectedAppPluginException', 'Auth.DiscoveryCustomErrorException',
  'Auth.JWTBearerTokenExchange.JWTBearerTokenExchangeException', 'Auth.JWTValidationException',
  'Auth.LoginDiscoveryException', 'Auth.VerificationException', 'Cache.CacheException',
  'Cache.InvalidCacheBuilderException', 'Cache.InvalidParamException', 'Cache.ItemSizeLimitExceededException',
  'Cache.Org.OrgCacheException', 'Cache.PlatformCacheInvalidOperationException', 'Cache.SessionCacheException',
  'Cache.SessionCacheNoSessionException', 'ConnectApi.ConnectApiException', 'ConnectApi.NotFoundException',
  'ConnectApi.RateLimitException', 'EventBus.RetryableException'
];

type Message = string | null;
type Cause = ApexException | null;

function constructors(type: string): readonly LibraryEntry[] {
  return implement(type, {
    '<init>()': () => new ApexException(type),
    '<init>(String)': (_rt, message: Message) => new ApexException(type, message),
    '<init>(System.Exception)': (_rt, cause: Cause) => new ApexException(type, cause?.apexMessage ?? null, cause),
    '<init>(String,System.Exception)': (_rt, message: Message, cause: Cause) => new ApexException(type, message, cause)
  });
}

export const exceptionConstructors = [
  ...[...SYSTEM, ...OTHERS].flatMap(constructors),
  ...implement('System.AuraHandledException', {
    '<init>(String)': (_rt, message: Message) => new ApexException('System.AuraHandledException', message)
  }),
  ...implement('System.InvalidParameterValueException', {
    '<init>(String,String)': (_rt, name: Message, value: Message) =>
      new ApexException('System.InvalidParameterValueException', `Invalid value for ${name}: ${value}`)
  })
];

/** What an exception says when nobody gave it a message. */
const UNSAID = 'Script-thrown exception';

/** What an AuraHandledException was made with goes to the browser; Apex sees only what setMessage() says. */
function messageOf(exception: ApexException): string {
  const hidden = exception.apexType === 'System.AuraHandledException' && !exception.messageReplaced;
  return hidden ? UNSAID : (exception.apexMessage ?? UNSAID);
}

function setMessage(exception: ApexException, message: Message): void {
  exception.setApexMessage(message);
  exception.messageReplaced = true;
}

function initCause(exception: ApexException, cause: Cause): void {
  if (exception.causeSet) throwApex('System.IllegalArgumentException', 'Cause already set');
  exception.cause = cause;
  exception.causeSet = true;
}

function failureAt(exception: ApexException, index: number): DmlFailure {
  const failure = exception.dml[index];
  return failure ?? throwApex('System.ListException', `List index out of bounds: ${index}`);
}

/** One that was not thrown yet tells where it was made. */
function located(rt: Runtime, exception: ApexException): ApexException {
  if (exception.lineNumber === undefined) rt.locate?.(exception);
  return exception;
}

export const exceptionMethods = [
  ...implement('System.Exception', {
    'getCause()': (_rt, exception: ApexException) => exception.cause,
    'getMessage()': (_rt, exception: ApexException) => messageOf(exception),
    'getTypeName()': (rt, exception: ApexException) => className(rt, exception.apexType),
    'initCause(System.Exception)': (_rt, exception: ApexException, cause: Cause) => initCause(exception, cause),
    'setMessage(String)': (_rt, exception: ApexException, message: Message) => setMessage(exception, message),
    'getNumDml()': (_rt, exception: ApexException) => exception.dml.length,
    ...instanceMethods({
      'getDmlFieldNames(Integer)': (_rt, e: ApexException, index: number) => stringList(failureAt(e, index).fields),
      'getDmlId(Integer)': (_rt, e: ApexException, index: number) => failureAt(e, index).id ?? '',
      'getDmlIndex(Integer)': (_rt, e: ApexException, index: number) => failureAt(e, index).index,
      'getDmlMessage(Integer)': (_rt, e: ApexException, index: number) => failureAt(e, index).message,
      'getDmlStatusCode(Integer)': (_rt, e: ApexException, index: number) => failureAt(e, index).statusCode,
      'getDmlType(Integer)': (_rt, e: ApexException, index: number) =>
        platformEnumValue('System.StatusCode', failureAt(e, index).statusCode)
    })
  }),
  ...implement(
    'System.Exception',
    {
      'getLineNumber()': (rt, exception: ApexException) => located(rt, exception).lineNumber ?? 0,
      'getStackTraceString()': (rt, exception: ApexException) => located(rt, exception).stackTraceText ?? ''
    },
    { fidelity: 'approximate', note: 'Lines come from source maps; code without one has none.' }
  )
];
