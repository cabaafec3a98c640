/** What LWC sees of an Apex class: its @AuraEnabled methods, and its @AuraEnabled fields when it travels as a value. */
export interface AuraClass {
  readonly name: string;
  readonly methods: readonly AuraMethod[];
  readonly fields: readonly AuraField[];
}

export interface AuraMethod {
  readonly name: string;
  readonly returns: string;
  readonly parameters: readonly AuraField[];
  /** Only a cacheable method has a wire adapter. */
  readonly cacheable: boolean;
}

export interface AuraField {
  readonly name: string;
  readonly type: string;
}
