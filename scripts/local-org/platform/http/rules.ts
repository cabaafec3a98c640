/** Hosts that plain HTTP(S) callouts may reach: remote site settings, from metadata or added by whoever runs the org. */
export class RemoteSites {
  readonly #sites: { readonly name: string; readonly origin: string; readonly active: boolean }[] = [];

  add(name: string, url: string, active = true): void {
    this.#sites.push({ name, origin: originOf(url), active });
  }

  allows(endpoint: string): boolean {
    const origin = originOf(endpoint);
    return this.#sites.some((site) => site.active && site.origin === origin);
  }
}

function originOf(url: string): string {
  try {
    return new URL(url).origin.toLowerCase();
  } catch {
    return '';
  }
}
