import disconnect from '@salesforce/apex/ConnectionsController.disconnect';
import { called } from 'console-test/apex';
import { all, mount, one, press, property, texts } from 'console-test/page';
import { HEALTHY } from 'console-test/views';
import GrantActions from '../grantActions';

jest.mock('@salesforce/apex/ConnectionsController.disconnect', () => ({ default: jest.fn() }), { virtual: true });

const ACTION = 'c-confirm-action';

const show = (connection: Apex.ConnectionView): Promise<HTMLElement> =>
  mount('c-grant-actions', GrantActions, { connection });

it('names the connection to authorize', async () => {
  const element = await show(HEALTHY);
  const heard = jest.fn();
  element.addEventListener('authorize', (event) => heard((event as CustomEvent<string>).detail));
  await press(element, '[data-authorize]');
  expect(heard).toHaveBeenCalledWith(HEALTHY.uid);
});

it('tells what will stop working before it disconnects anything', async () => {
  const element = await show(HEALTHY);
  await press(element, ACTION, '[data-open]');
  expect(texts(element, 'li')).toHaveLength(3);
  expect(disconnect).not.toHaveBeenCalled();
  await expect(element).toBeAccessible();
});

it('names the credential that will be emptied where the token is delivered', async () => {
  const element = await show({ ...HEALTHY, deliveredTo: 'Tokenward_Alpha' });
  await press(element, ACTION, '[data-open]');
  expect(texts(element, 'li')).toHaveLength(4);
  expect(texts(element, 'li')[1]).toContain('c.Disconnect_Delivery');
});

it('disconnects once that is confirmed', async () => {
  called(disconnect).mockResolvedValue(undefined);
  const element = await show(HEALTHY);
  await press(element, ACTION, '[data-open]');
  await press(element, ACTION, '[data-confirm]');
  expect(disconnect).toHaveBeenCalledWith({ connectionId: HEALTHY.uid });
  expect(all(element, ACTION, '[data-box]')).toHaveLength(0);
});

it('keeps the grant of whoever thinks better of it', async () => {
  const element = await show(HEALTHY);
  await press(element, ACTION, '[data-open]');
  await press(element, ACTION, '[data-cancel]');
  expect(all(element, ACTION, '[data-box]')).toHaveLength(0);
  expect(disconnect).not.toHaveBeenCalled();
});

it('says why it could not be disconnected', async () => {
  called(disconnect).mockRejectedValue({ body: { message: 'Busy.' } });
  const element = await show(HEALTHY);
  await press(element, ACTION, '[data-open]');
  await press(element, ACTION, '[data-confirm]');
  expect(texts(element, ACTION, 'c-error-panel', '[data-sentence]')).toEqual(['Busy.']);
});

it('offers a first authorization and nothing to disconnect where there is no grant', async () => {
  const element = await show({ ...HEALTHY, state: 'Empty' });
  expect(property(one(element, '[data-authorize]'), 'label')).toBe('c.Authorize_Button');
  expect(all(element, ACTION, '[data-open]')).toHaveLength(0);
});

it('offers an observer nothing', async () => {
  const element = await show({ ...HEALTHY, mayChange: false });
  expect([...all(element, 'lightning-button'), ...all(element, ACTION, 'lightning-button')]).toEqual([]);
});
