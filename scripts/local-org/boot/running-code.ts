import type { ClassInfo } from '../contracts/class-info';
import type { CompiledUnit } from '../contracts/program';
import type { ClassRegistry } from '../contracts/runtime';
import { scriptName } from '../engine/stack';
import type { RunningCode } from '../platform/org';

interface Frame {
  readonly script: string;
  readonly method: string;
}

/** Deep enough for the library's own calls between a piece of Apex and whoever asks about it. */
const NEAR = 40;
const WHOLE_STACK = 2_000;

/** What runs, read from JavaScript's own stack: each piece of generated code carries its file's name. */
export class CodeOnStack implements RunningCode {
  readonly #byScript = new Map<string, readonly ClassInfo[]>();
  /** Triggers are no classes. */
  readonly #triggers: ReadonlyMap<string, string>;
  /** Nobody else's code can run here, so the stack, which is slow to read, has nothing to tell. */
  readonly #isAlone: boolean;

  constructor(
    private readonly classes: Pick<ClassRegistry, 'all'>,
    /** The namespace of what is developed here: where no Apex is running. */
    private readonly home: string,
    units: readonly Pick<CompiledUnit, 'file' | 'trigger' | 'classes'>[]
  ) {
    this.#isAlone = units.every(({ trigger, classes }) =>
      [trigger ?? [], classes].flat().every(({ namespace }) => namespace === home)
    );
    this.#triggers = new Map(
      units.flatMap(({ file, trigger }) => (trigger ? [[scriptName(file), trigger.namespace] as const] : []))
    );
  }

  namespace(): string {
    if (this.#isAlone) return this.home;
    const near = apexFrames(NEAR)[0] ?? apexFrames(WHOLE_STACK)[0];
    if (!near) return this.home;
    return this.#triggers.get(near.script) ?? this.#classesIn(near.script)[0]?.namespace ?? this.home;
  }

  seesAllData(): boolean {
    return apexFrames(WHOLE_STACK).some((frame) => this.#classesIn(frame.script).some((info) => seesAll(info, frame)));
  }

  #classesIn(script: string): readonly ClassInfo[] {
    if (!this.#byScript.has(script)) {
      this.#byScript.clear();
      for (const info of this.classes.all()) {
        const key = scriptName(info.file);
        this.#byScript.set(key, [...(this.#byScript.get(key) ?? []), info]);
      }
    }
    return this.#byScript.get(script) ?? [];
  }
}

/** On the class for all its tests, or on the test itself. */
function seesAll(info: ClassInfo, frame: Frame): boolean {
  const says = (annotations: ClassInfo['annotations']): boolean =>
    annotations.some(({ name, parameters }) => name === 'istest' && parameters['seealldata'] === 'true');
  return (
    says(info.annotations) || info.methods.some(({ key, annotations }) => key === frame.method && says(annotations))
  );
}

function apexFrames(limit: number): readonly Frame[] {
  return callSites(limit).flatMap((site) => {
    const script = site.getScriptNameOrSourceURL() ?? '';
    return script.startsWith('apex:') ? [{ script, method: site.getFunctionName() ?? '' }] : [];
  });
}

function callSites(limit: number): readonly NodeJS.CallSite[] {
  const { prepareStackTrace, stackTraceLimit } = Error;
  let sites: readonly NodeJS.CallSite[] = [];
  try {
    Error.stackTraceLimit = limit;
    Error.prepareStackTrace = (_error, trace) => trace;
    const holder: { stack?: unknown } = {};
    Error.captureStackTrace(holder, callSites);
    if (Array.isArray(holder.stack)) sites = holder.stack as readonly NodeJS.CallSite[];
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
    if (prepareStackTrace) Error.prepareStackTrace = prepareStackTrace;
    else Reflect.deleteProperty(Error, 'prepareStackTrace');
  }
  return sites;
}
