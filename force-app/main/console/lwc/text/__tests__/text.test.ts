import { fill } from '../text';

it('fills placeholders by number, whatever their order', () => {
  expect(fill('{1} before {0}, {1} again', 'a', 2)).toBe('2 before a, 2 again');
});

it('leaves out a placeholder whose value is missing', () => {
  expect(fill('[{1}][{0}]', null)).toBe('[][]');
});
