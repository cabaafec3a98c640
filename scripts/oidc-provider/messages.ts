/** What the test's process and the provider's say to each other. */
export interface ProviderPlan {
  /** The address that clients see: that of the proxy in front. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
}

export type ToProvider = { readonly start: ProviderPlan } | { readonly advance: number };

/** An event as oidc-provider emits it: its name, and for errors the code and text. Never a token. */
export interface Happening {
  readonly name: string;
  readonly error?: string;
}

export type FromProvider =
  | { readonly listening: number }
  | { readonly advanced: number }
  | { readonly happening: Happening }
  | { readonly failure: string };
