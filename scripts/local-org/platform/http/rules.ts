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
