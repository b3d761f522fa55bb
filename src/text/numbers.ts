/** A count as people read it: "7", "1,234". */
export const counted = (count: number, locale = 'en-GB'): string =>
  count < 1000 && locale === 'en-GB' ? String(count) : new Intl.NumberFormat(locale).format(count)

/** At most one digit behind the point: "3.5". */
export const rounded = (value: number, locale = 'en-GB'): string =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value)
