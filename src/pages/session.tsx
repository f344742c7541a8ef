import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'
import { decodeJwt } from 'jose'

import { languages, type Language } from '#schemas/language-names'

export const themes = ['auto', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const session = 'norma_session'
const rulesAreIn = 'rulesLanguage'
const yearSec = 31_536_000

/** The token of whoever is signed in. */
export function tokenOf(context: Context): string | undefined {
  return isSecure(context) ? getCookie(context, session, 'host') : getCookie(context, session)
}

/** Signs somebody in: scripts cannot read the token, and other sites cannot send it along with a form. */
export function keepToken(context: Context, token: string, maxAge = 12 * 3600): void {
  keepCookie(context, session, { value: token, maxAge })
}

/** The session a token belongs to, as it says itself; tokens of programs and of providers belong to none. */
export function sessionOf(token: string): string | undefined {
  try {
    const { sid } = decodeJwt(token)
    return typeof sid === 'string' ? sid : undefined
  } catch {
    // What is no token belongs to no session.
    return undefined
  }
}

/** Signs out whoever is signed in here. */
export function dropToken(context: Context): void {
  dropCookie(context, session)
}

/** Keeps a value that only the server is to read. */
export function keepCookie(context: Context, name: string, { value, maxAge }: { value: string; maxAge: number }): void {
  const secure = isSecure(context)
  setCookie(context, name, value, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    maxAge,
    ...(secure ? { secure, prefix: 'host' as const } : {}),
  })
}

/** A value that was kept with `keepCookie`. */
export function keptCookie(context: Context, name: string): string | undefined {
  return isSecure(context) ? getCookie(context, name, 'host') : getCookie(context, name)
}

/** Forgets a value that was kept with `keepCookie`. */
export function dropCookie(context: Context, name: string): void {
  const secure = isSecure(context)
  deleteCookie(context, name, { path: '/', ...(secure ? { secure, prefix: 'host' as const } : {}) })
}

/** The language a person chose here; undefined where they have chosen none. */
export function chosenLanguage(context: Context): Language | undefined {
  const chosen = getCookie(context, 'norma_language')
  return languages.find((one) => one === chosen)
}

/** Keeps for the length of a request what language the company’s rules are written in. */
export function keepRulesLanguage(context: Context, language: Language): void {
  context.set(rulesAreIn, language)
}

/** The language a person chose; else Russian in a company whose rules are, and the first of their browser’s that there is. */
export function languageOf(context: Context): Language {
  const chosen = chosenLanguage(context)
  if (chosen !== undefined) return chosen
  if (context.get(rulesAreIn) === 'ru') return 'ru'
  const wanted = (context.req.header('accept-language') ?? '').toLowerCase().split(',')
  const found = wanted.map((one) => one.trim().slice(0, 2)).find((one) => one === 'en' || one === 'ru')
  return found === 'ru' ? 'ru' : 'en'
}

/** The colours a person chose; those of the device where nothing was chosen. */
export function themeOf(context: Context): Theme {
  const chosen = getCookie(context, 'norma_theme')
  return themes.find((one) => one === chosen) ?? 'auto'
}

/** Keeps what a person prefers for a year. */
export function keepPreference(context: Context, name: 'language' | 'theme', value: string): void {
  setCookie(context, `norma_${name}`, value, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: yearSec })
}

/** Whether a request came from one of our own pages: another site’s form or script cannot say so. */
export function isFromHere(context: Context): boolean {
  const site = context.req.header('sec-fetch-site')
  if (site !== undefined) return site === 'same-origin'
  return context.req.header('origin') === new URL(context.req.url).origin
}

/** An address of our own to go back to, and nothing else. */
export function backTo(address: string | undefined): string {
  // oxlint-disable-next-line no-control-regex -- a line break would end the header it is sent in
  if (address === undefined || !/^\/app(?:[/?]|$)/.test(address) || /[\\\u0000-\u001F\u007F]/.test(address))
    return '/app'
  // As a browser will read it: “..” may lead out of our pages, and a header takes nothing but Latin letters.
  const { pathname, search } = new URL(address, 'http://norma.invalid')
  return /^\/app(?:\/|$)/.test(pathname) ? pathname + search : '/app'
}

/** Where whoever has come in goes on: the page they wanted, but none at which one comes in. */
export function wantedPage(address: string | undefined): string {
  const back = backTo(address)
  return /^\/app\/(?:sign-|invitation\/)/.test(back) ? '/app' : back
}

function isSecure(context: Context): boolean {
  return new URL(context.req.url).protocol === 'https:'
}
