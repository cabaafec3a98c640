import resolve from '@salesforce/apex/ConnectionsController.resolve';
import { called } from 'console-test/apex';
import { all, mount, press, texts } from 'console-test/page';
import { HEALTHY } from 'console-test/views';
import ResolveAction from '../resolveAction';

jest.mock('@salesforce/apex/ConnectionsController.resolve', () => ({ default: jest.fn() }), { virtual: true });

const ACTION = 'c-confirm-action';

const show = (view: Apex.ConnectionView = {}): Promise<HTMLElement> =>
  mount('c-resolve-action', ResolveAction, {
    connection: { ...HEALTHY, state: 'InDoubt', canResolve: true, mustAgree: false, ...view }
  });

it('takes a step that costs nothing at once and says what came of it, accessibly', async () => {
  called(resolve).mockResolvedValue({ status: 'Pending', text: 'Being asked.' });
  const element = await show();
  const onAsked = jest.fn();
  element.addEventListener('asked', onAsked);
  await press(element, ACTION, '[data-open]');
  expect(resolve).toHaveBeenCalledWith({ uid: HEALTHY.uid });
  expect(texts(element, ACTION, '[role=status]')).toEqual(['Being asked.']);
  expect(onAsked).toHaveBeenCalledTimes(1);
  await expect(element).toBeAccessible();
});

it('has a person agree to a step that may cost the grant, accessibly', async () => {
  called(resolve).mockResolvedValue({ status: 'Pending', text: 'Presented.' });
  const element = await show({ mustAgree: true });
  await press(element, ACTION, '[data-open]');
  expect(resolve).not.toHaveBeenCalled();
  await expect(element).toBeAccessible();
  await press(element, ACTION, '[data-confirm]');
  expect(resolve).toHaveBeenCalledTimes(1);
  expect(all(element, ACTION, '[data-box]')).toHaveLength(0);
});

it('leaves it alone when somebody does not agree', async () => {
  const element = await show({ mustAgree: true });
  await press(element, ACTION, '[data-open]');
  await press(element, ACTION, '[data-cancel]');
  expect(all(element, ACTION, '[data-box]')).toHaveLength(0);
  expect(resolve).not.toHaveBeenCalled();
});

it('says why it failed', async () => {
  called(resolve).mockRejectedValue({ body: { message: 'Busy.' } });
  const element = await show();
  await press(element, ACTION, '[data-open]');
  expect(texts(element, ACTION, 'c-error-panel', '[data-sentence]')).toEqual(['Busy.']);
});

it.each([
  ['nothing is open', { canResolve: false }],
  ['the user may not', { mayChange: false }]
])('offers nothing where %s', async (_why, view) => {
  expect(all(await show(view), ACTION, '[data-open]')).toHaveLength(0);
});
