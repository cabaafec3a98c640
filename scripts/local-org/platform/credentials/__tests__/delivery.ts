import type { TextFile } from '../../../project/xml';

const MAIN = 'force-app/main';

export function permissionSet(name: string, body: string): TextFile {
  return {
    path: `${MAIN}/permissionsets/${name}.permissionset-meta.xml`,
    text: `<PermissionSet><label>${name}</label>${body}</PermissionSet>`
  };
}

const principal = (name: string): string =>
  `<externalCredentialPrincipalAccesses><enabled>true</enabled>` +
  `<externalCredentialPrincipal>${name}</externalCredentialPrincipal></externalCredentialPrincipalAccesses>`;

/** An external credential that a package ships, two named ones over it, and who may do what with them. */
export const SHIPPED: readonly TextFile[] = [
  {
    path: `${MAIN}/externalCredentials/Shop.externalCredential-meta.xml`,
    text: `<ExternalCredential><label>Shop</label><authenticationProtocol>Custom</authenticationProtocol>
      <externalCredentialParameters><parameterGroup>Main</parameterGroup><parameterName>Main</parameterName>
        <parameterType>NamedPrincipal</parameterType><sequenceNumber>1</sequenceNumber></externalCredentialParameters>
      <externalCredentialParameters><parameterName>Authorization</parameterName><parameterType>AuthHeader</parameterType>
        <parameterValue>{!'Bearer ' &amp; $Credential.pkg__Shop.Token}</parameterValue><sequenceNumber>1</sequenceNumber>
      </externalCredentialParameters></ExternalCredential>`
  },
  named('Open', '<calloutStatus>Enabled</calloutStatus>'),
  named('Closed', '<calloutStatus>Disabled</calloutStatus>'),
  permissionSet('Caller', principal('Shop-Main')),
  permissionSet(
    'Keeper',
    '<userPermissions><enabled>true</enabled><name>ManageNamedCredentials</name></userPermissions>'
  )
];

function named(name: string, more: string): TextFile {
  return {
    path: `${MAIN}/namedCredentials/${name}.namedCredential-meta.xml`,
    text: `<NamedCredential><label>${name}</label>${more}<namedCredentialType>SecuredEndpoint</namedCredentialType>
      <namedCredentialParameters><parameterName>Url</parameterName><parameterType>Url</parameterType>
        <parameterValue>https://shop.example/api/</parameterValue></namedCredentialParameters>
      <namedCredentialParameters><parameterName>EC</parameterName><parameterType>Authentication</parameterType>
        <externalCredential>Shop</externalCredential></namedCredentialParameters></NamedCredential>`
  };
}

/** Package code that writes, reads and uses credentials; every step says in a text how it ended. */
export const DELIVERY = `public class Delivery {
  static ConnectApi.CredentialInput input(String external, String name, String value, Boolean encrypted) {
    ConnectApi.CredentialInput input = new ConnectApi.CredentialInput();
    input.authenticationProtocol = ConnectApi.CredentialAuthenticationProtocol.Custom;
    input.externalCredential = external;
    input.principalName = 'Main';
    input.principalType = ConnectApi.CredentialPrincipalType.NamedPrincipal;
    ConnectApi.CredentialValueInput item = new ConnectApi.CredentialValueInput();
    item.value = value;
    item.encrypted = encrypted;
    input.credentials = new Map<String, ConnectApi.CredentialValueInput>{ name => item };
    return input;
  }
  public static String show(String external) {
    ConnectApi.Credential held = ConnectApi.NamedCredentials.getCredential(
      external, 'Main', ConnectApi.CredentialPrincipalType.NamedPrincipal);
    List<String> parts = new List<String>();
    for (String name : held.credentials.keySet()) {
      ConnectApi.CredentialValue value = held.credentials.get(name);
      parts.add(name + (value.encrypted ? '*' : '') + '=' + value.value);
    }
    parts.sort();
    return String.join(parts, ' ');
  }
  public static void fill() { ConnectApi.NamedCredentials.createCredential(input('pkg__Shop', 'Token', 'first', true)); }
  public static String patchGeneration() {
    ConnectApi.NamedCredentials.patchCredential(input('pkg__Shop', 'Generation', '7', false));
    return show('pkg__Shop');
  }
  public static void patchToken() { ConnectApi.NamedCredentials.patchCredential(input('pkg__Shop', 'Token', 'second', true)); }
  public static String replaceWithGeneration() {
    ConnectApi.NamedCredentials.updateCredential(input('pkg__Shop', 'Generation', '8', false));
    return show('pkg__Shop');
  }
  public static String removeGeneration() {
    ConnectApi.NamedCredentials.deleteCredential('pkg__Shop', 'Main', ConnectApi.CredentialPrincipalType.NamedPrincipal,
      new List<String>{ 'Generation' });
    return show('pkg__Shop');
  }
  public static void remove() {
    ConnectApi.NamedCredentials.deleteCredential('pkg__Shop', 'Main', ConnectApi.CredentialPrincipalType.NamedPrincipal);
  }
  public static String showShop() { return show('pkg__Shop'); }
  public static void touchForeign() { ConnectApi.NamedCredentials.patchCredential(input('Theirs', 'Token', 'x', true)); }
  public static String fillTwice() {
    fill();
    try { fill(); return 'twice'; } catch (ConnectApi.ConnectApiException e) { return e.getErrorCode() + ' ' + Limits.getDmlStatements(); }
  }
  public static void fillAndFail() { fill(); throw new IllegalArgumentException('later'); }
  public static void fillAndCall() { fill(); get('callout:Open/x'); }
  public static String get(String endpoint) {
    HttpRequest request = new HttpRequest();
    request.setEndpoint(endpoint);
    request.setMethod('GET');
    request.setHeader('X-Own', 'mine');
    String body = new Http().send(request).getBody();
    return body + ' ' + request.getHeader('Authorization') + ' ' + request.getEndpoint();
  }
  public static String callOpen() { return get('callout:Open/orders?open=true'); }
  public static String callClosed() { return get('callout:Closed/orders'); }
  public static String callMade() { return get('callout:Made/orders'); }
  public static String make() {
    ConnectApi.ExternalCredentialInput external = new ConnectApi.ExternalCredentialInput();
    external.developerName = 'MadeAuth';
    external.masterLabel = 'Made';
    external.authenticationProtocol = ConnectApi.CredentialAuthenticationProtocol.Custom;
    ConnectApi.ExternalCredentialPrincipalInput principal = new ConnectApi.ExternalCredentialPrincipalInput();
    principal.principalName = 'Main';
    principal.principalType = ConnectApi.CredentialPrincipalType.NamedPrincipal;
    principal.sequenceNumber = 1;
    external.principals = new List<ConnectApi.ExternalCredentialPrincipalInput>{ principal };
    ConnectApi.CredentialCustomHeaderInput header = new ConnectApi.CredentialCustomHeaderInput();
    header.headerName = 'Authorization';
    header.headerValue = '{!\\'Bearer \\' & $Credential.MadeAuth.Token}';
    header.sequenceNumber = 1;
    external.customHeaders = new List<ConnectApi.CredentialCustomHeaderInput>{ header };
    ConnectApi.NamedCredentials.createExternalCredential(external);
    ConnectApi.NamedCredentialInput named = new ConnectApi.NamedCredentialInput();
    named.developerName = 'Made';
    named.masterLabel = 'Made';
    named.type = ConnectApi.NamedCredentialType.SecuredEndpoint;
    named.calloutUrl = 'https://made.example';
    named.externalCredentials = new List<ConnectApi.ExternalCredentialInput>{ external };
    ConnectApi.NamedCredential made = ConnectApi.NamedCredentials.createNamedCredential(named);
    ConnectApi.NamedCredentials.createCredential(input('MadeAuth', 'Token', 'made', true));
    return made.calloutStatus + ' ' + made.createdByNamespace + ' ' + [SELECT Endpoint FROM NamedCredential WHERE DeveloperName = 'Made'].Endpoint;
  }
  public static String access() {
    ConnectApi.ExternalCredential found = ConnectApi.NamedCredentials.getExternalCredential('MadeAuth');
    List<String> sets = new List<String>();
    for (ConnectApi.ExternalCredentialPrincipalAccess one : found.principals[0].principalAccess) sets.add(one.developerName);
    return found.relatedNamedCredentials[0].calloutStatus + ' ' + String.join(sets, ',');
  }
  public static String listed() {
    List<String> names = new List<String>();
    for (ConnectApi.NamedCredential one : ConnectApi.NamedCredentials.getNamedCredentials().namedCredentials) names.add(one.developerName);
    for (ConnectApi.ExternalCredential one : ConnectApi.NamedCredentials.getExternalCredentials().externalCredentials) names.add(one.developerName);
    names.sort();
    return String.join(names, ',');
  }
}`;

/** The subscriber's own: an external credential that no package may touch. */
export const THEIRS: readonly TextFile[] = [
  {
    path: `${MAIN}/externalCredentials/Theirs.externalCredential-meta.xml`,
    text: '<ExternalCredential><label>Theirs</label><authenticationProtocol>Custom</authenticationProtocol></ExternalCredential>'
  }
];
