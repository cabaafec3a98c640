import { implement } from '../../../contracts/library';
import { typeRef } from '../../../contracts/type-ref';
import { throwApex } from '../../../runtime/exceptions';
import { PlatformObject } from '../../../runtime/object';
import { instanceMethods, staticMethods } from '../nulls';

const DEFAULT_PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ftp: 21 };

/** The parts of a URL as java.net.URL tells them apart: without any check of the host. */
export class UrlValue extends PlatformObject {
  readonly apexType = typeRef('System.Url');
  private constructor(
    readonly protocol: string,
    readonly authority: string,
    readonly path: string,
    readonly query: string | null,
    readonly ref: string | null
  ) {
    super();
  }

  static parse(spec: string): UrlValue {
    const match = /^([A-Za-z][\w+.-]*):(?:\/\/([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?$/s.exec(spec.trim());
    const protocol = match?.[1]?.toLowerCase() ?? '';
    if (!match) throwApex('System.StringException', `no protocol: ${spec}`);
    if (DEFAULT_PORTS[protocol] === undefined) throwApex('System.StringException', `unknown protocol: ${protocol}`);
    return new UrlValue(protocol, match[2] ?? '', match[3] ?? '', match[4] ?? null, match[5] ?? null);
  }

  get defaultPort(): number {
    return DEFAULT_PORTS[this.protocol] ?? -1;
  }

  get port(): number {
    const digits = /:(\d+)$/.exec(this.authority)?.[1];
    return digits === undefined ? -1 : Number(digits);
  }

  get userInfo(): string | null {
    return this.authority.includes('@') ? this.authority.slice(0, this.authority.lastIndexOf('@')) : null;
  }

  get host(): string {
    return this.authority.replace(/^.*@/, '').replace(/:\d*$/, '');
  }

  get file(): string {
    return this.path + (this.query === null ? '' : `?${this.query}`);
  }

  get external(): string {
    return `${this.protocol}://${this.authority}${this.file}${this.ref === null ? '' : `#${this.ref}`}`;
  }

  override toApexText(): string {
    return this.external;
  }
}

/** Everything but the fragment, with the port that is meant. */
function sameFile(a: UrlValue, b: UrlValue): boolean {
  const parts = (url: UrlValue): readonly unknown[] => [
    url.protocol,
    url.host.toLowerCase(),
    url.port < 0 ? url.defaultPort : url.port,
    url.file
  ];
  return parts(a).every((part, i) => part === parts(b)[i]);
}

const LOCAL_DOMAIN = 'https://local-org.my.salesforce.com';

export const urls = [
  ...implement('System.Url', {
    ...staticMethods({
      '<init>(String)': (_rt, spec: string) => UrlValue.parse(spec),
      '<init>(String,String,String)': (_rt, protocol: string, host: string, file: string) =>
        UrlValue.parse(`${protocol}://${host}${file}`),
      '<init>(String,String,Integer,String)': (_rt, protocol: string, host: string, port: number, file: string) =>
        UrlValue.parse(`${protocol}://${host}${port < 0 ? '' : `:${port}`}${file}`),
      '<init>(System.Url,String)': (_rt, base: UrlValue, spec: string) =>
        UrlValue.parse(new URL(spec, base.external).href)
    }),
    ...instanceMethods({
      'getAuthority()': (_rt, url: UrlValue) => url.authority,
      'getDefaultPort()': (_rt, url: UrlValue) => url.defaultPort,
      'getFile()': (_rt, url: UrlValue) => url.file,
      'getHost()': (_rt, url: UrlValue) => url.host,
      'getPath()': (_rt, url: UrlValue) => url.path,
      'getPort()': (_rt, url: UrlValue) => url.port,
      'getProtocol()': (_rt, url: UrlValue) => url.protocol,
      'getQuery()': (_rt, url: UrlValue) => url.query,
      'getRef()': (_rt, url: UrlValue) => url.ref,
      'getUserInfo()': (_rt, url: UrlValue) => url.userInfo,
      'sameFile(System.Url)': (_rt, url: UrlValue, other: UrlValue) => sameFile(url, other),
      'toExternalForm()': (_rt, url: UrlValue) => url.external,
      'toString()': (_rt, url: UrlValue) => url.external
    })
  }),
  ...implement(
    'System.Url',
    {
      'getOrgDomainUrl()': () => UrlValue.parse(LOCAL_DOMAIN),
      'getSalesforceBaseUrl()': () => UrlValue.parse(LOCAL_DOMAIN)
    },
    { fidelity: 'approximate', note: 'A local org has one made-up domain that answers nothing.' }
  )
];
