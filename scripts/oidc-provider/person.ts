const PATIENCE_MS = 5_000;
const MOST_STEPS = 12;
const FORM = /<form[^>]*action="([^"]+)"[^>]*>([\s\S]*?)<\/form>/;
const HIDDEN = /<input type="hidden" name="([^"]+)" value="([^"]*)"/g;

/** Somebody with a browser: keeps cookies from visit to visit, follows redirects, logs in and agrees. */
export class Person {
  readonly #cookies = new Map<string, string>();
  /** The pages that were shown, by what they ask for. */
  readonly prompts: string[] = [];

  constructor(private readonly name: string) {}

  /** From the authorization request to the way back; returns the query that the provider sends home. */
  async authorize(address: string, home: string): Promise<URLSearchParams> {
    let next: { url: string; form?: URLSearchParams } = { url: address };
    for (let step = 0; step < MOST_STEPS; step++) {
      if (next.url.startsWith(`${home}?`)) return new URL(next.url).searchParams;
      const response = await this.#visit(next.url, next.form);
      const location = response.headers.get('location');
      next =
        location === null ? this.#answer(await response.text(), next.url) : { url: new URL(location, next.url).href };
    }
    throw new Error(`The provider had not sent ${this.name} home after ${MOST_STEPS} steps.`);
  }

  async #visit(url: string, form?: URLSearchParams): Promise<Response> {
    const response = await fetch(url, {
      method: form ? 'POST' : 'GET',
      headers: { cookie: [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
      ...(form ? { body: form } : {})
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [pair = ''] = cookie.split(';');
      const at = pair.indexOf('=');
      const value = pair.slice(at + 1);
      if (value === '') this.#cookies.delete(pair.slice(0, at));
      else this.#cookies.set(pair.slice(0, at), value);
    }
    return response;
  }

  /** Fills in the form of a page as it stands: whatever is hidden in it, and a name where one is asked for. */
  #answer(page: string, url: string): { url: string; form: URLSearchParams } {
    const [, action, inside = ''] = FORM.exec(page) ?? [];
    if (action === undefined) throw new Error(`The provider showed a page without a form:\n${page.slice(0, 2_000)}`);
    const form = new URLSearchParams();
    for (const [, name = '', value = ''] of inside.matchAll(HIDDEN)) form.set(name, value);
    this.prompts.push(form.get('prompt') ?? '');
    if (inside.includes('name="login"')) {
      form.set('login', this.name);
      form.set('password', 'any password will do');
    }
    return { url: new URL(action, url).href, form };
  }
}
