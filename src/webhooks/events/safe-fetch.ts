import { lookup as dnsLookup } from 'node:dns/promises'
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { request as httpsRequest, type RequestOptions } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'

import { NothingLeft, NotInTime, Undeliverable } from '#domain/kernel/delivering'
import type { Told } from '#domain/kernel/saying'
import type { Saying } from '#schemas/saying'
import { webhookSaying, webhookSentence, webhookTold } from '#webhooks/words/webhook-refusal'

import { isLoopbackAddress, isPublicAddress } from './public-address'

/** What is sent to an address that somebody else has chosen. */
export type SafeRequest = {
  readonly method: 'POST' | 'GET'
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** The answer. A redirect is an answer like any other: nobody follows it. */
export type SafeResponse = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  /** The beginning of the body. */
  readonly text: string
}

/** An answer whose bytes are no text. */
export type SafeBytes = Omit<SafeResponse, 'text'> & { readonly bytes: Uint8Array }

/** How far a request may go. `lookup` names all addresses of a host. */
export type SafeFetchOptions = {
  /** For one machine alone: this machine may be asked, by http too. */
  readonly allowLoopback?: boolean
  /** For the whole exchange, however slowly it drips. */
  readonly timeoutMs?: number
  /** Of the answer's body; what is beyond is not read. */
  readonly mostBytes?: number
  readonly lookup?: (host: string) => Promise<readonly string[]>
  /** Certificates of authorities to trust beside the usual ones. */
  readonly ca?: string
}

/** An address that nothing is sent to, and why. */
export class AddressRefused extends Undeliverable {
  override readonly name: string = 'AddressRefused'
  readonly saying: Saying
  override readonly told: Told

  constructor(saying: Saying) {
    super(webhookSentence(saying))
    this.saying = saying
    this.told = webhookTold(saying)
  }
}

/**
 * Sends a request to an address that a user has entered, and nowhere else: only https, only to the public internet. The
 * name is looked up once and the connection made to the very address that was checked, so that a name which leads
 * elsewhere a moment later leads nowhere.
 */
export async function safeFetch(
  address: string,
  request: SafeRequest,
  options: SafeFetchOptions = {},
): Promise<SafeResponse> {
  const { bytes, ...answer } = await safeBytes(address, request, options)
  return { ...answer, text: Buffer.from(bytes).toString('utf8') }
}

/** The same for what is no text. */
export async function safeBytes(
  address: string,
  { method, headers, body }: SafeRequest,
  options: SafeFetchOptions = {},
): Promise<SafeBytes> {
  const url = parsed(address)
  const ip = await checkedAddress(url, options)
  const signal = AbortSignal.timeout(options.timeoutMs ?? 15_000)
  const settings: RequestOptions = {
    method,
    headers: { ...headers, ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }) },
    lookup: always(ip),
    // A connection kept from before may lead to another address than the one that was checked.
    agent: false,
    signal,
    ...(options.ca === undefined ? {} : { ca: options.ca }),
  }
  return new Promise((resolve, reject) => {
    let hasLeft = false
    const fail = (error: Error) => {
      const why = signal.aborted ? new NotInTime(`${url.host} did not answer in time.`) : error
      reject(hasLeft ? why : new NothingLeft(why.message, { cause: why }))
    }
    const request = url.protocol === 'https:' ? httpsRequest : httpRequest
    const sent = request(url, settings, (response) => {
      read(response, options.mostBytes ?? 65_536).then(
        (bytes) => resolve({ status: response.statusCode ?? 0, headers: response.headers, bytes }),
        fail,
      )
    })
    // Before the line is there, and secure, nothing of the request is on it.
    const isOn = url.protocol === 'https:' ? 'secureConnect' : 'connect'
    sent.on('socket', (socket) => socket.once(isOn, () => (hasLeft = true)))
    sent.on('error', fail)
    sent.end(body)
  })
}

/** Throws `AddressRefused` for an address that nothing would be sent to, and asks nobody but the directory of names. */
export async function checkAddress(address: string, options: SafeFetchOptions = {}): Promise<void> {
  await checkedAddress(parsed(address), options)
}

function parsed(address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined
  if (url === undefined) throw new AddressRefused(webhookSaying('field_value.no_url', { address }))
  if (url.username !== '' || url.password !== '') {
    throw new AddressRefused(webhookSaying('field_value.password', { host: url.host }))
  }
  return url
}

async function checkedAddress(
  url: URL,
  { allowLoopback = false, lookup = addressesOf }: SafeFetchOptions,
): Promise<string> {
  const refuseAsOpen = () => {
    throw new AddressRefused(webhookSaying('field_value.not_secure', { address: `${url.protocol}//${url.host}` }))
  }
  // No name has to be looked up for these; one that is spelt well is not to be called wrong.
  if (url.protocol !== 'https:' && !(allowLoopback && url.protocol === 'http:')) refuseAsOpen()
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1')
  const addresses = isIP(host) === 0 ? await namedBy(host, lookup) : [host]
  const isHere = allowLoopback && addresses.length > 0 && addresses.every(isLoopbackAddress)
  if (url.protocol !== 'https:' && !isHere) refuseAsOpen()
  // One bad address among good ones is a trap: which one is taken would be left to chance.
  if (!isHere && !addresses.every(isPublicAddress)) {
    throw new AddressRefused(webhookSaying('field_value.not_public', { host: url.host }))
  }
  if (!isHere && !isFitPort(url.port)) {
    throw new AddressRefused(webhookSaying('field_value.port', { host: url.hostname, port: url.port }))
  }
  const [first] = addresses
  if (first === undefined) throw new NothingLeft(`${url.host} has no address.`)
  return first
}

async function namedBy(host: string, lookup: NonNullable<SafeFetchOptions['lookup']>): Promise<readonly string[]> {
  return lookup(host).catch((error: unknown) => {
    throw new NothingLeft(error instanceof Error ? error.message : String(error), { cause: error })
  })
}

/** Ports below 1024 belong to mail, shells and the like, which would take a message for words of their own; 443 is the web's. */
function isFitPort(port: string): boolean {
  return port === '' || Number(port) === 443 || Number(port) > 1023
}

async function addressesOf(host: string): Promise<readonly string[]> {
  return (await dnsLookup(host, { all: true })).map(({ address }) => address)
}

/** A lookup that knows one answer. */
function always(address: string): LookupFunction {
  const family = isIP(address)
  return (_host, options, found) => {
    if (options.all === true) found(null, [{ address, family }])
    else found(null, address, family)
  }
}

/** The beginning of a body; the rest of an endless one is left where it is. */
async function read(response: IncomingMessage, mostBytes: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let bytes = 0
  for await (const chunk of response as AsyncIterable<Buffer>) {
    chunks.push(chunk.subarray(0, mostBytes - bytes))
    bytes += chunk.length
    // Leaving the loop closes the connection.
    if (bytes >= mostBytes) break
  }
  return Buffer.concat(chunks)
}
