import ANSWER_LOST from '@salesforce/label/c.Kind_Answer_Lost';
import ASKED from '@salesforce/label/c.Kind_Asked';
import AUTHORIZED from '@salesforce/label/c.Kind_Authorized';
import CHANGED from '@salesforce/label/c.Kind_Changed';
import DEAD from '@salesforce/label/c.Kind_Dead';
import DISCONNECTED from '@salesforce/label/c.Kind_Disconnected';
import FOREIGN from '@salesforce/label/c.Kind_Foreign';
import IN_DOUBT from '@salesforce/label/c.Kind_In_Doubt';
import MIRROR from '@salesforce/label/c.Kind_Mirror';
import OWED from '@salesforce/label/c.Kind_Owed';
import PAUSED from '@salesforce/label/c.Kind_Paused';
import PAUSED_ALL from '@salesforce/label/c.Kind_Paused_All';
import RESUMED from '@salesforce/label/c.Kind_Resumed';
import RESUMED_ALL from '@salesforce/label/c.Kind_Resumed_All';
import REVOKED from '@salesforce/label/c.Kind_Revoked';
import ROTATED from '@salesforce/label/c.Kind_Rotated';
import SECRET from '@salesforce/label/c.Kind_Secret';
import SUPERSEDED from '@salesforce/label/c.Kind_Superseded';
import UNSPENT from '@salesforce/label/c.Kind_Unspent';
import WAITING from '@salesforce/label/c.Kind_Waiting';

export interface Look {
  readonly icon: string;
  readonly variant: string;
  readonly title: string;
}

/** How each kind of happening looks; kinds of a later version are called by their name. */
const LOOKS: Readonly<Record<string, Look>> = {
  Rotated: { icon: 'utility:success', variant: 'success', title: ROTATED },
  Day: { icon: 'utility:success', variant: 'success', title: ROTATED },
  Authorized: { icon: 'utility:user', variant: 'success', title: AUTHORIZED },
  Waiting: { icon: 'utility:clock', variant: 'warning', title: WAITING },
  InDoubt: { icon: 'utility:question', variant: 'warning', title: IN_DOUBT },
  Asked: { icon: 'utility:question', variant: 'warning', title: ASKED },
  Unspent: { icon: 'utility:success', variant: 'success', title: UNSPENT },
  AnswerLost: { icon: 'utility:error', variant: 'error', title: ANSWER_LOST },
  Dead: { icon: 'utility:error', variant: 'error', title: DEAD },
  Changed: { icon: 'utility:warning', variant: 'warning', title: CHANGED },
  Foreign: { icon: 'utility:ban', variant: 'error', title: FOREIGN },
  Superseded: { icon: 'utility:skip', variant: '', title: SUPERSEDED },
  Revoked: { icon: 'utility:logout', variant: '', title: REVOKED },
  Owed: { icon: 'utility:logout', variant: 'warning', title: OWED },
  Disconnected: { icon: 'utility:logout', variant: '', title: DISCONNECTED },
  Secret: { icon: 'utility:key', variant: '', title: SECRET },
  Paused: { icon: 'utility:pause', variant: '', title: PAUSED },
  Resumed: { icon: 'utility:play', variant: '', title: RESUMED },
  PausedAll: { icon: 'utility:pause', variant: '', title: PAUSED_ALL },
  ResumedAll: { icon: 'utility:play', variant: '', title: RESUMED_ALL },
  Mirror: { icon: 'utility:warning', variant: 'warning', title: MIRROR }
};

export function lookOf(kind: string): Look {
  return LOOKS[kind] ?? { icon: 'utility:info', variant: '', title: kind };
}
