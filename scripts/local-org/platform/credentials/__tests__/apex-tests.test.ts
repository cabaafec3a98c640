import { runTests } from '../../../fidelity/__tests__/lab';

const LIST = 'ConnectApi.NamedCredentials.getNamedCredentials().namedCredentials';

test('ConnectApi wants SeeAllData, on the class or on the test', () => {
  const results = runTests(
    `@IsTest private class Siloed {
      @IsTest static void refused() {
        try { Integer count = ${LIST}.size(); Assert.fail('refused it should be'); }
        catch (UnsupportedOperationException e) { Assert.isTrue(e.getMessage().contains('data siloed tests')); }
      }
      @IsTest(SeeAllData=true) static void open() { Assert.areEqual(0, ${LIST}.size()); }
    }`,
    `@IsTest(SeeAllData=true) private class Wide { @IsTest static void wide() { Assert.areEqual(0, ${LIST}.size()); } }`
  );
  expect(results).toEqual({ refused: 'passed', open: 'passed', wide: 'passed' });
});

test('a mock gets the request of a named credential as the code has written it', () => {
  const results = runTests(`@IsTest private class Mocked implements HttpCalloutMock {
    public HttpResponse respond(HttpRequest request) {
      HttpResponse response = new HttpResponse();
      response.setBody(request.getEndpoint());
      return response;
    }
    @IsTest static void answered() {
      Test.setMock(HttpCalloutMock.class, new Mocked());
      HttpRequest request = new HttpRequest();
      request.setEndpoint('callout:Anything/x');
      request.setMethod('GET');
      Assert.areEqual('callout:Anything/x', new Http().send(request).getBody());
    }
  }`);
  expect(results).toEqual({ answered: 'passed' });
});
