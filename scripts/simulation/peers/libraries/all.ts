import type { Library } from '../library';
import { googleAuthLibrary } from './google-auth-library';
import { jsforce } from './jsforce';
import { openidClient } from './openid-client';
import { salesforceCore } from './salesforce-core';
import { simpleOauth2 } from './simple-oauth2';

export const LIBRARIES: readonly Library[] = [jsforce, salesforceCore, openidClient, simpleOauth2, googleAuthLibrary];
