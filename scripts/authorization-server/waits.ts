/**
 * Requests that wait, all of which can be let go at once. Each leaves no trace when it has waited: a listener on one
 * signal, or a race against one promise, would stay behind until the server closes.
 */
export class Waits {
  readonly #release = new Set<() => void>();
  #over = false;

  /** Whether everybody was let go. */
  get over(): boolean {
    return this.#over;
  }

  until(ready: Promise<unknown>): Promise<void> {
    return new Promise((resolve, reject) => {
      if (this.#over) return resolve();
      this.#release.add(resolve);
      ready.then(() => resolve(), reject).finally(() => this.#release.delete(resolve));
    });
  }

  async for(milliseconds: number): Promise<void> {
    if (milliseconds <= 0) return;
    let timer: NodeJS.Timeout | undefined;
    await this.until(new Promise((resolve) => (timer = setTimeout(resolve, milliseconds))));
    clearTimeout(timer);
  }

  end(): void {
    this.#over = true;
    for (const release of this.#release) release();
  }
}
