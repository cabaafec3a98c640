/** Key prefixes of standard objects as Salesforce publishes them; ids of other objects get free ones. */
export const STANDARD_PREFIXES: Readonly<Record<string, string>> = {
  account: '001',
  contact: '003',
  user: '005',
  opportunity: '006',
  profile: '00e',
  userrole: '00E',
  group: '00G',
  lead: '00Q',
  task: '00T',
  event: '00U',
  organization: '00D',
  case: '500',
  campaign: '701',
  asyncapexjob: '707',
  crontrigger: '08e',
  cronjobdetail: '08a',
  apexclass: '01p',
  apextrigger: '01q',
  apexlog: '07L',
  document: '015',
  attachment: '00P',
  emailmessage: '02s',
  permissionset: '0PS',
  permissionsetassignment: '0Pa',
  permissionsetgroup: '0PG',
  objectpermissions: '110',
  fieldpermissions: '01k',
  setupentityaccess: '0J0',
  custompermission: '0CP',
  namedcredential: '0XA',
  externalcredential: '0nJ',
  staticresource: '081',
  queuesobject: '03g',
  groupmember: '011',
  entitydefinition: '4ie',
  authsession: '0Ak',
  loginhistory: '0Ya',
  connectedapplication: '0H4',
  oauthtoken: '0CQ',
  setupaudittrail: '0Ym',
  customnotificationtype: '0ML',
  recordtype: '012',
  contentversion: '068',
  contentdocument: '069',
  apexpage: '066',
  userloginrecord: '0Yw',
  eventbussubscriber: '0KM',
  accountcontactrelation: '07k',
  accountshare: '00r',
  asset: '02i',
  campaignmember: '00v',
  contentdocumentlink: '06A',
  contract: '800',
  contentworkspace: '058',
  emailtemplate: '00X',
  folder: '00l',
  idea: '087',
  individual: '0PK',
  network: '0DB',
  note: '002',
  opportunitycontactrole: '00K',
  opportunitylineitem: '00k',
  opportunityshare: '00t',
  order: '801',
  orderitem: '802',
  pricebook2: '01s',
  pricebookentry: '01u',
  processinstance: '04g',
  processinstanceworkitem: '04i',
  product2: '01t',
  quote: '0Q0',
  quotelineitem: '0QL',
  report: '00O',
  dashboard: '01Z',
  solution: '501',
  topic: '0TO',
  topicassignment: '0TA',
  userlicense: '100',
  businesshours: '01m',
  feeditem: '0D5',
  feedcomment: '0D7',
  collaborationgroup: '0F9',
  emailservicesfunction: '091',
  orgwideemailaddress: '0D2',
  contentfolder: '07H',
  flowinterview: '0Fo',
  workorder: '0WO',
  workorderlineitem: '1WL',
  serviceappointment: '08p',
  serviceresource: '0Hn',
  serviceterritory: '0Hh',
  caseshare: '01n',
  casecomment: '00a',
  contactpointaddress: '8lW',
  contactpointemail: '9Vl',
  contactshare: '03s',
  contractcontactrole: '02a',
  holiday: '0C0',
  leadshare: '01o',
  opportunityteammember: '00q',
  quicktext: '574'
};

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** 'a00', 'a01' ...: prefixes of one family in order of declaration. */
export class PrefixFamily {
  readonly #letter: string;
  #next = 0;

  constructor(letter: string) {
    this.#letter = letter;
  }

  take(): string {
    const index = this.#next;
    this.#next += 1;
    if (index >= DIGITS.length * DIGITS.length) {
      throw new Error(`The org has more objects than key prefixes beginning with "${this.#letter}".`);
    }
    return `${this.#letter}${DIGITS.charAt(Math.floor(index / DIGITS.length))}${DIGITS.charAt(index % DIGITS.length)}`;
  }
}
