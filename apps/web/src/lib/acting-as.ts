/**
 * Says with each request as whom the page acts, so that the server refuses what would be read or written as somebody else,
 * or in another firm: the session may have been moved since by another window, or with sample data that was taken away.
 */
export function actingAs(
  send: (request: Request) => Promise<Response>,
  whom: () => string | undefined,
): (request: Request) => Promise<Response> {
  return (request) => {
    const userId = whom();
    if (userId !== undefined) request.headers.set('Acting-As', userId);
    return send(request);
  };
}
