import type { References } from './references';

/** From the bottom up: a room may use itself and the rooms before it. */
export const ROOMS = ['platform', 'custody', 'rotation', 'connections', 'console'] as const;

export type Room = (typeof ROOMS)[number];

export interface ApexUnit {
  /** Relative to the project: force-app/main/<room>/classes/X.cls. */
  readonly file: string;
  /** Canonical names that the unit declares. */
  readonly declares: readonly string[];
  readonly references: References;
}

export interface BrokenArrow {
  readonly file: string;
  readonly message: string;
}

/** Units of force-app/main that use a room above their own, or that lie in no room. */
export function brokenArrows(units: readonly ApexUnit[]): readonly BrokenArrow[] {
  const main = units.filter((unit) => unit.file.startsWith('force-app/main/'));
  const roomOfClass = new Map<string, Room>();
  for (const unit of main) {
    const room = roomOf(unit.file);
    if (room) for (const name of unit.declares) roomOfClass.set(name, room);
  }
  return main.flatMap((unit) => {
    const room = roomOf(unit.file);
    if (!room) return [{ file: unit.file, message: `${unit.file} lies in none of the rooms ${ROOMS.join(', ')}.` }];
    return [...unit.references.classes]
      .filter((name) => isAbove(roomOfClass.get(name), room))
      .map((name) => ({ file: unit.file, message: `${room} must not use ${name} of ${roomOfClass.get(name) ?? ''}.` }));
  });
}

function isAbove(used: Room | undefined, user: Room): boolean {
  return used !== undefined && ROOMS.indexOf(used) > ROOMS.indexOf(user);
}

function roomOf(file: string): Room | undefined {
  const name = file.split('/')[2];
  return ROOMS.find((room) => room === name);
}

/** Units outside `allowed` that call a method which must have one caller only. */
export function strayCallers(
  units: readonly ApexUnit[],
  method: string,
  allowed: readonly string[]
): readonly string[] {
  return units
    .filter((unit) => unit.file.startsWith('force-app/main/'))
    .filter((unit) => [...unit.references.calls].some((call) => call.startsWith(`${method}(`)))
    .map((unit) => unit.file)
    .filter((file) => !allowed.some((name) => file.endsWith(`/${name}.cls`)));
}
