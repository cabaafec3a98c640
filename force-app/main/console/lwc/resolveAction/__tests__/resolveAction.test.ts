import resolve from '@salesforce/apex/ConnectionsController.resolve';
import { called } from 'console-test/apex';
import { all, mount, one, settle, texts } from 'console-test/page';
import { HEALTHY } from 'console-test/views';
import ResolveAction from '../resolveAction';

jest.mock('@salesforce/apex/ConnectionsController.resolve', () => ({ default: jest.fn() }), { virtual: true });

const show = (view: Apex.ConnectionView = {}): Promise<HTMLElement> =>
  mount('c-resolve-action', ResolveAction, {
    connection: { ...HEALTHY, state: 'InDoubt', canResolve: true, mustAgree: false, ...view }
  });

async function press(element: HTMLElement, name: string): Promise<void> {
  one(element, `[data-${name}]`).click();
  await settle();
}

it('takes a step that costs nothing at once and says what came of it, accessibly', async () => {
  called(resolve).mockResolvedValue({ status: 'Pending', text: 'Being asked.' });
  const element = await show();
  const onAsked = jest.fn();
  element.addEventListener('asked', onAsked);
  await press(element, 'resolve');
  expect(resolve).toHaveBeenCalledWith({ uid: HEALTHY.uid });
  expect(texts(element, '[role=status]')).toEqual(['Being asked.']);
  expect(onAsked).toHaveBeenCalledTimes(1);
  await expect(element).toBeAccessible();
});

it('has a person agree to a step that may cost the grant, accessibly', async () => {
  called(resolve).mockResolvedValue({ status: 'Pending', text: 'Presented.' });
  const element = await show({ mustAgree: true });
  await press(element, 'resolve');
  expect(resolve).not.toHaveBeenCalled();
  await expect(element).toBeAccessible();
  await press(element, 'agree');
  expect(resolve).toHaveBeenCalledTimes(1);
  expect(all(element, '[data-agreement]')).toHaveLength(0);
});

it('leaves it alone when somebody does not agree', async () => {
  const element = await show({ mustAgree: true });
  await press(element, 'resolve');
  await press(element, 'cancel');
  expect(all(element, '[data-agreement]')).toHaveLength(0);
  expect(resolve).not.toHaveBeenCalled();
});

it('says why it failed', async () => {
  called(resolve).mockRejectedValue({ body: { message: 'Busy.' } });
  const element = await show();
  await press(element, 'resolve');
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['Busy.']);
});

it.each([
  ['nothing is open', { canResolve: false }],
  ['the user may not', { mayChange: false }]
])('offers nothing where %s', async (_why, view) => {
  expect(all(await show(view), '[data-resolve]')).toHaveLength(0);
});
