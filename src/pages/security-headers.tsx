/**
 * What every page says to the browser: nothing from elsewhere but pictures and bytes of files where these are kept
 * elsewhere, nobody may frame it, no guessing of types.
 */
export function securityHeaders(nonce?: string, filesOrigin?: string): Readonly<Record<string, string>> {
  const files = filesOrigin === undefined ? '' : ` ${filesOrigin}`
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "worker-src 'self'",
    `style-src 'self'${nonce === undefined ? '' : ` 'nonce-${nonce}'`}`,
    `img-src 'self' data:${files}`,
    `connect-src 'self'${files}`,
    "font-src 'self'",
    "manifest-src 'self'",
    // A form that signs in ends up at the provider: what it is redirected to is not held against it by browsers alike.
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ]
  return {
    'content-security-policy': policy.join('; '),
    // Browsers heed it over https only.
    'strict-transport-security': 'max-age=31536000',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'same-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  }
}

/** Has what only leads elsewhere say the same, and nobody keep it. */
export function secureRedirect(headers: Headers): void {
  for (const [name, value] of Object.entries(securityHeaders())) headers.set(name, value)
  headers.set('cache-control', 'private, no-store')
}
