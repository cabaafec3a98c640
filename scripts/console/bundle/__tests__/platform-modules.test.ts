import type { ConsoleProject } from '../project';
import { platformSource } from '../platform-modules';

const PROJECT: ConsoleProject = {
  appLabel: 'The app',
  pages: [{ name: 'The_Page', label: 'Page', components: ['bigThing', 'other'] }],
  labels: new Map([['Hello', 'He said "hi"']]),
  components: new Map(),
  apex: new Map([
    ['Shop.find', { name: 'find', returns: 'void', parameters: [], cacheable: true }],
    ['Shop.buy', { name: 'buy', returns: 'void', parameters: [], cacheable: false }]
  ])
};
const source = (id: string, namespace = 'ns'): string | undefined => platformSource(PROJECT, '/page', namespace, id);

it('gives a label its text', () => {
  expect(source('@salesforce/label/c.Hello')).toBe('export default "He said \\"hi\\"";');
});

it('fails for a label the package lacks', () => {
  expect(() => source('@salesforce/label/c.Gone')).toThrow(
    'imports the label Gone, which CustomLabels.labels-meta.xml lacks'
  );
});

it.each([
  ['Shop.find', true],
  ['Shop.buy', false]
])('calls %s through the host, cacheable: %p', (name, cacheable) => {
  expect(source(`@salesforce/apex/${name}`)).toContain(`"${name.split('.')[1]}", ${cacheable})`);
});

it('fails for Apex the package lacks', () => {
  expect(() => source('@salesforce/apex/Shop.gone')).toThrow('@salesforce/apex/Shop.gone, but there is no such');
});

it.each([
  ['ns', 'ns__Connection__c'],
  ['', 'Connection__c']
])('names objects as an org does whose namespace is "%s"', (namespace, name) => {
  expect(source('@salesforce/schema/Connection__c', namespace)).toBe(`export default {"objectApiName":"${name}"};`);
});

it('lists what each page shows by tag', () => {
  expect(source('virtual:console-pages')).toContain('"The_Page": [{ tag: \'c-big-thing\', component: component0 }');
});

it('leaves other modules alone', () => {
  expect(source('lightning/button')).toBeUndefined();
});
