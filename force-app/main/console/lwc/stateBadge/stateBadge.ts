import { LightningElement, api } from 'lwc';

interface Look {
  readonly theme: string;
  readonly icon: string;
  /** The icon's, which must stand out from the theme. */
  readonly variant?: string;
}

const LOOKS: Readonly<Record<string, Look>> = {
  Idle: { theme: 'slds-theme_success', icon: 'utility:check', variant: 'inverse' },
  Due: { theme: 'slds-theme_warning', icon: 'utility:clock' },
  IdleSoon: { theme: 'slds-theme_error', icon: 'utility:warning', variant: 'inverse' },
  Leased: { theme: 'slds-badge_inverse', icon: 'utility:sync', variant: 'inverse' },
  Waiting: { theme: 'slds-theme_warning', icon: 'utility:clock' },
  InDoubt: { theme: 'slds-theme_warning', icon: 'utility:question' },
  Paused: { theme: 'slds-badge_lightest', icon: 'utility:pause' },
  Closing: { theme: 'slds-badge_lightest', icon: 'utility:close' },
  Dead: { theme: 'slds-theme_error', icon: 'utility:error', variant: 'inverse' },
  Changed: { theme: 'slds-theme_warning', icon: 'utility:warning' },
  Foreign: { theme: 'slds-theme_error', icon: 'utility:ban', variant: 'inverse' }
};
const UNAUTHORIZED: Look = { theme: 'slds-badge_lightest', icon: 'utility:info' };

export default class StateBadge extends LightningElement {
  /** The state as stored, or the condition of a connection at rest. */
  @api state = '';
  /** The state as a word for people. */
  @api text = '';

  get look(): Look {
    return LOOKS[this.state] ?? UNAUTHORIZED;
  }

  get badgeClass(): string {
    return `slds-badge ${this.look.theme}`;
  }
}
