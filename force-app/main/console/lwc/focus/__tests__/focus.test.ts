import { isLost, rememberFocus } from '../focus';

function button(): HTMLButtonElement {
  return document.body.appendChild(document.createElement('button'));
}

it('gives the focus back to what had it, once what took it is gone', () => {
  const before = button();
  before.focus();
  const giveBack = rememberFocus();
  const taker = button();
  taker.focus();
  taker.remove();
  expect(isLost()).toBe(true);
  giveBack();
  expect(document.activeElement).toBe(before);
});

it('leaves the focus where a person has put it', () => {
  button().focus();
  const giveBack = rememberFocus();
  const chosen = button();
  chosen.focus();
  giveBack();
  expect(document.activeElement).toBe(chosen);
});

it('does nothing where that is gone, or nothing had the focus', () => {
  const before = button();
  before.focus();
  const giveBack = rememberFocus();
  before.remove();
  giveBack();
  rememberFocus()();
  expect(isLost()).toBe(true);
});
