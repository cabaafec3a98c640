/** What a wire or a call gets when Apex throws, in the shape Lightning gives it. */
export interface ApexFailure {
  readonly status: number;
  readonly body: { readonly message: string; readonly exceptionType: string };
}

type Parameters = Readonly<Record<string, unknown>>;
type Emit = (result: { data?: unknown; error?: unknown }) => void;
type Call = (parameters?: Parameters) => Promise<unknown>;

/** One adapter on show: where its results go, and how to ask again. */
interface Watcher {
  readonly refresh: () => Promise<void>;
}

/** Results handed to components, so that refreshApex finds who gave them. */
const watchers = new WeakMap<object, Watcher>();

async function post(className: string, methodName: string, parameters: Parameters): Promise<unknown> {
  const response = await fetch(`/apex/${className}/${methodName}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(parameters)
  });
  const body: unknown = await response.json();
  if (response.ok) return (body as { value: unknown }).value ?? null;
  const failure: ApexFailure = { status: response.status, body: (body as { body: ApexFailure['body'] }).body };
  return Promise.reject(failure);
}

/** Components must not change what the cache shares with others. */
function freeze(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach(freeze);
  return Object.freeze(value);
}

/** The default export of an `@salesforce/apex` module; only a cacheable method can be wired. */
export function apexMethod(className: string, methodName: string, cacheable: boolean): Call {
  const call: Call = (parameters = {}) => post(className, methodName, parameters);
  if (!cacheable) return call;
  return Object.assign((parameters?: Parameters) => call(parameters).then(freeze), { adapter: adapterFor(call) });
}

function adapterFor(call: Call): new (emit: Emit) => object {
  return class ApexAdapter implements Watcher {
    private connected = false;
    private config: Parameters | undefined;
    private asked = '';
    private turn = 0;

    private readonly emit: Emit;

    constructor(emit: Emit) {
      this.emit = emit;
      this.give({ data: undefined, error: undefined });
    }

    connect(): void {
      this.connected = true;
      if (this.config) this.update(this.config);
    }

    disconnect(): void {
      this.connected = false;
    }

    update(config: Parameters): void {
      this.config = config;
      if (!this.connected || Object.values(config).includes(undefined)) return;
      const key = JSON.stringify(config);
      if (key === this.asked) return;
      this.asked = key;
      this.give({ data: undefined, error: undefined });
      this.refresh().catch(reportError);
    }

    /** Later answers win, whatever order they arrive in. */
    readonly refresh = async (): Promise<void> => {
      const turn = ++this.turn;
      const result = await call(this.config).then(
        (data) => ({ data: freeze(data), error: undefined }),
        (error: unknown) => ({ data: undefined, error })
      );
      if (turn === this.turn && this.connected) this.give(result);
    };

    private give(result: { data?: unknown; error?: unknown }): void {
      watchers.set(result, this);
      this.emit(result);
    }
  };
}

/** Asks again for what a wire provisioned. */
export function refreshApex(wired: unknown): Promise<void> {
  const watcher = typeof wired === 'object' && wired !== null ? watchers.get(wired) : undefined;
  return watcher ? watcher.refresh() : Promise.resolve();
}
