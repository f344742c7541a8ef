import chromium from '@sparticuz/chromium'
import { chromium as playwright, type Browser } from 'playwright-core'

const flags = [
  '--headless=shell',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
]

let shared: Promise<Browser> | undefined

/** A browser that all files of this process look with; each closes what it opened in it, by `closeAll`. */
export function sharedBrowser(): Promise<Browser> {
  return (shared ??= startBrowser())
}

/** Closes everything that was opened in a browser, and leaves the browser to the next. */
export async function closeAll(browser: Browser | undefined): Promise<void> {
  await Promise.all((browser?.contexts() ?? []).map((context) => context.close()))
}

/** Starts the browser that came with the packages; it runs as root and asks nobody for anything. */
export async function startBrowser(): Promise<Browser> {
  return playwright.launch({ executablePath: await chromium.executablePath(), args: flags })
}
