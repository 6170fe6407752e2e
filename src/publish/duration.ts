const MONTH = 365.25 / 12

/** A number of days in words that are easy to grasp: "12 dage", "4 måneder", "2 år og 3 måneder". */
export function duration(days: number): string {
  if (days < 60) return days === 1 ? '1 dag' : `${days} dage`
  const months = Math.round(days / MONTH)
  if (months < 24) return `${months} måneder`
  const rest = months % 12
  const years = `${Math.floor(months / 12)} år`
  return rest === 0 ? years : `${years} og ${rest === 1 ? '1 måned' : `${rest} måneder`}`
}

/** How long after one meeting another came: "samme dag", "12 dage senere". */
export function laterBy(days: number): string {
  return days === 0 ? 'samme dag' : `${duration(days)} senere`
}
