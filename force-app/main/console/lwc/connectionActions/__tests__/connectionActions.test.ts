import rotateNow from '@salesforce/apex/ConnectionsController.rotateNow';
import { called } from 'console-test/apex';
import { all, mount, one, property, settle, texts } from 'console-test/page';
import { HEALTHY, WAITING } from 'console-test/views';
import ConnectionActions from '../connectionActions';

jest.mock('@salesforce/apex/ConnectionsController.rotateNow', () => ({ default: jest.fn() }), { virtual: true });
jest.mock('@salesforce/label/c.Rotate_Under_Way', () => ({ default: 'Rotating {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Rotate_Done', () => ({ default: 'Done: {0}' }), { virtual: true });
jest.mock('@salesforce/label/c.Rotate_Ended', () => ({ default: 'Ended: {0}, {1}' }), { virtual: true });

const show = (connection: Apex.ConnectionView): Promise<HTMLElement> =>
  mount('c-connection-actions', ConnectionActions, { connection });

async function press(element: HTMLElement): Promise<void> {
  one(element, 'lightning-button').click();
  await settle();
}

async function update(element: HTMLElement, connection: Apex.ConnectionView): Promise<void> {
  Object.assign(element, { connection });
  await settle();
}

async function showPending(): Promise<HTMLElement> {
  called(rotateNow).mockResolvedValue({ status: 'Pending', text: 'Started.' });
  const element = await show(HEALTHY);
  await press(element);
  return element;
}

it('asks for the generation the user saw', async () => {
  await showPending();
  expect(rotateNow).toHaveBeenCalledWith({ uid: HEALTHY.uid, generation: 7 });
});

it('shows progress and takes no second press until the rotation has ended', async () => {
  const element = await showPending();
  expect(texts(element, '[data-progress]')).toEqual(['Rotating 7']);
  expect(property(one(element, 'lightning-button'), 'disabled')).toBe(true);
  await expect(element).toBeAccessible();
});

it('says that the next generation is in place', async () => {
  const element = await showPending();
  await update(element, { ...HEALTHY, generation: 8 });
  expect(texts(element, '[data-result]')).toEqual(['Done: 8']);
  expect(texts(element, '[data-progress]')).toEqual([]);
});

it('gives the focus back to the button that lost it while the rotation went on, once', async () => {
  const element = await showPending();
  const focus = jest.spyOn(one(element, 'lightning-button'), 'focus');
  await update(element, { ...HEALTHY, state: 'Leased' });
  expect(focus).not.toHaveBeenCalled();
  await update(element, { ...HEALTHY, generation: 8 });
  await update(element, { ...HEALTHY, generation: 9 });
  expect(focus).toHaveBeenCalledTimes(1);
});

it('says how a rotation ended that brought no generation', async () => {
  const element = await showPending();
  await update(element, { ...WAITING, generation: 7 });
  expect(texts(element, '[data-result]')).toEqual(['Ended: Waiting, The provider asked to come back later.']);
});

it.each(['Leased', 'Idle'])('goes on waiting while the old generation is %s', async (state) => {
  const element = await showPending();
  await update(element, { ...HEALTHY, state });
  expect(texts(element, '[data-progress]')).toEqual(['Rotating 7']);
});

it('gives the answer when nothing had to be started', async () => {
  called(rotateNow).mockResolvedValue({ status: 'Fresh', text: 'There is a newer token.' });
  const element = await show(HEALTHY);
  await press(element);
  expect(texts(element, '[data-result]')).toEqual(['There is a newer token.']);
});

it('gives the reason when it could not be started', async () => {
  called(rotateNow).mockRejectedValue({ body: { message: 'Assign the permission set.' } });
  const element = await show(HEALTHY);
  await press(element);
  expect(texts(element, 'c-error-panel', '[data-sentence]')).toEqual(['Assign the permission set.']);
  await expect(element).toBeAccessible();
});

it('drops an old error when asked again', async () => {
  called(rotateNow).mockRejectedValueOnce({ body: { message: 'Busy.' } });
  const element = await show(HEALTHY);
  await press(element);
  called(rotateNow).mockResolvedValue({ status: 'Pending', text: '' });
  await press(element);
  expect(all(element, 'c-error-panel')).toHaveLength(0);
});

it('tells the page that a rotation was asked for', async () => {
  called(rotateNow).mockResolvedValue({ status: 'Pending', text: '' });
  const element = await show(HEALTHY);
  const onAsked = jest.fn();
  element.addEventListener('asked', onAsked);
  await press(element);
  expect(onAsked).toHaveBeenCalledTimes(1);
});

it("shows somebody else's rotation", async () => {
  const element = await show({ ...HEALTHY, state: 'Leased', canRotate: false });
  expect(texts(element, '[data-progress]')).toEqual(['Rotating 7']);
});

it('offers nothing where rotating is impossible', async () => {
  const element = await show({ ...HEALTHY, state: 'Dead', canRotate: false });
  expect(property(one(element, 'lightning-button'), 'disabled')).toBe(true);
  expect(texts(element, '[data-progress]')).toEqual([]);
});

describe('when the end does not come', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('stops promising after half a minute and says what to do', async () => {
    const element = await showPending();
    jest.advanceTimersByTime(30_000);
    await settle();
    expect(texts(element, '[data-result]')).toEqual(['c.Rotate_Slow']);
  });

  it('leaves no timer behind', async () => {
    const element = await showPending();
    element.remove();
    expect(jest.getTimerCount()).toBe(0);
  });
});
