/** Where tabs are pushed sideways the one somebody is on comes into sight, without the page moving. */
export function showCurrentTabs(): void {
  for (const tabs of document.querySelectorAll<HTMLElement>('.tabs')) {
    const now = tabs.querySelector<HTMLElement>('[aria-current]')
    if (now === null || tabs.scrollWidth <= tabs.clientWidth) continue
    tabs.scrollLeft = now.offsetLeft - tabs.offsetLeft - (tabs.clientWidth - now.offsetWidth) / 2
  }
}
