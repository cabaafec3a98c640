/** One running trigger's context variables. Lists and maps are Apex values, null where the platform gives null. */
export interface TriggerFrame {
  readonly operation: 'insert' | 'update' | 'delete' | 'undelete';
  readonly before: boolean;
  readonly newList: unknown;
  readonly newMap: unknown;
  readonly oldList: unknown;
  readonly oldMap: unknown;
  readonly size: number;
}
