import type { StandardField } from '../../contracts/platform-types';
import { typeText } from '../../contracts/type-ref';
import { loadPlatformTypes } from '../index';

const types = loadPlatformTypes();

function field(object: string, name: string): StandardField | undefined {
  return types.sobject(object)?.fields.find((f) => f.name === name);
}

describe('standard objects', () => {
  it('join a lookup with its relationship', () => {
    expect(field('Account', 'ParentId')).toMatchObject({ referenceTo: ['Account'], relationshipName: 'Parent' });
    expect(field('AsyncApexJob', 'ApexClassId')).toMatchObject({ referenceTo: ['ApexClass'] });
    expect(field('Account', 'Parent')).toBeUndefined();
  });

  it('leave plain fields without a relationship', () => {
    expect(field('User', 'Username')).toEqual({
      name: 'Username',
      type: { name: 'String', args: [] },
      referenceTo: [],
      relationshipName: undefined
    });
  });

  it('say what polymorphic lookups point at, or Name where it is not known', () => {
    expect(field('Task', 'WhoId')?.referenceTo).toEqual(['Contact', 'Lead']);
    expect(field('Case', 'OwnerId')?.referenceTo).toEqual(['Group', 'User']);
    expect(field('Task', 'WhatId')?.referenceTo).toEqual(['Name']);
  });

  it('type compound fields and lists of text', () => {
    expect(field('Account', 'BillingAddress')?.type.name).toBe('System.Address');
    expect(typeText(field('Task', 'TaskWhoIds')!.type)).toBe('List<String>');
    expect(field('AccountChangeEvent', 'ChangeEventHeader')?.type.name).toBe('EventBus.ChangeEventHeader');
  });

  it('have the relationships that the tables lack', () => {
    expect(field('FlowDefinitionView', 'TriggerObjectOrEventId')).toMatchObject({
      referenceTo: ['EntityDefinition'],
      relationshipName: 'TriggerObjectOrEvent'
    });
    expect(types.sobject('EntityDefinition')?.childRelationships).toContainEqual({
      name: 'Fields',
      childObject: 'FieldDefinition'
    });
  });

  it('list child relationships apart from fields', () => {
    expect(types.sobject('Account')?.childRelationships).toContainEqual({ name: 'Contacts', childObject: 'Contact' });
    expect(field('Account', 'Contacts')).toBeUndefined();
  });

  it('are found whatever the case', () => {
    expect(types.sobject('asyncapexjob')?.name).toBe('AsyncApexJob');
    expect(types.sobject('NoSuchObject')).toBeUndefined();
  });

  it('hold no static tokens', () => {
    expect(field('User', 'SObjectType')).toBeUndefined();
    expect(field('User', 'Fields')).toBeUndefined();
  });

  it('number as many as the jar holds', () => {
    expect(types.sobjectNames().length).toBe(4542);
  });
});
