/** The zone whose clocks the company goes by. */
export function companyZone(): string {
  return document.body.dataset['zone'] ?? 'UTC'
}
