/** 24.814 */
export const formatCount = (value: number): string => String(value).replaceAll(/\B(?=(\d{3})+$)/g, '.')

/** `96,5`; a whole number keeps its tenth in columns, where all have one. */
export const formatTenths = (value: number): string => value.toFixed(1).replace('.', ',')

/** "96,5 %", "100 %": in running text, with a space that does not break. */
export const formatPercent = (value: number): string => `${formatTenths(value).replace(/,0$/, '')}\u00A0%`
