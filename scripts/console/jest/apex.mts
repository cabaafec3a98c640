/** What the factory of jest.mock returns for a method that is wired. */
export interface WireMock<T> {
  emit(value: T, filter?: (config: Record<string, unknown>) => boolean): void;
  error(body?: unknown, status?: number): void;
  getLastConfig(): Record<string, unknown>;
}

/** The mock behind an import of a wired method. */
export function wired<T>(method: (...parameters: never[]) => Promise<T>): WireMock<T> {
  return method as unknown as WireMock<T>;
}

/** The mock behind an import of a method that is called. */
export function called<T>(method: (...parameters: never[]) => Promise<T>): jest.Mock<Promise<T>> {
  return method as unknown as jest.Mock<Promise<T>>;
}
