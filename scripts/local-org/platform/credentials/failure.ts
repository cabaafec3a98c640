import { ApexException, throwApex } from '../../runtime/exceptions';

/** ConnectApi.ConnectApiException with what getErrorCode() answers. */
export class ConnectApiFailure extends ApexException {
  constructor(
    readonly errorCode: string,
    message: string
  ) {
    super('ConnectApi.ConnectApiException', message);
  }
}

export function refuse(errorCode: string, message: string): never {
  throw new ConnectApiFailure(errorCode, message);
}

/** Apex Reference, ConnectApi.NotFoundException: a resource that is not there. */
export function notFound(what: string): never {
  throwApex('ConnectApi.NotFoundException', `${what} was not found, or you do not have access to it.`);
}

/** What CalloutException says; both texts are widely reported, none is documented. */
export function noEndpoint(namedCredential: string): never {
  throwApex(
    'System.CalloutException',
    `The callout couldn't access the endpoint. You might not have the required permissions, or the named credential "${namedCredential}" might not exist.`
  );
}

export function noCredential(externalCredential: string): never {
  throwApex(
    'System.CalloutException',
    `We couldn't access the credential(s). You might not have the required permissions, or the external credential "${externalCredential}" might not exist.`
  );
}
