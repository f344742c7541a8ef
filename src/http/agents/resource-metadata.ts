/** Where whoever wants to come in by `/mcp` reads who gives tokens for it (RFC 9728): below the well-known place, its path. */
const places: readonly string[] = ['/.well-known/oauth-protected-resource/mcp', '/.well-known/oauth-protected-resource']

/** What a protected resource says of itself. */
export type ResourceMetadata = {
  readonly resource: string
  readonly resource_name: string
  readonly bearer_methods_supported: readonly string[]
  readonly authorization_servers?: readonly string[]
}

/**
 * The metadata of `/mcp` at an address (RFC 9728, section 2): tokens of `issuer`, where one gives them to whoever asks. Keys of
 * programs come the same way, and need nobody to give them out. Undefined at any other address.
 */
export function resourceMetadata(url: string, issuer: string | undefined): ResourceMetadata | undefined {
  const { origin, pathname } = new URL(url)
  if (!places.includes(pathname)) return undefined
  return {
    resource: `${origin}/mcp`,
    resource_name: 'Norma',
    bearer_methods_supported: ['header'],
    ...(issuer === undefined || !issuer.startsWith('https://') ? {} : { authorization_servers: [issuer] }),
  }
}

/** What whoever is refused at `/mcp` is told of where to read it (RFC 9728, section 5.1). */
export function challengeAt(url: string): string {
  return `Bearer realm="norma", resource_metadata="${new URL(url).origin}${places[0]}"`
}
