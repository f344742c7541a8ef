/** The same in Russian. */
export function whom(role: string): string {
  if (role === 'owner') return 'менеджер сделки'
  return role === 'owner_manager' ? 'руководитель менеджера' : `«${role}»`
}
