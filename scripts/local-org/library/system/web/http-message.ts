import { typeRef } from '../../../contracts/type-ref';
import { ApexBlob } from '../../../runtime/blob';
import { PlatformObject } from '../../../runtime/object';

/** Names keep the spelling they were first set with. */
export class HttpHeaders {
  private readonly entries = new Map<string, { readonly name: string; readonly value: string }>();

  get(name: string): string | null {
    return this.entries.get(name.toLowerCase())?.value ?? null;
  }

  exactly(name: string): string | null {
    return this.all().find((header) => header.name === name)?.value ?? null;
  }

  set(name: string, value: string): void {
    const key = name.toLowerCase();
    this.entries.set(key, { name: this.entries.get(key)?.name ?? name, value });
  }

  names(): readonly string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  all(): readonly { readonly name: string; readonly value: string }[] {
    return [...this.entries.values()];
  }
}

/** What requests and responses share. The body is bytes; text goes in and out as UTF-8, whatever else is in it. */
export abstract class HttpMessage extends PlatformObject {
  readonly headers = new HttpHeaders();
  body: ApexBlob | null = null;

  get text(): string {
    return this.body === null ? '' : new TextDecoder('utf-8', { ignoreBOM: true }).decode(this.body.bytes);
  }
}

/** Milliseconds a callout waits where the code does not say. */
export const DEFAULT_TIMEOUT = 10_000;

export class HttpRequestValue extends HttpMessage {
  readonly apexType = typeRef('System.HttpRequest');
  endpoint: string | null = null;
  method: string | null = null;
  timeoutMs = DEFAULT_TIMEOUT;
  compressed = false;
  certificateName: string | undefined;

  override toApexText(): string {
    return `System.HttpRequest[Endpoint=${this.endpoint ?? 'null'}, Method=${this.method ?? 'null'}]`;
  }
}

export class HttpResponseValue extends HttpMessage {
  readonly apexType = typeRef('System.HttpResponse');
  status: string | null = null;
  statusCode = 0;

  override toApexText(): string {
    return `System.HttpResponse[Status=${this.status ?? 'null'}, StatusCode=${this.statusCode}]`;
  }
}
