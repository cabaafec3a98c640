import type { ServedResponse, WireRequest } from '../../local-org/contracts/transport';

export interface Exchanged {
  readonly request: WireRequest;
  readonly served: ServedResponse;
}

/** Lets whoever runs a schedule see what travels, without a new world for each. */
export class WireTap {
  #listener: ((exchanged: Exchanged) => void) | undefined;

  note(request: WireRequest, served: ServedResponse): void {
    this.#listener?.({ request, served });
  }

  listen(listener: ((exchanged: Exchanged) => void) | undefined): void {
    this.#listener = listener;
  }
}
