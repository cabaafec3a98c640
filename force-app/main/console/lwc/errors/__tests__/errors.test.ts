import { reduceErrors } from '../errors';

it.each([
  ['Apex', { status: 500, statusText: 'Server Error', body: { message: 'No such row.' } }, ['No such row.']],
  ['JavaScript', new Error('Broken.'), ['Broken.']],
  [
    'a list of server errors',
    { body: [{ message: 'One.' }, { message: 'Two.' }, { message: 'One.' }] },
    ['One.', 'Two.']
  ],
  [
    'a record form',
    { body: { output: { fieldErrors: { Name: [{ message: 'Too long.' }] }, errors: [] } } },
    ['Too long.']
  ],
  ['a page', { body: { pageErrors: [{ message: 'Locked.' }], message: 'Failed.' } }, ['Locked.']],
  ['a transport without a body', { statusText: 'Gateway Timeout' }, ['Gateway Timeout']],
  ['text', 'Plain.', ['Plain.']]
])('reads the error of %s', (_source, error, sentences) => {
  expect(reduceErrors(error)).toEqual(sentences);
});

it('tells who lacks access which permission set helps', () => {
  const error = { body: { message: "You do not have access to the Apex class named 'ConnectionsController'." } };
  expect(reduceErrors(error)).toEqual(['c.Error_No_Access']);
});

it.each([[undefined], [null], [{}], [''], [{ body: [] }]])('says that %p gives no reason', (error) => {
  expect(reduceErrors(error)).toEqual(['c.Error_Unknown']);
});
