/** Hosts that plain HTTP(S) callouts may reach: remote site settings, from metadata or added by whoever runs the org. */
export class RemoteSites {
  readonly #sites: { readonly name: string; readonly origin: string; active: boolean }[] = [];

  add(name: string, url: string, active = true): void {
    this.#sites.push({ name, origin: originOf(url), active });
  }

  /** As the checkbox Active of a remote site in Setup. */
  setActive(name: string, active: boolean): void {
    const site = this.#sites.find((candidate) => candidate.name === name);
    if (!site) throw new Error(`There is no remote site ${name}: add it first.`);
    site.active = active;
  }

  allows(endpoint: string): boolean {
    const origin = originOf(endpoint);
    return origin !== '' && this.#sites.some((site) => site.active && site.origin === origin);
  }
}

/** Empty for what is no URL of a host. */
function originOf(url: string): string {
  try {
    const { host, origin } = new URL(url);
    return host === '' ? '' : origin.toLowerCase();
  } catch {
    return '';
  }
}
