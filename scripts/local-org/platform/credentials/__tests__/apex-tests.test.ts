import { runTests } from '../../../fidelity/__tests__/lab';

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
