import { isRawPath } from '#product/raw-door'
import { languageOf } from '#http/asked-language'
import { problemResponse } from '#http/problem'
import { doorFault } from '#http/words/door-refusal'
import type { DoorFault } from '#http/door-fault'

type Fetch = (request: Request) => Response | Promise<Response>

/** The names by which this machine calls itself. */
const ownNames = ['localhost', '127.0.0.1', '[::1]']

/**
 * A door that answers only to the names of this machine and those it was given at the start. A page from elsewhere whose
 * name was led to this machine would otherwise count as one of our own, and one from another origin could ask unseen. Forms of the company’s sites come from
 * there: which origins may send them is asked at their own door.
 */
export function onlyForOwnHosts(door: Fetch, given: readonly string[]): Fetch {
  const names = new Set([...ownNames, ...given.map((name) => name.toLowerCase())])
  return (request) => {
    const isForAll = isRawPath(new URL(request.url).pathname)
    const fault = strangeHost(request, names) ?? (isForAll ? undefined : strangeOrigin(request, names, given))
    return fault === undefined ? door(request) : refused(fault, request)
  }
}

/**
 * Shows a door what is asked by a name from outside as the browser asked it: by https where the proxy in front says so.
 * Only this machine reaches the door, so nobody else says it.
 */
export function asOutside(door: Fetch, given: readonly string[]): Fetch {
  const names = new Set(given.map((name) => name.toLowerCase()))
  return (request) => {
    const url = new URL(request.url)
    const isByProxy = names.has(url.hostname) && request.headers.get('x-forwarded-proto') === 'https'
    if (!isByProxy) return door(request)
    url.protocol = 'https:'
    url.port = ''
    return door(new Request(url, request))
  }
}

/** Whether an address is of this machine itself. */
export function isLoopback(address: string): boolean {
  return ownNames.includes(hostOf(address)?.hostname ?? '')
}

/**
 * Whether somebody may give this as a name to be asked by: a host, without a scheme, a port or a path. “All addresses of this
 * machine” is none: no browser can be led there, and Norma listens to this machine alone.
 */
export function isHostName(name: string): boolean {
  if (/^0+(?:\.0+)*$/.test(name)) return false
  return /^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)(?:\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*$/i.test(name)
}

function strangeHost(request: Request, names: ReadonlySet<string>): DoorFault | undefined {
  const sent = request.headers.get('host') ?? ''
  const asked = [new URL(request.url).hostname, hostOf(`http://${sent}`)?.hostname]
  return asked.every((name) => name !== undefined && names.has(name))
    ? undefined
    : doorFault('misdirected', { host: sent.slice(0, 100) })
}

/** Browsers say of which page a request comes; it has to be one of this very door, or of a name it is known by elsewhere. */
function strangeOrigin(request: Request, names: ReadonlySet<string>, given: readonly string[]): DoorFault | undefined {
  const sent = request.headers.get('origin')
  if (sent === null) return undefined
  const origin = hostOf(sent)
  const isGiven = origin !== undefined && given.includes(origin.hostname)
  const isOwn = origin !== undefined && names.has(origin.hostname) && origin.port === new URL(request.url).port
  return isGiven || isOwn ? undefined : doorFault('misdirected.origin', { origin: sent.slice(0, 100) })
}

function hostOf(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined
}

async function refused(fault: DoorFault, request: Request): Promise<Response> {
  const language = languageOf(request.headers.get('accept-language') ?? undefined)
  const words = language === 'en' ? fault.told?.book.en : await fault.told?.book.russian()
  return problemResponse(fault, {
    path: new URL(request.url).pathname,
    correlationId: crypto.randomUUID(),
    language,
    ...(language === 'ru' ? { titles: (await import('#http/titles-ru')).titlesRu } : {}),
    ...(words === undefined ? {} : { words }),
  })
}
